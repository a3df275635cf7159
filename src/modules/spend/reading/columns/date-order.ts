import type { DateOrder, Period } from '../model.ts'
import { type DateForm, readDateForm } from '../values/date-forms.ts'

/** Running evidence for the order of day and month over a column of dates. */
export type OrderEvidence = {
  dayFirst: number
  monthFirst: number
  open: number
  readonly firsts: Set<number>
  readonly seconds: Set<number>
  /** Readings inside the period that title or file name give. */
  dayFirstInPeriod: number
  monthFirstInPeriod: number
  quartersWithoutFinancialYear: number
  yearAndPeriods: number
  highestPeriod: number
  example: string
}

export const noEvidence = (): OrderEvidence => ({
  dayFirst: 0,
  monthFirst: 0,
  open: 0,
  firsts: new Set(),
  seconds: new Set(),
  dayFirstInPeriod: 0,
  monthFirstInPeriod: 0,
  quartersWithoutFinancialYear: 0,
  yearAndPeriods: 0,
  highestPeriod: 0,
  example: '',
})

const monthOf = (period: Period, year: number, month: number): boolean => {
  const text = `${year}-${String(month).padStart(2, '0')}`
  return text >= period.from.slice(0, 7) && text <= period.to.slice(0, 7)
}

/** Adds what one cell says. */
export const weighDate = (cell: string, period: Period | null, evidence: OrderEvidence): void => {
  const form = readDateForm(cell)
  if (form !== undefined) weighForm(form, cell, period, evidence)
}

const weighForm = (form: DateForm, cell: string, period: Period | null, evidence: OrderEvidence): void => {
  if (form.kind === 'range') {
    weighForm(form.from, cell, period, evidence)
    weighForm(form.to, cell, period, evidence)
  } else if (form.kind === 'quarter') {
    if (form.year !== null && !form.financial) evidence.quartersWithoutFinancialYear += 1
  } else if (form.kind === 'year-and-period') {
    evidence.yearAndPeriods += 1
    evidence.highestPeriod = Math.max(evidence.highestPeriod, form.period)
    evidence.example ||= cell.trim()
  } else if (form.kind === 'numeric') {
    const { first, second, year } = form
    if (first > 12 && second <= 12) evidence.dayFirst += 1
    else if (second > 12 && first <= 12) evidence.monthFirst += 1
    else if (first !== second) {
      evidence.open += 1
      evidence.firsts.add(first)
      evidence.seconds.add(second)
      if (period !== null && monthOf(period, year, second)) evidence.dayFirstInPeriod += 1
      if (period !== null && monthOf(period, year, first)) evidence.monthFirstInPeriod += 1
    }
  }
}

export type OrderVerdict = {
  readonly order: DateOrder
  readonly evidence: 'certain' | 'likely' | 'assumed' | 'not-needed'
  readonly isMixed: boolean
  readonly reason: string
}

/**
 * The order for the whole column. A number above 12 settles it; else the period that the file names; else months that
 * do not change while days do; else day first, as is usual in England.
 */
export const decideDateOrder = (evidence: OrderEvidence): OrderVerdict => {
  const { dayFirst, monthFirst, open } = evidence
  const isMixed = dayFirst > 0 && monthFirst > 0
  if (dayFirst + monthFirst > 0) {
    return {
      order: monthFirst > dayFirst ? 'month-first' : 'day-first',
      evidence: 'certain',
      isMixed,
      reason: '',
    }
  }
  if (open === 0) return { order: 'day-first', evidence: 'not-needed', isMixed: false, reason: '' }
  const likely = (order: DateOrder, reason: string): OrderVerdict => ({
    order,
    evidence: 'likely',
    isMixed,
    reason,
  })
  if (evidence.dayFirstInPeriod >= open * 0.9 && evidence.monthFirstInPeriod < open * 0.5) {
    return likely('day-first', 'so they fall in the period that the file names')
  }
  if (evidence.monthFirstInPeriod >= open * 0.9 && evidence.dayFirstInPeriod < open * 0.5) {
    return likely('month-first', 'so they fall in the period that the file names')
  }
  if (open >= 5 && evidence.seconds.size === 1 && evidence.firsts.size >= 3) {
    return likely('day-first', 'the second number is the same throughout, as the month of a monthly file is')
  }
  if (open >= 5 && evidence.firsts.size === 1 && evidence.seconds.size >= 3) {
    return likely('month-first', 'the first number is the same throughout, as the month of a monthly file is')
  }
  return { order: 'day-first', evidence: 'assumed', isMixed: false, reason: '' }
}

/** Whether only a wider look at the file can settle the order. */
export const needsMoreEvidence = (evidence: OrderEvidence): boolean =>
  evidence.open > 0 && evidence.dayFirst + evidence.monthFirst === 0
