import {
  Button,
  DataTable,
  formatInstant,
  Input,
  InsetText,
  SummaryList,
  type TableExport,
  type TablePaging,
} from '../../../platform/views/views.ts'
import type { Statement } from '../model.ts'
import type { StatementHead } from '../store/statements.ts'
import { statementPath } from './paths.ts'
import { StatementBody } from './statement-body.tsx'

type Props = {
  readonly statement: Statement
  readonly editions: readonly Statement[]
  readonly before: Statement | undefined
  readonly address: string
  readonly exports: readonly TableExport[]
}

const signed = (head: Pick<Statement, 'signedName' | 'signedAt'>): string =>
  head.signedAt ? `${head.signedName}, ${formatInstant(head.signedAt)}` : ''

const Facts = ({ statement, address }: Props) => {
  const rows: readonly (readonly [string, string])[] = [
    ['Signed by', signed(statement)],
    ['Prepared by', `${statement.preparedName}, ${formatInstant(statement.preparedAt)}`],
    ['Edition', String(statement.edition)],
    ['Address', address],
    ['Fingerprint (SHA-256)', statement.fingerprint],
  ]
  return (
    <SummaryList
      rows={rows.map(([key, value]) => ({
        key: { text: key },
        value: { html: <code>{value}</code> },
      }))}
    />
  )
}

const Editions = ({ statement, editions }: Props) => {
  const [newest] = editions
  if (!newest || newest.edition === statement.edition) return null
  return (
    <InsetText>
      A later edition corrects this one. <a href={statementPath(newest.reference)}>Read the newest edition</a>
      .
    </InsetText>
  )
}

export const ShowStatementView = (props: Props) => {
  const { statement, before, exports } = props
  return (
    <>
      <h1>
        Social value statement {statement.year}, {statement.organisation}
      </h1>
      <Editions {...props} />
      <p class="gt-exports">
        {exports.map(({ format, href }, at) => (
          <>
            {at > 0 && ', '}
            <a href={href}>All figures as {format}</a>
          </>
        ))}
      </p>
      <StatementBody statement={statement} before={before} />
      <section>
        <h2>About this statement</h2>
        <p>
          It stays as it was signed. The fingerprint is that of its figures and words; a copy can be held
          against it.
        </p>
        <Facts {...props} />
      </section>
    </>
  )
}

type ListProps = {
  readonly statements: readonly StatementHead[]
  readonly paging: TablePaging
  readonly words: string
  /** Whether there is any, whatever was looked for. */
  readonly hasAny: boolean
}

export const ListStatementsView = ({ statements, paging, words, hasAny }: ListProps) => (
  <>
    <h1>Social value statements</h1>
    <p>
      What a council planned to bring beside the work itself in a year, what of it is verified, and what was
      missed. Each is signed by the finance director and stays as it was signed.
    </p>
    {hasAny && (
      <form method="get" action="/statements" class="gt-filter">
        <Input id="words" name="words" label="Search by council or year" value={words} />
        <Button classes="govuk-button--secondary">Search</Button>
      </form>
    )}
    <DataTable
      id="statements"
      caption="Signed statements"
      rows={statements}
      paging={paging}
      onPhone="stack"
      basis={{ period: 'All years', coverage: 'Every signed edition of every council here' }}
      columns={[
        {
          name: 'year',
          header: 'Financial year',
          isSortable: true,
          firstDirection: 'descending',
          cell: ({ organisation, reference, year, edition }) => (
            <a href={statementPath(reference)}>
              {year}
              <span class="govuk-visually-hidden">{`, ${organisation}, edition ${edition}`}</span>
            </a>
          ),
        },
        {
          name: 'organisation',
          header: 'Council',
          isSortable: true,
          cell: ({ organisation }) => organisation,
        },
        { name: 'edition', header: 'Edition', isNumeric: true, cell: ({ edition }) => String(edition) },
        { name: 'signed', header: 'Signed', isSortable: true, cell: (head) => signed(head) },
      ]}
      empty={
        hasAny
          ? {
              title: 'Nothing fits',
              purpose: 'Look for part of a council’s name, or a year such as 2025/26.',
            }
          : { title: 'No statement yet', purpose: 'A statement appears here once it is signed.' }
      }
    />
  </>
)
