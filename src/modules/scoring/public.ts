export { commands } from './commands.ts'
export { criteriaFingerprint } from './fingerprint.ts'
export { problemWords } from './messages/problem-words.ts'
export type { AgreedScore, Bid, Competition, Group, Kind, Leaf, Method, MethodName, Scale } from './model.ts'
export { showResult } from './presenting/show-result.ts'
export { offersPricedOn } from './reading/price-offers.ts'
export { decideAgreedScore } from './rules/agree-score.ts'
export {
  type AskToTry,
  type MethodTried,
  SIMULATED_METHODS,
  type Swap,
  simulateAsk,
} from './rules/simulate-ask.ts'
export {
  type ScoredCompetition,
  type ScoreOutcome,
  scoreCompetition,
  scoreInput,
} from './score-competition.ts'
