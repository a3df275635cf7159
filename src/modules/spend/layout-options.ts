import type { CommandOption } from '../../platform/command.ts'
import { Unusable } from '../../platform/errors.ts'
import { ENCODINGS, type LayoutCorrection, ROLES } from './reading/reading.ts'

/** The flags of the command, and the words of the API's address, that correct a layout; what is not given stays as detected. */
export const LAYOUT_OPTIONS: Readonly<Record<string, CommandOption>> = {
  'header-row': { type: 'string', description: 'row number of the header, or "none"' },
  encoding: { type: 'string', description: `one of ${ENCODINGS.join(', ')}` },
  delimiter: { type: 'string', description: 'what stands between cells: , ; | or tab' },
  sheet: { type: 'string', description: 'the sheet of a workbook' },
  column: {
    type: 'string',
    multiple: true,
    description: 'ROLE=COLUMN by header, number or letter; ROLE= for none',
  },
  'date-order': { type: 'string', description: 'day-first or month-first' },
  body: { type: 'string', description: 'of several bodies in one file, the one to count' },
  period: { type: 'string', description: 'FROM..TO for rows without a date: 2026-04-01..2026-04-30' },
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

const readColumns = (texts: readonly string[]): NonNullable<LayoutCorrection['columns']> => {
  const columns: Record<string, string | number | null> = {}
  for (const text of texts) {
    const [name = '', ...rest] = text.split('=')
    const column = rest.join('=').trim()
    const role = name === 'supplier' ? 'payee' : name
    if (!(ROLES as readonly string[]).includes(role))
      throw new Unusable(`column ${text}: "${name}" is not one of ${['supplier', ...ROLES].join(', ')}.`)
    columns[role] = column === '' ? null : /^\d+$/.test(column) ? Number(column) : column
  }
  return columns
}

const oneOf = <Value extends string>(name: string, value: string, allowed: readonly Value[]): Value => {
  const found = allowed.find((known) => known === value)
  if (!found) throw new Unusable(`${name} is one of: ${allowed.join(', ')}.`)
  return found
}

const readHeaderRow = (value: string): number | null => {
  if (value === 'none') return null
  const row = Number(value)
  if (!Number.isInteger(row) || row < 1) throw new Unusable('header-row is a row number from 1, or "none".')
  return row
}

/** The correction that the options ask for, or null where none was given. Refuses with a sentence that names the option. */
export const readLayoutOptions = (options: Readonly<Record<string, unknown>>): LayoutCorrection | null => {
  const correction: Mutable<LayoutCorrection> = {}
  const text = (name: string): string | undefined =>
    typeof options[name] === 'string' ? (options[name] as string) : undefined
  const headerRow = text('header-row')
  if (headerRow !== undefined) correction.headerRow = readHeaderRow(headerRow)
  const encoding = text('encoding')
  if (encoding !== undefined) correction.encoding = oneOf('encoding', encoding, ENCODINGS)
  const delimiter = text('delimiter')
  if (delimiter !== undefined) correction.delimiter = delimiter === 'tab' ? '\t' : delimiter
  const sheet = text('sheet')
  if (sheet !== undefined) correction.sheet = sheet
  if (Array.isArray(options.column)) correction.columns = readColumns(options.column)
  const body = text('body')
  if (body !== undefined) correction.body = body
  const dateOrder = text('date-order')
  if (dateOrder !== undefined)
    correction.dateOrder = oneOf('date-order', dateOrder, ['day-first', 'month-first'])
  const period = text('period')
  if (period !== undefined) {
    const [, from, to] = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(period) ?? []
    if (!from || !to || from > to)
      throw new Unusable('period is FROM..TO, for example 2026-04-01..2026-04-30.')
    correction.period = { from, to }
  }
  return Object.keys(correction).length > 0 ? correction : null
}
