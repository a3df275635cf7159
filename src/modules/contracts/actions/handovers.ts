import { whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { LifeRefusal } from '../model/life.ts'
import { findHandover, setHandoverConfirmed } from '../store/handovers.ts'
import type { ContractsTables } from '../tables.ts'
import { type BoundTo, changeBound } from './bound.ts'
import type { SupplierPerson } from './supplier-reports.ts'

type Tx = Writer<ContractsTables>
type Outcome = Decision<string, LifeRefusal>

const confirm = async (
  tx: Tx,
  ctx: Context,
  contractId: string,
  side: 'council' | 'supplier',
  person: string,
): Promise<Outcome> => {
  const handover = await findHandover(tx, contractId)
  if (!handover) return refuse('nothing-to-confirm')
  if (handover[side] !== null) return refuse('confirmed-already')
  await setHandoverConfirmed(tx, contractId, side, { at: ctx.clock.now(), person })
  await recordAudit(tx, ctx, { name: 'HANDOVER_CONFIRMED', subject: contractId, facts: { side, person } })
  return accept(contractId)
}

/** The council's side confirms that the contract begins with what the award promised. */
export const confirmHandover = (ctx: Context, contractId: string): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) =>
    confirm(tx, ctx, contractId, 'council', (await whoActs(tx, ctx)).personName),
  )

/** The supplier's side. */
export const confirmHandoverAsSupplier = (
  ctx: Context,
  to: BoundTo,
  { personName, supplierName }: SupplierPerson,
): Promise<Outcome> =>
  changeBound(ctx, to, (tx, acting) =>
    confirm(tx, acting, to.contractId, 'supplier', `${personName}, ${supplierName}`),
  )
