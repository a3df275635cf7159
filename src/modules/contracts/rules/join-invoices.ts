import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Invoice } from './paid-on-time.ts'

/** A payment to the contract's supplier as a payment file tells it. */
export type PaymentLine = {
  readonly fileName: string
  readonly rowNumber: number
  readonly importId: string
  readonly paidOn: PlainDate | null
  readonly amountPence: number
  readonly reference: string | null
}

/**
 * What payment files say of an invoice. Only `agreed` is taken for its payment: the supplier, the number and the amount
 * are the same. All else is shown for somebody to look at and stands in no figure.
 */
export type InvoicePayment = {
  readonly how: 'agreed' | 'other-amount' | 'same-amount' | 'none'
  readonly payments: readonly PaymentLine[]
  /** The day of the last payment; null unless it is agreed and the files tell the days. */
  readonly paidOn: PlainDate | null
}

const keyOf = (text: string | null): string => (text ?? '').replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()

const sumOf = (lines: readonly PaymentLine[]): number =>
  lines.reduce((sum, { amountPence }) => sum + amountPence, 0)

const NONE: InvoicePayment = { how: 'none', payments: [], paidOn: null }

/** Each invoice with what the payment files say of it, in the order of the invoices. */
export const joinInvoices = (
  invoices: readonly Invoice[],
  lines: readonly PaymentLine[],
): InvoicePayment[] => {
  const byNumber = Map.groupBy(lines, ({ reference }) => keyOf(reference))
  const numbers = new Set(invoices.map(({ number }) => keyOf(number)))
  const byAmount = Map.groupBy(
    lines.filter(({ reference }) => !numbers.has(keyOf(reference))),
    ({ amountPence }) => amountPence,
  )
  return invoices.map(({ number, amountPence }): InvoicePayment => {
    const key = keyOf(number)
    const named = key === '' ? [] : (byNumber.get(key) ?? [])
    if (named.length > 0 && sumOf(named) === amountPence) {
      const days = named.flatMap(({ paidOn }) => paidOn ?? []).toSorted()
      const paidOn = days.length === named.length ? (days.at(-1) ?? null) : null
      return { how: 'agreed', payments: named, paidOn }
    }
    if (named.length > 0) return { how: 'other-amount', payments: named, paidOn: null }
    const alike = byAmount.get(amountPence) ?? []
    return alike.length > 0 ? { how: 'same-amount', payments: alike, paidOn: null } : NONE
  })
}

/** The invoices with the days that agreed payments bring; what the list of invoices says itself stands. */
export const withPaidDays = (invoices: readonly Invoice[], joined: readonly InvoicePayment[]): Invoice[] =>
  invoices.map((invoice, at) => ({ ...invoice, paidOn: invoice.paidOn ?? joined[at]?.paidOn ?? null }))
