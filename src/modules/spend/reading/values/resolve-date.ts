import { addDays, type PlainDate, plainDate } from '../../../../kernel/plain-date.ts'
import type { DateOrder, Period } from '../model.ts'
import type { DateForm } from './date-forms.ts'

/** How the open points of a date are settled for a whole column. */
export type DatePlan = {
  readonly order: DateOrder
  /** What the title or the file name says, for months without a year. */
  readonly period: Period | null
  readonly uses1904Dates: boolean
  /** `202104` and `P01` count from April, as ledgers do; otherwise `202104` is April. */
  readonly countsFromApril: boolean
}

/** A day, or only the period it falls in. */
export type DateReading = {
  readonly paidOn: PlainDate | null
  readonly from: PlainDate
  readonly to: PlainDate
}

const EARLIEST_YEAR = 1990
const LATEST_YEAR = 2100

/** The day or period a form stands for under a plan; undefined where no such day exists or the year is absurd. */
export const resolveDate = (form: DateForm, plan: DatePlan): DateReading | undefined => {
  const reading = resolve(form, plan)
  if (reading === undefined) return undefined
  const year = Number(reading.from.slice(0, 4))
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR && reading.from <= reading.to ? reading : undefined
}

const onDay = (found: PlainDate | undefined): DateReading | undefined =>
  found === undefined ? undefined : { paidOn: found, from: found, to: found }

const months = (year: number, month: number, count: number): DateReading | undefined => {
  const from = plainDate(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 1)
  const after = month - 1 + count
  const next = plainDate(year + Math.floor(after / 12), (after % 12) + 1, 1)
  return from === undefined || next === undefined ? undefined : { paidOn: null, from, to: addDays(next, -1) }
}

const resolve = (form: DateForm, plan: DatePlan): DateReading | undefined => {
  switch (form.kind) {
    case 'day':
      return onDay(form.day)
    case 'numeric':
      return plan.order === 'day-first'
        ? onDay(plainDate(form.year, form.second, form.first))
        : onDay(plainDate(form.year, form.first, form.second))
    case 'month':
      return months(form.year, form.month, 1)
    case 'month-name':
      return plan.period ? months(yearOfMonth(form.month, plan.period), form.month, 1) : undefined
    case 'day-and-month':
      return plan.period
        ? onDay(plainDate(yearOfMonth(form.month, plan.period), form.month, form.day))
        : undefined
    case 'quarter':
      return resolveQuarter(form, plan)
    case 'financial-year':
      return months(form.year, 4, 12)
    case 'year':
      return months(form.year, 1, 12)
    case 'serial':
      return onDay(excelDay(form.serial, plan.uses1904Dates))
    case 'year-and-period':
      if (!plan.countsFromApril) return form.period > 12 ? undefined : months(form.year, form.period, 1)
      return ledgerPeriod(form.year, form.period)
    case 'accounting-period': {
      const year = form.year ?? (plan.period ? financialYearOfDay(plan.period.from) : undefined)
      return year === undefined ? undefined : ledgerPeriod(year, form.period)
    }
    case 'range':
      return resolveRange(form.from, form.to, plan)
  }
}

/** Excel counts days from 1899-12-30 (through its own 29 February 1900), or from 1904-01-01 on old Macs. */
export const excelDay = (serial: number, uses1904Dates: boolean): PlainDate | undefined => {
  const days = Math.floor(serial)
  if (days < 1 || days > 90_000) return undefined
  return uses1904Dates ? addDays('1904-01-01', days) : addDays('1899-12-30', days)
}

const financialYearOfDay = (day: PlainDate): number =>
  Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0)

/** Ledger period 1 is April; 13 and later are year-end adjustments, which belong to March. */
const ledgerPeriod = (year: number, period: number): DateReading | undefined =>
  months(year, Math.min(period, 12) + 3, 1)

const resolveQuarter = (
  form: Extract<DateForm, { kind: 'quarter' }>,
  plan: DatePlan,
): DateReading | undefined => {
  if (form.year !== null) return months(form.year, (form.quarter - 1) * 3 + (form.financial ? 4 : 1), 3)
  if (plan.period === null) return undefined
  return months(financialYearOfDay(plan.period.from), (form.quarter - 1) * 3 + 4, 3)
}

/** The year that puts a bare month inside the period, or else nearest to it. */
const yearOfMonth = (month: number, period: Period): number => {
  const first = Number(period.from.slice(0, 4))
  const last = Number(period.to.slice(0, 4))
  for (let year = first; year <= last; year += 1) {
    const inMonth = months(year, month, 1)
    if (inMonth && inMonth.to >= period.from && inMonth.from <= period.to) return year
  }
  return first
}

const resolveRange = (from: DateForm, to: DateForm, plan: DatePlan): DateReading | undefined => {
  const end = resolve(to, plan)
  if (end === undefined) return undefined
  const start = startOfRange(from, end, plan)
  if (start === undefined || start.from > end.to) return undefined
  return start.from === end.to ? onDay(start.from) : { paidOn: null, from: start.from, to: end.to }
}

/** A start without a year takes the year of the end, or the one before (`Dec-Jan 2015`). */
const startOfRange = (from: DateForm, end: DateReading, plan: DatePlan): DateReading | undefined => {
  if (from.kind !== 'month-name' && from.kind !== 'day-and-month') return resolve(from, plan)
  const year = Number(end.to.slice(0, 4))
  for (const candidate of [year, year - 1]) {
    const start =
      from.kind === 'month-name'
        ? months(candidate, from.month, 1)
        : onDay(plainDate(candidate, from.month, from.day))
    if (start !== undefined && start.from <= end.to) return start
  }
  return undefined
}
