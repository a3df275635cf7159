import { accept, type Decision } from '../../../kernel/decision.ts'
import type { Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { ContractsRefusal, Delivery, DeliveryReport } from '../model.ts'
import { decideSame, type SharedActivity } from '../rules/twice.ts'
import { decideShare } from '../rules/verify.ts'
import { lockActivity, lockKnownActivity } from '../store/activities.ts'
import { listAlike } from '../store/alike.ts'
import type { ContractsTables } from '../tables.ts'

type Tx = Writer<ContractsTables>
type Outcome<Value> = Decision<Value, ContractsRefusal>
type By = {
  readonly by: Delivery['reportedBy']
  /** Whose names its shared activities bear; null for the council's. */
  readonly supplierId: string | null
}

const shareOf = async (
  tx: Tx,
  { contractId, quantity, unit }: DeliveryReport,
  { id, quantity: inAll }: SharedActivity,
): Promise<Outcome<string>> => {
  const found = await lockKnownActivity(tx, id)
  const decision = decideShare(found, found.shares, { contractId, quantity, unit, inAll })
  return decision.ok ? accept(id) : decision
}

/**
 * The shared activity in which a report takes a share; null for a delivery of its own. Somebody of the council is asked
 * where it may be one that is shared out already: a supplier sees only its own.
 */
export const takeShare = async (
  tx: Tx,
  authorityId: string,
  report: DeliveryReport,
  { by, supplierId }: By,
): Promise<Outcome<string | null>> => {
  const { activity, contractId, quantity, unit, sameAs } = report
  const alike = by === 'council' ? await listAlike(tx, { ...report, deliveryId: null }) : []
  const same = decideSame(alike, sameAs)
  if (!same.ok) return same
  if (same.value) return shareOf(tx, report, same.value)
  if (activity === null) return accept(null)
  const claim = { contractId, quantity, unit, inAll: activity.quantity }
  // Asked before the activity is made: a refusal afterwards can only be of one that others made.
  const alone = decideShare({ unit, quantity: activity.quantity }, [], claim)
  if (!alone.ok) return alone
  const found = await lockActivity(tx, authorityId, { id: newId(), unit, supplierId, ...activity })
  const decision = decideShare(found, found.shares, claim)
  return decision.ok ? accept(found.id) : decision
}
