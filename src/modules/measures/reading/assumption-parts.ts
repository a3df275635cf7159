import {
  DISCOUNT_CONVENTIONS,
  type DiscountChoice,
  type DiscountConvention,
  type Share,
} from '../model/valuation.ts'
import { type Exact, exact, readShare as shareOf } from '../rules/exact.ts'
import { NAMES } from './value-names.ts'
import { isObject, type Notes, parts, readNumber, readText, shown } from './value-parts.ts'

const readOneShare = (raw: unknown, path: string, notes: Notes): Exact | null => {
  if (raw === undefined || raw === null) return null
  const value = typeof raw === 'string' ? shareOf(raw) : undefined
  if (value) return value
  notes.faults.push(`${path} is ${shown(raw)}; write a share between 0 and 1, such as 0.2 or "20%".`)
  return null
}

/** A share with its reason. A share alone is read too; its reason is asked for. */
export const readShare = (raw: unknown, path: string, notes: Notes): Share | null => {
  if (raw === undefined || raw === null) return null
  if (!isObject(raw)) {
    const share = readOneShare(raw, path, notes)
    return share && { share, low: null, high: null, reason: '' }
  }
  const given = parts(raw, NAMES.share, path, notes)
  const share = readOneShare(given.share, `${path}.share`, notes)
  if (!share) return null
  const [low, high] = [
    readOneShare(given.low, `${path}.low`, notes),
    readOneShare(given.high, `${path}.high`, notes),
  ]
  return { share, low, high, reason: readText(given.reason, `${path}.reason`, notes) ?? '' }
}

const SCHEDULES: Readonly<Record<string, string>> = {
  'green-book': 'green-book',
  standard: 'green-book',
  'green-book-health': 'green-book-health',
  health: 'green-book-health',
  wellbeing: 'green-book-health',
}
const CONVENTIONS: Readonly<Record<string, DiscountConvention>> = {
  'first-year-undiscounted': 'first-year-undiscounted',
  'year-0': 'first-year-undiscounted',
  'year-zero': 'first-year-undiscounted',
  'start-of-year': 'first-year-undiscounted',
  start: 'first-year-undiscounted',
  'end-of-year': 'end-of-year',
  end: 'end-of-year',
}
const keyOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')

const readConvention = (raw: unknown, path: string, notes: Notes): DiscountConvention | null => {
  if (raw === undefined || raw === null) return null
  const found = typeof raw === 'string' ? CONVENTIONS[keyOf(raw)] : undefined
  if (!found)
    notes.faults.push(
      `${path} is ${shown(raw)}; write ${DISCOUNT_CONVENTIONS.map((name) => `"${name}"`).join(' or ')}.`,
    )
  return found ?? null
}

/** `"green-book"`, `"3.5%"`, or an object with a rate, a convention and a reason. `"none"` is a rate of 0, with its reason. */
export const readDiscount = (raw: unknown, path: string, notes: Notes): DiscountChoice | null => {
  if (raw === undefined || raw === null) return null
  const given = isObject(raw) ? parts(raw, NAMES.discount, path, notes) : { rate: raw }
  const convention = readConvention(given.convention, `${path}.convention`, notes)
  if (given.rate === undefined) return { rates: null, convention }
  const text = typeof given.rate === 'string' ? given.rate : ''
  const schedule = Object.hasOwn(SCHEDULES, keyOf(text)) ? SCHEDULES[keyOf(text)] : undefined
  if (schedule) return { rates: { schedule }, convention }
  const reason = readText(given.reason, `${path}.reason`, notes) ?? ''
  if (keyOf(text) === 'none')
    return { rates: { rate: exact(0), reason }, convention: convention ?? 'first-year-undiscounted' }
  const rate = readOneShare(given.rate, `${path}.rate`, notes)
  return { rates: rate && { rate, reason }, convention }
}

export const readGrowth = (
  raw: unknown,
  path: string,
  notes: Notes,
): { ratio: Exact; reason: string } | null => {
  if (raw === undefined || raw === null) return null
  const given = isObject(raw) ? parts(raw, NAMES.growth, path, notes) : { ratio: raw }
  const ratio = readNumber(given.ratio, `${path}.ratio`, notes)
  if (!ratio) return null
  if (ratio.lt('0.1') || ratio.gt(10)) {
    notes.faults.push(
      `${path}.ratio is ${ratio.toFixed()}; write real income per head of one year over that of the other, such as 1.04.`,
    )
    return null
  }
  return { ratio, reason: readText(given.reason, `${path}.reason`, notes) ?? '' }
}
