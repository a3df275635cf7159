import { scoringText } from '#procurement'
import { offersPricedOn, problemWords, type ScoreOutcome, scoreInput, showResult } from '#scoring'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Agreed, Answer, Bid, Evaluation } from './model.ts'
import { isJudged } from './rules/scores.ts'

export type LotResult = ReturnType<typeof showResult>
export type LotScored =
  | { readonly kind: 'scored'; readonly result: LotResult }
  /** What has to be put right first, in sentences. */
  | { readonly kind: 'open'; readonly why: readonly string[]; readonly isCriteriaChanged: boolean }

export const bidderName = ({ letter }: Pick<Bid, 'letter'>): string => `Bidder ${letter}`

type Facts = Pick<Evaluation, 'title' | 'criteria' | 'questions' | 'askLines'>
type Given = {
  readonly answers: readonly Answer[]
  readonly agreed: ReadonlyMap<string, Agreed>
}

/** The price in pence that a bid asks for: the answer to the question of kind price. */
export const priceOf = (
  { questions }: Pick<Facts, 'questions'>,
  answers: readonly Answer[],
): number | null => {
  const asked = new Set(questions.filter(({ kind }) => kind === 'price').map(({ code }) => code))
  return answers.find(({ question, pence }) => asked.has(question) && pence !== null)?.pence ?? null
}

export const offersOf = (answers: readonly Answer[]) => answers.flatMap(({ offers }) => offers ?? [])

/** A single measure is compared by its quantity, several by what the framework says they are worth. */
const offerFor = ({ askLines }: Facts, answers: readonly Answer[], criterion: string): unknown => {
  const offers = offersOf(answers)
  const stated = answers.find((answer) => answer.criterion === criterion && answer.number !== null)?.number
  if (stated !== undefined) return stated
  const counted = askLines.filter(({ askedAs }) => askedAs === 'number')
  if (counted.length <= 1 || offers.length === 0) return offers[0]?.quantity ?? '0'
  return offers.map(({ measure, quantity }) => ({ measure, quantity }))
}

const valuesOf = (facts: Facts, bid: Bid, { answers, agreed }: Given) => {
  const scores: Record<string, unknown> = {}
  const offers: Record<string, unknown> = {}
  for (const criterion of facts.criteria) {
    const one = agreed.get(`${bid.id} ${criterion.name}`)
    if (isJudged(criterion)) {
      if (one) scores[criterion.name] = { score: one.value, reason: one.reason }
    } else if (criterion.kind === 'social-value-quantitative')
      offers[criterion.name] = one ? one.value : offerFor(facts, answers, criterion.name)
  }
  return { scores, offers }
}

/** One lot as `goldthread score` reads it: the criteria as published, and under letters what was bid and agreed. */
export const competitionText = (
  evaluation: Facts & Pick<Evaluation, 'fingerprint'>,
  bids: readonly Bid[],
  answers: readonly Answer[],
  agreed: readonly Agreed[],
): string => {
  const latest = new Map<string, Agreed>()
  for (const one of agreed) {
    const key = `${one.bidId} ${one.criterion}`
    if ((latest.get(key)?.number ?? 0) < one.number) latest.set(key, one)
  }
  const byBid = Map.groupBy(answers, ({ bidId }) => bidId)
  return JSON.stringify({
    ...JSON.parse(scoringText(evaluation.title, evaluation.criteria)),
    publishedFingerprint: evaluation.fingerprint,
    tieBreak: undefined,
    bids: bids
      .filter(({ excludedBecause }) => excludedBecause === null)
      .map((bid) => {
        const own = byBid.get(bid.id) ?? []
        return {
          name: bidderName(bid),
          pricePence: priceOf(evaluation, own) ?? undefined,
          ...valuesOf(evaluation, bid, { answers: own, agreed: latest }),
        }
      }),
  })
}

/** More places than these are counted, not named. */
const NAMED_PLACES = 6

/** Each thing to put right once, with the bids and criteria that it is about. */
const sentencesOf = (problems: readonly Parameters<typeof problemWords>[0][]): string[] =>
  [...Map.groupBy(problems, (problem) => problemWords(problem))].map(([words, of]) => {
    const places = of.flatMap(({ field }) =>
      field.startsWith('bid ') ? [field.replace(/^bid "(.*?)"/, '$1')] : [],
    )
    if (places.length === 0) return words
    const more = places.length > NAMED_PLACES ? `, and ${places.length - NAMED_PLACES} more` : ''
    return `${places.slice(0, NAMED_PLACES).join('; ')}${more}: ${words}`
  })

const openOf = (outcome: Exclude<ScoreOutcome, { kind: 'scored' }>): LotScored => {
  if (outcome.kind === 'unreadable') return { kind: 'open', why: [outcome.fault], isCriteriaChanged: false }
  const { questions, refusals } = outcome.problems
  return {
    kind: 'open',
    why: sentencesOf([...refusals, ...questions]),
    isCriteriaChanged: refusals.some(({ code }) => code === 'criteria-changed'),
  }
}

/**
 * Scores one lot by the criteria that were published. Their fingerprint has to be the one of the tender: criteria that
 * were changed after bids were opened score nothing (Procurement Act 2023 s.23 and s.24).
 */
export const scoreLot = (text: string, pricedOn: PlainDate): LotScored => {
  const outcome = scoreInput(text, offersPricedOn(pricedOn))
  if (outcome.kind !== 'scored') return openOf(outcome)
  return { kind: 'scored', result: showResult(outcome.result, outcome.problems) }
}
