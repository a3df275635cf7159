import type { Period, RoleColumns } from '../model.ts'
import { isEmptyCell, saysNothing } from './blank-text.ts'
import { readDateForm } from './date-forms.ts'
import { type DatePlan, type DateReading, resolveDate } from './resolve-date.ts'

/** `null`: the cell is empty; `undefined`: it cannot be read. */
export type DateAnswer = DateReading | null | undefined

export type DateReader = {
  readonly read: (cells: readonly string[]) => DateAnswer
  /** What a title in the middle of the file says, for months without a year below it. */
  readonly setPeriod: (period: Period) => void
}

const MOST_REMEMBERED = 20_000

/** Reads the date of a row; each different text is understood once. */
export const createDateReader = (columns: RoleColumns, plan: DatePlan): DateReader => {
  const dateColumn = columns.date ?? -1
  const { month: monthColumn, year: yearColumn } = columns
  const remembered = new Map<string, DateAnswer>()
  let current = plan

  const understand = (text: string): DateAnswer => {
    const trimmed = text.trim()
    if (isEmptyCell(trimmed) || saysNothing(trimmed)) return null
    const form = readDateForm(trimmed)
    return form === undefined ? undefined : resolveDate(form, current)
  }
  const textOf = (cells: readonly string[]): string => {
    const own = cells[dateColumn] ?? ''
    if (yearColumn === undefined && monthColumn === undefined) return own
    const month = (cells[monthColumn ?? -1] ?? '').trim()
    return joinParts(own.trim(), month, (cells[yearColumn ?? -1] ?? '').trim(), plan.countsFromApril)
  }
  return {
    read: (cells) => {
      const text = textOf(cells)
      let answer = remembered.get(text)
      if (answer === undefined && !remembered.has(text)) {
        answer = understand(text)
        if (remembered.size >= MOST_REMEMBERED) remembered.clear()
        remembered.set(text, answer)
      }
      return answer
    },
    setPeriod: (period) => {
      current = { ...current, period }
      remembered.clear()
    },
  }
}

/** A date that lacks its year, or its month, takes it from the column beside it. */
const joinParts = (date: string, month: string, year: string, countsFromApril: boolean): string => {
  if (date === '')
    return year === '' ? month : month === '' ? year : joinMonthAndYear(month, year, countsFromApril)
  if (year === '' || /\d{4}/.test(date)) return date
  return joinMonthAndYear(date, year, countsFromApril)
}

/** `April` + `2023/24`; month `4` + `2023`; period `1` + `2023`, which is April where periods count from April. */
const joinMonthAndYear = (month: string, inYear: string, countsFromApril: boolean): string => {
  const year = inYear.replace(/^(\d{2})\s*[/-]\s*(\d{2})$/, '20$1/$2')
  const number = /^0?(\d{1,2})$/.exec(month)?.[1]
  if (number === undefined) return `${month} ${year}`
  if (countsFromApril) return `P${number} ${year}`
  if (/^\d{4}$/.test(year)) return `${year}-${number.padStart(2, '0')}`
  const first = Number(/\d{4}/.exec(year)?.[0] ?? 0)
  return `${Number(number) >= 4 ? first : first + 1}-${number.padStart(2, '0')}`
}
