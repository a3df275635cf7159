import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Register, RegisterRefusal } from '../model.ts'
import { lockRegister } from '../store/load-parts.ts'
import { deleteRegister, findRegister } from '../store/registers.ts'
import type { SupplierTables } from '../tables.ts'
import { dropReplacedEditions } from './load-register.ts'

/** Removes a register with all its entries. Refused while it is being loaded. */
export const removeRegister = async (
  ctx: Context,
  registerId: string,
): Promise<Decision<Register, RegisterRefusal>> => {
  const decision = await inTransaction<SupplierTables, Decision<Register, RegisterRefusal>>(
    ctx,
    async (tx) => {
      const register = await findRegister(tx, registerId)
      if (!register) return refuse('no-such-register')
      if (!(await lockRegister(tx, register.registerId))) return refuse('already-loading')
      await deleteRegister(tx, register.registerId)
      await ctx.jobs.publish(tx, 'registerChanged', { registerId: register.registerId })
      await recordAudit(tx, ctx, {
        name: 'REGISTER_REMOVED',
        subject: register.registerId,
        facts: { register: register.name, kind: register.kind, entries: register.current?.rowsLoaded ?? 0 },
      })
      return accept(register)
    },
  )
  if (decision.ok) await dropReplacedEditions(ctx)
  return decision
}
