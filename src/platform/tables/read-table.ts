import { parse } from 'csv-parse/sync'
import { Unusable } from '../errors.ts'
import { readWorkbook } from './read-workbook.ts'

/** A table as somebody made it: cells as text, and what stands in a cell that is no text, number or date. */
export type TableRow = {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number
  readonly cells: readonly string[]
  /** Positions of cells that hold a formula or an error instead of a value. */
  readonly notValues: ReadonlyMap<number, 'formula' | 'error-cell'>
}
export type Table = { readonly rows: readonly TableRow[]; readonly readAs: string }

export const MOST_BYTES = 10 * 1024 * 1024
export const MOST_ROWS = 20_000

const startsWith = (bytes: Buffer, ...start: number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

/** Text of a file, and which encoding it turned out to have. Throws the sentence where it is no text. */
const decode = (bytes: Buffer): { text: string; readAs: string } => {
  if (startsWith(bytes, 0xff, 0xfe))
    return { text: new TextDecoder('utf-16le').decode(bytes), readAs: 'UTF-16' }
  if (startsWith(bytes, 0xfe, 0xff))
    return { text: new TextDecoder('utf-16be').decode(bytes), readAs: 'UTF-16' }
  if (bytes.subarray(0, 4096).includes(0))
    throw new Unusable(
      'The file is not a table of text. Save it as CSV (UTF-8) or XLSX, and choose it again.',
    )
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), readAs: 'UTF-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), readAs: 'Windows-1252' }
  }
}

/** The mark that the first line is cut at most often. */
const delimiterOf = (text: string): string => {
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  const count = (mark: string): number => line.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

const FORMULA = /^=/

const readCsv = (bytes: Buffer): Table => {
  const { text, readAs } = decode(bytes)
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 1024 * 1024,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    const rows = records.map(({ record, info }): TableRow => {
      const notValues = new Map(
        record.flatMap((cell, at) => (FORMULA.test(cell.trim()) ? [[at, 'formula' as const]] : [])),
      )
      return { row: info.lines, cells: record, notValues }
    })
    return { rows, readAs }
  } catch (error) {
    const { lines } = error as { lines?: number }
    throw new Unusable(
      `The file cannot be cut into columns${lines ? ` at line ${lines}` : ''}: a quotation mark is open or out of place. Save it as CSV from the spreadsheet again.`,
    )
  }
}

/** Reads a CSV or XLSX file. Throws a sentence where it is something else, too large or damaged. */
export const readTable = async (bytes: Buffer): Promise<Table> => {
  if (bytes.length === 0)
    throw new Unusable('The file is empty. Check that it was saved, and choose it again.')
  if (bytes.length > MOST_BYTES) throw new Unusable('The file is larger than 10 MB. Check what it holds.')
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new Unusable('The file is a PDF. Ask for the table behind it, as CSV or XLSX.')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new Unusable(
      'The file is an old Excel workbook (XLS), or one locked with a password. Save it as XLSX or CSV.',
    )
  const table = startsWith(bytes, 0x50, 0x4b) ? await readWorkbook(bytes) : readCsv(bytes)
  if (table.rows.length > MOST_ROWS)
    throw new Unusable(`The file has ${table.rows.length} rows; at most ${MOST_ROWS} are read.`)
  return table
}
