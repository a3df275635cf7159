import { readAmount } from './amount.ts'
import { isEmptyCell, saysNothing } from './blank-text.ts'
import { readDateForm } from './date-forms.ts'

/** What a single cell holds, in the letters of `PartLayout.columnKinds`. */
export const kindOfCell = (cell: string): 'd' | 'm' | 'n' | 't' | '-' => {
  const text = cell.trim()
  if (isEmptyCell(text) || saysNothing(text)) return '-'
  if (/^\d+$/.test(text)) return 'n'
  if (readAmount(text) !== undefined) return 'm'
  const form = readDateForm(text)
  return form === undefined ? 't' : 'd'
}
