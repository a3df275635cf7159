import type { Pence } from '../../../kernel/money.ts'
import { daysBetween, type PlainDate } from '../../../kernel/plain-date.ts'

/** Thirty days are implied in every public contract, whatever it says (Procurement Act 2023 s.68; s.73 for sub-contracts). */
export const DAYS_TO_PAY = 30

export type Invoice = {
  readonly number: string
  readonly receivedOn: PlainDate | null
  readonly paidOn: PlainDate | null
  readonly amountPence: Pence
  readonly isDisputed: boolean
}
export type PaidOnTime = {
  readonly invoices: number
  readonly inTime: number
  readonly late: number
  /** Paid, but the day of the invoice or of the payment is not known. */
  readonly unknown: number
  /** Not paid, and past its thirty days. */
  readonly overdue: number
  readonly disputed: number
  /** Whole days on average of those whose days are known; null where none are. */
  readonly averageDays: number | null
}

/** How a contract's invoices were paid by a day. Disputed ones are left out of both sides, as the Act does. */
export const paidOnTime = (invoices: readonly Invoice[], on: PlainDate): PaidOnTime => {
  const valid = invoices.filter(({ isDisputed }) => !isDisputed)
  const taken = valid.flatMap(({ receivedOn, paidOn }) =>
    receivedOn !== null && paidOn !== null ? [Math.max(0, daysBetween(receivedOn, paidOn))] : [],
  )
  const open = valid.filter(({ paidOn, receivedOn }) => paidOn === null && receivedOn !== null)
  const inTime = taken.filter((days) => days <= DAYS_TO_PAY).length
  return {
    invoices: invoices.length,
    inTime,
    late: taken.length - inTime,
    unknown: valid.filter(({ receivedOn }) => receivedOn === null).length,
    overdue: open.filter(({ receivedOn }) => daysBetween(receivedOn ?? on, on) > DAYS_TO_PAY).length,
    disputed: invoices.length - valid.length,
    averageDays:
      taken.length === 0 ? null : Math.round(taken.reduce((sum, days) => sum + days, 0) / taken.length),
  }
}
