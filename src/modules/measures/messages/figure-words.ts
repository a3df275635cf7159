import type { Basis, Confidence, Measure, MeasureStatus } from '../model.ts'
import { findUnit } from '../rules/conversions.ts'
import { warningSentence } from './warning-words.ts'

/** A decimal written out with its thousands marked. */
export const grouped = (figure: string): string => figure.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')

export const BASIS_NAMES: Readonly<Record<Basis, string>> = {
  spend: 'Pounds as paid',
  fiscal: 'Public money saved',
  economic: 'Output or earnings',
  wellbeing: 'Wellbeing',
  carbon: 'Carbon',
  none: 'No price',
}

export const CONFIDENCE_NAMES: Readonly<Record<Confidence, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  'not-priced': 'Not priced',
}

/** The tag of a figure that needs care. */
export const STATUS_TAGS: Readonly<Partial<Record<MeasureStatus, string>>> = {
  check: 'Check',
  replace: 'Replace',
}

const NEEDS_CARE: Readonly<Partial<Record<MeasureStatus, string>>> = {
  check: 'figure-to-check',
  replace: 'figure-to-replace',
}

/** What to know before a figure is relied on; null where there is nothing. */
export const careOf = ({ status }: Pick<Measure, 'status'>): string | null => {
  const code = NEEDS_CARE[status]
  return code === undefined ? null : warningSentence({ code, facts: {} })
}

export const unitOf = ({ unit }: Pick<Measure, 'unit'>): string => findUnit(unit)?.one ?? unit

/** The value of one unit with its range and the year of its prices; empty where there is none. */
export const figureOf = ({ proxy }: Pick<Measure, 'proxy'>): string => {
  if (!proxy) return ''
  const end = (text: string | null): string => (text === null ? '?' : grouped(text))
  const ends = proxy.low || proxy.high ? ` (${end(proxy.low)} to ${end(proxy.high)})` : ''
  return `£${grouped(proxy.value)}${ends}`
}

export const pricesOf = ({ proxy }: Pick<Measure, 'proxy'>): string => {
  if (!proxy) return ''
  return proxy.priceYear === 'nominal' ? 'pounds as paid' : `prices of ${proxy.priceYear}`
}
