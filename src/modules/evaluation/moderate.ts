import { decideAgreedScore } from '#scoring'
import { accept, type Decision, refuse } from '../../kernel/decision.ts'
import { exact, readDecimal } from '../../kernel/exact.ts'
import { type Agreed, type EvaluationRefusal, HIGHEST_SCORE, type Score, SHORTEST_REASON } from './model.ts'

const SCALE = {
  lowest: exact(0),
  highest: exact(HIGHEST_SCORE),
  countsFrom: 'zero',
  levels: Array.from({ length: HIGHEST_SCORE + 1 }, (_, score) => ({
    score: exact(score),
    name: null,
    described: null,
    share: null,
  })),
} as const

export type ToAgree = {
  readonly value: string
  /** What the bidder is told. */
  readonly reason: string
  /** Why the panel moved from what its members gave; may be empty where all gave the same. */
  readonly movedBecause: string
}

/**
 * The one score that a panel settles on. Where members differ it takes a reason that says more than that the average was
 * taken: an average is not an agreement. The bidder is given a reason of its own in any case.
 */
export const decideModeration = (
  scores: readonly Pick<Score, 'personId' | 'score' | 'reason'>[],
  given: ToAgree,
): Decision<Pick<Agreed, 'value' | 'how'>, EvaluationRefusal> => {
  const saysAverage = /^\s*(average|mean|avg|median)\s*$/i.test(given.value)
  const agreed = saysAverage ? undefined : readDecimal(given.value)
  if (!saysAverage && !agreed) return refuse('value-not-a-number')
  const moved = given.movedBecause.trim()
  const decision = decideAgreedScore(SCALE, {
    evaluators: scores.map(({ personId, score, reason }) => ({
      evaluator: personId,
      score: exact(score),
      reason,
    })),
    agreed: agreed ?? null,
    saysAverage,
    reason: moved === '' ? null : moved,
  })
  if (!decision.ok) return decision
  const { how, score } = decision.value
  if (how === 'stated') return refuse('score-missing')
  if (how === 'moderated' && moved.length < SHORTEST_REASON) return refuse('reason-too-short')
  if (given.reason.trim().length < SHORTEST_REASON) return refuse('reason-too-short')
  return accept({ value: score.toFixed(), how })
}

/** An amount that the lead counts by hand where promises cannot be added by rule, with how it was counted. */
export const decideCounted = (given: ToAgree): Decision<Pick<Agreed, 'value' | 'how'>, EvaluationRefusal> => {
  const value = readDecimal(given.value)
  if (!value || value.lt(0)) return refuse('value-not-a-number')
  if (given.reason.trim().length < SHORTEST_REASON) return refuse('reason-too-short')
  return accept({ value: value.toFixed(), how: 'counted' })
}
