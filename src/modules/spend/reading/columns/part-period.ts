import type { LayoutCorrection, PartLayout } from '../model.ts'
import { isBlankRow } from '../values/blank-text.ts'
import { readDateForm } from '../values/date-forms.ts'
import { findPeriod } from '../values/find-period.ts'

/** What the file is called, from the nearest name to the farthest. */
export type PartNames = {
  readonly sheet: string | null
  readonly entry: string | null
  readonly file: string
}

type Found = { readonly period: NonNullable<PartLayout['period']>; readonly isOpenQuarter: boolean }

const MOST_TITLE_ROWS = 40

/** The period that a table as a whole speaks of: by correction, title rows, header, sheet name, file name. */
export const periodOfPart = (
  titles: readonly (readonly string[])[],
  headers: readonly string[],
  names: PartNames,
  correction: LayoutCorrection | undefined,
): Found | null => {
  if (correction?.period)
    return { period: { ...correction.period, source: 'correction' }, isOpenQuarter: false }
  const fromTitles = firstFound(
    titles
      .slice(0, MOST_TITLE_ROWS)
      .filter((row) => !isBlankRow(row))
      .map(rowText),
    'title',
  )
  const fromCells = monthAndYearCells(titles.slice(0, MOST_TITLE_ROWS).flat())
  const fromHeaders = firstFound(headers, 'title')
  const fromSheet = names.sheet === null ? null : firstFound([names.sheet], 'sheet-name')
  const fromFile = firstFound([names.entry ?? '', names.file], 'file-name')
  const candidates = [fromTitles, fromCells, fromHeaders, fromSheet, fromFile].filter((one) => one !== null)
  const [first] = candidates
  if (first === undefined) return null
  // a year in the title and a month in the file name: the month, when it lies in that year
  const narrower = candidates.find(
    ({ period }) =>
      days(period) < days(first.period) && period.from >= first.period.from && period.to <= first.period.to,
  )
  return narrower ?? first
}

/** `Month | April` above `Year | 2023`: a month and a year, each in a cell of its own. */
const monthAndYearCells = (cells: readonly string[]): Found | null => {
  const forms = cells.map((cell) => ({ cell: cell.trim(), kind: readDateForm(cell)?.kind }))
  const month = forms.find(({ kind }) => kind === 'month-name')
  const year = forms.find(({ kind }) => kind === 'year' || kind === 'financial-year')
  return month === undefined || year === undefined
    ? null
    : firstFound([`${month.cell} ${year.cell}`], 'title')
}

const rowText = (row: readonly string[]): string =>
  row
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ')

const days = (period: { from: string; to: string }): number => Date.parse(period.to) - Date.parse(period.from)

const firstFound = (
  texts: readonly string[],
  source: NonNullable<PartLayout['period']>['source'],
): Found | null => {
  for (const text of texts) {
    const found = text === '' ? undefined : findPeriod(text)
    if (found !== undefined) {
      const isOpenQuarter = found.form.kind === 'quarter' && !found.form.financial
      return { period: { from: found.from, to: found.to, source }, isOpenQuarter }
    }
  }
  return null
}

const MONTHS = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `April 2023`, `July 2010 to September 2010`. */
export const periodText = (period: { from: string; to: string }): string => {
  const [from, to] = [MONTHS.format(Date.parse(period.from)), MONTHS.format(Date.parse(period.to))]
  return from === to ? from : `${from} to ${to}`
}
