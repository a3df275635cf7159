import { accept, type Decision } from '../../../kernel/decision.ts'
import { type Context, today } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { LoadId, RegisterId, RegisterRefusal } from '../model.ts'
import { decideRegisterImport, type RegisterRequest } from '../rules/register-request.ts'
import { findRegisterByName, insertLoad, insertRegister } from '../store/registers.ts'
import type { SupplierTables } from '../tables.ts'

export const LOAD_REGISTER_JOB = 'load-register'

export type AskedImport = { readonly registerId: RegisterId; readonly loadId: LoadId }

/** A file as it was handed in: its name, and its hash where it lies in the file store. */
export type HandedFile = { readonly name: string; readonly hash: string | null }

/**
 * Writes down that an edition of a register is to be loaded. Files in the file store are loaded by the worker, whose
 * job is queued in the same transaction; others by whoever asked.
 */
export const askForRegisterImport = (
  ctx: Context,
  request: Omit<RegisterRequest, 'fileNames'> & { readonly files: readonly HandedFile[] },
): Promise<Decision<AskedImport, RegisterRefusal>> =>
  inTransaction<SupplierTables, Decision<AskedImport, RegisterRefusal>>(ctx, async (tx) => {
    const fileNames = request.files.map((file) => file.name)
    const name = request.name.trim()
    const decided = decideRegisterImport(
      { ...request, fileNames },
      await findRegisterByName(tx, name),
      today(ctx),
    )
    if (!decided.ok) return decided
    const plan = decided.value
    // A known register is found under its own name when none was given.
    const known = await findRegisterByName(tx, plan.name)
    const registerId = known?.registerId ?? newId()
    if (!known) await insertRegister(tx, { registerId, kind: plan.kind, name: plan.name })
    const loadId = newId()
    const files = request.files.map((file) => ({ ...file, firstRow: 1 }))
    await insertLoad(tx, { ...plan, loadId, registerId, files, askedAt: ctx.clock.now() })
    if (request.files.every((file) => file.hash !== null)) {
      await ctx.jobs.enqueue(tx, LOAD_REGISTER_JOB, {
        loadId,
        mayShrink: request.mayShrink === true,
        authorityId: ctx.authorityId,
        personId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      })
    }
    return accept({ registerId, loadId })
  })
