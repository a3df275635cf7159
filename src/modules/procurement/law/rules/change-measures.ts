import type { Case } from '../case.ts'
import type { Modification } from '../facts.ts'

/** Limits on a change, in percent of the estimated value, or of the longest term provided for on award (s.74, s.75, Sch 8). */
export const LIMITS = { valueGoodsOrServices: 10, valueWorks: 15, term: 10, scheduleEight: 50 } as const

export const valueLimitOf = (it: Case): number =>
  it.subject === 'works' ? LIMITS.valueWorks : LIMITS.valueGoodsOrServices

/** Whether `part` is more than `percent` of `whole`; whole numbers, so the limit itself is never passed by rounding. */
const isMoreThan = (part: number, whole: number, percent: number): boolean => part * 100 > whole * percent

/** Whether the value changes, up or down, by more than a share of what it was; null where that is not known. */
export const isValueChangeOver = (change: Modification, percent: number): boolean | null => {
  const { valueBeforePence: before, valueAfterPence: after, valueChangePercent } = change
  if (before !== undefined && after !== undefined)
    return isMoreThan(Math.abs(after - before), before, percent)
  return valueChangePercent === undefined ? null : Math.abs(valueChangePercent) > percent
}

/** Whether the value grows by more than a share of what it was. */
export const isValueIncreaseOver = (change: Modification, percent: number): boolean | null => {
  const { valueBeforePence: before, valueAfterPence: after, valueChangePercent } = change
  if (before !== undefined && after !== undefined) return isMoreThan(after - before, before, percent)
  return valueChangePercent === undefined ? null : valueChangePercent > percent
}

/** Whether the term changes, up or down, by more than 10 % of the longest term provided for on award. */
export const isTermChangeOver = (change: Modification): boolean | null => {
  const { maximumTermMonths: longest, termChangeMonths: months, termChangePercent } = change
  if (months === 0) return false
  if (longest !== undefined && months !== undefined) return isMoreThan(Math.abs(months), longest, LIMITS.term)
  return termChangePercent === undefined ? null : Math.abs(termChangePercent) > LIMITS.term
}

/** The value that the change adds; null where it is not known. */
export const addedValueOf = (change: Modification): number | null =>
  change.valueBeforePence === undefined || change.valueAfterPence === undefined
    ? null
    : Math.abs(change.valueAfterPence - change.valueBeforePence)

/** true if every test holds, false if one fails, null if one is not known and none fails. */
export const all = (tests: readonly (boolean | null | undefined)[]): boolean | null => {
  if (tests.some((test) => test === false)) return false
  return tests.some((test) => test === null || test === undefined) ? null : true
}
export const not = (fact: boolean | null | undefined): boolean | null =>
  fact === null || fact === undefined ? null : !fact
