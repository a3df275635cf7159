import type { CellValue } from 'exceljs'
import { fromBufferPromise } from 'yauzl'
import { Unusable } from '../errors.ts'
import { readZipMember } from '../zip-member.ts'
import type { Table, TableRow } from './read-table.ts'

const MOST_EXPANDED = 64 * 1024 * 1024
const DAMAGED = 'The workbook is damaged. Save it as XLSX or CSV again, and choose it again.'
const TOO_LARGE = 'The workbook unpacks to more than 64 MB. Check what it holds.'

/** Unpacks everything once and keeps nothing, so that a small file that unpacks to a huge one is refused before it is read. */
const checkExpansion = async (bytes: Buffer): Promise<void> => {
  let expanded = 0
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: false })
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted())
        throw new Unusable('The workbook is locked with a password. Save it without one.')
      for await (const chunk of readZipMember(zip, entry)) {
        expanded += chunk.length
        if (expanded > MOST_EXPANDED) throw new Unusable(TOO_LARGE)
      }
    }
  } catch (error) {
    throw error instanceof Unusable ? error : new Unusable(DAMAGED)
  }
}

type Cell = { readonly text: string; readonly notValue: 'formula' | 'error-cell' | null }

const plain = (text: string): Cell => ({ text, notValue: null })

const cellOf = (value: CellValue): Cell => {
  if (value === null || value === undefined) return plain('')
  if (value instanceof Date) return plain(value.toISOString().slice(0, 10))
  if (typeof value !== 'object') return plain(String(value))
  if ('error' in value) return { text: value.error, notValue: 'error-cell' }
  if ('formula' in value || 'sharedFormula' in value) return { text: '', notValue: 'formula' }
  if ('richText' in value) return plain(value.richText.map(({ text }) => text).join(''))
  return plain(typeof value.text === 'string' ? value.text : '')
}

/** The first sheet that holds anything. Formulas are told apart: what they would give is not in the file for certain. */
export const readWorkbook = async (bytes: Buffer): Promise<Table> => {
  await checkExpansion(bytes)
  // A third of a second to load, so only where there is a workbook.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  try {
    await workbook.xlsx.load(bytes as never)
  } catch {
    throw new Unusable(DAMAGED)
  }
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0)
  if (!sheet) throw new Unusable('The workbook has no sheet with anything in it.')
  const rows: TableRow[] = []
  sheet.eachRow((row, number) => {
    const cells = Array.from({ length: row.cellCount }, (_, at) => cellOf(row.getCell(at + 1).value))
    const notValues = new Map(
      cells.flatMap(({ notValue }, at) => (notValue === null ? [] : [[at, notValue] as const])),
    )
    rows.push({ row: number, cells: cells.map(({ text }) => text), notValues })
  })
  return { rows, readAs: `sheet “${sheet.name}”` }
}
