import { h } from 'preact'
import { NotFound, Unusable } from '../../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../../platform/export-table.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { readUpload } from '../../../../platform/http/upload-content.ts'
import { readTableState } from '../../../../platform/views/views.ts'
import { addSheet, fillSheets } from '../../actions/multiplier/studies.ts'
import { sheetsNotTaken } from '../../messages/multiplier.ts'
import type { MultiplierSheet } from '../../model/multiplier.ts'
import { readStudy, type StudyReport, studyBasis } from '../../multiplier-report.ts'
import { MOST_SHEET_BYTES, readSheetFile } from '../../read-sheet-file.ts'
import { narrowSheets, readSheetSearch, SHEET_ORDERS } from '../../rules/multiplier/narrow-sheets.ts'
import { SHEET_COLUMNS, sheetRow } from '../../rules/multiplier/sheet-rows.ts'
import { idIn, STUDIES_PATH, studyPath } from './paths.ts'
import { ShowStudyView } from './show-study.view.tsx'

const PAGE_SIZE = 20

/** The sheets of one page of the table, and where it is in all of them. */
const tableOf = (request: PageRequest, report: StudyReport) => {
  const { search, kind, answered } = request.query
  const narrowedBy = readSheetSearch({ search, kind, answered })
  const state = readTableState(request.query, {
    sortable: [...SHEET_ORDERS],
    defaultSort: 'paid',
    defaultDirection: 'descending',
    pageSize: PAGE_SIZE,
  })
  const order = SHEET_ORDERS.find((one) => one === state.sort) ?? 'paid'
  const found = narrowSheets(report.sheets, narrowedBy, order, state.direction === 'descending')
  const from = (state.page - 1) * PAGE_SIZE
  const { filled: _filled, ...query } = request.query
  return {
    search: narrowedBy,
    rows: found.slice(from, from + PAGE_SIZE),
    paging: { path: studyPath(report.study.id), query, state, total: found.length },
  }
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const report = await readStudy(request.ctx, idIn(request.params.studyId))
  const body = h(ShowStudyView, {
    ...report,
    table: tableOf(request, report),
    basis: studyBasis(report),
    canManage: request.visitor.permissions.has('spend.manage'),
    filled: /^\d{1,4}$/.test(request.query.filled ?? '') ? Number(request.query.filled) : null,
    errors,
  })
  return page(report.study.title, body, {
    width: 'wide',
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: STUDIES_PATH, text: 'Local multiplier' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const postSheet = async (request: PageRequest): Promise<Answer> => {
  const id = idIn(request.params.studyId)
  const name = typed(request.form, 'name').trim().slice(0, 200).replaceAll('\0', '')
  if (name === '') return show(request, [{ field: 'name', message: 'Enter a name for the sheet' }])
  const kind = typed(request.form, 'kind') === 'staff' ? 'staff' : 'second-supplier'
  await addSheet(request.ctx, id, kind, name)
  return redirect(studyPath(id))
}

export const postFile = async (request: PageRequest): Promise<Answer> => {
  const id = idIn(request.params.studyId)
  const wrong = (message: string) => show(request, [{ field: 'file', message }])
  const { upload } = request
  if (!upload?.name) return wrong('Choose a file')
  const content = await readUpload(upload, MOST_SHEET_BYTES)
  if (!content) return wrong('This file is larger than a megabyte: it is no file of sheets')
  try {
    const { filled, refused } = await fillSheets(request.ctx, id, readSheetFile(content))
    if (refused.length > 0) return await wrong(sheetsNotTaken(filled, refused))
    return redirect(`${studyPath(id)}?filled=${filled}`)
  } catch (error) {
    if (error instanceof Unusable) return wrong(error.message)
    throw error
  }
}

/** `sheets.csv` and its sisters: to fill in, and to hand in again. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const report = await readStudy(request.ctx, idIn(request.params.studyId))
  const { period, coverage, verifiedBy } = studyBasis(report)
  return exportTable<MultiplierSheet>(format, {
    name: 'multiplier-sheets',
    basis: `${report.study.title}; ${period}; ${coverage}; ${verifiedBy}`,
    columns: SHEET_COLUMNS.map((header, at) => ({ header, value: (sheet) => sheetRow(sheet)[at] ?? '' })),
    rows: report.sheets,
  })
}
