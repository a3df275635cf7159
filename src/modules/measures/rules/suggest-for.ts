import type { LocalFramework, Weight } from '../model/adaptation.ts'
import type { ContractFacts } from './proportionality.ts'
import { type PriorityFacts, type Suggestion, suggestMeasures } from './suggest.ts'
import { weightOf } from './weights.ts'

export type WeightedSuggestion = Suggestion & { readonly weight: number }

/**
 * The measures of a framework that serve a priority as an authority has weighted them: what matters more for its ward
 * or priority comes first, and a weight of 0 leaves a measure out. What does not suit the contract still comes last.
 */
export const suggestFor = (
  { framework, weights }: Pick<LocalFramework, 'framework' | 'weights'>,
  priority: PriorityFacts,
  targets: readonly Weight['target'][],
  contract: ContractFacts | null = null,
): WeightedSuggestion[] =>
  suggestMeasures(framework, priority, contract)
    .map((suggestion) => ({ ...suggestion, weight: weightOf(suggestion.measure.code, weights, targets) }))
    .filter(({ weight }) => weight > 0)
    .sort(
      (a, b) =>
        Math.sign(a.unsuitable.length) - Math.sign(b.unsuitable.length) ||
        b.strength * b.weight - a.strength * a.weight ||
        (a.measure.code < b.measure.code ? -1 : 1),
    )
