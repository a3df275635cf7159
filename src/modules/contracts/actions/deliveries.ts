import { whoActs } from '#identity'
import { putOnThread } from '#strategy'
import { accept, type Decision } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { ContractsRefusal, Delivery, DeliveryReport } from '../model.ts'
import { decideReport, decideShare, type Judgement, judge } from '../rules/verify.ts'
import { getCommitment } from '../store/commitments.ts'
import { lockContract } from '../store/contracts.ts'
import {
  insertDelivery,
  insertStep,
  listSteps,
  lockActivity,
  lockDelivery,
  setJudged,
} from '../store/deliveries.ts'
import type { ContractsTables } from '../tables.ts'

type Tx = Writer<ContractsTables>
type Outcome<Value> = Decision<Value, ContractsRefusal>

/** The share of a shared activity that a report takes; null for a delivery of its own. */
const takeShare = async (
  tx: Tx,
  authorityId: string,
  report: DeliveryReport,
): Promise<Outcome<string | null>> => {
  const { activity, contractId, quantity, unit } = report
  if (activity === null) return accept(null)
  const claim = { contractId, quantity, unit, inAll: activity.quantity }
  // Asked before the activity is made: a refusal afterwards can only be of one that others made.
  const alone = decideShare({ unit, quantity: activity.quantity }, [], claim)
  if (!alone.ok) return alone
  const found = await lockActivity(tx, authorityId, { id: newId(), unit, ...activity })
  const decision = decideShare(found, found.shares, claim)
  return decision.ok ? accept(found.id) : decision
}

const store = async (tx: Tx, ctx: Context, report: DeliveryReport): Promise<Outcome<string>> => {
  const who = await whoActs(tx, ctx)
  await lockContract(tx, report.contractId)
  const commitment = report.commitmentId === null ? null : await getCommitment(tx, report.commitmentId)
  if (commitment && commitment.contractId !== report.contractId)
    throw new NotFound('There is no such commitment in this contract.')
  const meant = commitment ? { ...report, unit: commitment.unit } : report
  const share = await takeShare(tx, who.authorityId, meant)
  if (!share.ok) return share
  const { activity: _activity, ...rest } = meant
  const delivery: Delivery = {
    ...rest,
    id: newId(),
    activityId: share.value,
    status: 'reported',
    verifiedQuantity: null,
    reportedAt: ctx.clock.now(),
  }
  await insertDelivery(tx, who.authorityId, delivery)
  const { personName } = who
  const step = { number: 1, status: 'reported' as const, quantity: delivery.quantity, note: '', personName }
  await insertStep(tx, who, delivery.id, { ...step, recordedAt: delivery.reportedAt })
  const facts = {
    contract: report.contractId,
    quantity: report.quantity,
    unit: meant.unit,
    title: report.title,
  }
  await recordAudit(tx, ctx, { name: 'DELIVERY_REPORTED', subject: delivery.id, facts })
  return accept(delivery.id)
}

/** Reports what a supplier did; it counts once somebody has verified it. Returns its id. */
export const reportDelivery = async (ctx: Context, report: DeliveryReport): Promise<Outcome<string>> => {
  const decision = decideReport(report, today(ctx))
  if (!decision.ok) return decision
  return inTransaction<ContractsTables, Outcome<string>>(ctx, (tx) => store(tx, ctx, report))
}

const onThread = (tx: Tx, ctx: Context, delivery: Delivery, verified: string): Promise<void> => {
  const lower = { kind: 'delivery' as const, id: delivery.id }
  const upper =
    delivery.commitmentId === null
      ? { kind: 'contract' as const, id: delivery.contractId }
      : { kind: 'commitment' as const, id: delivery.commitmentId }
  const href = `/contracts/deliveries/${delivery.id}`
  const node = { ...lower, title: delivery.title, href, note: `${verified} ${delivery.unit}, verified` }
  return putOnThread(tx as never, ctx, node, [{ upper, lower }])
}

/** A contract manager's decision on a delivery. What is verified goes on the thread. */
export const judgeDelivery = (ctx: Context, id: string, judgement: Judgement): Promise<Outcome<Delivery>> =>
  inTransaction<ContractsTables, Outcome<Delivery>>(ctx, async (tx) => {
    const delivery = await lockDelivery(tx, id)
    const decision = judge(delivery, judgement)
    if (!decision.ok) return decision
    const { status, verifiedQuantity } = decision.value
    await setJudged(tx, id, decision.value)
    const who = await whoActs(tx, ctx)
    const number = ((await listSteps(tx, id)).at(-1)?.number ?? 0) + 1
    const { note } = judgement
    const step = { number, status, quantity: verifiedQuantity, note, personName: who.personName }
    await insertStep(tx, who, id, { ...step, recordedAt: ctx.clock.now() })
    if (verifiedQuantity !== null) await onThread(tx, ctx, delivery, verifiedQuantity)
    const facts = {
      status,
      reported: delivery.quantity,
      verified: verifiedQuantity,
      note: note.slice(0, 300),
    }
    await recordAudit(tx, ctx, { name: 'DELIVERY_JUDGED', subject: id, facts })
    return accept({ ...delivery, ...decision.value })
  })
