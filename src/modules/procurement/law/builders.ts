import type { Answer, DatedStep } from './answer.ts'
import { type Explanation, explainLaw } from './engine.ts'
import type { Dates, Facts, Modification } from './facts.ts'

/** An open competition of a council for ordinary services worth £1 million with VAT, commenced on 1 May 2026. */
export const aPurchase = (facts: Partial<Facts> = {}): Facts => ({
  authority: 'council',
  procurementCommencedOn: '2026-05-01',
  subject: 'services',
  isLightTouch: false,
  route: 'open',
  ...worth(1_000_000),
  ...facts,
})

/** A value in pounds with VAT. */
export const worth = (pounds: number): Required<Pick<Facts, 'amounts'>> => ({
  amounts: { isVatIncluded: true, estimatedPence: Math.round(pounds * 100) },
})

export const onDays = (dates: Dates): Pick<Facts, 'dates'> => ({ dates })
export const changedBy = (modification: Modification): Pick<Facts, 'modification'> => ({ modification })

/** An explanation without questions; a test that brings questions about by mistake fails here. */
export const explained = (facts: Facts): Explanation => {
  const explanation = explainLaw(facts)
  if (explanation.questions.length > 0)
    throw new Error(
      `Asked: ${explanation.questions.map((question) => `${question.field}: ${question.question}`).join(' / ')}`,
    )
  return explanation
}

export const answerTo = (facts: Facts, id: string): Answer => {
  const answer = explained(facts).answers.find((candidate) => candidate.id === id)
  if (!answer) throw new Error(`There is no answer "${id}".`)
  return answer
}

/** What the answer tells machines, as an object. */
export const valueOf = (facts: Facts, id: string): Readonly<Record<string, unknown>> =>
  (answerTo(facts, id).answer ?? {}) as Readonly<Record<string, unknown>>

export const stepOf = (facts: Facts, id: string): DatedStep | undefined =>
  explained(facts).timetable.find((step) => step.id === id)
