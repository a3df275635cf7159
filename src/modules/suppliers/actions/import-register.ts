import { accept, type Decision } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Register, RegisterRefusal } from '../model.ts'
import type { RegisterFile } from '../registers/open-register-file.ts'
import type { RegisterRequest } from '../rules/register-request.ts'
import { deleteRegisterNeverLoaded, getRegister } from '../store/registers.ts'
import type { SupplierTables } from '../tables.ts'
import { askForRegisterImport } from './ask-for-import.ts'
import { type LoadProgressListener, loadRegister } from './load-register.ts'

/**
 * Loads a register from files on this machine, here and now: the command line's way. Throws Unusable with a sentence
 * where the files hold no such register.
 */
export const importRegister = async (
  ctx: Context,
  request: Omit<RegisterRequest, 'fileNames'> & { readonly files: readonly RegisterFile[] },
  onProgress?: LoadProgressListener,
): Promise<Decision<Register, RegisterRefusal>> => {
  const files = request.files.map(({ name }) => ({ name, hash: null }))
  const asked = await askForRegisterImport(ctx, { ...request, files })
  if (!asked.ok) return asked
  const { registerId, loadId } = asked.value
  try {
    const loaded = await loadRegister(ctx, loadId, request.files, {
      onProgress,
      mayShrink: request.mayShrink,
    })
    if (!loaded.ok) return loaded
  } catch (error) {
    // Whoever imports is told here and now, so a register that never held anything need not stay to tell it.
    await inTransaction<SupplierTables, unknown>(ctx, (tx) => deleteRegisterNeverLoaded(tx, registerId))
    throw error
  }
  return accept(await inReading(ctx, (db: Reader<SupplierTables>) => getRegister(db, registerId)))
}
