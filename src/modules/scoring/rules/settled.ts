import type { Exact } from '../../../kernel/exact.ts'

/** Two results this near are the same number, told by two divisions of 40 digits. */
const SAME = '1e-25'
export const isSame = (a: Exact, b: Exact): boolean => a.minus(b).abs().lt(SAME)
export const isClearlyMore = (a: Exact, b: Exact): boolean => a.minus(b).gte(SAME)

/** 4/3 + 4/3 + 4.945/3 is 4.315 and not 4.314999…: the last digits of a division are taken off before anything is rounded. */
export const settled = (value: Exact): Exact => value.toDecimalPlaces(25)
