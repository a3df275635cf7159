import { type PlainDate, parsePlainDate, plainDate } from '../../../kernel/plain-date.ts'
import type { RejectReason } from '../model.ts'

/** Header names differ in case, spaces, dots and underscores only: " RegAddress.PostCode" is `regaddresspostcode`. */
const headerKey = (header: string): string => header.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

export type Columns = {
  readonly count: number
  /** The place of the first of these names that the header has, or -1. */
  readonly find: (...names: string[]) => number
  /** The places of all names that begin so, as in PreviousName_1.CompanyName and so on. */
  readonly findAll: (pattern: RegExp) => readonly number[]
}

export const columnsOf = (header: readonly string[]): Columns => {
  const keys = header.map(headerKey)
  return {
    count: header.length,
    find: (...names) => names.map((name) => keys.indexOf(name)).find((at) => at !== -1) ?? -1,
    findAll: (pattern) => keys.flatMap((key, at) => (pattern.test(key) ? [at] : [])),
  }
}

const UK_DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/

/** Reads 14/04/2005, 2005-04-14 and 2005-04-14T00:00:00; null for anything else. */
export const readDay = (text: string): PlainDate | null => {
  if (text === '') return null
  const uk = UK_DAY.exec(text)
  if (uk) return plainDate(Number(uk[3]), Number(uk[2]), Number(uk[1])) ?? null
  return parsePlainDate(text.slice(0, 10)) ?? null
}

const UNTIDY = /^\s|\s$|\s\s|[\t\n\r\u00a0\0]/

/** A cell without stray white space, and without the ="…" that keeps spreadsheets from reading a number. */
export const tidyCell = (cell: string): string => {
  const text = cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell
  return UNTIDY.test(text) ? text.replaceAll(/[\s\0]+/g, ' ').trim() : text
}

const FORMULA = /^=\s*[a-z.]*\s*[("'+@-]|^[=+@-]\s*(?:cmd|dde)\b|^[=+@-].*[|!]/i
const LONGEST_NAME = 500

/** What makes a name unusable, if anything does. */
export const nameFault = (name: string): RejectReason | null => {
  if (name === '') return 'name-missing'
  if (name.length > LONGEST_NAME) return 'name-too-long'
  return FORMULA.test(name) ? 'name-is-formula' : null
}

/** Cells after the last column may be there when they are empty; `least` of them must be there. */
export const countFault = (cells: readonly string[], columns: number, least: number): RejectReason | null => {
  if (cells.length < least) return 'cells-missing'
  if (cells.length <= columns) return null
  return cells.slice(columns).some((cell) => cell.trim() !== '') ? 'cells-too-many' : null
}

/** A postcode at the end of an address, with the words before it cut off. */
export const addressTail = (address: string): string =>
  /([a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})(?:\s*,?\s*(?:united kingdom|uk|england|wales|scotland|northern ireland))?\s*$/i.exec(
    address,
  )?.[1] ?? ''
