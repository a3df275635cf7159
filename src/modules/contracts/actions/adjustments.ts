import { whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Adjustment, AdjustmentText, LifeRefusal } from '../model/life.ts'
import type { Commitment, Contract, ContractText } from '../model.ts'
import { readContract } from '../read-contract.ts'
import { decideAdjustment, decideMaking, decideSwap } from '../rules/adjust.ts'
import { onlyText } from '../rules/as-it-stood.ts'
import { decideApproval } from '../rules/notices.ts'
import {
  getAdjustment,
  insertAdjustment,
  lockAdjustment,
  setCommitmentUntil,
  settleAdjustment,
} from '../store/adjustments.ts'
import { insertCommitment, listCommitments } from '../store/commitments.ts'
import { lockContract, updateContract } from '../store/contracts.ts'
import { insertApproval, listApprovals } from '../store/notices.ts'
import { getReview } from '../store/reviews.ts'
import type { ContractsTables } from '../tables.ts'
import { testAdjustment } from '../try-adjustment.ts'
import { commitmentOnThread } from './commitments.ts'
import { keepFormer } from './register.ts'

type Tx = Writer<ContractsTables>
type Outcome<Value = string> = Decision<Value, LifeRefusal>

/** Whether what comes is worth what goes, by what is verified today. */
const checkSwap = async (
  tx: Tx,
  ctx: Context,
  contractId: string,
  text: AdjustmentText,
): Promise<Outcome<null>> => {
  if (text.commitmentId === null) return accept(null)
  const { commitments } = await readContract(tx, contractId, today(ctx))
  const found = commitments.find(({ commitment }) => commitment.id === text.commitmentId)
  if (!found) throw new NotFound('There is no such commitment in this contract.')
  return text.way === 'swap' && text.newCommitment
    ? decideSwap(found.commitment, found.progress.verified, text.newCommitment)
    : accept(null)
}

const decide = async (
  tx: Tx,
  ctx: Context,
  contract: Contract,
  text: AdjustmentText,
): Promise<Outcome<null>> => {
  const review = text.reviewId === null ? null : await getReview(tx, text.reviewId)
  if (review && review.contractId !== contract.id) throw new NotFound()
  const decision = decideAdjustment(text, contract, review)
  return decision.ok ? checkSwap(tx, ctx, contract.id, text) : decision
}

/** Proposes a change of a contract, with what the law says of it on the day; returns its id. */
export const proposeAdjustment = (ctx: Context, contractId: string, text: AdjustmentText): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) => {
    const contract = await lockContract(tx, contractId)
    const decision = await decide(tx, ctx, contract, text)
    if (!decision.ok) return decision
    const { authorityId, personId, personName } = await whoActs(tx, ctx)
    const { finding } = await testAdjustment(tx, contract, text, today(ctx))
    const adjustment: Adjustment = {
      ...text,
      id: newId(),
      contractId,
      finding,
      status: 'proposed',
      madeOn: null,
      changeNoticeOn: null,
      authorId: personId,
      authorName: personName,
      recordedAt: ctx.clock.now(),
    }
    await insertAdjustment(tx, authorityId, adjustment)
    const facts = { title: text.title, way: text.way, valuePence: text.valuePence, endsOn: text.endsOn }
    await recordAudit(tx, ctx, { name: 'ADJUSTMENT_PROPOSED', subject: contractId, facts })
    return accept(adjustment.id)
  })

/** One approval of a change. Returns how many there are. */
export const approveAdjustment = (ctx: Context, id: string, note: string): Promise<Outcome<number>> =>
  inTransaction<ContractsTables, Outcome<number>>(ctx, async (tx) => {
    const adjustment = await lockAdjustment(tx, id)
    if (adjustment.status !== 'proposed') return refuse('not-open')
    const who = await whoActs(tx, ctx)
    const approvals = await listApprovals(tx, id)
    const decision = decideApproval(adjustment.authorId, approvals, who)
    if (!decision.ok) return decision
    const approval = {
      personId: decision.value,
      personName: who.personName,
      note,
      recordedAt: ctx.clock.now(),
    }
    await insertApproval(tx, who.authorityId, id, approval)
    const facts = { adjustment: id, approvals: approvals.length + 1 }
    await recordAudit(tx, ctx, { name: 'ADJUSTMENT_APPROVED', subject: adjustment.contractId, facts })
    return accept(approvals.length + 1)
  })

