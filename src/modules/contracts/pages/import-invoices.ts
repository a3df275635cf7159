import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { NotFound, Unusable } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTable } from '../../../platform/tables/read-table.ts'
import { readTableState, type TableState } from '../../../platform/views/views.ts'
import { recordInvoices } from '../actions/invoices.ts'
import { PAYMENT_WORDS, placeOfPayment } from '../messages/invoices.ts'
import { readInvoicesOf } from '../read-invoices.ts'
import { type InvoicesRead, readInvoices } from '../reading/read-invoices.ts'
import type { InvoicePayment } from '../rules/join-invoices.ts'
import type { Invoice } from '../rules/paid-on-time.ts'
import { getContract } from '../store/contracts.ts'
import type { ContractsTables } from '../tables.ts'
import { ImportInvoicesView } from './import-invoices.view.tsx'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'

const MOST_BYTES = 10 * 1024 ** 2

const PAGE_SIZE = 50

type Row = { readonly invoice: Invoice; readonly payment: InvoicePayment }
const VALUES = {
  number: ({ invoice }: Row) => invoice.number,
  received: ({ invoice }: Row) => invoice.receivedOn ?? '',
  amount: ({ invoice }: Row) => invoice.amountPence,
  payment: ({ payment }: Row) => PAYMENT_WORDS[payment.how],
} as const
const ORDERS = Object.keys(VALUES)

const readRows = (request: PageRequest) =>
  inReading(request.ctx, async (db: Reader<ContractsTables>) => {
    const contract = await getContract(db, idOf(request, 'contractId'))
    const { written, payments } = await readInvoicesOf(db, contract)
    const rows = written.flatMap((invoice, at): Row[] => {
      const payment = payments[at]
      return payment ? [{ invoice, payment }] : []
    })
    return { contract, rows }
  })

const sorted = (rows: readonly Row[], { sort, direction }: TableState): Row[] => {
  const value = VALUES[sort as keyof typeof VALUES]
  const up = rows.toSorted((one, other) =>
    value(one) < value(other) ? -1 : Number(value(one) > value(other)),
  )
  return direction === 'descending' ? up.toReversed() : up
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { contract, rows } = await readRows(request)
  const { query } = request
  const path = `${contractPath(contract.id)}/invoices`
  const state = readTableState(query, { sortable: ORDERS, defaultSort: 'received', pageSize: PAGE_SIZE })
  const from = (state.page - 1) * PAGE_SIZE
  const body = h(ImportInvoicesView, {
    contract,
    errors,
    rows: sorted(rows, state).slice(from, from + PAGE_SIZE),
    agreed: rows.filter(({ payment }) => payment.how === 'agreed').length,
    paging: { path, query, state, total: rows.length },
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: `${path}.${format.toLowerCase()}`,
    })),
  })
  return pageOfContract(request, body, errors, {
    title: 'Invoices',
    back: { href: `${contractPath(contract.id)}/supplier`, text: 'Supplier' },
    isWide: rows.length > 0,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

/** The invoices with what payment files say of each. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { rows } = await readRows(request)
  return exportTable<Row>(format, {
    name: 'invoices',
    basis: 'Invoices as they were written down, and payments to the same supplier in counted payment files',
    columns: [
      { header: 'invoice', value: ({ invoice }) => invoice.number },
      { header: 'received', value: ({ invoice }) => invoice.receivedOn },
      { header: 'paid', value: ({ invoice }) => invoice.paidOn },
      { header: 'amount', kind: 'pence', value: ({ invoice }) => invoice.amountPence },
      { header: 'disputed', value: ({ invoice }) => (invoice.isDisputed ? 'yes' : 'no') },
      { header: 'payment files', value: ({ payment }) => PAYMENT_WORDS[payment.how] },
      { header: 'paid by them', value: ({ payment }) => payment.paidOn },
      { header: 'rows', value: ({ payment }) => payment.payments.map(placeOfPayment).join('; ') },
    ],
    rows,
  })
}

const read = async (content: Buffer): Promise<InvoicesRead> => {
  try {
    const { rows } = await readTable(content)
    return readInvoices(rows.map(({ cells }) => cells))
  } catch (error) {
    if (error instanceof Unusable) return { ok: false, sentences: [error.message] }
    throw error
  }
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const { upload } = request
  const content = upload && (await readUpload(upload, MOST_BYTES))
  if (!upload || upload.name === '') return show(request, [{ field: 'file', message: 'Choose a file' }])
  if (!content) return show(request, [{ field: 'file', message: 'The file is larger than 10 MB. Split it' }])
  const found = await read(content)
  if (!found.ok)
    return show(
      request,
      found.sentences.map((message) => ({ field: 'file', message })),
    )
  const id = idOf(request, 'contractId')
  await recordInvoices(request.ctx, id, found.invoices)
  return redirect(`${contractPath(id)}/supplier?done=invoices`)
}
