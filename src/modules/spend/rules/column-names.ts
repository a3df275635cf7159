import type { PartLayout } from '../reading/reading.ts'

/** `B`, `AA`: the column's letter in a spreadsheet. */
export const columnLetter = (index: number): string => {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** A column by its header's words, or by its letter where it has none. */
export const columnName = (part: PartLayout, index: number): string => {
  const header = part.headers[index]?.replaceAll(/\s+/g, ' ').trim()
  return header ? header : `column ${columnLetter(index)}`
}

/**
 * The column used for each role: `{ date: 'Payment Date', supplier: 'Beneficiary', amount: 'Net', … }`.
 * An amount made of several columns names them all, as in `Debit - Credit`.
 */
export const columnNames = (part: PartLayout): Record<string, string> => {
  const names: Record<string, string> = {}
  for (const [role, index] of Object.entries(part.columns)) {
    if (index !== undefined) names[role === 'payee' ? 'supplier' : role] = columnName(part, index)
  }
  const terms = part.amount.terms.map(
    (term, i) =>
      `${i === 0 ? (term.sign < 0 ? '-' : '') : term.sign < 0 ? ' - ' : ' + '}${columnName(part, term.column)}`,
  )
  if (terms.length > 0) names.amount = terms.join('')
  return names
}
