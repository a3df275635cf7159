import {
  Button,
  type DataColumn,
  DataTable,
  Form,
  formatInstant,
  type TablePaging,
} from '../../../platform/views/views.ts'
import type { FailedLetter } from '../store/failed-letters.ts'

const COLUMNS: readonly DataColumn<FailedLetter>[] = [
  { name: 'subject', header: 'Letter', cell: ({ subject }) => subject },
  { name: 'to', header: 'To', cell: ({ recipient }) => recipient },
  { name: 'written', header: 'Written', cell: ({ createdAt }) => formatInstant(createdAt) },
  { name: 'tries', header: 'Tries', isNumeric: true, cell: ({ attempts }) => attempts },
  {
    name: 'last',
    header: 'Last try',
    cell: ({ triedAt }) => (triedAt === null ? '' : formatInstant(triedAt)),
  },
  { name: 'why', header: 'What the mail server said', cell: ({ error }) => error },
  {
    name: 'retry',
    header: 'Again',
    cell: ({ id, subject, recipient }) => (
      <Form action={`/letters/${id}/retry`}>
        <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
          Try again
          <span class="govuk-visually-hidden">
            : {subject}, to {recipient}
          </span>
        </Button>
      </Form>
    ),
  },
]

type Props = { readonly letters: readonly FailedLetter[]; readonly paging: TablePaging }

export const FailedLettersView = ({ letters, paging }: Props) => (
  <>
    <h1>Letters that did not leave</h1>
    <p>
      A letter that the mail server refuses is tried again after a minute, then after pauses that double, for
      about half a day. It stays here until it has left. Its text is not shown: it may hold a link that opens
      an account.
    </p>
    <DataTable
      id="failed"
      caption="Letters of your organisation and to its people that failed"
      columns={COLUMNS}
      rows={letters}
      paging={paging}
      onPhone="stack"
      empty={{
        title: 'Every letter has left',
        purpose: 'Here stands each letter that could not be sent, and why.',
        firstStep: { text: 'People who work here', href: '/people' },
      }}
    />
  </>
)
