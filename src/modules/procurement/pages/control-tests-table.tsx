import { type DataColumn, DataTable, formatDate, RuleSource, Tag } from '../../../platform/views/views.ts'
import { PROVISIONS, type TestSeen } from '../control-tests.ts'
import { OUTCOME_WORDS } from '../messages/appraisal-words.ts'

type Props = {
  readonly tests: readonly TestSeen[]
  readonly at: string
  readonly mayEdit: boolean
}

const Body = ({ test }: Pick<TestSeen, 'test'>) => (
  <>
    {test.body}
    <span class="gt-under">
      {test.kind === 'vertical' ? 'Controlled body' : 'Other authorities'}, {PROVISIONS[test.kind]}
    </span>
  </>
)

const Outcome = ({ decided }: Pick<TestSeen, 'decided'>) => (
  <>
    <Tag classes={decided.outcome === 'met' ? 'govuk-tag--green' : 'govuk-tag--red'}>
      {OUTCOME_WORDS[decided.outcome]}
    </Tag>
    {decided.isNearLimit && (
      <span class="gt-under">Work for others is at 15 % or more; the limit is 20 %.</span>
    )}
  </>
)

const RetestBy = ({ seen: { test, decided }, at, mayEdit }: Omit<Props, 'tests'> & { seen: TestSeen }) => (
  <>
    {formatDate(decided.retestBy)} {decided.isOverdue && <Tag classes="govuk-tag--red">Overdue</Tag>}
    {mayEdit && (
      <span class="gt-under">
        <a href={`${at}/tests/${test.kind}?body=${encodeURIComponent(test.body)}`}>
          Test it again<span class="govuk-visually-hidden">: {test.body}</span>
        </a>
      </span>
    )}
  </>
)

const columnsOf = ({ at, mayEdit }: Props): readonly DataColumn<TestSeen>[] => [
  { name: 'body', header: 'With whom', cell: ({ test }) => <Body test={test} /> },
  { name: 'outcome', header: 'Outcome', cell: ({ decided }) => <Outcome decided={decided} /> },
  { name: 'tested', header: 'Tested', cell: ({ test }) => formatDate(test.testedOn) },
  {
    name: 'again',
    header: 'Test again by',
    cell: (seen) => <RetestBy seen={seen} at={at} mayEdit={mayEdit} />,
  },
]

/** The tests that keep a contract outside the Act, each with the day to test it again by. */
export const ControlTestsTable = ({ tests, at, mayEdit }: Props) => (
  <section>
    <DataTable
      id="tests"
      caption="Tests for a contract without a tender"
      rows={tests}
      onPhone="stack"
      columns={columnsOf({ tests, at, mayEdit })}
      empty={{
        title: 'No test yet',
        purpose:
          'A contract with a company you control, or with other authorities, is outside the Act only while every test of Schedule 2 is met.',
      }}
    />
    <p class="govuk-hint">
      Whoever answered a test gets a letter a month before it is due again, and one when the day has gone by.
    </p>
    {mayEdit && (
      <p>
        <a href={`${at}/tests/vertical`}>Test a body you control</a> ·{' '}
        <a href={`${at}/tests/horizontal`}>Test an arrangement between authorities</a>
      </p>
    )}
    <RuleSource
      kind="law"
      title="Procurement Act 2023"
      provision="Schedule 2, paragraphs 2 and 3"
      inForceFrom="2025-02-24"
      href="https://www.legislation.gov.uk/ukpga/2023/54/schedule/2"
    />
  </section>
)
