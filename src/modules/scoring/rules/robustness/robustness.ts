import type { Competition } from '../../model.ts'
import { winnerOf } from '../rank-bids.ts'
import type { Scored } from '../score-bids.ts'
import { type Alternative, alternatives } from './alternatives.ts'
import { type IrrelevantBids, irrelevantBids } from './irrelevant-bids.ts'
import { type SingleScore, singleScores } from './single-scores.ts'
import { type WeightTest, weightTests } from './weights.ts'

export type Robustness = {
  readonly weights: readonly WeightTest[]
  readonly alternatives: readonly Alternative[]
  readonly singleScores: readonly SingleScore[]
  readonly irrelevantBids: IrrelevantBids
}

/** How easily another bid would have won. Null without a single winner, or with nobody to compare it with. */
export const robustnessOf = (competition: Competition, scored: Scored): Robustness | null => {
  const winner = winnerOf(scored.places)
  if (winner === null || scored.compared.length < 2) return null
  const isWeighted = competition.ranking.by === 'weighted-total'
  return {
    weights: isWeighted ? weightTests(competition, scored, winner) : [],
    alternatives: alternatives(competition, scored, [winner]),
    singleScores: isWeighted ? singleScores(competition, scored, winner) : [],
    irrelevantBids: irrelevantBids(competition, scored, [winner]),
  }
}
