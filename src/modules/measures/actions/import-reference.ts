import { accept } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { readTable } from '../../../platform/tables/read-table.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { ReferenceKind } from '../model/adaptation.ts'
import type { Source } from '../model/reference.ts'
import type { PriceYear } from '../model.ts'
import { type ReferenceFault, readReferenceTable } from '../reference/read-reference-table.ts'
import { insertReferenceSet } from '../store/reference-sets.ts'
import type { MeasuresTables } from '../tables.ts'
import { actorText, isOperator } from './acting.ts'

export type HandedReference = {
  readonly kind: ReferenceKind
  readonly bytes: Buffer
  readonly fileName: string
  readonly title: string
  readonly url: string | null
  readonly licence: string
  readonly publishedOn: PlainDate
  readonly nextDue: PlainDate | null
  /** In whose prices carbon values stand; not used for the others. */
  readonly priceYear: PriceYear
}
export type ReferenceOutcome =
  | { readonly ok: true; readonly value: { readonly id: string; readonly rows: number } }
  | {
      readonly ok: false
      readonly refusal: 'reference-faulty'
      readonly faults: readonly ReferenceFault[]
      readonly facts: { readonly faults: number }
    }

/**
 * Puts a newer set of reference data in the place of the one in use, for the acting authority or (by the operator) for
 * all. Sums name the new source from then on; nothing of the old one is changed. Throws Unusable for a file that cannot
 * be read at all.
 */
export const importReference = async (ctx: Context, handed: HandedReference): Promise<ReferenceOutcome> => {
  if (ctx.authorityId === null && !isOperator(ctx))
    throw new Forbidden('Only an organisation hands in reference data.')
  const id = newId()
  const source: Source = {
    id: `imported-${id}`,
    title: handed.title,
    url: handed.url,
    licence: handed.licence,
    publishedOn: handed.publishedOn,
    nextDue: handed.nextDue,
    supersededBy: null,
    isConfirmed: true,
    note: `Handed in as ${handed.fileName}.`,
  }
  const read = readReferenceTable(await readTable(handed.bytes), handed.kind, {
    source,
    priceYear: handed.priceYear,
  })
  if (!read.ok)
    return {
      ok: false,
      refusal: 'reference-faulty',
      faults: read.faults,
      facts: { faults: read.faults.length },
    }
  await inTransaction<MeasuresTables, void>(ctx, async (tx) => {
    await insertReferenceSet(tx, {
      id,
      authorityId: ctx.authorityId,
      kind: handed.kind,
      source,
      content: read.set.content,
      fileName: handed.fileName,
      addedAt: ctx.clock.now(),
      addedBy: actorText(ctx.actor),
    })
    const facts = {
      kind: handed.kind,
      title: handed.title,
      licence: handed.licence,
      rows: read.rows,
      file: handed.fileName,
    }
    await recordAudit(tx, ctx, { name: 'REFERENCE_DATA_REPLACED', subject: id, facts })
  })
  return accept({ id, rows: read.rows })
}
