import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { OverlapChoice } from '../model.ts'
import { type LayoutCorrection, layoutSignature } from '../reading/reading.ts'
import {
  asJson,
  findImportOfFile,
  getImport,
  insertImport,
  setImport,
  setRememberedLayout,
} from '../store/imports.ts'
import type { SpendTables } from '../tables.ts'
import { type PaymentFile, understandFile } from './import-file.ts'

type Acting = Context & { readonly authorityId: string }

export type HandedIn = { readonly importId: string; readonly isKnown: boolean }

/** Takes a file in and looks at its layout; nothing is counted yet. The same content again leads to its first record. */
export const handInFile = async (ctx: Acting, file: PaymentFile): Promise<HandedIn> => {
  const understood = await understandFile(ctx, file, null)
  return inTransaction<SpendTables, HandedIn>(ctx, async (tx) => {
    const twin = await findImportOfFile(tx, file.hash)
    if (twin) return { importId: twin.id, isKnown: true }
    const importId = newId()
    const isReadable = 'detected' in understood
    await insertImport(tx, {
      authority_id: ctx.authorityId,
      id: importId,
      file_hash: file.hash,
      file_name: file.name,
      file_bytes: file.bytes,
      status: isReadable ? 'uploaded' : 'unreadable',
      created_by: ctx.actor.kind === 'person' ? `person:${ctx.actor.personId}` : ctx.actor.kind,
      layout: isReadable ? asJson(understood.detected.layout) : null,
      signature: isReadable ? layoutSignature(understood.detected.layout) : null,
      correction: isReadable && understood.correction ? asJson(understood.correction) : null,
      problem: isReadable ? null : understood.message,
      finished_at: null,
      pence_printed_total: null,
      period_from: null,
      period_to: null,
      overlap: null,
    })
    await recordAudit(tx, ctx, {
      name: 'PAYMENT_FILE_HANDED_IN',
      subject: importId,
      facts: { file: file.name, hash: file.hash },
    })
    return { importId, isKnown: false }
  })
}

export type QueueRefusal = 'already-queued'
const WAITING = ['uploaded', 'unreadable', 'failed'] as const

/** Asks the worker to read a handed-in file. A correction given here is remembered for files of the same shape. */
export const queueImport = (
  ctx: Acting,
  importId: string,
  correction: LayoutCorrection | null,
  choice: OverlapChoice | null,
): Promise<Decision<null, QueueRefusal>> =>
  inTransaction<SpendTables, Decision<null, QueueRefusal>>(ctx, async (tx) => {
    const record = await getImport(tx, importId)
    if (!(WAITING as readonly string[]).includes(record.status)) return refuse('already-queued')
    await setImport(tx, importId, {
      status: 'queued',
      problem: null,
      ...(correction ? { correction: asJson(correction) } : {}),
    })
    if (correction && record.signature)
      await setRememberedLayout(tx, ctx.authorityId, record.signature, correction)
    await ctx.jobs.enqueue(tx, 'import-payments', { authorityId: ctx.authorityId, importId, choice })
    await recordAudit(tx, ctx, {
      name: 'PAYMENT_FILE_QUEUED',
      subject: importId,
      facts: { corrected: correction !== null },
    })
    return accept(null)
  })

/** Remembers a correction for the next file of the same shape. */
export const rememberLayout = (ctx: Acting, signature: string, correction: LayoutCorrection): Promise<void> =>
  inTransaction<SpendTables, void>(ctx, async (tx) => {
    await setRememberedLayout(tx, ctx.authorityId, signature, correction)
    await recordAudit(tx, ctx, { name: 'LAYOUT_REMEMBERED', subject: signature.slice(0, 100) })
  })
