import { type Answer, type Explanation, explainLaw, type Facts, type Modification } from '#procurement'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { LawLine, LegalFacts } from './model/life.ts'
import type { Contract } from './model.ts'

export type LawQuestion = {
  readonly contract: Pick<Contract, 'startsOn' | 'endsOn'>
  readonly legal: LegalFacts
  readonly modification?: Modification
  readonly performanceEventOn?: PlainDate | null
  readonly endedOn?: PlainDate | null
}

const known = <Value>(value: Value | null | undefined): Value | undefined => value ?? undefined

/** What is known of a contract, as the law engine reads it. What is not known is left out, so that it is asked for. */
const factsOf = ({ contract, legal, modification, performanceEventOn, endedOn }: LawQuestion): Facts => ({
  authority: 'council',
  procurementCommencedOn: known(legal.commencedOn),
  subject: known(legal.subject),
  isLightTouch: known(legal.isLightTouch),
  arrangement: legal.arrangement,
  route: 'open',
  amounts: {
    isVatIncluded: true,
    ...(legal.mostPence === null ? { cannotBeEstimated: true } : { estimatedPence: legal.mostPence }),
  },
  areKpisInappropriate: legal.noIndicatorsBecause !== '',
  maximumTermMonths: known(legal.termMonths),
  dates: {
    contractEnteredOn: known(legal.enteredOn),
    startsOn: known(contract.startsOn),
    endsOn: known(contract.endsOn),
    performanceEventOn: known(performanceEventOn),
    contractEndedOn: known(endedOn),
  },
  ...(modification ? { modification } : {}),
})

/** What the law says of a contract, or what has to be answered first. Guidance for officers, not advice. */
export const explainContract = (question: LawQuestion): Explanation => explainLaw(factsOf(question))

export const lineOf = (answer: Answer): LawLine => ({
  id: answer.id,
  title: answer.title,
  applies: answer.applies,
  sentence: answer.sentence,
  provision: answer.provision,
  inForceFrom: answer.inForceFrom,
  source: answer.source,
  confidence: answer.confidence,
})

export type LawAnswer = LawLine & { readonly value: Readonly<Record<string, unknown>> }

/** One answer of an explanation, by its id; undefined while there are questions. */
export const lawAnswer = (explanation: Explanation, id: string): LawAnswer | undefined => {
  const answer = explanation.answers.find((one) => one.id === id)
  return answer && { ...lineOf(answer), value: (answer.answer ?? {}) as Readonly<Record<string, unknown>> }
}
