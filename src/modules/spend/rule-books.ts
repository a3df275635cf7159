import { z } from 'zod'
import { CPV_DIVISIONS } from './defaults/cpv-divisions.ts'
import { DEFAULT_INFLUENCE_RULES } from './defaults/influence-rules.ts'
import { PLAIN_CATEGORIES } from './defaults/plain-categories.ts'
import { CATEGORY_FIELDS, type CategoryScheme } from './rules/categorise.ts'
import { type InfluenceRule, type KnownContract, OUTCOMES, SUBJECTS } from './rules/influence.ts'
import { TEXT_TESTS } from './rules/text-tests.ts'

const text = (most: number) => z.string().trim().max(most)

export const influenceRuleShape = z
  .object({
    subject: z.enum(SUBJECTS, { error: 'Choose what the rule looks at' }),
    test: z.enum(TEXT_TESTS, { error: 'Choose how it compares' }),
    value: text(200),
    outcome: z.enum(OUTCOMES, { error: 'Choose what the rule says' }),
    reason: text(300).min(1, 'Give the reason that people will read'),
  })
  .refine((rule) => !rule.subject.startsWith('contract-') || /^\d{1,3}$/.test(rule.value), {
    path: ['value'],
    message: 'Give a number of months, such as 24',
  })
  .refine((rule) => rule.value !== '' || rule.subject === 'anything' || rule.subject === 'framework', {
    path: ['value'],
    message: 'Give the text to look for',
  })

export const influenceBook = z.object({ rules: z.array(influenceRuleShape).max(500) })

export const contractBook = z.object({
  contracts: z
    .array(
      z.object({
        supplier: text(200),
        category: text(200),
        title: text(300),
        endsOn: text(10),
        framework: text(200),
      }),
    )
    .max(5000),
})

export const categoryRuleShape = z.object({
  field: z.enum(CATEGORY_FIELDS, { error: 'Choose what the rule looks at' }),
  test: z.enum(TEXT_TESTS, { error: 'Choose how it compares' }),
  value: text(200).min(1, 'Give the text to look for'),
  code: text(60).min(1, 'Choose a category'),
})

export const schemeBook = z.object({
  name: text(100),
  source: text(300),
  entries: z.array(z.object({ code: text(60), name: text(200) })).max(2000),
  rules: z.array(categoryRuleShape).max(2000),
  choices: z.record(z.string(), z.string()),
})

/** The books of rules: what is in one, and how it begins. */
export const INFLUENCE_BOOK = 'influenceable'
export const CONTRACT_BOOK = 'contracts'
const SCHEME = 'categories:'
export const schemeBookName = (slug: string): string => `${SCHEME}${slug}`
export const slugOfBook = (name: string): string => name.slice(SCHEME.length)
export const isSchemeBook = (name: string): boolean => name.startsWith(SCHEME)

export const readInfluenceBook = (content: unknown): readonly InfluenceRule[] =>
  content === undefined ? DEFAULT_INFLUENCE_RULES : influenceBook.parse(content).rules
export const readContractBook = (content: unknown): readonly KnownContract[] =>
  content === undefined ? [] : contractBook.parse(content).contracts
export const readSchemeBook = (content: unknown): CategoryScheme => schemeBook.parse(content)

/** Schemes that come with the product; an organisation's first change makes one its own. */
export const SHIPPED_SCHEMES: Readonly<Record<string, CategoryScheme>> = {
  plain: PLAIN_CATEGORIES,
  cpv: CPV_DIVISIONS,
}
