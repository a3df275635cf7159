import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { deleteRefusedFiles, insertRefusedFile, type RefusedFile } from '../store/refused-files.ts'
import type { MeasuresTables } from '../tables.ts'
import { authorityOf } from './acting.ts'

/** More than these nobody puts right one by one. */
const MOST_FAULTS = 5_000
const DAYS = 30
const DAY = 86_400_000

/** Keeps what is wrong with a file that was not taken in, so that the list can be sorted, searched and shared. */
export const keepRefusedFile = async (
  ctx: Context,
  { kind, fileName, typed, faults }: Pick<RefusedFile, 'kind' | 'fileName' | 'typed' | 'faults'>,
): Promise<RefusedFile> => {
  const authorityId = authorityOf(ctx)
  const refusedAt = ctx.clock.now()
  const kept = { id: newId(), kind, fileName, typed, faults: faults.slice(0, MOST_FAULTS), refusedAt }
  const file = { ...kept, found: faults.length }
  await inTransaction<MeasuresTables, void>(ctx, async (tx) => {
    await deleteRefusedFiles(tx, new Date(refusedAt.getTime() - DAYS * DAY))
    await insertRefusedFile(tx, authorityId, file)
    const facts = { file: fileName.slice(0, 120), faults: file.found }
    await recordAudit(tx, ctx, {
      name: kind === 'framework' ? 'FRAMEWORK_REFUSED' : 'REFERENCE_DATA_REFUSED',
      subject: file.id,
      facts,
    })
  })
  return file
}
