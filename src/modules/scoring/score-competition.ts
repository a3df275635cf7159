import { criteriaFingerprint } from './fingerprint.ts'
import type { Competition } from './model.ts'
import type { Problem, Problems } from './reading/problems.ts'
import { readCompetition } from './reading/read-competition.ts'
import type { PriceOffer } from './reading/read-offer.ts'
import { abnormallyLow, type LowPrice } from './rules/abnormally-low.ts'
import { type Robustness, robustnessOf } from './rules/robustness/robustness.ts'
import { type Scored, scoreBids } from './rules/score-bids.ts'

export type ScoredCompetition = {
  readonly competition: Competition
  readonly scored: Scored
  readonly lowPrices: readonly LowPrice[]
  readonly robustness: Robustness | null
  readonly fingerprint: string
}
export type ScoreOutcome =
  | { readonly kind: 'unreadable'; readonly fault: string }
  | { readonly kind: 'asked'; readonly problems: Problems; readonly fingerprint: string | null }
  | { readonly kind: 'scored'; readonly result: ScoredCompetition; readonly problems: Problems }

/** Scores a competition that is complete and clear. */
export const scoreCompetition = (competition: Competition, isRobustnessWanted = true): ScoredCompetition => {
  const scored = scoreBids(competition)
  return {
    competition,
    scored,
    lowPrices: abnormallyLow(competition, scored.compared),
    robustness: isRobustnessWanted ? robustnessOf(competition, scored) : null,
    fingerprint: criteriaFingerprint(competition),
  }
}

const changedCriteria = (published: string | null, fingerprint: string): Problem[] =>
  published === null || published.toLowerCase() === fingerprint
    ? []
    : [
        {
          field: 'publishedFingerprint',
          code: 'criteria-changed',
          facts: { published: published.slice(0, 64), fingerprint },
        },
      ]

/** From JSON to a result, or to what has to be answered first. */
export const scoreInput = (text: string, priceOffer: PriceOffer): ScoreOutcome => {
  const read = readCompetition(text, priceOffer)
  if (!read.ok) return { kind: 'unreadable', fault: read.fault }
  const { competition, problems, publishedFingerprint } = read
  const areCriteriaRead = competition.leaves.length > 0
  const fingerprint = areCriteriaRead ? criteriaFingerprint(competition) : null
  if (fingerprint) problems.refusals.push(...changedCriteria(publishedFingerprint, fingerprint))
  if (problems.questions.length > 0 || problems.refusals.length > 0)
    return { kind: 'asked', problems, fingerprint }
  return { kind: 'scored', problems, result: scoreCompetition(competition, read.isRobustnessWanted) }
}
