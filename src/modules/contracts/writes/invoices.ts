import { z } from 'zod'
import { today } from '../../../platform/context.ts'
import { textField } from '../../../platform/http/fields.ts'
import { dayField, refuseTwice } from '../../../platform/writes/fields.ts'
import type { Write } from '../../../platform/writes/write.ts'
import { recordInvoices } from '../actions/invoices.ts'
import { invoicesAnswer, reportInvoices } from '../invoice-report.ts'
import { contractWrite, told } from './contract-write.ts'

const invoice = z.object({
  number: textField('the number of the invoice', 100),
  receivedOn: dayField.nullable().default(null),
  paidOn: dayField.nullable().default(null),
  amountPence: z.number().int().min(-1e15).max(1e15).describe('below nothing for a credit note'),
  isDisputed: z.boolean().default(false),
})

export const invoiceWrites: readonly Write[] = [
  contractWrite({
    command: 'contracts invoices record',
    method: 'POST',
    path: 'invoices',
    audit: 'INVOICES_RECORDED',
    summary: 'Write invoices down, or bring known numbers up to date: all of them or none',
    limitPerMinute: 30,
    body: z.object({ invoices: z.array(invoice).min(1).max(5000) }).superRefine(({ invoices }, issues) =>
      refuseTwice(
        invoices.map(({ number }) => number),
        (at) => ['invoices', at, 'number'],
        'This invoice stands here already',
        issues,
      ),
    ),
    answer: invoicesAnswer,
    example:
      '{"invoices":[{"number":"INV-104","receivedOn":"2026-09-01","paidOn":"2026-09-24","amountPence":1250000}]}',
    write: async (ctx, contract, { invoices }) => {
      await recordInvoices(ctx, contract.id, invoices)
      return told(ctx, (db) => reportInvoices(db, contract, today(ctx)))
    },
  }),
]
