import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Rubric, RubricLevel } from '../model.ts'

export type ScoreRefusal = 'score-not-on-rubric' | 'evidence-missing' | 'reason-missing'
export type ScoredStory = {
  readonly score: number
  readonly level: RubricLevel
  readonly reason: string
  readonly evidence: readonly string[]
}

/**
 * A score of 0 to 5 on a described scale, with its reason and the evidence its level asks for. It stands beside the
 * numbers: there is no rate at which it becomes pounds.
 */
export const decideScore = (
  rubric: Rubric,
  given: { readonly score: number; readonly reason: string; readonly evidence: readonly string[] },
): Decision<ScoredStory, ScoreRefusal> => {
  const level = rubric.levels.find(({ score }) => score === given.score)
  if (!level) return refuse('score-not-on-rubric', { score: given.score, rubric: rubric.name })
  if (given.reason.trim() === '') return refuse('reason-missing', { score: given.score })
  const evidence = given.evidence.map((text) => text.trim()).filter((text) => text !== '')
  if (level.evidence !== null && evidence.length === 0)
    return refuse('evidence-missing', { score: given.score, wanted: level.evidence })
  return accept({ score: level.score, level, reason: given.reason.trim(), evidence })
}
