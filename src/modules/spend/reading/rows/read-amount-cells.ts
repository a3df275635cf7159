import type { AmountPlan, RoleColumns } from '../model.ts'
import { isForeignMoney, plainPence, readAmount } from '../values/amount.ts'
import { saysNothing } from '../values/blank-text.ts'

/** Counted while reading, for the warnings. */
export type AmountNotes = { rounded: number; exponents: number; signed: number }

/** Why a row has no amount: nothing there, something unreadable, or another money. */
export type NoAmount = 'missing' | 'unreadable' | 'not-pounds'

export type AmountReader = {
  /** Exact pence, or NaN; `problem` then says why. */
  readonly read: (cells: readonly string[]) => number
  readonly problem: (cells: readonly string[]) => { readonly why: NoAmount; readonly text: string }
}

const CREDIT_MARK = /^(?:cr|c|credit|credit (?:note|memo)|cn|crn|pc)$/i

/** Reads the money of a row by the plan of its layout. */
export const createAmountReader = (
  plan: AmountPlan,
  columns: RoleColumns,
  notes: AmountNotes,
): AmountReader => {
  const single = plan.terms.length === 1 ? plan.terms[0] : undefined
  const readCell = (cell: string): number => {
    const text = cell.trim()
    if (plan.decimalMark === '.') {
      const plain = plainPence(text)
      if (!Number.isNaN(plain)) return plain
    }
    const amount = readAmount(text, plan.decimalMark)
    if (amount === undefined) return Number.NaN
    if (amount.rounded) notes.rounded += 1
    if (/\de[+-]?\d/i.test(text)) notes.exponents += 1
    return amount.pence
  }
  const readTerms = (cells: readonly string[]): number => {
    let sum = 0
    let found = false
    for (const { column, sign } of plan.terms) {
      const cell = (cells[column] ?? '').trim()
      if (cell === '' || (saysNothing(cell) && cell !== '-')) continue
      const pence = readCell(cell)
      if (Number.isNaN(pence)) return Number.NaN
      sum += sign * pence
      found = true
    }
    return found ? sum : Number.NaN
  }
  const base =
    single === undefined ? readTerms : (cells: readonly string[]) => readCell(cells[single.column] ?? '')
  const signColumn = columns.sign
  const read =
    signColumn === undefined
      ? base
      : (cells: readonly string[]): number => {
          const pence = base(cells)
          if (!(pence > 0) || !CREDIT_MARK.test((cells[signColumn] ?? '').trim())) return pence
          notes.signed += 1
          return -pence
        }
  return {
    read,
    problem: (cells) => {
      for (const { column } of plan.terms) {
        const text = (cells[column] ?? '').trim()
        if (text === '' || saysNothing(text)) continue
        return { why: isForeignMoney(text) ? 'not-pounds' : 'unreadable', text }
      }
      return { why: 'missing', text: '' }
    },
  }
}
