import { whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Mark, Parts } from '../../../kernel/seen.ts'
import { type AuditEvent, recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { isStale, savedFacts } from '../../../platform/seen.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { StrategyRefusal, Tree } from '../model.ts'
import { getVersion, type Key, lockDocument } from '../store/documents.ts'
import { lastSaved, noteSaved } from '../store/last-saved.ts'
import { treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'

export type Tx = Writer<StrategyTables>
export type VersionRef = { readonly documentId: string; readonly version: number }

/** `audit` says which part was written: the document by its id, an objective or a priority. */
type Change<Value> = { readonly value: Value; readonly audit: AuditEvent }

/** Runs a change of a draft with all it holds: one at a time, refused once it was published, recorded with who made it. */
export const changeDraft = <Value>(
  ctx: Context,
  ref: VersionRef,
  work: (tx: Tx, key: Key, tree: Tree) => Promise<Decision<Change<Value>, StrategyRefusal>>,
): Promise<Decision<Value, StrategyRefusal>> =>
  inTransaction<StrategyTables, Decision<Value, StrategyRefusal>>(ctx, async (tx) => {
    await lockDocument(tx, ref.documentId)
    const version = await getVersion(tx, ref.documentId, ref.version)
    if (version.status !== 'draft') return refuse('not-a-draft')
    const [tree] = await treesOf(tx, [version])
    const { authorityId, personName } = await whoActs(tx, ctx)
    const key = { authorityId, ...ref }
    const done = await work(tx, key, tree ?? { version, objectives: [], priorities: [] })
    if (!done.ok) return done
    await noteSaved(tx, key, done.value.audit.subject, { by: personName, at: ctx.clock.now() })
    await recordAudit(tx, ctx, done.value.audit)
    return accept(done.value.value)
  })

type Compared = { readonly seen: Mark | undefined; readonly there: Parts; readonly mine: Parts }

/** Refuses to write over what somebody else has written since it was seen, and names them. */
export const refuseStale = async (tx: Tx, key: Key, partId: string, { seen, there, mine }: Compared) =>
  isStale(seen, there, mine)
    ? refuse('changed-meanwhile', savedFacts(await lastSaved(tx, key, partId)))
    : null

/** Refuses to change what somebody else has taken out since it was seen; null where nothing was seen. */
export const refuseRemoved = async (tx: Tx, key: Key, partId: string, seen: Mark | undefined) =>
  seen === undefined ? null : refuse('removed-meanwhile', savedFacts(await lastSaved(tx, key, partId)))
