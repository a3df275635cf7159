import type { PartLayout } from '../model.ts'
import { isEmptyCell } from '../values/blank-text.ts'
import { kindOfCell } from '../values/cell-kind.ts'

/** Whether a row has content to the right of where ordinary rows end. */
export const overflows = (cells: readonly string[], width: number): boolean => {
  for (let column = width; column < cells.length; column += 1) {
    if (!isEmptyCell(cells[column] ?? '')) return true
  }
  return false
}

export type Repair = {
  readonly cells: readonly string[]
  readonly kind: 'as-it-is' | 'amount-rejoined' | 'realigned'
}

/** Whether a row as it stands has a readable amount, and a readable date where the file has dates. */
export type Check = (cells: readonly string[]) => boolean

const FRONT = /^\s*[-(£]*\s*\d{1,3}\s*$/
const BACK = /^\s*\d{3}(?:\.\d{1,2})?\s*\)?-?\s*$/
const MOST_SURPLUS = 6

/**
 * A row with too many cells: a comma inside a cell was written without quotation marks, so that an amount was cut at
 * its thousands (`1` and `234.50`) or a name in two; or somebody left a remark beside it. Every way of joining cells is
 * tried, and the one whose cells best match what the columns usually hold wins. Null where none is sound, or two are
 * equally good and differ in payee or money: a shifted row would put wrong money on a payee.
 */
export const repairRow = (cells: readonly string[], layout: PartLayout, isSound: Check): Repair | null => {
  const surplus = countSurplus(cells, layout.width)
  if (surplus < 1 || surplus > MOST_SURPLUS) return null
  const ways: Repair[] = [{ cells, kind: 'as-it-is' }]
  if (layout.delimiter !== null) {
    const amountColumn = layout.amount.terms[0]?.column ?? 0
    const rejoined = rejoinAmount(cells, surplus, amountColumn)
    if (rejoined !== null) ways.push({ cells: rejoined, kind: 'amount-rejoined' })
    for (const [column, kind] of layout.columnKinds.split('').entries()) {
      if (kind === 't')
        ways.push({ cells: joinCells(cells, column, surplus, layout.delimiter), kind: 'realigned' })
    }
  }
  const sound = ways
    .filter((way) => isSound(way.cells))
    .map((way) => ({
      way,
      score: matchScore(way.cells, layout) + (way.kind === 'amount-rejoined' ? 0.5 : 0),
    }))
    .sort((a, b) => b.score - a.score)
  const [best] = sound
  if (best === undefined) return null
  const equal = sound.filter(({ score }) => score > best.score - 0.01).map(({ way }) => way)
  return tellsTheSame(equal, layout) ? best.way : null
}

const countSurplus = (cells: readonly string[], width: number): number => {
  let last = cells.length
  while (last > width && isEmptyCell(cells[last - 1] ?? '')) last -= 1
  return last - width
}

const rejoinAmount = (cells: readonly string[], surplus: number, column: number): string[] | null => {
  const pieces = cells.slice(column, column + surplus + 1)
  const [front, ...backs] = pieces
  if (front === undefined || !FRONT.test(front) || !backs.every((back) => BACK.test(back))) return null
  const joined = pieces.map((piece) => piece.trim()).join('')
  return [...cells.slice(0, column), joined, ...cells.slice(column + surplus + 1)]
}

const joinCells = (
  cells: readonly string[],
  column: number,
  surplus: number,
  delimiter: string,
): string[] => [
  ...cells.slice(0, column),
  cells.slice(column, column + surplus + 1).join(delimiter),
  ...cells.slice(column + surplus + 1),
]

/** How many cells hold what their column usually holds. */
const matchScore = (cells: readonly string[], layout: PartLayout): number => {
  let score = 0
  for (let column = 0; column < layout.width; column += 1) {
    const usual = layout.columnKinds[column] ?? '-'
    const found = kindOfCell(cells[column] ?? '')
    if (usual === found) score += 1
    else if (usual === '-' || found === '-') score += 0.5
    else if (usual === 'm' && found === 'n') score += 0.4
  }
  return score - (overflows(cells, layout.width) ? 0.6 : 0)
}

const tellsTheSame = (ways: readonly Repair[], layout: PartLayout): boolean => {
  const { date, payee } = layout.columns
  const columns = [...layout.amount.terms.map((term) => term.column), date, payee]
  const keys = ways.map(({ cells }) =>
    columns.map((column) => (column === undefined ? '' : cells[column])).join('\u0001'),
  )
  return new Set(keys).size === 1
}
