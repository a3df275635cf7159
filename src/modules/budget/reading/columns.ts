import type { TableRow } from '../../../platform/tables/read-table.ts'

export const ROW_FAULTS = [
  'columns-missing',
  'no-rows',
  'empty',
  'too-long',
  'formula',
  'not-a-year',
  'not-an-amount',
  'not-a-number',
  'not-a-day',
  'not-a-kind',
  'not-a-basis',
  'priority-unknown',
  'result-without-evidence',
] as const
/** Why a file, or a row of it, cannot be used. `row` is as the spreadsheet numbers it; null for the whole file. */
export type RowFault = {
  readonly row: number | null
  readonly code: (typeof ROW_FAULTS)[number]
  readonly column: string
  readonly seen: string
}

export type Columns<Role extends string> = Readonly<Partial<Record<Role, number>>>

const plain = (header: string): string =>
  header
    .replaceAll(/[\s:*_\uFEFF]+/g, ' ')
    .trim()
    .toLowerCase()

/** Which column is what: the most telling words first, and each column one thing. */
const columnsOf = <Role extends string>(
  headers: Readonly<Record<Role, readonly RegExp[]>>,
  cells: readonly string[],
): Columns<Role> => {
  const columns: Partial<Record<Role, number>> = {}
  const taken = new Set<number>()
  const roles = Object.keys(headers) as Role[]
  for (let rank = 0; rank < 2; rank++)
    for (const role of roles) {
      const pattern = headers[role][rank]
      if (columns[role] !== undefined || !pattern) continue
      const at = cells.findIndex((cell, index) => !taken.has(index) && pattern.test(plain(cell)))
      if (at === -1) continue
      columns[role] = at
      taken.add(at)
    }
  return columns
}

const ROWS_ABOVE = 20

/** The first row among the first twenty that names all the columns needed. */
export const findHeader = <Role extends string>(
  headers: Readonly<Record<Role, readonly RegExp[]>>,
  rows: readonly TableRow[],
  needed: readonly Role[],
): { readonly at: number; readonly columns: Columns<Role> } | undefined => {
  for (const [at, { cells }] of rows.slice(0, ROWS_ABOVE).entries()) {
    const columns = columnsOf(headers, cells)
    if (needed.every((role) => columns[role] !== undefined)) return { at, columns }
  }
  return undefined
}

/** A reader of one row that gathers what is wrong with it. */
export const readerOf = <Role extends string>(
  columns: Columns<Role>,
  { row, cells, notValues }: TableRow,
  limits: Readonly<Partial<Record<Role, number>>>,
) => {
  const faults: RowFault[] = []
  const fault = (code: RowFault['code'], column: Role, seen: string): void =>
    void faults.push({ row, code, column, seen: seen.slice(0, 60) })
  const texts = new Map<Role, string>()
  const readText = (role: Role): string => {
    const at = columns[role]
    if (at === undefined) return ''
    if (notValues.has(at)) fault('formula', role, cells[at] ?? '')
    const found = (cells[at] ?? '').replaceAll('\0', '').replaceAll(/\s+/g, ' ').trim()
    if (found.length > (limits[role] ?? 60)) fault('too-long', role, found)
    return found
  }
  /** Each cell is read once, so that its fault is named once. */
  const text = (role: Role): string => {
    const known = texts.get(role) ?? readText(role)
    texts.set(role, known)
    return known
  }
  const needed = <Value>(
    role: Role,
    read: (cell: string) => Value | undefined,
    code: RowFault['code'],
  ): Value | null => {
    const cell = text(role)
    // A formula, or a cell that is too long, has its fault already.
    if (faults.some(({ column }) => column === role)) return null
    const found = read(cell)
    if (found !== undefined) return found
    fault(cell === '' ? 'empty' : code, role, cell)
    return null
  }
  return { faults, fault, text, needed }
}
