import type { PageRequest } from '../../../platform/http/route.ts'
import { SHARE_NAMES } from '../model/valuation.ts'

type Query = PageRequest['query']

export const MOST_OFFERS = 8

/** The fields of one offer in the address; those of the second carry a 2 at their end: `measure2`. */
export const OFFER_FIELDS = [
  'measure',
  'quantity',
  'low',
  'high',
  'unit',
  'variant',
  'distinctBecause',
  'score',
  'reason',
  'evidence',
] as const
export type OfferField = (typeof OFFER_FIELDS)[number]
export type OfferTexts = Readonly<Record<OfferField, string>>

/** The fields that hold for all offers. */
export const SETTINGS = [
  'years',
  'startYear',
  'valuationYear',
  'priceYear',
  'fullTimeHours',
  'sharedBetween',
  'investment',
] as const

export const nameOf = (field: OfferField, at: number): string => (at === 0 ? field : `${field}${at + 1}`)

/** How many offers the form has room for: those filled in, and one more where somebody asks for it. */
export const offerCount = (query: Query): number => {
  const asked = Number(query.more ?? 0)
  let filled = 1
  for (let at = 1; at < MOST_OFFERS; at++) if ((query[nameOf('measure', at)] ?? '') !== '') filled = at + 1
  return Math.min(MOST_OFFERS, Number.isSafeInteger(asked) ? Math.max(filled, asked) : filled)
}

export const offersIn = (query: Query): OfferTexts[] =>
  Array.from(
    { length: offerCount(query) },
    (_, at) =>
      Object.fromEntries(OFFER_FIELDS.map((field) => [field, query[nameOf(field, at)] ?? ''])) as OfferTexts,
  )

const filled = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined))

const quantityOf = ({ quantity, low, high }: OfferTexts): unknown =>
  low === '' && high === '' ? quantity : filled({ low, central: quantity, high })

const offerOf = (texts: OfferTexts, at: number): Record<string, unknown> => {
  const { low: _low, high: _high, quantity, ...others } = texts
  return {
    label: String(at + 1),
    ...filled(others),
    ...(quantity === '' ? {} : { quantity: quantityOf(texts) }),
  }
}

const shareOf = (query: Query, name: string): unknown => {
  const share = query[name] ?? ''
  if (share === '') return ''
  return filled({
    share,
    low: query[`${name}-low`],
    high: query[`${name}-high`],
    reason: query[`${name}-reason`],
  })
}

const discountOf = (query: Query): unknown => {
  const rate = query.discount === 'other' ? (query['discount-rate'] ?? '') : (query.discount ?? '')
  const given = filled({ rate, convention: query['discount-convention'], reason: query['discount-reason'] })
  return Object.keys(given).length > 0 ? given : ''
}

/** Whole amounts split at commas: what was put in, year by year. */
const investmentOf = (text: string): unknown => {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length > 1 ? parts : text
}

/**
 * The address as what `goldthread value` takes: the same engine, so the same answer. Null while no measure is named.
 */
export const inputOf = (query: Query): string | null => {
  const offers = offersIn(query)
    .map(offerOf)
    .filter(({ measure }) => measure !== undefined)
  if (offers.length === 0) return null
  const shares = Object.fromEntries(SHARE_NAMES.map((name) => [name, shareOf(query, name)]))
  const settings = Object.fromEntries(SETTINGS.map((name) => [name, query[name] ?? '']))
  return JSON.stringify({
    items: offers,
    ...filled({ ...settings, investment: investmentOf(query.investment ?? '') }),
    assumptions: filled({ ...shares, discount: discountOf(query) }),
  })
}
