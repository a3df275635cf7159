import { findPaymentsLike, type SpendTables } from '#spend'
import type { Reader } from '../../platform/database.ts'
import type { Contract } from './model.ts'
import { type InvoicePayment, joinInvoices, withPaidDays } from './rules/join-invoices.ts'
import type { Invoice } from './rules/paid-on-time.ts'
import { listInvoices } from './store/invoices.ts'
import type { ContractsTables } from './tables.ts'

export type ReadInvoices = {
  /** As they were written down. */
  readonly written: readonly Invoice[]
  /** What payment files say of each, in the same order. */
  readonly payments: readonly InvoicePayment[]
  /** With the days that agreed payments bring. */
  readonly known: readonly Invoice[]
}

/** The invoices of a contract beside the payments to its supplier. */
export const readInvoicesOf = async (
  db: Reader<ContractsTables>,
  { id, supplierKey }: Pick<Contract, 'id' | 'supplierKey'>,
): Promise<ReadInvoices> => {
  const written = await listInvoices(db, id)
  const lines =
    written.length === 0
      ? []
      : await findPaymentsLike(db as unknown as Reader<SpendTables>, {
          supplierKey,
          references: written.map(({ number }) => number),
          amountsPence: [...new Set(written.map(({ amountPence }) => amountPence))],
        })
  const payments = joinInvoices(written, lines)
  return { written, payments, known: withPaidDays(written, payments) }
}
