import type { Pricing } from '../rules/pricing.ts'
import { LONGEST_INPUT, parseExactJson } from './exact-json.ts'
import { type Given, type ReadItem, readItem } from './read-item.ts'
import { NAMES } from './value-names.ts'
import { type Notes, readObject } from './value-parts.ts'

export const MOST_ITEMS = 10_000
const MOST_FAULTS = 20

export type ReadBatch = { readonly items: readonly ReadItem[]; readonly isSingle: boolean }
export type ReadOutcome =
  | { readonly ok: true; readonly batch: ReadBatch }
  | { readonly ok: false; readonly faults: readonly string[] }

const sameKeys = (items: readonly ReadItem[]): string[] => {
  const keys = items.map(({ item }) => (item.kind === 'unknown-measure' ? item.key : item.request.key))
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const key of keys) {
    if (seen.has(key)) twice.add(key)
    seen.add(key)
  }
  return [...twice]
    .slice(0, MOST_FAULTS)
    .map((key) => `Two items have the label "${key.slice(0, 60)}"; give each its own.`)
}

const listOf = (
  value: unknown,
  faults: string[],
): { readonly raw: readonly unknown[]; readonly defaults: Given; readonly isSingle: boolean } | null => {
  if (Array.isArray(value)) return { raw: value, defaults: {}, isSingle: false }
  const notes: Notes = { faults, notUsed: [] }
  const batch = readObject(value, NAMES.batch, 'The input', notes)
  if (!batch || batch.items === undefined) return { raw: [value], defaults: {}, isSingle: true }
  const { items, framework: _framework, ...defaults } = batch
  if (Array.isArray(items)) return { raw: items, defaults, isSingle: false }
  faults.push('items is not a list; write "items": [ … ].')
  return null
}

/**
 * Reads what `goldthread value` is given: one item, a list of items, or `{ items, … }` where the rest holds for every
 * item that does not say otherwise. Wrong shapes come back as sentences; what is only missing is asked for later.
 */
export const readValueInput = (text: string, pricing: Pricing): ReadOutcome => {
  if (text.trim() === '')
    return {
      ok: false,
      faults: [
        'Nothing came in. Give a measure and a quantity as JSON: { "measure": "com-volunteer", "quantity": 40 }.',
      ],
    }
  if (text.length > LONGEST_INPUT)
    return { ok: false, faults: ['The input is longer than 20 million characters. Split it.'] }
  const parsed = parseExactJson(text.replace(/^\uFEFF/, ''))
  if (!parsed)
    return {
      ok: false,
      faults: ['The input is not JSON. Check quotes, commas and brackets; names stand in double quotes.'],
    }
  const faults: string[] = []
  const list = typeof parsed.value === 'object' && parsed.value !== null ? listOf(parsed.value, faults) : null
  if (!list)
    return {
      ok: false,
      faults:
        faults.length > 0
          ? faults
          : ['The input is neither an object nor a list. Write { "measure": …, "quantity": … }.'],
    }
  if (list.raw.length === 0) return { ok: false, faults: ['The list is empty. Give at least one item.'] }
  if (list.raw.length > MOST_ITEMS)
    return {
      ok: false,
      faults: [`The list has ${list.raw.length} items; at most ${MOST_ITEMS} are valued at once.`],
    }
  const items = list.raw
    .map((raw, index) => readItem(raw, list.defaults, list.isSingle ? null : index, pricing, faults))
    .filter((item) => item !== null)
  if (faults.length === 0) faults.push(...sameKeys(items))
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, MOST_FAULTS) }
  return { ok: true, batch: { items, isSingle: list.isSingle } }
}
