import { Readable } from 'node:stream'
import { actingAuthority, whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { type Draft, readDraft } from '../read-datasets.ts'
import { quarterNamed } from '../rules/publication/quarter.ts'
import { type DatasetName, type Edition, insertEdition, listEditions } from '../store/editions.ts'
import { findPublisher } from '../store/publishers.ts'
import { noteNames } from '../store/review.ts'
import type { PublishingTables } from '../tables.ts'

export type EditionRefusal =
  | 'not-a-quarter'
  | 'publication-closed'
  | 'no-grants-prefix'
  | 'names-wait'
  | 'nothing-to-publish'
  | 'nothing-new'

type Outcome = Decision<Edition, EditionRefusal>

const draft = (ctx: Context, dataset: DatasetName, period: string) =>
  inReading<PublishingTables, Decision<Draft, EditionRefusal>>(ctx, async (db) => {
    const quarter = quarterNamed(period)
    if (!quarter) return refuse('not-a-quarter', { period })
    const publisher = await findPublisher(db, actingAuthority(ctx))
    if (!publisher) return refuse('publication-closed')
    const made = await readDraft(db, publisher, dataset, quarter)
    return made === null ? refuse('no-grants-prefix') : accept(made)
  })

/**
 * Publishes a data set of a quarter as a file that stays as it is. Names that a rule takes for individuals are put up
 * for review; while one of them waits, nothing is published unless the person says to publish with them withheld.
 */
export const publishEdition = async (
  ctx: Context,
  dataset: DatasetName,
  period: string,
  withhold: boolean,
): Promise<Outcome> => {
  const made = await draft(ctx, dataset, period)
  if (!made.ok) return made
  const { lines, contentType, rows, redacted, toReview, doubtful } = made.value
  const authorityId = actingAuthority(ctx)
  const at = ctx.clock.now()
  if (doubtful.length > 0)
    await inTransaction<PublishingTables, void>(ctx, (tx) =>
      noteNames(tx, authorityId, doubtful, dataset, at),
    )
  if (rows === 0) return refuse('nothing-to-publish', { period })
  if (toReview > 0 && !withhold) return refuse('names-wait', { names: doubtful.length, rows: toReview })
  const file = await ctx.files.put(Readable.from(lines, { objectMode: false }))
  return inTransaction<PublishingTables, Outcome>(ctx, async (tx) => {
    const before = (await listEditions(tx, authorityId)).find(
      (edition) => edition.dataset === dataset && edition.period === period,
    )
    if (before?.fileHash === file.hash) return refuse('nothing-new', { number: before.number })
    const { personName } = await whoActs(tx, ctx)
    const edition: Edition = {
      authorityId,
      dataset,
      period,
      number: (before?.number ?? 0) + 1,
      fileHash: file.hash,
      fileBytes: file.bytes,
      contentType,
      rows,
      redacted,
      toReview,
      publishedAt: at,
      publishedBy: personName,
    }
    await insertEdition(tx, edition)
    const facts = { dataset, period, number: edition.number, rows, redacted }
    await recordAudit(tx, ctx, { name: 'DATASET_PUBLISHED', subject: file.hash, facts })
    return accept(edition)
  })
}
