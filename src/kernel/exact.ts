import { Decimal as AnyDecimal } from 'decimal.js'

/**
 * Decimals of 40 significant digits, halves rounded away from zero. Sums and products of amounts people write are
 * exact in it; a division is out by less than one part in 10^39, so no rounding shows before the last step.
 */
export const Exact = AnyDecimal.clone({
  precision: 40,
  rounding: AnyDecimal.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
})
export type Exact = AnyDecimal

export const ZERO: Exact = new Exact(0)
export const ONE: Exact = new Exact(1)

export const exact = (value: string | number | bigint): Exact =>
  new Exact(typeof value === 'bigint' ? String(value) : value)

const PLAIN = /^-?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,20})?$/
const WITH_EXPONENT = /^-?\d{1,15}(?:\.\d{1,20})?[eE][+-]?\d{1,2}$/
const LARGEST = new Exact('1e15')

/**
 * Reads a decimal as people write it: `14610`, `14,610.50`, `£0.74`, `1e3`. Undefined for anything else, among it
 * what is beyond a thousand million million, so that no text can ask for a number of a million digits.
 */
export const readDecimal = (text: string): Exact | undefined => {
  const bare = text.trim().replace(/^(-?)£\s?/, '$1')
  if (bare.length > 40 || !(PLAIN.test(bare) || WITH_EXPONENT.test(bare))) return undefined
  const value = new Exact(bare.replaceAll(',', ''))
  return value.abs().lte(LARGEST) ? value : undefined
}

/** `20%` or `0.2`, between 0 and 1; undefined for anything else. */
export const readShare = (text: string): Exact | undefined => {
  const isPercent = text.trim().endsWith('%')
  const value = readDecimal(isPercent ? text.trim().slice(0, -1).trim() : text)
  const share = isPercent ? value?.div(100) : value
  return share?.gte(0) && share.lte(1) ? share : undefined
}

/** Pounds and pence, rounded once, halves away from zero: `-0.005` is `-0.01`. */
export const toPounds = (value: Exact): string => {
  const rounded = value.toDecimalPlaces(2, AnyDecimal.ROUND_HALF_UP)
  return (rounded.isZero() ? ZERO : rounded).toFixed(2)
}

/** Whole pence of an amount, rounded once, halves away from zero. */
export const toPence = (value: Exact): bigint =>
  BigInt(value.times(100).toDecimalPlaces(0, AnyDecimal.ROUND_HALF_UP).toFixed(0))

/** For showing a figure on the way: at most six decimals, none that say nothing. */
export const showExact = (value: Exact, places = 6): string => {
  const rounded = value.toDecimalPlaces(places, AnyDecimal.ROUND_HALF_UP)
  return (rounded.isZero() ? ZERO : rounded).toFixed()
}

export const sum = (values: readonly Exact[]): Exact =>
  values.reduce((total, value) => total.plus(value), ZERO)
