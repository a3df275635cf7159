import type { Proxy, Variant } from '../model.ts'
import { variantOfField } from '../rules/entry-fields.ts'
import { figureOf, grouped } from './figure-words.ts'

const NAMES: Readonly<Record<string, string>> = {
  name: 'Name',
  outcome: 'Outcome',
  theme: 'Theme',
  words: 'Words of a priority it answers',
  counts: 'What counts',
  doesNotCount: 'What does not count',
  unit: 'Unit',
  howToCount: 'How to count it',
  evidence: 'Evidence',
  kind: 'Counted or told in words',
  basis: 'Kind of value',
  proxy: 'Value of one',
  variants: 'Other figures',
  rubric: 'Scale',
  source: 'Source',
  link: 'Link',
  licence: 'Licence',
  status: 'How far it may be trusted',
  confidence: 'Confidence',
  group: 'Double-count group',
  isTransfer: 'Moves money from pocket to pocket',
  valuedThrough: 'Valued through',
  deadweight: 'Deadweight guidance',
  suitsSmallSuppliers: 'Suits small suppliers',
  minimumMonths: 'Months it needs to show',
  contractKinds: 'Kinds of contract',
  caution: 'Caution',
}

/** What a field of a theme, outcome or measure is called. */
export const fieldName = (field: string): string => {
  const variant = variantOfField(field)
  return variant === null ? (NAMES[field] ?? field) : `Other figure “${variant}”`
}

const isVariant = (value: object): value is Variant => 'name' in value && 'priceYear' in value
const isProxy = (value: object): value is Proxy => 'priceYear' in value

/** What a field holds, for people. */
export const fieldText = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(fieldText).join('; ') || '–'
  if (typeof value !== 'object') return String(value)
  if (isVariant(value)) return `${value.name}: £${grouped(value.value)}, prices of ${value.priceYear}`
  if (isProxy(value)) return `${figureOf({ proxy: value })}, prices of ${value.priceYear}`
  if ('name' in value) return String(value.name)
  return JSON.stringify(value)
}
