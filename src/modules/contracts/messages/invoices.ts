import { formatPence } from '../../../platform/views/views.ts'
import type { InvoicePayment, PaymentLine } from '../rules/join-invoices.ts'

/** What payment files say of an invoice, and whether it counts. */
export const PAYMENT_WORDS: Readonly<Record<InvoicePayment['how'], string>> = {
  agreed: 'Paid: supplier, number and amount agree',
  'other-amount': 'Not taken: the number agrees, the amount does not',
  'same-amount': 'Not taken: only supplier and amount agree',
  none: 'None found',
}

export const placeOfPayment = ({ fileName, rowNumber, amountPence }: PaymentLine): string =>
  `${fileName}, row ${rowNumber}: ${formatPence(amountPence)}`
