import { Button, DataTable, Form, formatInstant, type TablePaging } from '../../../platform/views/views.ts'
import type { DecidedBatch } from '../store/decisions.ts'

export type DecisionLine = DecidedBatch & { readonly by: string }

const Undo = ({ batch, payees }: DecidedBatch) => (
  <Form action="/spend/review/undo">
    <input type="hidden" name="batch" value={batch} />
    <input type="hidden" name="from" value="decisions" />
    <Button classes="govuk-button--secondary gt-button-in-table">
      Undo<span class="govuk-visually-hidden"> the decision on {payees[0]}</span>
    </Button>
  </Form>
)

export const ListDecisionsView = ({
  rows,
  paging,
}: {
  readonly rows: readonly DecisionLine[]
  readonly paging: TablePaging
}) => (
  <>
    <h1>Decisions on payees</h1>
    <p>What people said of payees. Each holds for every later file until it is undone.</p>
    <DataTable
      id="decisions"
      caption="Decisions, the newest first"
      rows={rows}
      paging={paging}
      empty={{
        title: 'No decision yet',
        purpose: 'Decisions are taken on the review list, or on the page of a payee.',
        firstStep: { text: 'Go to the review list', href: '/spend/review' },
      }}
      columns={[
        { name: 'payees', header: 'Payees', cell: (row) => row.payees.join('; ') },
        {
          name: 'supplier',
          header: 'Supplier',
          cell: (row) =>
            row.register ? `${row.supplierName} (${row.register})` : 'None of the registers’ entries',
        },
        { name: 'by', header: 'Decided by', cell: (row) => row.by },
        { name: 'at', header: 'When', cell: (row) => formatInstant(row.decidedAt) },
        { name: 'undo', header: 'Undo', cell: (row) => <Undo {...row} /> },
      ]}
    />
  </>
)
