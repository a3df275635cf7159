import { PassThrough, Readable } from 'node:stream'
import { type Answer, download } from './http/answer.ts'

export type ExportCell = string | number | null

export type ExportColumn<Row> = {
  readonly header: string
  readonly value: (row: Row) => ExportCell
  /** Pence are written as pounds with two places, so that a spreadsheet adds them up. */
  readonly kind?: 'text' | 'number' | 'pence'
}

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export type ExportTable<Row> = {
  /** File name without its ending. */
  readonly name: string
  /** What the figures stand on: a sheet of its own in XLSX, `basis` in JSON; a CSV holds the table only. */
  readonly basis: string
  readonly columns: readonly ExportColumn<Row>[]
  readonly rows: AsyncIterable<Row> | Iterable<Row>
}

/** A spreadsheet takes a text that begins so for a formula (CWE-1236). */
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r|]/

/** Text that no spreadsheet will run: an apostrophe is put before what looks like a formula. */
export const harmlessText = (text: string): string => (LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text)

/** A text as a cell of CSV: quoted where it must be, and no formula. */
export const csvText = (text: string): string => {
  const harmless = harmlessText(text)
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const poundsText = (pence: number): string => {
  const digits = String(Math.abs(pence)).padStart(3, '0')
  return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const csvCell = <Row>(column: ExportColumn<Row>, row: Row): string => {
  const value = column.value(row)
  if (value === null) return ''
  if (typeof value === 'number') return column.kind === 'pence' ? poundsText(value) : String(value)
  return csvText(value)
}

async function* csvLines<Row>(table: ExportTable<Row>): AsyncGenerator<string> {
  yield `\uFEFF${table.columns.map((column) => csvText(column.header)).join(',')}\r\n`
  for await (const row of table.rows)
    yield `${table.columns.map((column) => csvCell(column, row)).join(',')}\r\n`
}

const writeXlsx = async <Row>(table: ExportTable<Row>, stream: PassThrough): Promise<void> => {
  // A third of a second to load, so only where a workbook is asked for.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = workbook.addWorksheet('Goldthread')
  sheet.columns = table.columns.map((column) => ({
    width: column.kind === 'pence' || column.kind === 'number' ? 16 : 32,
    style: column.kind === 'pence' ? { numFmt: '#,##0.00' } : {},
  }))
  sheet.addRow(table.columns.map((column) => harmlessText(column.header))).font = { bold: true }
  for await (const row of table.rows) {
    const cells = table.columns.map((column) => {
      const value = column.value(row)
      if (typeof value === 'number') return column.kind === 'pence' ? Number(poundsText(value)) : value
      return value === null ? null : harmlessText(value)
    })
    sheet.addRow(cells).commit()
  }
  sheet.commit()
  const basis = workbook.addWorksheet('About these figures')
  basis.addRow([table.basis]).commit()
  basis.commit()
  await workbook.commit()
}

async function* jsonText<Row>(table: ExportTable<Row>): AsyncGenerator<string> {
  const inPence = table.columns.flatMap(({ header, kind }) => (kind === 'pence' ? [header] : []))
  const units = inPence.length > 0 ? `"inPence":${JSON.stringify(inPence)},` : ''
  yield `{"basis":${JSON.stringify(table.basis)},${units}"rows":[`
  let isFirst = true
  for await (const row of table.rows) {
    const entry = Object.fromEntries(table.columns.map((column) => [column.header, column.value(row)]))
    yield `${isFirst ? '' : ','}\n${JSON.stringify(entry)}`
    isFirst = false
  }
  yield '\n]}\n'
}

/** A table as a file to keep, streamed in bounded memory. In JSON, money stays whole pence, and the file says of which columns. */
export const exportTable = <Row>(format: ExportFormat, table: ExportTable<Row>): Answer => {
  if (format === 'csv')
    return download(`${table.name}.csv`, 'text/csv; charset=utf-8', Readable.from(csvLines(table)))
  if (format === 'json')
    return download(`${table.name}.json`, 'application/json', Readable.from(jsonText(table)))
  const stream = new PassThrough()
  writeXlsx(table, stream).catch((error: Error) => stream.destroy(error))
  return download(
    `${table.name}.xlsx`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    stream,
  )
}

/** The format an address asks for: `…/export.csv`. */
export const exportFormatOf = (text: string | undefined): ExportFormat | undefined =>
  EXPORT_FORMATS.find((format) => format === text)
