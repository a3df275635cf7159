import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import {
  type Bid,
  type EvaluationRefusal,
  HIGHEST_SCORE,
  type Panellist,
  type Score,
  SHORTEST_REASON,
  type Stage,
} from '../model.ts'

type Refused = Decision<true, EvaluationRefusal>
type Kind = { readonly name: string; readonly kind: string }

/** What people judge on the scale; everything else is counted. */
export const isJudged = ({ kind }: Pick<Kind, 'kind'>): boolean =>
  kind === 'quality' || kind === 'social-value-qualitative'
export const judgedNames = (criteria: readonly Kind[]): readonly string[] =>
  criteria.filter(isJudged).map(({ name }) => name)

/** Scoring begins when every judged criterion has somebody and nobody on the panel has nothing to do. */
export const decidePanel = (criteria: readonly Kind[], panel: readonly Panellist[]): Refused => {
  const active = panel.filter(({ removedAt }) => removedAt === null)
  if (active.length === 0) return refuse('panel-empty')
  const open = judgedNames(criteria).find((name) => !active.some((one) => one.criteria.includes(name)))
  return open === undefined ? accept(true) : refuse('criterion-without-evaluator', { criterion: open })
}

/** One score of one person: on the scale, with a reason, for a criterion that is theirs, before they have handed in. */
export const decideScore = (
  given: Pick<Score, 'criterion' | 'score' | 'reason'>,
  facts: {
    readonly stage: Stage
    readonly own: Panellist | undefined
    readonly bid: Pick<Bid, 'excludedBecause'>
    readonly isCleared: boolean
  },
): Refused => {
  const { own } = facts
  if (facts.stage !== 'scoring') return refuse('not-in-this-stage')
  if (!own || own.removedAt !== null) return refuse('not-on-the-panel')
  if (!own.criteria.includes(given.criterion)) return refuse('not-your-criterion')
  if (!facts.isCleared) return refuse('declare-first')
  if (own.handedInAt !== null) return refuse('handed-in-already')
  if (facts.bid.excludedBecause !== null) return refuse('bid-excluded')
  if (!Number.isInteger(given.score) || given.score < 0 || given.score > HIGHEST_SCORE)
    return refuse('score-off-scale')
  return given.reason.trim().length >= SHORTEST_REASON ? accept(true) : refuse('reason-too-short')
}

export type Desk = {
  readonly bidId: string
  readonly letter: string
  readonly lot: string
  readonly criterion: string
}

/** Everything a person has to score: their criteria, on the bids that they may read and that are still in. */
export const deskOf = (
  own: Pick<Panellist, 'criteria'>,
  criteria: readonly Kind[],
  bids: readonly Bid[],
  cleared: ReadonlySet<string>,
): readonly Desk[] =>
  judgedNames(criteria)
    .filter((name) => own.criteria.includes(name))
    .flatMap((criterion) =>
      bids
        .filter(({ id, excludedBecause }) => excludedBecause === null && cleared.has(id))
        .map(({ id, letter, lot }) => ({ bidId: id, letter, lot, criterion })),
    )

export const missingScores = (desk: readonly Desk[], scores: readonly Score[]): readonly Desk[] => {
  const given = new Set(scores.map(({ bidId, criterion }) => `${bidId} ${criterion}`))
  return desk.filter(({ bidId, criterion }) => !given.has(`${bidId} ${criterion}`))
}

export const decideHandIn = (desk: readonly Desk[], scores: readonly Score[]): Refused => {
  const missing = missingScores(desk, scores)
  return missing.length === 0 ? accept(true) : refuse('scores-missing', { count: missing.length })
}
