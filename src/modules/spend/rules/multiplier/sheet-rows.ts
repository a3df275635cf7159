import {
  type MultiplierSheet,
  type MultiplierSheetKind,
  SHEET_KINDS,
  type SheetAnswer,
} from '../../model/multiplier.ts'

export type ReadSheet = {
  readonly kind: MultiplierSheetKind
  readonly name: string
  readonly answer: SheetAnswer
}
export type SheetFault = { readonly row: number; readonly reason: 'kind' | 'name' | 'amount' }

export const SHEET_COLUMNS = [
  'kind',
  'name',
  'paid',
  'income',
  'to local staff',
  'to local suppliers',
] as const

const AMOUNT = /^£?(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?$/

/** Pounds as people write them, in whole pence; undefined for anything else. Nothing is below nought here. */
export const readPounds = (text: string): number | undefined => {
  const found = AMOUNT.exec(text.trim())
  if (!found) return undefined
  const pence = Number((found[1] ?? '').replaceAll(',', '')) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return Number.isSafeInteger(pence) ? pence : undefined
}

export const poundsText = (pence: number | null): string =>
  pence === null ? '' : `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`

/** The sheets as rows of a file, for filling in without this site. */
export const sheetRow = (sheet: MultiplierSheet): string[] => [
  sheet.kind,
  sheet.name,
  poundsText(sheet.paidPence),
  poundsText(sheet.incomePence),
  poundsText(sheet.localStaffPence),
  poundsText(sheet.localSuppliersPence),
]

/** Reads rows of such a file, under its header. A row without figures is a sheet that was not answered. */
export const readSheetRows = (
  rows: readonly (readonly string[])[],
): { readonly sheets: readonly ReadSheet[]; readonly faults: readonly SheetFault[] } => {
  const sheets: ReadSheet[] = []
  const faults: SheetFault[] = []
  rows.forEach((cells, at) => {
    const [kindText = '', name = '', , ...figures] = cells.map((cell) => cell.trim().replace(/^'/, ''))
    if (figures.every((cell) => cell === '')) return
    const row = at + 2
    const kind = SHEET_KINDS.find((one) => one === kindText)
    if (!kind) return faults.push({ row, reason: 'kind' })
    if (name === '' || name.length > 200) return faults.push({ row, reason: 'name' })
    const [income, staff, suppliers] = [figures[0] ?? '', figures[1] || '0', figures[2] || '0'].map(
      readPounds,
    )
    if (income === undefined || staff === undefined || suppliers === undefined)
      return faults.push({ row, reason: 'amount' })
    return sheets.push({
      kind,
      name,
      answer: { incomePence: income, localStaffPence: staff, localSuppliersPence: suppliers },
    })
  })
  return { sheets, faults }
}
