import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import type { Answer } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { explainContract, lawAnswer, lineOf } from '../law-of-contract.ts'
import { nextDueOn } from '../rules/assessments.ts'
import { indicatorGap } from '../rules/indicator-gap.ts'
import { getContract } from '../store/contracts.ts'
import { listAssessments, listIndicators } from '../store/indicators.ts'
import { readLegalFacts } from '../store/legal-facts.ts'
import { listNotices } from '../store/notices.ts'
import type { ContractsTables } from '../tables.ts'
import { ListIndicatorsView } from './list-indicators.view.tsx'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'

const DONE: Readonly<Record<string, string>> = {
  set: 'The indicator is set.',
  legal: 'Written down.',
  closed: 'The indicator is closed.',
}
const LAW = ['kpi.set', 'kpi.publish', 'notice.UK9.kpi'] as const

/** Indicators with their last rating and next due day, and what section 52 asks for. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { ctx, visitor } = request
  const id = idOf(request, 'contractId')
  const read = await inReading(ctx, async (db: Reader<ContractsTables>) => ({
    contract: await getContract(db, id),
    indicators: await listIndicators(db, id),
    assessments: await listAssessments(db, id),
    notices: await listNotices(db, id),
    legal: await readLegalFacts(db, id),
  }))
  const { contract, indicators, assessments, notices, legal } = read
  const law = explainContract({ contract, legal })
  const asked = lawAnswer(law, 'kpi.set')
  const isAsked = asked === undefined || asked.applies === 'depends' ? null : asked.applies
  const body = h(ListIndicatorsView, {
    contract,
    notices,
    on: today(ctx),
    rows: indicators.map((indicator) => {
      const own = assessments.get(indicator.id) ?? []
      return { indicator, last: own.at(-1) ?? null, dueOn: nextDueOn(indicator, own) }
    }),
    gap: indicatorGap(isAsked, Number(asked?.value['minimumCount'] ?? 3), indicators),
    lines: LAW.flatMap((name) => law.answers.filter((answer) => answer.id === name).map(lineOf)),
    questions: law.questions.map(({ question }) => question),
    noIndicatorsBecause: legal.noIndicatorsBecause,
    mayManage: visitor.permissions.has('contracts.manage'),
  })
  return pageOfContract(request, body, [], {
    title: `Indicators of ${contract.title}`,
    back: { href: contractPath(id), text: contract.title },
    done: DONE,
    isWide: true,
  })
}
