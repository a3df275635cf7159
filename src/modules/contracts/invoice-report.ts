import { z } from 'zod'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import type { Contract } from './model.ts'
import { readInvoicesOf } from './read-invoices.ts'
import { paidOnTime } from './rules/paid-on-time.ts'
import type { ContractsTables } from './tables.ts'

const day = z.string().nullable()
export const invoicesAnswer = z.object({
  on: z.string(),
  paid: z.object({
    invoices: z.number(),
    inTime: z.number().describe('paid within thirty days (Procurement Act 2023, s.68)'),
    late: z.number(),
    unknown: z.number(),
    overdue: z.number(),
    disputed: z.number().describe('left out of both sides'),
    averageDays: z.number().nullable(),
  }),
  paidByFiles: z.number().describe('invoices whose day of payment only payment files tell'),
  invoices: z.array(
    z.object({
      number: z.string(),
      receivedOn: day,
      paidOn: day,
      amountPence: z.number(),
      isDisputed: z.boolean(),
      payment: z.object({
        how: z.string().describe('agreed, other-amount, same-amount or none; only agreed counts'),
        paidOn: day,
        rows: z.array(
          z.object({
            fileName: z.string(),
            rowNumber: z.number(),
            paidOn: day,
            amountPence: z.number(),
            reference: z.string().nullable(),
          }),
        ),
      }),
    }),
  ),
})

/** How the invoices of a contract were paid, with what payment files say of each. */
export const reportInvoices = async (
  db: Reader<ContractsTables>,
  contract: Pick<Contract, 'id' | 'supplierKey'>,
  on: PlainDate,
): Promise<z.output<typeof invoicesAnswer>> => {
  const { written, payments, known } = await readInvoicesOf(db, contract)
  return {
    on,
    paid: paidOnTime(known, on),
    paidByFiles: known.filter(({ paidOn }, at) => paidOn !== (written[at]?.paidOn ?? null)).length,
    invoices: written.map((invoice, at) => ({
      ...invoice,
      payment: {
        how: payments[at]?.how ?? 'none',
        paidOn: payments[at]?.paidOn ?? null,
        rows: (payments[at]?.payments ?? []).map(({ importId: _import, ...row }) => row),
      },
    })),
  }
}
