import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { detectLayout } from './detect-layout.ts'
import type { ReadingLimits } from './limits.ts'
import type { LayoutCorrection, SourceFile } from './model.ts'
import { readPayments } from './read-payments.ts'
import type { UnreadableFile } from './refusal-model.ts'
import type { Detected, OtherRow, PaymentRow, ReadingTally, RejectRow } from './row-model.ts'

/** Test data: files on disk, archives, and a whole reading gathered into arrays. */

const folder = mkdtempSync(join(tmpdir(), 'reading-test-'))
// Test files of one worker share it, so it goes when the worker does.
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
let files = 0

/** A file on disk with this content, uploaded under this name. */
export const aFile = (content: string | Buffer, name = 'spend.csv'): SourceFile => {
  files += 1
  const path = join(folder, `${files}`)
  writeFileSync(path, content)
  return { path, name }
}

/** Lines of a CSV file, with the line ends that Excel writes. */
export const lines = (...rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`

export type Reading = {
  readonly detected: Detected
  readonly payments: readonly PaymentRow[]
  readonly others: readonly OtherRow[]
  readonly rejects: readonly RejectRow[]
  readonly tally: ReadingTally
}

/** Detects and reads a file to its end. */
export const readWhole = async (
  file: SourceFile,
  correction?: LayoutCorrection,
  limits?: ReadingLimits,
): Promise<Reading> => {
  const detected = await detectLayout(file, correction, limits)
  if (!detected.ok) throw new Error(`not readable: ${detected.code}: ${detected.message}`)
  const payments: PaymentRow[] = []
  const others: OtherRow[] = []
  const rejects: RejectRow[] = []
  let tally: ReadingTally | undefined
  for await (const batch of readPayments(file, detected.layout, limits)) {
    payments.push(...batch.payments)
    others.push(...batch.others)
    rejects.push(...batch.rejects)
    tally = batch.tally
  }
  if (tally === undefined) throw new Error('no batch came')
  return { detected, payments, others, rejects, tally }
}

/** The reading of a CSV text. */
export const readText = (
  content: string | Buffer,
  name?: string,
  correction?: LayoutCorrection,
): Promise<Reading> => readWhole(aFile(content, name), correction)

/** The refusal of a file that cannot be read. */
export const refusalOf = async (
  file: SourceFile,
  correction?: LayoutCorrection,
  limits?: ReadingLimits,
): Promise<UnreadableFile> => {
  const detected = await detectLayout(file, correction, limits)
  if (detected.ok) throw new Error('the file was read')
  return detected
}

export type ZipContent = { readonly name: string; readonly data: string | Buffer; readonly flags?: number }

/** A ZIP file made by hand, so that entries can have any name, flag or false size. */
export const aZip = (contents: readonly ZipContent[], declaredSize?: number): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, flags = 0x800 } of contents) {
    const raw = Buffer.from(data)
    const packed = deflateRawSync(raw)
    const size = declaredSize ?? raw.length
    const fileName = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(raw), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(fileName.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, fileName, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, fileName]))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(contents.length, 4)
  end.writeUInt16LE(contents.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** A workbook from raw sheet XML, for what a library would not write. */
export const aRawWorkbook = (options: {
  readonly sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[]
  readonly sharedStrings?: readonly string[]
  readonly styles?: string
  readonly date1904?: boolean
}): Buffer => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const sheetTags = options.sheets
    .map(
      (sheet, i) =>
        `<sheet name="${sheet.name}" sheetId="${i + 1}" r:id="rId${i + 1}" state="${sheet.state ?? 'visible'}"/>`,
    )
    .join('')
  const relations = options.sheets
    .map(
      (_, i) =>
        `<Relationship Id="rId${i + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    )
    .join('')
  const strings = (options.sharedStrings ?? [])
    .map((text) => `<si><t xml:space="preserve">${text}</t></si>`)
    .join('')
  return aZip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${main}" xmlns:r="${rel}"><workbookPr date1904="${options.date1904 ? 1 : 0}"/><sheets>${sheetTags}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: `<Relationships>${relations}</Relationships>` },
    { name: 'xl/sharedStrings.xml', data: `<sst xmlns="${main}">${strings}</sst>` },
    {
      name: 'xl/styles.xml',
      data: options.styles ?? '<styleSheet><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>',
    },
    ...options.sheets.map((sheet, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: `<worksheet xmlns="${main}"><sheetData>${sheet.xml}</sheetData></worksheet>`,
    })),
  ])
}

/** A reading as short lines: `2 2023-04-01 ACME 1234.50`, `5 total 1234.50`, `6 date-missing 2.00`, in file order. */
export const outline = ({ payments, others, rejects }: Reading): string[] => {
  const pounds = (pence: number | null): string => (pence === null ? '' : ` ${(pence / 100).toFixed(2)}`)
  const when = (row: PaymentRow): string =>
    row.paidOn ?? (row.periodFrom ? `${row.periodFrom}..${row.periodTo}` : 'undated')
  const name = (row: PaymentRow): string => (row.payeeFlag === 'named' ? row.payeeName : row.payeeFlag)
  return [
    ...payments.map((row) => ({ row, text: `${when(row)} ${name(row)}${pounds(row.amountPence)}` })),
    ...others.map((row) => ({ row, text: `${row.kind}${pounds(row.pence)}` })),
    ...rejects.map((row) => ({ row, text: `${row.reason}${pounds(row.pence)}` })),
  ]
    .sort((a, b) => a.row.part - b.row.part || a.row.rowNumber - b.row.rowNumber)
    .map(({ row, text }) => `${row.rowNumber} ${text}`)
}

/** The codes of all warnings of a reading. */
export const warningCodes = ({ tally }: Reading): string[] => tally.warnings.map(({ code }) => code)

/** The archive as if a bit of its content had turned on its way. */
export const withWrongSum = (zip: Buffer): Buffer => {
  const turned = Buffer.from(zip)
  const sum = turned.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 16
  turned.writeUInt8(turned.readUInt8(sum) ^ 1, sum)
  return turned
}
