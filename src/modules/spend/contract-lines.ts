import { parse } from 'csv-parse/sync'
import { parseBritishDate } from '../../kernel/plain-date.ts'
import type { KnownContract } from './rules/influence.ts'

const MOST_LINES = 5000
const MOST_CHARACTERS = 1_000_000

export type ContractLines =
  | { readonly ok: true; readonly contracts: readonly KnownContract[] }
  | { readonly ok: false; readonly message: string }

/** Reads contracts as lines of CSV: supplier, category, title, last day, framework. A header line is welcome and not needed. */
export const readContractLines = (text: string): ContractLines => {
  if (text.length > MOST_CHARACTERS)
    return { ok: false, message: 'This is more than a million characters. Give at most 5,000 contracts.' }
  let rows: string[][]
  try {
    rows = parse(text, { relax_column_count: true, skip_empty_lines: true, trim: true, bom: true })
  } catch (error) {
    const { lines } = error as { lines?: number }
    return { ok: false, message: `Line ${lines ?? '?'} cannot be read: a quotation mark is not closed.` }
  }
  const [first] = rows
  const body = first?.[0]?.toLowerCase() === 'supplier' ? rows.slice(1) : rows
  if (body.length > MOST_LINES)
    return { ok: false, message: `These are ${body.length} contracts; at most 5,000 are kept.` }
  const contracts: KnownContract[] = []
  for (const [at, row] of body.entries()) {
    const [supplier = '', category = '', title = '', last = '', framework = ''] = row
    const endsOn = last === '' ? '' : parseBritishDate(last)
    if (supplier === '') return { ok: false, message: `Contract ${at + 1} has no supplier.` }
    if (row.length > 5)
      return {
        ok: false,
        message: `Contract ${at + 1} (${supplier}) has ${row.length} cells instead of 5. Put cells with commas into quotation marks.`,
      }
    if (endsOn === undefined)
      return {
        ok: false,
        message: `Contract ${at + 1} (${supplier}): “${last}” is not a day. Write 31/03/2028 or 2028-03-31.`,
      }
    if ([supplier, category, framework].some((cell) => cell.length > 200) || title.length > 300)
      return {
        ok: false,
        message: `Contract ${at + 1} (${supplier.slice(0, 40)}) has a cell that is too long.`,
      }
    contracts.push({ supplier, category, title, endsOn, framework })
  }
  return { ok: true, contracts }
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The same contracts as lines, for the form to be changed. */
export const writeContractLines = (contracts: readonly KnownContract[]): string =>
  [
    'supplier,category,title,last day,framework',
    ...contracts.map((one) =>
      [one.supplier, one.category, one.title, one.endsOn, one.framework].map(cell).join(','),
    ),
  ].join('\n')
