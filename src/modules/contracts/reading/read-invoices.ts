import { readDecimal } from '../../../kernel/exact.ts'
import { parseBritishDate } from '../../../kernel/plain-date.ts'
import type { Invoice } from '../rules/paid-on-time.ts'

export type InvoicesRead =
  | { readonly ok: true; readonly invoices: readonly Invoice[] }
  | { readonly ok: false; readonly sentences: readonly string[] }

const COLUMNS = {
  number: /^invoice( number| no\.?| reference)?$|^number$/i,
  receivedOn: /^(date )?received( on)?$|^invoice date$|^date of receipt$/i,
  paidOn: /^(date )?paid( on)?$|^payment date$/i,
  amount: /^amount$|^net amount$|^value$/i,
  disputed: /^disputed$/i,
} as const
type Column = keyof typeof COLUMNS

const MOST = 50_000

/** Invoices from a table with the columns invoice, received, paid, amount and disputed, in any order: all rows or none. */
export const readInvoices = (rows: readonly (readonly string[])[]): InvoicesRead => {
  const [head = [], ...body] = rows
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, words]) => [name, head.findIndex((cell) => words.test(cell.trim()))]),
  ) as Record<Column, number>
  if (at.number < 0 || at.amount < 0)
    return {
      ok: false,
      sentences: ['The first row names the columns: invoice, received, paid, amount, disputed.'],
    }
  if (body.length > MOST)
    return { ok: false, sentences: [`These are ${body.length} invoices; at most 50,000 fit.`] }
  const sentences: string[] = []
  const cell = (row: readonly string[], name: Column): string => (row[at[name]] ?? '').trim()
  const day = (row: readonly string[], name: Column, line: number) => {
    const text = cell(row, name)
    const found = text === '' ? null : parseBritishDate(text)
    if (found === undefined)
      sentences.push(`Row ${line}: “${text.slice(0, 40)}” is not a day. Write 31/03/2026.`)
    return found ?? null
  }
  const invoices = body
    .filter((row) => row.some((one) => one.trim() !== ''))
    .map((row, index): Invoice => {
      const line = index + 2
      const number = cell(row, 'number')
      const amount = readDecimal(cell(row, 'amount'))
      if (number === '' || number.length > 100)
        sentences.push(`Row ${line} has no invoice number of up to 100 characters.`)
      if (amount === undefined || amount.decimalPlaces() > 2)
        sentences.push(`Row ${line}: the amount is not one in pounds.`)
      return {
        number,
        receivedOn: day(row, 'receivedOn', line),
        paidOn: day(row, 'paidOn', line),
        amountPence: amount === undefined ? 0 : amount.times(100).round().toNumber(),
        isDisputed: /^(y|yes|true|1)$/i.test(cell(row, 'disputed')),
      }
    })
  const numbers = invoices.map(({ number }) => number)
  const twice = numbers.find((number, index) => number !== '' && numbers.indexOf(number) !== index)
  if (twice !== undefined) sentences.push(`Invoice ${twice} stands in the file twice.`)
  return sentences.length > 0 ? { ok: false, sentences: sentences.slice(0, 20) } : { ok: true, invoices }
}
