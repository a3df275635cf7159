import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { type Query, readTableState } from '../../../platform/views/views.ts'
import type { Fault } from '../framework/fault.ts'
import { columnName, faultSentence } from '../messages/fault-words.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import { read } from '../seen.ts'
import { findRefusedFile, type RefusedFile } from '../store/refused-files.ts'
import { ImportFrameworkView, type TypedImport } from './import-framework.view.tsx'

const SORTS: Readonly<Record<string, (a: Fault, b: Fault) => number>> = {
  row: (a, b) => a.row - b.row,
  code: (a, b) => a.code.localeCompare(b.code) || a.row - b.row,
  column: (a, b) => columnName(a.column).localeCompare(columnName(b.column)) || a.row - b.row,
  problem: (a, b) => a.fault.localeCompare(b.fault) || a.row - b.row,
}

const fits =
  (text: string, column: string) =>
  (fault: Fault): boolean =>
    (column === '' || fault.column === column) &&
    `${fault.row} ${fault.code} ${faultSentence(fault)}`.toLowerCase().includes(text.toLowerCase())

/** The part of the list that a query asks for. */
const listOf = (file: RefusedFile, query: Query) => {
  const state = readTableState(query, { sortable: Object.keys(SORTS), defaultSort: 'row' })
  const [text, column] = ['text', 'column'].map((name) => String(query[name] ?? '').slice(0, 100))
  const compare = SORTS[state.sort ?? 'row'] ?? SORTS.row
  const found = file.faults.filter(fits((text ?? '').trim(), column ?? ''))
  const sorted = compare ? found.toSorted(compare) : found
  const rows = state.direction === 'descending' ? sorted.toReversed() : sorted
  const from = (state.page - 1) * state.pageSize
  const path = `/measures/import/refused/${file.id}`
  return {
    file,
    filter: { text: text ?? '', column: column ?? '' },
    columns: [...new Set(file.faults.map((fault) => fault.column))].sort(),
    rows: rows.slice(from, from + state.pageSize),
    paging: { path, query, state, total: rows.length },
  }
}
export type FaultList = ReturnType<typeof listOf>

/** What is wrong with a file, with the form to hand it in again as it was filled in. */
export const showRefused = (file: RefusedFile, query: Query, status: 200 | 400): Answer => {
  const message = refusalWords('file-faulty', { faults: file.found })
  const errors: FieldError[] = status === 400 ? [{ field: 'file', message }] : []
  const view = { typed: file.typed as TypedImport, errors, list: listOf(file, query), refused: [] }
  return page('Bring in a framework', h(ImportFrameworkView, view), {
    status,
    hasErrors: errors.length > 0,
    backLink: { href: '/measures', text: 'Measures' },
  })
}

const find = async (request: PageRequest): Promise<RefusedFile> => {
  const id = idOf(request, 'file')
  const file = await read(request.ctx, (db) => findRefusedFile(db, id))
  if (!file) throw new NotFound('What was wrong with this file is not kept any more. Hand it in again.')
  return file
}

export const get = async (request: PageRequest): Promise<Answer> =>
  showRefused(await find(request), request.query, 200)

/** `…/faults.csv` and its sisters. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const file = await find(request)
  return exportTable<Fault>(format, {
    name: 'what-to-put-right',
    basis: `What is wrong with ${file.fileName}, handed in on ${file.refusedAt.toISOString().slice(0, 10)}`,
    columns: [
      { header: 'row', value: ({ row }) => row, kind: 'number' },
      { header: 'code', value: ({ code }) => code },
      { header: 'column', value: ({ column }) => columnName(column) },
      { header: 'what is wrong', value: faultSentence },
    ],
    rows: file.faults,
  })
}