/** Rejects or withdraws a proposed change, with the reason in the log. */
export const dropAdjustment = (ctx: Context, id: string, why: string): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) => {
    const adjustment = await lockAdjustment(tx, id)
    if (adjustment.status !== 'proposed') return refuse('not-open')
    if (why.trim() === '') return refuse('reason-needed')
    const { personId } = await whoActs(tx, ctx)
    const status = personId === adjustment.authorId ? 'withdrawn' : 'rejected'
    const { finding } = adjustment
    await settleAdjustment(tx, id, { status, madeOn: null, changeNoticeOn: null, finding })
    const facts = { adjustment: id, why: why.slice(0, 300) }
    const name = status === 'withdrawn' ? 'ADJUSTMENT_WITHDRAWN' : 'ADJUSTMENT_REJECTED'
    await recordAudit(tx, ctx, { name, subject: adjustment.contractId, facts })
    return accept(id)
  })

const dayBefore = (day: PlainDate): PlainDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** What a commitment is from the day of the change: another in its place, or another beside the others. */
const changeCommitments = async (
  tx: Tx,
  ctx: Context,
  authorityId: string,
  one: Adjustment,
  madeOn: PlainDate,
) => {
  if (one.newCommitment === null) return
  const { contractId, commitmentId } = one
  if (commitmentId !== null) await setCommitmentUntil(tx, commitmentId, dayBefore(madeOn))
  const commitment: Commitment = {
    ...one.newCommitment,
    id: newId(),
    contractId,
    fromOn: madeOn,
    untilOn: null,
    replaces: commitmentId,
  }
  const position = (await listCommitments(tx, contractId)).length + 1
  await insertCommitment(tx, authorityId, commitment, { position, recordedAt: ctx.clock.now() })
  await commitmentOnThread(tx, ctx, commitment)
}

const changeText = async (tx: Tx, ctx: Context, contract: Contract, one: Adjustment, madeOn: PlainDate) => {
  const { id, supplierKey } = contract
  const after: ContractText = {
    ...onlyText(contract),
    valuePence: one.valuePence ?? contract.valuePence,
    endsOn: one.endsOn ?? contract.endsOn,
  }
  await keepFormer(tx, ctx, contract, after, `Changed by agreement: ${one.title}`, madeOn)
  await updateContract(tx, id, { ...after, supplierKey })
}

export type Making = { readonly madeOn: PlainDate; readonly changeNoticeOn: PlainDate | null }

/** Makes an approved change: from the day on the contract says it, and before that day it says what it did. */
export const makeAdjustment = (
  ctx: Context,
  id: string,
  { madeOn, changeNoticeOn }: Making,
): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) => {
    const contract = await lockContract(tx, (await getAdjustment(tx, id)).contractId)
    const adjustment = await lockAdjustment(tx, id)
    const { finding } = await testAdjustment(tx, contract, adjustment, madeOn)
    const approvals = (await listApprovals(tx, id)).length
    const days = { madeOn, changeNoticeOn, today: today(ctx) }
    const decision = decideMaking(adjustment, finding, approvals, days)
    if (!decision.ok) return decision
    const swap = await checkSwap(tx, ctx, contract.id, adjustment)
    if (!swap.ok) return swap
    const { authorityId } = await whoActs(tx, ctx)
    await changeText(tx, ctx, contract, adjustment, madeOn)
    await changeCommitments(tx, ctx, authorityId, adjustment, madeOn)
    await settleAdjustment(tx, id, { status: 'made', madeOn, changeNoticeOn, finding })
    const facts = { adjustment: id, title: adjustment.title, madeOn, approvals }
    await recordAudit(tx, ctx, { name: 'ADJUSTMENT_MADE', subject: contract.id, facts })
    return accept(id)
  })
