import { scoreInput } from '#scoring'
import type { AwardCriterion } from './model/ask.ts'
import { scoringInput } from './rules/ask/scoring-input.ts'

/** The criteria as one JSON text that `goldthread score` reads. */
export const scoringText = (title: string, criteria: readonly AwardCriterion[]): string =>
  JSON.stringify(scoringInput(title, criteria), null, 2)

/**
 * SHA-256 of the criteria as the scoring module works it out, so that the one stored when the ask is ready can be
 * compared with the one that an assessment of bids reports. Null where the criteria cannot be read.
 */
export const fingerprintOf = (criteria: readonly AwardCriterion[]): string | null => {
  const outcome = scoreInput(scoringText('', criteria), () => ({ ok: false, why: [] }))
  return outcome.kind === 'asked'
    ? outcome.fingerprint
    : outcome.kind === 'scored'
      ? outcome.result.fingerprint
      : null
}
