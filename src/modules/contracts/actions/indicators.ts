import { actingAuthority, whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { AssessmentText, IndicatorText, LegalFacts, LifeRefusal } from '../model/life.ts'
import { decideAssessment } from '../rules/assessments.ts'
import { lockContract } from '../store/contracts.ts'
import {
  getIndicator,
  insertAssessment,
  insertIndicator,
  listAssessments,
  listIndicators,
  setIndicatorClosed,
} from '../store/indicators.ts'
import { saveLegalFacts } from '../store/legal-facts.ts'
import type { ContractsTables } from '../tables.ts'

type Outcome = Decision<string, LifeRefusal>

/** Writes down what the law needs to know of a contract. */
export const setLegalFacts = (ctx: Context, contractId: string, facts: LegalFacts): Promise<void> =>
  inTransaction<ContractsTables, void>(ctx, async (tx) => {
    await lockContract(tx, contractId)
    await saveLegalFacts(tx, actingAuthority(ctx), contractId, facts)
    await recordAudit(tx, ctx, {
      name: 'LEGAL_FACTS_RECORDED',
      subject: contractId,
      facts: { subject: facts.subject, commencedOn: facts.commencedOn, mostPence: facts.mostPence },
    })
  })

/** Sets an indicator; returns its id. */
export const addIndicator = (ctx: Context, contractId: string, text: IndicatorText): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) => {
    await lockContract(tx, contractId)
    const position = (await listIndicators(tx, contractId)).length + 1
    const indicator = { ...text, id: newId(), contractId, closedOn: null }
    await insertIndicator(tx, actingAuthority(ctx), indicator, position)
    const facts = { title: text.title, target: text.target, everyMonths: text.everyMonths }
    await recordAudit(tx, ctx, { name: 'INDICATOR_SET', subject: contractId, facts })
    return accept(indicator.id)
  })

/** Rates performance against an indicator for a time gone by. What was assessed is never changed, only assessed again. */
export const assessIndicator = (ctx: Context, id: string, text: AssessmentText): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) => {
    const indicator = await getIndicator(tx, id)
    await lockContract(tx, indicator.contractId)
    const decision = decideAssessment(indicator, text, today(ctx))
    if (!decision.ok) return decision
    const { authorityId, personName } = await whoActs(tx, ctx)
    const before = (await listAssessments(tx, indicator.contractId)).get(id) ?? []
    const number = (before.at(-1)?.number ?? 0) + 1
    const assessment = { ...text, indicatorId: id, number, assessedOn: today(ctx), personName }
    await insertAssessment(tx, authorityId, assessment, ctx.clock.now())
    const facts = { title: indicator.title, rating: text.rating, value: text.value, until: text.toOn }
    await recordAudit(tx, ctx, { name: 'INDICATOR_ASSESSED', subject: indicator.contractId, facts })
    return accept(id)
  })

/** Closes an indicator: it is assessed no more, and what was assessed stays. */
export const closeIndicator = (ctx: Context, id: string): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) => {
    const { contractId, closedOn, title } = await getIndicator(tx, id)
    if (closedOn !== null) return refuse('indicator-closed')
    await setIndicatorClosed(tx, id, today(ctx))
    await recordAudit(tx, ctx, { name: 'INDICATOR_CLOSED', subject: contractId, facts: { title } })
    return accept(id)
  })
