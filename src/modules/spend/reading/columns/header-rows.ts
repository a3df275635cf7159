import { readAmount } from '../values/amount.ts'
import { isEmptyCell } from '../values/blank-text.ts'
import { readDateForm } from '../values/date-forms.ts'
import { type HeaderRole, rolesOfHeader } from './header-rules.ts'
import { headerTokens } from './header-tokens.ts'

/** Rows (0-based) that hold the header, and its text for each column. */
export type Header = {
  readonly rows: readonly number[]
  readonly headers: readonly string[]
  readonly isKnown: boolean
}

const ROWS_TO_LOOK_AT = 300
const LONGEST_HEADER = 120
const ALMOST = 0.65
const CORE: ReadonlySet<HeaderRole> = new Set(['payee', 'amount', 'date', 'debit'])

export const cleanHeader = (cell: string | undefined): string => {
  const text = (cell ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^"(?=[^"]*$)/, '')
  return isEmptyCell(text) ? '' : text
}

/** A cell that only a row of data holds: an amount or a day. Years, months and small numbers occur in headers. */
const isDataCell = (text: string): boolean => {
  if (!/\d/.test(text)) return false
  const form = readDateForm(text)
  if (form !== undefined) return form.kind === 'day' || form.kind === 'numeric' || form.kind === 'serial'
  return readAmount(text) !== undefined
}

/** How strongly a row of texts reads as a header: the sum of the scores of the different roles it names. */
const headerScore = (texts: readonly string[]): number => {
  const filled = texts.filter((text) => text !== '')
  if (filled.length < 2) return 0
  const dataCells = filled.filter(isDataCell).length
  if (dataCells > 0 && dataCells >= filled.length * 0.15) return 0
  const best = new Map<HeaderRole, number>()
  let named = 0
  for (const text of filled) {
    if (text.length > LONGEST_HEADER) continue
    const role = bestRole(text)
    if (role === null) continue
    named += 1
    best.set(role[0], Math.max(best.get(role[0]) ?? 0, role[1]))
  }
  const hasCore = [...best.keys()].some((role) => CORE.has(role))
  if (!hasCore || best.size < 2 || named < filled.length * 0.25) return 0
  return [...best.values()].reduce((sum, score) => sum + score, 0)
}

const bestRole = (text: string): [HeaderRole, number] | null => {
  let found: [HeaderRole, number] | null = null
  for (const [role, score] of rolesOfHeader(headerTokens(text))) {
    if (score >= 40 && (found === null || score > found[1])) found = [role, score]
  }
  return found
}

/** Finds the header by its words; else by contrast, a row of texts above rows of amounts; else there is none. */
export const findHeader = (records: readonly (readonly string[])[]): Header | null => {
  const rows = records.slice(0, ROWS_TO_LOOK_AT).map((record) => record.map(cleanHeader))
  const scores = rows.map(headerScore)
  const highest = Math.max(...scores, 0)
  if (highest === 0) return findByContrast(rows)
  // the first good header with data right below it: later ones may head further tables with more columns
  const first = scores.findIndex(
    (score, index) => score >= highest * ALMOST && isDataRow(nextFilled(rows, index)),
  )
  const best = first >= 0 ? first : scores.indexOf(highest)
  return withNeighbour(rows, best, scores[best] ?? 0)
}

const nextFilled = (rows: readonly string[][], index: number): readonly string[] =>
  rows.slice(index + 1).find((row) => row.some((text) => text !== '')) ?? []

const isDataRow = (row: readonly string[]): boolean => row.some(isDataCell)

/** A header over two rows: `Supplier | | Payment |` above `Name | Number | Date | Amount`. */
const withNeighbour = (rows: readonly string[][], best: number, bestScore: number): Header => {
  for (const top of [best - 1, best]) {
    const upper = rows[top]
    const lower = rows[top + 1]
    if (upper === undefined || lower === undefined || !mayJoin(upper, lower)) continue
    const joined = joinHeaders(upper, lower)
    if (headerScore(joined) > bestScore + 35) return { rows: [top, top + 1], headers: joined, isKnown: true }
  }
  return { rows: [best], headers: rows[best] ?? [], isKnown: true }
}

const mayJoin = (upper: readonly string[], lower: readonly string[]): boolean => {
  const texts = [...upper, ...lower].filter((text) => text !== '')
  const upperCount = upper.filter((text) => text !== '').length
  const lowerCount = lower.filter((text) => text !== '').length
  return (
    upperCount >= 2 && lowerCount >= 2 && !texts.some(isDataCell) && texts.every((text) => text.length < 60)
  )
}

/** Words of the upper row reach right over the empty cells beside them, as merged cells do. */
const joinHeaders = (upper: readonly string[], lower: readonly string[]): string[] => {
  const joined: string[] = []
  let above = ''
  for (let column = 0; column < Math.max(upper.length, lower.length); column += 1) {
    const own = upper[column] ?? ''
    const below = lower[column] ?? ''
    if (own !== '') above = own
    const reaches = own === '' && below !== '' ? above : own
    joined.push(`${reaches} ${below}`.trim())
  }
  return joined
}

/** Unknown words in a row of texts right above rows that hold amounts or days. */
const findByContrast = (rows: readonly string[][]): Header | null => {
  for (const [index, row] of rows.entries()) {
    const filled = row.filter((text) => text !== '')
    if (filled.length < 2) continue
    if (filled.some(isDataCell)) return null
    const below = rows
      .slice(index + 1)
      .filter((next) => next.some((text, column) => text !== '' && text !== row[column]))
      .slice(0, 5)
    const dataBelow = below.filter((next) =>
      next.some((text, column) => isDataCell(text) && (row[column] ?? '') !== ''),
    )
    const areShort = filled.every((text) => text.length < 50)
    if (
      below.length > 0 &&
      dataBelow.length === below.length &&
      areShort &&
      new Set(filled).size === filled.length
    ) {
      return { rows: [index], headers: row, isKnown: false }
    }
  }
  return null
}

/** Whether a row in the middle of a file is a header of its own, in other columns or words. */
export const readsAsHeader = (cells: readonly string[]): boolean => {
  const texts = cells.map(cleanHeader)
  const filled = texts.filter((text) => text !== '')
  return filled.length >= 3 && headerScore(texts) >= 220 && filled.every((text) => text.length < 50)
}
