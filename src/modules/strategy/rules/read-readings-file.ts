import { parse } from 'csv-parse/sync'
import { type PlainDate, parseBritishDate } from '../../../kernel/plain-date.ts'
import type { Place, ReadingDraft } from '../model.ts'
import { readFigure } from './decimal.ts'
import { findPlace, isProblem, type PlaceList } from './read-places.ts'

export const READING_COLUMNS = ['priority', 'place', 'date', 'value', 'source', 'note'] as const
type Column = (typeof READING_COLUMNS)[number]
const NEEDED: readonly Column[] = ['priority', 'date', 'value', 'source']
export const MOST_READINGS = 5000
/** More than 5,000 readings with their sources need. */
export const MOST_READING_BYTES = 2 * 1024 ** 2
const LONGEST = 1000

/** A reason why a file or a row of it cannot be used. `row` counts as a spreadsheet does; null for the whole file. */
export type ReadingFault = {
  readonly row: number | null
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
}

export type KnownReadings = {
  readonly today: PlainDate
  /** Ids by code, and by title where no two priorities share it, in lower case. */
  readonly priorities: ReadonlyMap<string, string>
  readonly places: PlaceList
  /** `priority place day` → its value, of the readings that stand today. */
  readonly standing: ReadonlyMap<string, string>
}

export type ReadReadings = {
  readonly readings: readonly ReadingDraft[]
  readonly faults: readonly ReadingFault[]
}

export const readingKey = (priorityId: string, placeCode: string, day: PlainDate): string =>
  `${priorityId} ${placeCode} ${day}`

const fault = (row: number | null, code: string, facts: ReadingFault['facts'] = {}): ReadingFault => ({
  row,
  code,
  facts,
})
const nothing = (...faults: ReadingFault[]): ReadReadings => ({ readings: [], faults })

/** A spreadsheet would run such a text as a formula (CWE-1236); nobody types a source or a note that begins so. */
const isFormula = (text: string): boolean => /^[=+@\t|]|^-\D/.test(text)

const readTable = (content: string): { rows: string[][] } | { problem: string } => {
  if (content.startsWith('PK') || content.includes('\0')) return { problem: 'file-not-csv' }
  try {
    return {
      rows: parse(content, {
        bom: true,
        relax_quotes: true,
        relax_column_count: true,
        record_delimiter: ['\r\n', '\n', '\r'],
      }),
    }
  } catch {
    return { problem: 'file-not-csv' }
  }
}

const readHeader = (header: readonly string[]): Map<Column, number> | ReadingFault => {
  const names = header.map((name) => name.trim().toLowerCase())
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at)
  if (twice !== undefined) return fault(1, 'column-twice', { column: twice })
  const missing = NEEDED.filter((column) => !names.includes(column))
  if (missing.length > 0) return fault(1, 'columns-missing', { columns: missing.join(', ') })
  const unknown = names.filter((name) => name !== '' && !READING_COLUMNS.some((column) => column === name))
  if (unknown.length > 0) return fault(1, 'columns-unknown', { columns: unknown.join(', ').slice(0, 200) })
  return new Map(
    READING_COLUMNS.flatMap((column) => (names.includes(column) ? [[column, names.indexOf(column)]] : [])),
  )
}

type Cells = Readonly<Record<Column, string>>

const cellFaults = (row: number, cells: Cells): ReadingFault[] =>
  READING_COLUMNS.flatMap((column) => {
    const text = cells[column]
    if (text.length > LONGEST) return [fault(row, 'cell-too-long', { column, most: LONGEST })]
    return isFormula(text) ? [fault(row, 'cell-formula', { column, text: text.slice(0, 40) })] : []
  })

const readPlaceCell = (row: number, text: string, places: PlaceList): Place | null | ReadingFault => {
  if (text === '') return null
  const found = findPlace(places, text)
  if (!isProblem(found)) return found
  return fault(row, found.code, {
    text: text.slice(0, 60),
    ...('count' in found ? { count: found.count } : {}),
  })
}

const readRow = (row: number, cells: Cells, known: KnownReadings): ReadingDraft | ReadingFault[] => {
  const faults = cellFaults(row, cells)
  if (faults.length > 0) return faults
  const priorityId = known.priorities.get(cells.priority.toLowerCase())
  if (priorityId === undefined)
    faults.push(
      cells.priority === ''
        ? fault(row, 'cell-empty', { column: 'priority' })
        : fault(row, 'priority-unknown', { text: cells.priority.slice(0, 60) }),
    )
  const place = readPlaceCell(row, cells.place, known.places)
  if (place !== null && 'facts' in place) faults.push(place)
  const day = parseBritishDate(cells.date)
  if (day === undefined) faults.push(fault(row, 'date-unreadable', { text: cells.date.slice(0, 40) }))
  else if (day > known.today) faults.push(fault(row, 'reading-in-future', { text: day }))
  const value = readFigure(cells.value)
  if (value === undefined) faults.push(fault(row, 'value-unreadable', { text: cells.value.slice(0, 40) }))
  if (cells.source === '') faults.push(fault(row, 'cell-empty', { column: 'source' }))
  if (faults.length > 0 || priorityId === undefined || day === undefined || value === undefined) return faults
  return {
    priorityId,
    place: place as Place | null,
    measuredOn: day,
    value,
    source: cells.source,
    note: cells.note,
  }
}

const readRows = (
  rows: readonly string[][],
  columns: ReadonlyMap<Column, number>,
  known: KnownReadings,
): ReadReadings => {
  const [readings, faults]: [ReadingDraft[], ReadingFault[]] = [[], []]
  const seen = new Map<string, number>()
  for (const [at, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const row = at + 2
    const named = Object.fromEntries(
      READING_COLUMNS.map((column) => [column, (cells[columns.get(column) ?? -1] ?? '').trim()]),
    ) as Cells
    const read = readRow(row, named, known)
    if ('length' in read) {
      faults.push(...read)
      continue
    }
    const key = readingKey(read.priorityId, read.place?.code ?? '', read.measuredOn)
    const before = seen.get(key)
    if (before !== undefined) faults.push(fault(row, 'row-twice', { before }))
    else if (known.standing.has(key))
      faults.push(fault(row, 'reading-exists', { value: known.standing.get(key) ?? '' }))
    else readings.push(read)
    seen.set(key, row)
  }
  return { readings, faults }
}

/**
 * Reads a CSV of readings whose first row names the columns. Every row that cannot be used is told with its reason;
 * whoever stores them stores all of them, or none where there is a fault.
 */
export const readReadingsFile = (content: string, known: KnownReadings): ReadReadings => {
  const table = readTable(content)
  if ('problem' in table) return nothing(fault(null, table.problem))
  const [header = [], ...rows] = table.rows
  if (rows.length === 0) return nothing(fault(null, 'file-without-rows'))
  if (rows.length > MOST_READINGS) return nothing(fault(null, 'file-too-long', { most: MOST_READINGS }))
  const columns = readHeader(header)
  if (!(columns instanceof Map)) return nothing(columns)
  const read = readRows(rows, columns, known)
  if (read.readings.length === 0 && read.faults.length === 0) return nothing(fault(null, 'file-without-rows'))
  return read.faults.length > 0 ? { readings: [], faults: read.faults } : read
}
