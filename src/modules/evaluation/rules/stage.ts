import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { type EvaluationRefusal, type LowPriceCase, STAGE_MOVES, type Stage } from '../model.ts'

export const decideStage = (from: Stage, to: Stage): Decision<Stage, EvaluationRefusal> =>
  STAGE_MOVES[from].includes(to) ? accept(to) : refuse('stage-not-next', { from, to })

/**
 * A price that was flagged is settled when its supplier was asked and heard and somebody has decided; a price that is
 * explained may not be disregarded (Procurement Act 2023 s.19(3) to (5)).
 */
export const openLowPrices = (
  flagged: readonly string[],
  cases: readonly Pick<LowPriceCase, 'bidId' | 'decision'>[],
): readonly string[] =>
  flagged.filter((bidId) => !cases.some((one) => one.bidId === bidId && one.decision !== null))
