import type { ZipEntry } from '../files/zip-index.ts'
import { type NumberKind, numberText } from './number-formats.ts'
import { parseXml, type XmlTag } from './parse-xml.ts'
import { unescapeText } from './shared-strings.ts'

export type SheetContext = {
  readonly strings: readonly string[]
  readonly styles: readonly NumberKind[]
  readonly uses1904Dates: boolean
}

const MOST_COLUMNS = 16_384
const MOST_ROWS = 1_048_576
const ROWS_A_BATCH = 1_000

/**
 * The rows of a sheet as texts, in batches, from row 1 on. Rows that the file skips come as empty rows where a
 * later row holds something, so that the position in the sequence is the row number a spreadsheet shows; empty rows
 * after the last filled one are formatting and do not count.
 */
export const readSheetRows = async function* (
  sheet: ZipEntry,
  context: SheetContext,
): AsyncGenerator<string[][]> {
  const builder = createRowBuilder(context)
  for await (const _ of parseXml(sheet.bytes(), builder.handlers)) {
    while (builder.rows.length >= ROWS_A_BATCH) yield builder.rows.splice(0, ROWS_A_BATCH)
  }
  if (builder.rows.length > 0) yield builder.rows
}

const createRowBuilder = (context: SheetContext) => {
  const rows: string[][] = []
  let rowsSoFar = 0
  let emptyRows = 0
  let cells: string[] = []
  let column = 0
  let type = ''
  let style = 0
  let value = ''
  let takesText = false
  let inRow = false

  const startRow = (tag: XmlTag): void => {
    const declared = Number(tag.attributes.r)
    const number =
      Number.isInteger(declared) && declared > rowsSoFar && declared <= MOST_ROWS ? declared : rowsSoFar + 1
    emptyRows += number - 1 - rowsSoFar
    rowsSoFar = number - 1
    cells = []
    column = -1
    inRow = true
  }
  const startCell = (tag: XmlTag): void => {
    column = columnOf(tag.attributes.r) ?? column + 1
    type = tag.attributes.t ?? 'n'
    style = Number(tag.attributes.s ?? 0)
    value = ''
  }
  const endCell = (): void => {
    if (value === '' || column >= MOST_COLUMNS) return
    while (cells.length < column) cells.push('')
    cells[column] = cellText(value, type, style, context)
  }
  const endRow = (): void => {
    rowsSoFar += 1
    if (cells.length === 0) emptyRows += 1
    else {
      for (; emptyRows > 0; emptyRows -= 1) rows.push([])
      rows.push(cells)
    }
    inRow = false
  }
  return {
    rows,
    handlers: {
      open: (name: string, tag: XmlTag): void => {
        if (name === 'c' && inRow) startCell(tag)
        else if (name === 'v' || name === 't') takesText = true
        else if (name === 'row') startRow(tag)
      },
      close: (name: string): void => {
        if (name === 'c' && inRow) endCell()
        else if (name === 'v' || name === 't') takesText = false
        else if (name === 'row') endRow()
      },
      text: (text: string): void => {
        if (takesText && inRow) value += text
      },
    },
  }
}

/** The column (0-based) of a cell reference such as `AB12`. */
export const columnOf = (reference: string | undefined): number | undefined => {
  if (reference === undefined) return undefined
  let column = 0
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column === 0 ? undefined : column - 1
}

const cellText = (value: string, type: string, style: number, context: SheetContext): string => {
  switch (type) {
    case 's':
      return context.strings[Number(value)] ?? ''
    case 'inlineStr':
    case 'str':
      return unescapeText(value)
    case 'b':
      return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
    case 'e':
    case 'd':
      return value
    default:
      return numberText(value, context.styles[style] ?? 'number', context.uses1904Dates)
  }
}
