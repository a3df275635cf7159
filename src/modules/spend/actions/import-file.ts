import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { OverlapChoice } from '../model.ts'
import {
  type Detected,
  detectLayout,
  type Layout,
  type LayoutCorrection,
  layoutSignature,
  readPayments,
  type SourceFile,
  type UnreadableFile,
  UnreadableFileError,
} from '../reading/reading.ts'
import { needsChoice } from '../rules/overlap.ts'
import { gatherStatistics, measureOverlap } from '../store/counting.ts'
import {
  asJson,
  findImport,
  findImportOfFile,
  findRememberedLayout,
  getImport,
  type ImportRecord,
  insertImport,
  lockImports,
  setImport,
} from '../store/imports.ts'
import type { SpendTables } from '../tables.ts'
import { settleOverlap } from './count-import.ts'
import { type StagedFile, stageFile } from './stage-file.ts'

export type PaymentFile = SourceFile & { readonly hash: string; readonly bytes: number }

export type ImportRequest = {
  readonly authorityId: string
  readonly importId: string
  readonly file: PaymentFile
  readonly correction: LayoutCorrection | null
  /** What to do where the file overlaps with others; null asks a person. */
  readonly choice: OverlapChoice | null
}

export type ImportOutcome =
  | { readonly kind: 'read'; readonly record: ImportRecord; readonly layout: Layout }
  | { readonly kind: 'already-counted'; readonly record: ImportRecord }
  | { readonly kind: 'unreadable'; readonly problem: UnreadableFile }

const actorName = (ctx: Context): string =>
  ctx.actor.kind === 'person' ? `person:${ctx.actor.personId}` : ctx.actor.kind

/** How a file is laid out: as corrected now, else as corrected before for a file of this shape, else as detected. */
export const understandFile = async (
  ctx: Context,
  file: SourceFile,
  correction: LayoutCorrection | null,
): Promise<{ detected: Detected; correction: LayoutCorrection | null } | UnreadableFile> => {
  const detected = await detectLayout(file, correction ?? undefined)
  if (correction !== null) return detected.ok ? { detected, correction } : detected
  if (!detected.ok) return detected
  const remembered = await inReading<SpendTables, LayoutCorrection | null>(ctx, (db) =>
    findRememberedLayout(db, layoutSignature(detected.layout)),
  )
  if (remembered === null) return { detected, correction: null }
  const again = await detectLayout(file, remembered)
  return again.ok ? { detected: again, correction: remembered } : { detected, correction: null }
}

const prepareRecord = async (
  tx: Writer<SpendTables>,
  ctx: Context,
  request: ImportRequest,
): Promise<void> => {
  if (await findImport(tx, request.importId)) return
  await insertImport(tx, {
    authority_id: request.authorityId,
    id: request.importId,
    file_hash: request.file.hash,
    file_name: request.file.name,
    file_bytes: request.file.bytes,
    status: 'reading',
    created_by: actorName(ctx),
  } as never)
}

const saveReading = (
  tx: Writer<SpendTables>,
  request: ImportRequest,
  layout: Layout,
  correction: LayoutCorrection | null,
  staged: StagedFile,
) =>
  setImport(tx, request.importId, {
    layout: asJson(layout),
    correction: correction === null ? null : asJson(correction),
    signature: layoutSignature(layout),
    rows_source: staged.tally.rows.source,
    rows_payments: staged.tally.rows.payments,
    rows_other: staged.tally.rows.other,
    rows_rejected: staged.tally.rows.rejected,
    pence_payments: staged.tally.pence.payments,
    pence_rejected: staged.tally.pence.rejected,
    pence_printed_total: staged.tally.pence.printedTotal,
    period_from: staged.tally.period?.from ?? null,
    period_to: staged.tally.period?.to ?? null,
    warnings: asJson([...staged.tally.warnings]),
  })

const readAndCount = (
  ctx: Context,
  request: ImportRequest,
  layout: Layout,
  correction: LayoutCorrection | null,
  onProgress: (rows: number) => void,
) =>
  inTransaction<SpendTables, ImportRecord>(ctx, async (tx) => {
    await lockImports(tx, request.authorityId)
    await prepareRecord(tx, ctx, request)
    const staged = await stageFile(
      tx,
      request.authorityId,
      request.importId,
      readPayments(request.file, layout),
      onProgress,
    )
    await saveReading(tx, request, layout, correction, staged)
    const overlap = await measureOverlap(tx, request.importId)
    const mustChoose = needsChoice(overlap, staged.tally.rows.payments)
    if (overlap.payments > 0) await setImport(tx, request.importId, { overlap: asJson(overlap) })
    if (mustChoose && request.choice === null) {
      await setImport(tx, request.importId, { status: 'overlapping', finished_at: ctx.clock.now() })
    } else {
      await settleOverlap(
        tx,
        ctx,
        request.authorityId,
        request.importId,
        mustChoose ? (request.choice ?? 'keep') : 'keep',
        staged.lastKnownPayee,
      )
    }
    const record = await getImport(tx, request.importId)
    await recordAudit(tx, ctx, {
      name: 'PAYMENT_FILE_READ',
      subject: request.importId,
      facts: {
        file: request.file.name,
        hash: request.file.hash,
        status: record.status,
        payments: record.rows_payments,
        rejected: record.rows_rejected,
        pence: record.pence_payments,
      },
    })
    return record
  })

/**
 * Reads a payment file and counts it: all of it or, where the process dies on the way, nothing of it. The same
 * content twice adds nothing. A file that overlaps with others waits for a choice unless one is given.
 */
export const importFile = async (
  ctx: Context,
  request: ImportRequest,
  onProgress: (rows: number) => void,
): Promise<ImportOutcome> => {
  const twin = await inReading<SpendTables, ImportRecord | undefined>(ctx, (db) =>
    findImportOfFile(db, request.file.hash),
  )
  if (twin && twin.id !== request.importId) return { kind: 'already-counted', record: twin }
  const understood = await understandFile(ctx, request.file, request.correction)
  if (!('detected' in understood)) return { kind: 'unreadable', problem: understood }
  const { layout } = understood.detected
  try {
    const record = await readAndCount(ctx, request, layout, understood.correction, onProgress)
    await inTransaction<SpendTables, unknown>(ctx, gatherStatistics)
    return { kind: 'read', record, layout }
  } catch (error) {
    if (error instanceof UnreadableFileError)
      return { kind: 'unreadable', problem: { ok: false, code: error.code, message: error.message } }
    throw error
  }
}
