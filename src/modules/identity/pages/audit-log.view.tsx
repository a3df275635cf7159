import {
  type DataColumn,
  DataTable,
  formatInstantExact,
  formatNumber,
  Pagination,
} from '../../../platform/views/views.ts'

export type AuditLine = {
  readonly number: number
  readonly occurredAt: Date
  readonly actor: string
  readonly event: string
  readonly subject: string
  readonly facts: readonly string[]
}

type Props = {
  readonly lines: readonly AuditLine[]
  readonly older: number | null
  readonly isNewest: boolean
}

const COLUMNS: readonly DataColumn<AuditLine>[] = [
  { name: 'number', header: 'Number', isNumeric: true, cell: ({ number }) => formatNumber(number) },
  { name: 'when', header: 'When', cell: ({ occurredAt }) => formatInstantExact(occurredAt) },
  { name: 'who', header: 'Who', cell: ({ actor }) => actor },
  { name: 'what', header: 'What happened', cell: ({ event }) => event },
  { name: 'subject', header: 'To what', cell: ({ subject }) => subject },
  { name: 'facts', header: 'Facts', cell: ({ facts }) => facts.join('; ') },
]

export const AuditLogView = ({ lines, older, isNewest }: Props) => (
  <>
    <h1>Audit log</h1>
    <p>
      Every change that people here made, newest first. Nobody can change or remove an entry: each one is
      sealed with the one before it, and an operator can prove it with <code>goldthread audit verify</code>.
    </p>
    <DataTable
      id="audit"
      caption="Entries"
      captionClasses="govuk-visually-hidden"
      columns={COLUMNS}
      rows={lines}
      onPhone="stack"
      empty={{ title: 'No entries', purpose: 'What people change here is written down on this page.' }}
    />
    <Pagination
      landmarkLabel="Pages of the audit log"
      previous={isNewest ? undefined : { href: '/audit', text: 'Newest' }}
      next={older === null ? undefined : { href: `/audit?before=${older}`, text: 'Older' }}
    />
  </>
)
