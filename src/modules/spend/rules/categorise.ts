import { passesText, type TextTest } from './text-tests.ts'

/** What a payment file says of a line, as far as a scheme's rules look at it. */
export type CategoryFacts = {
  readonly category: string | null
  readonly department: string | null
  readonly sector: string | null
}

export const CATEGORY_FIELDS = ['category', 'department', 'sector'] as const
export type CategoryRule = {
  readonly field: (typeof CATEGORY_FIELDS)[number]
  readonly test: TextTest
  readonly value: string
  readonly code: string
}

/** A scheme of categories: its codes, the rules that map the files' own words, and what people chose by hand. */
export type CategoryScheme = {
  readonly name: string
  readonly source: string
  readonly entries: readonly { readonly code: string; readonly name: string }[]
  readonly rules: readonly CategoryRule[]
  /** By the category in the files' words. */
  readonly choices: Readonly<Record<string, string>>
}

export type Categorised = { readonly code: string; readonly by: 'hand' | 'rule'; readonly rule?: number }

/** A hand's choice comes first, then the first rule that fits. What nothing fits is unknown, never "other". */
export const categorise = (scheme: CategoryScheme, facts: CategoryFacts): Categorised | null => {
  const chosen = facts.category === null ? undefined : scheme.choices[facts.category]
  if (chosen !== undefined && scheme.entries.some((entry) => entry.code === chosen))
    return { code: chosen, by: 'hand' }
  const at = scheme.rules.findIndex(
    (rule) =>
      facts[rule.field] !== null &&
      passesText(facts[rule.field], rule.test, rule.value) &&
      scheme.entries.some((entry) => entry.code === rule.code),
  )
  const rule = scheme.rules[at]
  return rule ? { code: rule.code, by: 'rule', rule: at + 1 } : null
}
