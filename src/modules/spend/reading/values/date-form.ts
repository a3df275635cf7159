import type { PlainDate } from '../../../../kernel/plain-date.ts'

/**
 * What a text says about time, before the layout settles what is open: which of two numbers is the day, which
 * year a bare month belongs to, whether a five-digit number is an Excel day.
 */
export type DateForm =
  | { readonly kind: 'day'; readonly day: PlainDate }
  | { readonly kind: 'numeric'; readonly first: number; readonly second: number; readonly year: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'month-name'; readonly month: number }
  | { readonly kind: 'day-and-month'; readonly day: number; readonly month: number }
  | {
      readonly kind: 'quarter'
      readonly quarter: number
      readonly year: number | null
      readonly financial: boolean
    }
  | { readonly kind: 'financial-year'; readonly year: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'serial'; readonly serial: number }
  | { readonly kind: 'year-and-period'; readonly year: number; readonly period: number }
  | { readonly kind: 'accounting-period'; readonly period: number; readonly year: number | null }
  | { readonly kind: 'range'; readonly from: DateForm; readonly to: DateForm }
