import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  type DataColumn,
  DataTable,
  errorOf,
  FileUpload,
  Form,
  FormErrorSummary,
  formatDate,
  formatPence,
  type TableExport,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { PAYMENT_WORDS, placeOfPayment } from '../messages/invoices.ts'
import type { Contract } from '../model.ts'
import type { InvoicePayment } from '../rules/join-invoices.ts'
import type { Invoice } from '../rules/paid-on-time.ts'

type Row = { readonly invoice: Invoice; readonly payment: InvoicePayment }
type Props = {
  readonly contract: Contract
  readonly errors: readonly FieldError[]
  readonly rows: readonly Row[]
  /** Of all invoices: those whose payment agrees. */
  readonly agreed: number
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
}

const dayOr = (day: string | null, none: string): string => (day === null ? none : formatDate(day))

const Found = ({ payment, invoice }: Row) => (
  <>
    {payment.paidOn && `${formatDate(payment.paidOn)}. `}
    {PAYMENT_WORDS[payment.how]}
    {payment.paidOn && invoice.paidOn && payment.paidOn !== invoice.paidOn && '; the day of your list stands'}
    {payment.payments.slice(0, 3).map((line) => (
      <a class="gt-under" href={`/spend/imports/${line.importId}`}>
        {placeOfPayment(line)}
      </a>
    ))}
    {payment.payments.length > 3 && <span class="gt-under">and {payment.payments.length - 3} more</span>}
  </>
)

const COLUMNS: readonly DataColumn<Row>[] = [
  { name: 'number', header: 'Invoice', isSortable: true, cell: ({ invoice }) => invoice.number },
  {
    name: 'received',
    header: 'Received',
    isSortable: true,
    cell: ({ invoice }) => dayOr(invoice.receivedOn, 'Not known'),
  },
  {
    name: 'paid',
    header: 'Paid, by your list',
    cell: ({ invoice }) => (invoice.isDisputed ? 'Disputed' : dayOr(invoice.paidOn, 'Not said')),
  },
  {
    name: 'amount',
    header: 'Amount',
    isNumeric: true,
    isSortable: true,
    cell: ({ invoice }) => formatPence(invoice.amountPence),
  },
  { name: 'payment', header: 'In payment files', isSortable: true, cell: (row) => <Found {...row} /> },
]

const Invoices = ({ rows, agreed, paging, exports }: Props) => (
  <DataTable
    id="invoices"
    caption="Invoices and their payments"
    rows={rows}
    columns={COLUMNS}
    paging={paging}
    exports={exports}
    onPhone="stack"
    basis={{
      period: 'All invoices written down, and all payment files that count',
      coverage: `${agreed} of ${paging.total} found paid: the payment has the same supplier, number and amount. Anything less is shown and not taken`,
    }}
    empty={{ title: 'No invoice yet', purpose: '' }}
  />
)

export const ImportInvoicesView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{props.contract.title}</span>
    <h1>Invoices</h1>
    <p>
      Payment files say when money was paid and not when the invoice came. A list of invoices from the ledger
      tells both, and so whether the supplier was paid within 30 days. Where it has no day of payment, one is
      taken from a payment file if supplier, number and amount agree.
    </p>
    {props.paging.total > 0 && <Invoices {...props} />}
    <h2>Import invoices</h2>
    <Form hasFiles>
      <FileUpload
        id="file"
        name="file"
        label="CSV or XLSX file"
        hint="Its first row names the columns: invoice, received, paid, amount, disputed. Paid is empty where it is not known. All rows are taken, or none; a number that is there is brought up to date"
        errorMessage={errorOf(props.errors, 'file')}
      />
      <Button preventDoubleClick>Import</Button>
    </Form>
  </>
)
