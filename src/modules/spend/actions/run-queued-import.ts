import { actingAs, type Services } from '../../../platform/context.ts'
import type { JobData } from '../../../platform/jobs/queue.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { OVERLAP_CHOICES } from '../model.ts'
import { getImport, type ImportRecord, setImport } from '../store/imports.ts'
import type { SpendTables } from '../tables.ts'
import { importFile } from './import-file.ts'

const PROGRESS_MS = 500

/**
 * Reads a queued file in the worker. Run again after a crash it begins anew, because nothing of the first try was
 * stored; a file that counts already is left alone.
 */
export const runQueuedImport = async (services: Services, data: JobData): Promise<void> => {
  const authorityId = String(data.authorityId)
  const importId = String(data.importId)
  const ctx = actingAs(services, { kind: 'worker' }, authorityId)
  const change = (values: Parameters<typeof setImport>[2]) =>
    inTransaction<SpendTables, unknown>(ctx, (tx) => setImport(tx, importId, values))
  const record = await inTransaction<SpendTables, ImportRecord>(ctx, async (tx) => {
    const found = await getImport(tx, importId)
    if (found.status === 'queued' || found.status === 'reading')
      await setImport(tx, importId, { status: 'reading' })
    return found
  })
  if (record.status !== 'queued' && record.status !== 'reading') return
  let shownAt = 0
  let lastShown: Promise<unknown> = Promise.resolve()
  const onProgress = (rows: number): void => {
    if (Date.now() - shownAt < PROGRESS_MS) return
    shownAt = Date.now()
    lastShown = lastShown.then(() => change({ progress_rows: rows })).catch(() => undefined)
  }
  const file = {
    path: services.files.localPath(record.file_hash),
    name: record.file_name,
    hash: record.file_hash,
    bytes: record.file_bytes,
  }
  const choice = OVERLAP_CHOICES.find((known) => known === data.choice) ?? null
  try {
    const outcome = await importFile(
      ctx,
      { authorityId, importId, file, correction: record.correction, choice },
      onProgress,
    )
    await lastShown
    if (outcome.kind === 'unreadable')
      await change({
        status: 'unreadable',
        problem: outcome.problem.message,
        finished_at: services.clock.now(),
      })
    if (outcome.kind === 'already-counted')
      await change({
        status: 'undone',
        problem: `The same file counts already, handed in as ${outcome.record.file_name}.`,
        finished_at: services.clock.now(),
      })
  } catch (error) {
    await lastShown
    await change({
      status: 'failed',
      problem: 'Reading stopped because of a fault that is ours. Nothing of the file was counted. Try again.',
    })
    throw error
  }
}
