import { type Contract, recordInvoices } from '#contracts'
import { addDays } from '../../../kernel/plain-date.ts'
import type { Context } from '../../../platform/context.ts'
import type { MadeUpPayment } from '../payments/made-up-payment.ts'

const FROM = '2026-04-01'
const MOST = 12
/** Days from the invoice to its payment, in turn: two of them over the thirty that the Act gives. */
const DAYS = [12, 21, 28, 9, 34, 17, 25, 30, 14, 41, 19, 26]

/**
 * The invoices of this year's payments on a contract. Every third says no day of payment, which is then taken from the
 * payment file; the newest is disputed.
 */
export const seedInvoices = async (
  ctx: Context,
  contract: Contract,
  payments: readonly MadeUpPayment[],
): Promise<void> => {
  const paid = payments
    .filter(({ supplier, paidOn, pence }) => {
      return supplier?.name === contract.supplierName && paidOn >= FROM && pence > 0
    })
    .slice(0, MOST)
  if (paid.length === 0) return
  await recordInvoices(
    ctx,
    contract.id,
    paid.map(({ reference, paidOn, pence }, at) => ({
      number: reference,
      receivedOn: addDays(paidOn, -(DAYS[at % DAYS.length] ?? 0)),
      paidOn: at % 3 === 2 ? null : paidOn,
      amountPence: pence,
      isDisputed: at === paid.length - 1,
    })),
  )
}
