import { whoActs } from '#identity'
import { putOnThread } from '#strategy'
import { accept, type Decision } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Commitment, ContractsRefusal, Delivery, DeliveryReport, DeliveryStep } from '../model.ts'
import { countedAlike, decideCounted } from '../rules/twice.ts'
import { decideAnswer, decideHolds, decideReport, type Judgement, judge } from '../rules/verify.ts'
import { listAlike } from '../store/alike.ts'
import { getCommitment } from '../store/commitments.ts'
import { lockContract } from '../store/contracts.ts'
import { insertDelivery, insertStep, listSteps, lockDelivery, setJudged } from '../store/deliveries.ts'
import type { ContractsTables } from '../tables.ts'
import { takeShare } from './shares.ts'

type Tx = Writer<ContractsTables>
type Outcome<Value> = Decision<Value, ContractsRefusal>

/** Whoever reports: somebody here, or a person of the supplier. */
export type Reporter = {
  readonly by: Delivery['reportedBy']
  readonly who: Recorder
  /** Whose names its shared activities bear; null for the council's. */
  readonly supplierId: string | null
}
type Recorder = {
  readonly authorityId: string
  readonly personId: string | null
  readonly personName: string
}

/** Commitments that the report may be for; throws NotFound for one of another contract. */
const commitmentOf = async (tx: Tx, report: DeliveryReport): Promise<Commitment | null> => {
  if (report.commitmentId === null) return null
  const commitment = await getCommitment(tx, report.commitmentId)
  if (commitment.contractId !== report.contractId)
    throw new NotFound('There is no such commitment in this contract.')
  return commitment
}

const addStep = async (
  tx: Tx,
  ctx: Context,
  who: Recorder,
  deliveryId: string,
  step: Pick<DeliveryStep, 'status' | 'quantity' | 'note'>,
): Promise<void> => {
  const number = ((await listSteps(tx, deliveryId)).at(-1)?.number ?? 0) + 1
  const { personName } = who
  await insertStep(tx, who, deliveryId, { ...step, number, personName, recordedAt: ctx.clock.now() })
}

/** Keeps a report in a transaction that the caller has. */
export const keepReport = async (
  tx: Tx,
  ctx: Context,
  report: DeliveryReport,
  { by, who, supplierId }: Reporter,
): Promise<Outcome<string>> => {
  const decision = decideReport(report, today(ctx))
  if (!decision.ok) return decision
  await lockContract(tx, report.contractId)
  const commitment = await commitmentOf(tx, report)
  const holds = commitment ? decideHolds(commitment, report) : accept(null)
  if (!holds.ok) return holds
  const meant = commitment ? { ...report, unit: commitment.unit } : report
  const share = await takeShare(tx, who.authorityId, meant, { by, supplierId })
  if (!share.ok) return share
  const { activity: _activity, sameAs: _same, ...rest } = meant
  const delivery: Delivery = {
    ...rest,
    id: newId(),
    activityId: share.value,
    subContractorId: report.subContractorId ?? null,
    reportedBy: by,
    status: 'reported',
    verifiedQuantity: null,
    reportedAt: ctx.clock.now(),
  }
  await insertDelivery(tx, who.authorityId, delivery)
  await addStep(tx, ctx, who, delivery.id, { status: 'reported', quantity: delivery.quantity, note: '' })
  const { contractId: contract, quantity, title } = report
  const facts = { contract, quantity, unit: meant.unit, title, by, sameAs: report.sameAs ?? null }
  await recordAudit(tx, ctx, { name: 'DELIVERY_REPORTED', subject: delivery.id, facts })
  return accept(delivery.id)
}

/** Reports what a supplier did; it counts once somebody has verified it. Returns its id. */
export const reportDelivery = (ctx: Context, report: DeliveryReport): Promise<Outcome<string>> =>
  inTransaction<ContractsTables, Outcome<string>>(ctx, async (tx) =>
    keepReport(tx, ctx, report, { by: 'council', who: await whoActs(tx, ctx), supplierId: null }),
  )

/** Keeps the answer to a question; the delivery waits for a decision again. */
export const keepAnswer = async (
  tx: Tx,
  ctx: Context,
  id: string,
  answer: string,
  who: Recorder,
): Promise<Outcome<string>> => {
  const delivery = await lockDelivery(tx, id)
  const decision = decideAnswer(delivery, answer)
  if (!decision.ok) return decision
  await setJudged(tx, id, { status: 'reported', verifiedQuantity: null })
  await addStep(tx, ctx, who, id, { status: 'reported', quantity: null, note: answer.trim() })
  await recordAudit(tx, ctx, {
    name: 'DELIVERY_ANSWERED',
    subject: id,
    facts: { answer: answer.slice(0, 300) },
  })
  return accept(id)
}

/** Writes down what the supplier answered. */
export const answerQuestion = (ctx: Context, id: string, answer: string): Promise<Outcome<string>> =>
  inTransaction<ContractsTables, Outcome<string>>(ctx, async (tx) =>
    keepAnswer(tx, ctx, id, answer, await whoActs(tx, ctx)),
  )

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
    const alike = await listAlike(tx, { ...delivery, deliveryId: id })
    const counted = verifiedQuantity === null ? [] : countedAlike(alike, delivery.activityId)
    const alone = decideCounted(counted, judgement.isAnother ?? false)
    if (!alone.ok) return alone
    await setJudged(tx, id, decision.value)
    const { note } = judgement
    await addStep(tx, ctx, await whoActs(tx, ctx), id, { status, quantity: verifiedQuantity, note })
    if (verifiedQuantity !== null) await onThread(tx, ctx, delivery, verifiedQuantity)
    const facts = {
      status,
      reported: delivery.quantity,
      verified: verifiedQuantity,
      note: note.slice(0, 300),
      ...(counted[0] ? { saidToBeAnotherThan: counted[0].deliveryId } : {}),
    }
    await recordAudit(tx, ctx, { name: 'DELIVERY_JUDGED', subject: id, facts })
    return accept({ ...delivery, ...decision.value })
  })
