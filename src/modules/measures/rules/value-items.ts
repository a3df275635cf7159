import type { Notice, ValueOutcome, ValueRequest } from '../model/valuation.ts'
import type { Framework, Measure } from '../model.ts'
import type { Pricing } from './pricing.ts'
import { decideScore, type ScoredStory } from './rubric.ts'
import { type TotalItem, type Totals, totalByBasis } from './totals.ts'
import { valueMeasure } from './value-measure.ts'

export type ScoreRequest = {
  readonly key: string
  readonly measure: Measure
  readonly score: number | null
  readonly reason: string
  readonly evidence: readonly string[]
  readonly openQuestions: readonly Notice[]
}

export type ItemRequest =
  | { readonly kind: 'count'; readonly request: ValueRequest }
  | { readonly kind: 'words'; readonly request: ScoreRequest }
export type ItemOutcome =
  | ValueOutcome
  | { readonly kind: 'scored'; readonly key: string; readonly measure: Measure; readonly scored: ScoredStory }

export type ValuedItems = {
  readonly outcomes: readonly ItemOutcome[]
  /** Null while an item waits for an answer or was refused: a total of a part would be read as the whole. */
  readonly totals: Totals | null
}

const QUESTION_OF: Readonly<Record<string, string>> = {
  'evidence-missing': 'score-evidence',
  'reason-missing': 'score-reason',
}

const scoreItem = (
  { key, measure, score, reason, evidence, openQuestions }: ScoreRequest,
  framework: Framework,
): ItemOutcome => {
  const questions = score === null ? [...openQuestions, { code: 'score', facts: {} }] : openQuestions
  if (score === null || questions.length > 0) return { kind: 'questions', key, measure, questions }
  const rubric = framework.rubrics.find(({ code }) => code === measure.rubric)
  if (!rubric)
    return { kind: 'refused', key, refusals: [{ code: 'no-rubric', facts: { measure: measure.code } }] }
  const decision = decideScore(rubric, { score, reason, evidence })
  if (decision.ok) return { kind: 'scored', key, measure, scored: decision.value }
  const facts = decision.facts ?? {}
  const asked = QUESTION_OF[decision.refusal]
  return asked
    ? { kind: 'questions', key, measure, questions: [{ code: asked, facts }] }
    : { kind: 'refused', key, refusals: [{ code: decision.refusal, facts }] }
}

const totalItems = (outcomes: readonly ItemOutcome[]): TotalItem[] =>
  outcomes.flatMap((outcome): TotalItem[] => {
    if (outcome.kind !== 'valued' || !outcome.valuation.value) return []
    const { key, measure, basis, isTransfer, value, priceYear, valuationYear, distinctBecause } =
      outcome.valuation
    return [
      {
        key,
        measure: measure.code,
        basis,
        group: measure.group,
        isTransfer,
        value,
        priceYear,
        valuationYear,
        distinctBecause,
      },
    ]
  })

/** Values several items and adds up what may be added up, by basis. */
export const valueItems = (requests: readonly ItemRequest[], pricing: Pricing): ValuedItems => {
  const outcomes = requests.map((item) =>
    item.kind === 'count' ? valueMeasure(item.request, pricing) : scoreItem(item.request, pricing.framework),
  )
  const isWhole = outcomes.every(({ kind }) => kind === 'valued' || kind === 'scored')
  return {
    outcomes,
    totals: isWhole ? totalByBasis(totalItems(outcomes), pricing.framework.neverTogether) : null,
  }
}
