import { ledgerCompanyNumber, middleLedgerName, WITHHELD_NAMES } from '../payments/ledger-names.ts'
import type { MadeUpPayment } from '../payments/made-up-payment.ts'

const HEADER = [
  'Payment Date',
  'Supplier',
  'Supplier Number',
  'Company Number',
  'Department',
  'Service Area',
  'Procurement Category',
  'Description',
  'Invoice Reference',
  'Net Amount',
  'Capital or Revenue',
]

/** A fixed day, so that the workbook says the same whenever it is made. */
const MADE_ON = new Date('2025-05-06T09:00:00Z')

const rowOf = (payment: MadeUpPayment): (string | number | Date)[] => [
  new Date(`${payment.paidOn}T00:00:00Z`),
  payment.supplier ? middleLedgerName(payment.supplier, payment.paidOn) : WITHHELD_NAMES.middle,
  payment.supplier ? String(40_000 + payment.supplier.number) : '',
  payment.supplier ? ledgerCompanyNumber(payment.supplier) : '',
  payment.department,
  payment.service,
  payment.category,
  payment.description,
  payment.reference,
  // A spreadsheet keeps numbers; with at most 15 digits the pence come out as they went in.
  payment.pence / 100,
  payment.isCapital ? 'Capital' : 'Revenue',
]

const ABOUT = [
  ['About this file'],
  ['Payments of more than £250 to suppliers, made by Northmere City Council in the financial year 2024/25.'],
  ['Amounts are without VAT that the council recovers. Names of persons are redacted.'],
]

/** A year as the middle ledger exported it: an XLSX workbook with a sheet of notes in front. */
export const middleLedgerWorkbook = async (payments: readonly MadeUpPayment[]): Promise<Buffer> => {
  // Loaded here, because it takes half a second and most starts have nothing to make.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Northmere City Council'
  workbook.created = MADE_ON
  workbook.modified = MADE_ON
  workbook.addWorksheet('About').addRows(ABOUT)
  const sheet = workbook.addWorksheet('Payments 2024-25')
  sheet.addRow(['Northmere City Council: payments to suppliers 2024/25'])
  sheet.addRow([])
  sheet.addRow(HEADER).font = { bold: true }
  sheet.addRows(payments.map(rowOf))
  sheet.getColumn(1).numFmt = 'dd/mm/yyyy'
  sheet.getColumn(HEADER.indexOf('Net Amount') + 1).numFmt = '#,##0.00'
  for (const [at, width] of [12, 40, 16, 16, 28, 24, 32, 30, 18, 14, 18].entries())
    sheet.getColumn(at + 1).width = width
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
