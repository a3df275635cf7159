import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { type Exact, showExact, sum } from '../../../kernel/exact.ts'
import type { AgreedScore, GivenScore, Scale } from '../model.ts'

export type ScoreRefusal =
  | 'score-missing'
  | 'score-off-scale'
  | 'scores-differ'
  | 'average-without-reason'
  | 'reason-is-average'
  | 'moved-without-reason'

/** What two people who mean "we took the average" write as their reason. */
const SAYS_ONLY_AVERAGE =
  /^\W*(?:(?:we|the|an|a|by|is|it|was|took|take|taken|simple|arithmetic|of|all|scores?|evaluators?|individual|panel|their|three|two|rounded|to)\W+)*(?:average|averaged|mean|median|avg)(?:\W+(?:of|the|all|scores?|evaluators?|individual|panel|their|three|two|rounded|score|was|taken|used|to|up|down))*\W*$/i

const LONGEST_EXCUSE = 120

export const isOnScale = ({ lowest, highest, levels }: Scale, score: Exact): boolean =>
  levels.length > 0 ? levels.some((level) => level.score.eq(score)) : score.gte(lowest) && score.lte(highest)

const decideModerated = (given: GivenScore, agreed: Exact): Decision<AgreedScore, ScoreRefusal> => {
  const { evaluators, reason } = given
  const isUnanimous = evaluators.every(({ score }) => score.eq(agreed))
  if (isUnanimous)
    return accept({
      score: agreed,
      reason: reason ?? evaluators[0]?.reason ?? null,
      how: evaluators.length === 1 ? 'one-evaluator' : 'unanimous',
      evaluators,
    })
  const facts = () => ({
    agreed: showExact(agreed),
    scores: evaluators.map(({ score }) => showExact(score)).join(', '),
  })
  if (reason === null) {
    const mean = sum(evaluators.map(({ score }) => score)).div(evaluators.length)
    const isMean = mean.minus(agreed).abs().lt('0.006')
    return refuse(isMean ? 'average-without-reason' : 'moved-without-reason', facts())
  }
  if (reason.length < LONGEST_EXCUSE && SAYS_ONLY_AVERAGE.test(reason))
    return refuse('reason-is-average', facts())
  return accept({ score: agreed, reason, how: 'moderated', evaluators })
}

/**
 * One score for one criterion of one bid. Evaluators who differ have to agree on a score and say why; an average is not
 * an agreement (Bromcom v United Learning). One evaluator, or all with the same score, agree already.
 */
export const decideAgreedScore = (scale: Scale, given: GivenScore): Decision<AgreedScore, ScoreRefusal> => {
  const { evaluators, agreed, reason } = given
  const offOne = evaluators.find(({ score }) => !isOnScale(scale, score))
  const off = offOne?.score ?? (agreed && !isOnScale(scale, agreed) ? agreed : undefined)
  const [first] = evaluators
  const isMixed = evaluators.some(({ score }) => first && !score.eq(first.score))
  if (given.saysAverage && isMixed)
    return refuse('average-without-reason', {
      agreed: 'average',
      scores: evaluators.map(({ score }) => showExact(score)).join(', '),
    })
  if (off) return refuse('score-off-scale', { score: showExact(off) })
  if (agreed === null && !first) return refuse('score-missing')
  if (agreed === null && isMixed)
    return refuse('scores-differ', { scores: evaluators.map(({ score }) => showExact(score)).join(', ') })
  if (first) return decideModerated(given, agreed ?? first.score)
  return accept({ score: agreed as Exact, reason, how: 'stated', evaluators })
}
