import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { OverlapChoice } from '../model.ts'
import { deleteRows, insertSummary, moveSharedLines } from '../store/counting.ts'
import { getImport, type ImportRecord, lockImports, raiseVersion, setImport } from '../store/imports.ts'
import type { SpendTables } from '../tables.ts'
import { askForMatching } from './ask-for-matching.ts'
import { placePayees } from './place-payees.ts'

const giveUp = async (tx: Writer<SpendTables>, ctx: Context, importId: string): Promise<void> => {
  await deleteRows(tx, importId)
  await setImport(tx, importId, { status: 'undone', finished_at: ctx.clock.now() })
}

/**
 * Lets a read file count, after what it shares with others was left out or kept; or gives it up. Payees above
 * `lastPlacedPayee` are new and are placed on the way.
 */
export const settleOverlap = async (
  tx: Writer<SpendTables>,
  ctx: Context,
  authorityId: string,
  importId: string,
  choice: OverlapChoice,
  lastPlacedPayee: number,
): Promise<void> => {
  if (choice === 'cancel') return giveUp(tx, ctx, importId)
  if (choice === 'skip') {
    const moved = await moveSharedLines(tx, importId)
    const before = await getImport(tx, importId)
    await setImport(tx, importId, {
      rows_payments: before.rows_payments - moved.rows,
      rows_other: before.rows_other + moved.rows,
      pence_payments: before.pence_payments - moved.pence,
    })
  }
  await insertSummary(tx, importId)
  await setImport(tx, importId, { status: 'counted', finished_at: ctx.clock.now() })
  await placePayees(tx, authorityId, { afterId: lastPlacedPayee })
  await raiseVersion(tx, authorityId)
  await askForMatching(tx, ctx, authorityId)
}

export type ImportRefusal = 'nothing-to-choose' | 'not-counted'

/** A person's choice for a file that overlaps with others. */
export const chooseOverlap = (
  ctx: Context & { authorityId: string },
  importId: string,
  choice: OverlapChoice,
): Promise<Decision<ImportRecord, ImportRefusal>> =>
  inTransaction<SpendTables, Decision<ImportRecord, ImportRefusal>>(ctx, async (tx) => {
    await lockImports(tx, ctx.authorityId)
    const record = await getImport(tx, importId)
    if (record.status !== 'overlapping') return refuse('nothing-to-choose')
    await settleOverlap(tx, ctx, ctx.authorityId, importId, choice, 0)
    await recordAudit(tx, ctx, { name: 'OVERLAP_CHOSEN', subject: importId, facts: { choice } })
    return accept(await getImport(tx, importId))
  })

/** Takes a file out of every figure. The file and its record stay, so that the log can be followed. */
export const undoImport = (
  ctx: Context & { authorityId: string },
  importId: string,
): Promise<Decision<ImportRecord, ImportRefusal>> =>
  inTransaction<SpendTables, Decision<ImportRecord, ImportRefusal>>(ctx, async (tx) => {
    await lockImports(tx, ctx.authorityId)
    const record = await getImport(tx, importId)
    if (record.status !== 'counted' && record.status !== 'overlapping') return refuse('not-counted')
    await giveUp(tx, ctx, importId)
    await raiseVersion(tx, ctx.authorityId)
    await recordAudit(tx, ctx, {
      name: 'PAYMENT_FILE_UNDONE',
      subject: importId,
      facts: { payments: record.rows_payments, pence: record.pence_payments },
    })
    return accept(await getImport(tx, importId))
  })
