import { parse } from 'csv-parse/sync'
import { Unusable } from '../../platform/errors.ts'
import { sheetFault } from './messages/multiplier.ts'
import { MOST_SHEETS } from './model/multiplier.ts'
import { type ReadSheet, readSheetRows } from './rules/multiplier/sheet-rows.ts'

/** A file of sheets is short: anything longer is another file. */
export const MOST_SHEET_BYTES = 1_000_000

const rowsOf = (content: Buffer | string): string[][] => {
  try {
    return parse(content, { bom: true, relax_column_count: true, from_line: 2 })
  } catch {
    throw new Unusable('This is no CSV file. Download the sheets, fill them in, and save them as CSV')
  }
}

/** The sheets of a filled-in file. Throws the sentence that says why nothing of it can be taken. */
export const readSheetFile = (content: Buffer | string): readonly ReadSheet[] => {
  if (content.length > MOST_SHEET_BYTES)
    throw new Unusable('This file is larger than a megabyte: it is no file of sheets')
  const rows = rowsOf(content)
  if (rows.length > MOST_SHEETS * 2)
    throw new Unusable('This file has more rows than a study can have sheets')
  const { sheets, faults } = readSheetRows(rows)
  if (faults.length > 0)
    throw new Unusable(`Nothing was taken. ${faults.slice(0, 5).map(sheetFault).join('; ')}`)
  if (sheets.length === 0) throw new Unusable('No row of this file has figures')
  return sheets
}
