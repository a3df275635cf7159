import { actingAuthority } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { type AuditEvent, recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { StrategyRefusal, Tree } from '../model.ts'
import { getVersion, type Key, lockDocument } from '../store/documents.ts'
import { treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'

export type Tx = Writer<StrategyTables>
export type VersionRef = { readonly documentId: string; readonly version: number }

type Change<Value> = { readonly value: Value; readonly audit: AuditEvent }

/** Runs a change of a draft with all it holds: one at a time, refused once it was published, recorded. */
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
    const key = { authorityId: actingAuthority(ctx), ...ref }
    const done = await work(tx, key, tree ?? { version, objectives: [], priorities: [] })
    if (!done.ok) return done
    await recordAudit(tx, ctx, done.value.audit)
    return accept(done.value.value)
  })
