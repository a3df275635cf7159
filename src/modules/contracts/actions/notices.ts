import { whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { LifeRefusal, PerformanceNotice } from '../model/life.ts'
import { decideApproval, decideProposal, NOTICE_APPROVALS, type NoticeProposal } from '../rules/notices.ts'
import { lockContract } from '../store/contracts.ts'
import { getIndicator } from '../store/indicators.ts'
import { insertApproval, insertNotice, listApprovals, lockNotice, setNotice } from '../store/notices.ts'
import type { ContractsTables } from '../tables.ts'

type Outcome<Value = string> = Decision<Value, LifeRefusal>

export type NoticeDraft = Pick<
  PerformanceNotice,
  'kind' | 'whatHappened' | 'indicatorId' | 'chance' | 'chanceFromOn' | 'chanceUntilOn'
>

/** Writes down what went wrong and the chance to improve that the supplier was given; returns the notice's id. */
export const beginNotice = (ctx: Context, contractId: string, draft: NoticeDraft): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) => {
    await lockContract(tx, contractId)
    if (draft.indicatorId !== null && (await getIndicator(tx, draft.indicatorId)).contractId !== contractId)
      throw new NotFound('There is no such indicator in this contract.')
    const { chanceFromOn: from, chanceUntilOn: until } = draft
    if (from !== null && until !== null && until <= from) return refuse('period-upside-down')
    const { authorityId, personId, personName } = await whoActs(tx, ctx)
    const notice: PerformanceNotice = {
      ...draft,
      id: newId(),
      contractId,
      whatCameOfIt: '',
      eventOn: null,
      status: 'chance',
      authorId: personId,
      authorName: personName,
      recordedAt: ctx.clock.now(),
    }
    await insertNotice(tx, authorityId, notice)
    const facts = { kind: draft.kind, until: draft.chanceUntilOn }
    await recordAudit(tx, ctx, { name: 'PERFORMANCE_NOTICE_BEGUN', subject: contractId, facts })
    return accept(notice.id)
  })

/** Proposes the notice, after the chance to improve has passed without effect. */
export const proposeNotice = (ctx: Context, id: string, proposal: NoticeProposal): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) => {
    const notice = await lockNotice(tx, id)
    const decision = decideProposal(notice, proposal, today(ctx))
    if (!decision.ok) return decision
    await setNotice(tx, id, { ...decision.value, status: 'proposed' })
    const facts = { notice: id, eventOn: proposal.eventOn }
    await recordAudit(tx, ctx, { name: 'PERFORMANCE_NOTICE_PROPOSED', subject: notice.contractId, facts })
    return accept(id)
  })

/** One of two approvals; with the second the notice may be published. Returns how many there are. */
export const approveNotice = (ctx: Context, id: string, note: string): Promise<Outcome<number>> =>
  inTransaction<ContractsTables, Outcome<number>>(ctx, async (tx) => {
    const notice = await lockNotice(tx, id)
    if (notice.status !== 'proposed') return refuse('not-open')
    const who = await whoActs(tx, ctx)
    const approvals = await listApprovals(tx, id)
    const decision = decideApproval(notice.authorId, approvals, who)
    if (!decision.ok) return decision
    const { authorityId, personName } = who
    const approval = { personId: decision.value, personName, note, recordedAt: ctx.clock.now() }
    await insertApproval(tx, authorityId, id, approval)
    const count = approvals.length + 1
    if (count >= NOTICE_APPROVALS) await setNotice(tx, id, { ...notice, status: 'approved' })
    const facts = { notice: id, approvals: count }
    await recordAudit(tx, ctx, { name: 'PERFORMANCE_NOTICE_APPROVED', subject: notice.contractId, facts })
    return accept(count)
  })

/** Withdraws a notice that is not approved twice: the supplier has improved, or it was not right. */
export const withdrawNotice = (ctx: Context, id: string, why: string): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) => {
    const notice = await lockNotice(tx, id)
    if (notice.status === 'approved' || notice.status === 'withdrawn') return refuse('not-open')
    if (why.trim() === '') return refuse('reason-needed')
    await setNotice(tx, id, { ...notice, whatCameOfIt: why.trim(), status: 'withdrawn' })
    const facts = { notice: id, why: why.slice(0, 300) }
    await recordAudit(tx, ctx, { name: 'PERFORMANCE_NOTICE_WITHDRAWN', subject: notice.contractId, facts })
    return accept(id)
  })
