import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import type { Answer } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { type Query, readTableState } from '../../../platform/views/views.ts'
import type { Fault } from '../framework/fault.ts'
import { columnName, faultSentence } from '../messages/fault-words.ts'
import type { ReferenceFault } from '../reference/read-reference-table.ts'
import { read } from '../seen.ts'
import { findRefusedFile, type RefusedFile, type RefusedKind } from '../store/refused-files.ts'

/** A fault in words. Those of reference data are of a row alone. */
type Listed = {
  readonly row: number
  readonly code: string
  readonly column: string
  /** What faults of one kind share, so that they stand together. */
  readonly group: string
  readonly words: string
}

const listed = (fault: Fault | ReferenceFault): Listed =>
  'problem' in fault
    ? { row: fault.row, code: '', column: '', group: fault.problem, words: fault.problem }
    : {
        row: fault.row,
        code: fault.code,
        column: columnName(fault.column),
        group: fault.fault,
        words: faultSentence(fault),
      }

const SORTS: Readonly<Record<string, (a: Listed, b: Listed) => number>> = {
  row: (a, b) => a.row - b.row,
  code: (a, b) => a.code.localeCompare(b.code) || a.row - b.row,
  column: (a, b) => a.column.localeCompare(b.column) || a.row - b.row,
  problem: (a, b) => a.group.localeCompare(b.group) || a.row - b.row,
}

const PATHS: Readonly<Record<RefusedKind, string>> = {
  framework: '/measures/import/refused',
  reference: '/measures/reference/refused',
}
export const refusedPath = ({ kind, id }: Pick<RefusedFile, 'kind' | 'id'>): string => `${PATHS[kind]}/${id}`

const fits =
  (text: string, column: string) =>
  (fault: Listed): boolean =>
    (column === '' || fault.column === column) &&
    `${fault.row} ${fault.code} ${fault.words}`.toLowerCase().includes(text.toLowerCase())

/** The part of a file's faults that a query asks for. */
export const faultListOf = (file: RefusedFile, query: Query) => {
  const state = readTableState(query, { sortable: Object.keys(SORTS), defaultSort: 'row' })
  const [text, column] = ['text', 'column'].map((name) => String(query[name] ?? '').slice(0, 100))
  const compare = SORTS[state.sort ?? 'row'] ?? SORTS.row
  const all = file.faults.map(listed)
  const found = all.filter(fits((text ?? '').trim(), column ?? ''))
  const sorted = compare ? found.toSorted(compare) : found
  const rows = state.direction === 'descending' ? sorted.toReversed() : sorted
  const from = (state.page - 1) * state.pageSize
  return {
    file,
    filter: { text: text ?? '', column: column ?? '' },
    columns: [...new Set(all.map((fault) => fault.column))].filter(Boolean).sort(),
    rows: rows.slice(from, from + state.pageSize),
    paging: { path: refusedPath(file), query, state, total: rows.length },
  }
}
export type FaultList = ReturnType<typeof faultListOf>

/** The refused file that an address names. Throws NotFound. */
export const refusedFileOf = async (request: PageRequest, kind: RefusedKind): Promise<RefusedFile> => {
  const id = idOf(request, 'file')
  const file = await read(request.ctx, (db) => findRefusedFile(db, kind, id))
  if (!file) throw new NotFound('What was wrong with this file is not kept any more. Hand it in again.')
  return file
}

/** `…/faults.csv` and its sisters. */
export const exportFaults = async (request: PageRequest, kind: RefusedKind): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const file = await refusedFileOf(request, kind)
  const ofRows = [
    { header: 'row', value: ({ row }: Listed) => row, kind: 'number' as const },
    { header: 'what is wrong', value: ({ words }: Listed) => words },
  ]
  const [row, words] = ofRows
  const ofCells = [
    { header: 'code', value: ({ code }: Listed) => code },
    { header: 'column', value: ({ column }: Listed) => column },
  ]
  return exportTable<Listed>(format, {
    name: 'what-to-put-right',
    basis: `What is wrong with ${file.fileName}, handed in on ${file.refusedAt.toISOString().slice(0, 10)}`,
    columns: kind === 'reference' || !row || !words ? ofRows : [row, ...ofCells, words],
    rows: file.faults.map(listed),
  })
}
