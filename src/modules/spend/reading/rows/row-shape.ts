import { readAmount } from '../values/amount.ts'
import { isEmptyCell } from '../values/blank-text.ts'
import { readDateForm } from '../values/date-forms.ts'

/** What stands in the cells of a row that is no ordinary payment. */
export type RowShape = {
  /** Columns with any content. */
  readonly filled: readonly number[]
  /** Columns whose content is words. */
  readonly words: readonly number[]
  /** Columns whose content is an amount. */
  readonly numbers: readonly number[]
  readonly text: string
}

const LONGEST_TEXT = 300

export const shapeOf = (cells: readonly string[]): RowShape => {
  const filled: number[] = []
  const words: number[] = []
  const numbers: number[] = []
  const texts: string[] = []
  for (const [column, cell] of cells.entries()) {
    if (isEmptyCell(cell)) continue
    const text = cell.trim()
    filled.push(column)
    texts.push(text.replace(/\s+/g, ' '))
    if (readAmount(text) !== undefined) numbers.push(column)
    else if (readDateForm(text) === undefined) words.push(column)
  }
  return { filled, words, numbers, text: texts.join(' | ').slice(0, LONGEST_TEXT) }
}
