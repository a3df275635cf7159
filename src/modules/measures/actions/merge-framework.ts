import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { AdaptRefusal, LocalFramework, Side } from '../model/adaptation.ts'
import { type Merged, mergeFramework } from '../rules/merge.ts'
import { deleteChange, putChange, touchAdaptation } from '../store/adaptations.ts'
import { lockFramework } from '../store/frameworks.ts'
import { readFramework } from '../store/local-frameworks.ts'
import { deleteChoices, listChoices, putChoices } from '../store/merge-choices.ts'
import type { MeasuresTables } from '../tables.ts'
import { actorText, authorityOf } from './acting.ts'

export type MergeOffer = {
  readonly local: LocalFramework
  readonly theirs: LocalFramework['version']
  readonly merged: Merged
}

/** What the newest version of the origin would bring and ask; null where there is none. */
export const readMerge = async (
  db: Reader<MeasuresTables>,
  frameworkCode: string,
  choices: ReadonlyMap<string, Side> = new Map(),
): Promise<MergeOffer | null> => {
  const local = await readFramework(db, frameworkCode)
  if (!local.newer) return null
  const { version: theirs } = await readFramework(db, frameworkCode, local.newer.version)
  const sides = { base: local.version.framework, changes: local.changes, theirs: theirs.framework }
  return { local, theirs, merged: mergeFramework(sides, choices) }
}

/** The sides that were chosen so far for the version that waits. */
export const readChoices = (
  db: Reader<MeasuresTables>,
  { local, theirs }: Pick<MergeOffer, 'local' | 'theirs'>,
): Promise<ReadonlyMap<string, Side>> => listChoices(db, local.framework.id, theirs.id)

/** Keeps the sides chosen for clashes, so that a long list can be gone through page by page and on another day. */
export const keepChoices = async (
  ctx: Context,
  frameworkCode: string,
  given: ReadonlyMap<string, Side>,
): Promise<ReadonlyMap<string, Side>> => {
  const authorityId = authorityOf(ctx)
  return inTransaction<MeasuresTables, ReadonlyMap<string, Side>>(ctx, async (tx) => {
    await lockFramework(tx, `${authorityId} ${frameworkCode}`)
    const offer = await readMerge(tx, frameworkCode)
    if (!offer) return new Map()
    const before = await readChoices(tx, offer)
    const clashes = new Set(offer.merged.open)
    const fresh = [...given].filter(([key, side]) => clashes.has(key) && before.get(key) !== side)
    if (fresh.length === 0) return before
    await putChoices(tx, { authorityId, frameworkCode, frameworkId: offer.theirs.id }, fresh)
    const facts = { framework: frameworkCode, choices: JSON.stringify(fresh).slice(0, 4_000) }
    await recordAudit(tx, ctx, { name: 'MERGE_SIDES_CHOSEN', subject: offer.theirs.id, facts })
    return new Map([...before, ...fresh])
  })
}

/** Takes the newest version of the origin in, once every clash has its choice. */
export const takeInVersion = async (
  ctx: Context,
  frameworkCode: string,
  choices: ReadonlyMap<string, Side>,
): Promise<Decision<{ readonly version: string; readonly revision: number }, AdaptRefusal>> => {
  const authorityId = authorityOf(ctx)
  return inTransaction<MeasuresTables, Decision<{ version: string; revision: number }, AdaptRefusal>>(
    ctx,
    async (tx) => {
      await lockFramework(tx, `${authorityId} ${frameworkCode}`)
      const offer = await readMerge(tx, frameworkCode, choices)
      if (!offer) return refuse('no-newer-version')
      const { local, theirs, merged } = offer
      if (merged.open.length > 0) return refuse('conflict-open', { clashes: merged.open.length })
      await deleteChoices(tx, frameworkCode)
      for (const change of local.changes) await deleteChange(tx, frameworkCode, change)
      const by = { authorityId, at: ctx.clock.now(), by: actorText(ctx.actor) }
      for (const change of merged.changes) await putChange(tx, by, frameworkCode, change)
      const revision = await touchAdaptation(tx, authorityId, frameworkCode, theirs.id)
      const { version } = theirs.framework
      const kept = merged.changes.length
      await recordAudit(tx, ctx, {
        name: 'FRAMEWORK_MERGED',
        subject: theirs.id,
        facts: {
          framework: frameworkCode,
          from: local.version.framework.version,
          to: version,
          kept,
          revision,
          choices: JSON.stringify([...choices]).slice(0, 4_000),
        },
      })
      return accept({ version, revision })
    },
  )
}
