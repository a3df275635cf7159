import { parse } from 'csv-parse/sync'
import { h } from 'preact'
import { NotFound, Unusable } from '../../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../../platform/export-table.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { readUpload } from '../../../../platform/http/upload-content.ts'
import {
  type Basis,
  formatCount,
  formatPoundsCompact,
  formatShare,
} from '../../../../platform/views/views.ts'
import { addSheet, fillSheets } from '../../actions/multiplier/studies.ts'
import { sheetFault } from '../../messages/multiplier.ts'
import { MOST_SHEETS, type MultiplierSheet } from '../../model/multiplier.ts'
import { readStudy, type StudyReport } from '../../multiplier-report.ts'
import { readSheetRows, SHEET_COLUMNS, sheetRow } from '../../rules/multiplier/sheet-rows.ts'
import { surveyPeriod } from '../survey/result-words.ts'
import { idIn, STUDIES_PATH, studyPath } from './paths.ts'
import { ShowStudyView } from './show-study.view.tsx'

export const studyBasis = ({ study, sheets, result }: StudyReport): Basis => {
  const suppliers = sheets.filter(({ kind }) => kind === 'supplier')
  const paid = suppliers.reduce((sum, one) => sum + one.paidPence, 0)
  const answered = result?.suppliers.answered ?? 0
  return {
    period: surveyPeriod(study),
    coverage: `${answered} of ${formatCount(suppliers.length, 'supplier')} answered, paid ${formatPoundsCompact(result?.answeredPence ?? 0)} of ${formatPoundsCompact(paid)} (${formatShare(result?.answeredPence ?? 0, paid)}); local to ${study.place}`,
    unknown: `${formatShare(paid - (result?.answeredPence ?? 0), paid)} of round one is assumed`,
    verifiedBy: 'said by suppliers and staff, not verified',
  }
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const report = await readStudy(request.ctx, idIn(request.params.studyId))
  const body = h(ShowStudyView, {
    ...report,
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

/** A file of sheets is short: anything longer is another file. */
const MOST_BYTES = 1_000_000

const readRows = async ({ upload }: PageRequest): Promise<string[][]> => {
  const content = upload ? await readUpload(upload, MOST_BYTES) : Buffer.alloc(0)
  if (!content) throw new Unusable('This file is larger than a megabyte: it is no file of sheets')
  try {
    const rows: string[][] = parse(content, {
      bom: true,
      relax_column_count: true,
      from_line: 2,
    })
    if (rows.length > MOST_SHEETS * 2)
      throw new Unusable('This file has more rows than a study can have sheets')
    return rows
  } catch (error) {
    if (error instanceof Unusable) throw error
    throw new Unusable('This is no CSV file. Download the sheets, fill them in, and save them as CSV')
  }
}

export const postFile = async (request: PageRequest): Promise<Answer> => {
  const id = idIn(request.params.studyId)
  const wrong = (message: string) => show(request, [{ field: 'file', message }])
  if (!request.upload?.name) return wrong('Choose a file')
  try {
    const { sheets, faults } = readSheetRows(await readRows(request))
    if (faults.length > 0)
      return await wrong(`Nothing was taken. ${faults.slice(0, 5).map(sheetFault).join('; ')}`)
    if (sheets.length === 0) return await wrong('No row of this file has figures')
    const { filled, refused } = await fillSheets(request.ctx, id, sheets)
    if (refused.length > 0)
      return await wrong(
        `${formatCount(filled, 'sheet')} taken. Not taken, because the study has no such supplier or more goes out than comes in: ${refused.slice(0, 5).join('; ')}`,
      )
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
