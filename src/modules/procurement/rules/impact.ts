import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import {
  DIMENSIONS,
  type Dimension,
  GRADES,
  type Impact,
  type ImpactDraft,
  type ImpactRefusal,
  type NoImpact,
} from '../model/impact.ts'

const MIN_REASON = 10

/** Likelihood times scale, 1 to 16: an order in which to look at effects, not a measurement. */
export const weightOf = ({ likelihood, scale }: Pick<Impact, 'likelihood' | 'scale'>): number =>
  likelihood * scale

const isAnswered = ({ answer, answerReason }: ImpactDraft): boolean =>
  answer !== null && answerReason.trim().length >= MIN_REASON

/** Takes an effect as it was written. A bad one may stand unanswered while it is worked on; an answer needs its reason. */
export const decideImpact = (draft: ImpactDraft): Decision<ImpactDraft, ImpactRefusal> => {
  const effect = draft.effect.trim()
  if (effect === '' || effect.length > 1000) return refuse('impact-without-effect')
  const grades: readonly number[] = GRADES
  if (!grades.includes(draft.likelihood) || !grades.includes(draft.scale))
    return refuse('impact-grade-unknown')
  if (draft.direction === 'positive') return accept({ ...draft, effect, answer: null, answerReason: '' })
  if (draft.answer !== null && !isAnswered(draft)) return refuse('impact-answer-without-reason')
  return accept({ ...draft, effect, answerReason: draft.answerReason.trim() })
}

/** "No effect of this kind" needs a reason, and cannot stand beside one. */
export const decideNoImpact = (
  none: NoImpact,
  impacts: readonly Impact[],
): Decision<NoImpact, ImpactRefusal> => {
  const reason = none.reason.trim()
  if (reason.length < MIN_REASON) return refuse('impact-none-without-reason')
  if (impacts.some(({ dimension }) => dimension === none.dimension)) return refuse('impact-none-but-some')
  return accept({ ...none, reason })
}

export type ImpactGaps = {
  /** Nothing is said of these yet. */
  readonly dimensions: readonly Dimension[]
  /** Bad effects without a mitigation or an accepted reason, the weightiest first. */
  readonly unanswered: readonly Impact[]
}

/**
 * What an assessment still lacks: each kind of effect is looked at, and each bad one met. After Hackney's practice of
 * assessing a purchase before it is made: change the subject, the specification or the questions, or say why not.
 */
export const findImpactGaps = (impacts: readonly Impact[], none: readonly NoImpact[]): ImpactGaps => {
  const seen = new Set([...impacts, ...none].map(({ dimension }) => dimension))
  return {
    dimensions: DIMENSIONS.filter((dimension) => !seen.has(dimension)),
    unanswered: impacts
      .filter((impact) => impact.direction === 'negative' && !isAnswered(impact))
      .sort((a, b) => weightOf(b) - weightOf(a)),
  }
}
