import type { Notice } from '../model/valuation.ts'
import type { Framework, Measure, Outcome } from '../model.ts'
import { type ContractFacts, whyUnsuitable } from './proportionality.ts'

export type PriorityFacts = {
  readonly title: string
  readonly text: string
  /** Outcomes that somebody has tied the priority to. */
  readonly outcomes: readonly string[]
}

export type Suggestion = {
  readonly measure: Measure
  readonly strength: number
  readonly because: readonly Notice[]
  readonly unsuitable: readonly Notice[]
}

const TIED = 10
const OUTCOME_WORD = 3
const MEASURE_WORD = 1
const SHORTEST_NAME_WORD = 6

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? []

/** A word of one or two parts is found where each part begins a word: `care leaver` in "care leavers". */
const isIn = (word: string, words: readonly string[]): boolean => {
  const parts = word.split(' ')
  const fits = (part: string, text: string | undefined) =>
    part.length <= 3 ? text === part || text === `${part}s` : (text ?? '').startsWith(part)
  return words.some((_, start) => parts.every((part, offset) => fits(part, words[start + offset])))
}

const outcomeReasons = (
  outcome: Outcome,
  priority: PriorityFacts,
  words: readonly string[],
): { strength: number; because: Notice[] } => {
  const tied = priority.outcomes.includes(outcome.code)
  const found = outcome.words.filter((word) => isIn(word, words))
  const because: Notice[] = []
  if (tied) because.push({ code: 'tied-to-outcome', facts: { outcome: outcome.name } })
  if (found.length > 0)
    because.push({ code: 'outcome-words', facts: { outcome: outcome.name, words: found.join(', ') } })
  return { strength: (tied ? TIED : 0) + OUTCOME_WORD * found.length, because }
}

const nameWords = (measure: Measure, words: readonly string[]): string[] => [
  ...new Set(
    wordsOf(measure.name).filter((word) => word.length >= SHORTEST_NAME_WORD && words.includes(word)),
  ),
]

/**
 * The measures that serve a priority, strongest first, each with its reasons: an outcome that somebody tied to it,
 * or words in common. With a contract, what does not suit it comes last and says why.
 */
export const suggestMeasures = (
  framework: Framework,
  priority: PriorityFacts,
  contract: ContractFacts | null = null,
): Suggestion[] => {
  const words = wordsOf(`${priority.title} ${priority.text}`)
  const outcomes = new Map(
    framework.outcomes.map((outcome) => [outcome.code, outcomeReasons(outcome, priority, words)]),
  )
  return framework.measures
    .map((measure): Suggestion => {
      const outcome = outcomes.get(measure.outcome) ?? { strength: 0, because: [] }
      const named = outcome.strength > 0 ? nameWords(measure, words) : []
      const because =
        named.length > 0
          ? [...outcome.because, { code: 'name-words', facts: { words: named.join(', ') } }]
          : outcome.because
      return {
        measure,
        strength: outcome.strength + MEASURE_WORD * named.length,
        because,
        unsuitable: contract ? whyUnsuitable(measure, contract) : [],
      }
    })
    .filter(({ strength }) => strength > 0)
    .sort(
      (a, b) =>
        Math.sign(a.unsuitable.length) - Math.sign(b.unsuitable.length) ||
        b.strength - a.strength ||
        (a.measure.code < b.measure.code ? -1 : 1),
    )
}
