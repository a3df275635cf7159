import { warningSentence } from './messages/warning-words.ts'
import type { Notice } from './model/valuation.ts'
import { NEVER_ADDED, showFramework, showNotices, showOutcome, showTotals } from './present-valuation.ts'
import type { ReadItem } from './reading/read-item.ts'
import { readValueInput } from './reading/read-value-input.ts'
import { nearestCodes } from './rules/nearest-codes.ts'
import type { Pricing } from './rules/pricing.ts'
import type { Totals } from './rules/totals.ts'
import { type ItemOutcome, type ItemRequest, type ValuedItems, valueItems } from './rules/value-items.ts'

/** Offers as they were read and what came of each, in the order given. */
export type ValuedOffers = {
  readonly offers: readonly { readonly read: ReadItem; readonly outcome: ItemOutcome }[]
  readonly totals: Totals | null
  readonly isSingle: boolean
}
export type OffersOutcome =
  | { readonly ok: true; readonly valued: ValuedOffers }
  | { readonly ok: false; readonly faults: readonly string[] }

const unknownMeasure = (key: string, code: string, pricing: Pricing): ItemOutcome => {
  const near = nearestCodes(code, [...pricing.measures.keys()]).join(', ')
  return {
    kind: 'refused',
    key,
    refusals: [{ code: 'unknown-measure', facts: { code: code.slice(0, 60), near } }],
  }
}

const valueAll = (items: readonly ReadItem[], pricing: Pricing): ValuedItems => {
  const known = items
    .map(({ item }) => item)
    .filter((item): item is ItemRequest => item.kind !== 'unknown-measure')
  const valued = valueItems(known, pricing)
  if (known.length === items.length) return valued
  const byKey = new Map(
    valued.outcomes.map((outcome) => [
      outcome.kind === 'valued' ? outcome.valuation.key : outcome.key,
      outcome,
    ]),
  )
  const outcomes = items.map(({ item }) =>
    item.kind === 'unknown-measure'
      ? unknownMeasure(item.key, item.code, pricing)
      : byKey.get(item.request.key),
  )
  return { outcomes: outcomes.filter((outcome) => outcome !== undefined), totals: null }
}

/** Reads offers written as JSON (see README) and values them. The one way in for command line, API and page. */
export const valueOffers = (text: string, pricing: Pricing): OffersOutcome => {
  const read = readValueInput(text, pricing)
  if (!read.ok) return read
  const { items, isSingle } = read.batch
  const { outcomes, totals } = valueAll(items, pricing)
  const offers = outcomes.map((outcome, at) => ({ outcome, read: items[at] as ReadItem }))
  return { ok: true, valued: { offers, totals, isSingle } }
}

/** What to know about how an offer was read. */
export const readingNotices = ({ notUsed, isOwn, ownSource }: ReadItem): Notice[] => [
  ...notUsed.map((field) => ({ code: 'field-not-used', facts: { field } })),
  ...(isOwn ? [{ code: 'own-measure', facts: {} }] : []),
  ...(isOwn && !ownSource ? [{ code: 'own-without-source', facts: {} }] : []),
]

export const readingWarnings = (read: ReadItem): string[] => readingNotices(read).map(warningSentence)

/** Offers with their sums as they are printed as JSON: every step, the result under its basis, totals by basis. */
export const showOffers = ({ offers, totals, isSingle }: ValuedOffers, pricing: Pricing) => {
  const shown = offers.map(({ read, outcome }) => {
    const item = showOutcome(outcome, pricing)
    return {
      ...item,
      ...(read.ownSource === null ? {} : { statedSource: read.ownSource }),
      warnings: [...showNotices(readingNotices(read)), ...('warnings' in item ? item.warnings : [])],
    }
  })
  const framework = { framework: showFramework(pricing.framework) }
  const together = {
    result: totals ? showTotals(totals) : null,
    notices: totals ? showNotices(totals.notices) : [],
    note: NEVER_ADDED,
  }
  return isSingle
    ? { ...shown[0], ...framework, note: NEVER_ADDED }
    : { items: shown, ...together, ...framework }
}
