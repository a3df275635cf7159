import { DataTable, formatDate, formatPeriod, InsetText } from '../../../platform/views/views.ts'
import { lineName, showAmount } from '../amounts.ts'
import { leftOutWords, NEVER_ONE_SUM } from '../messages.ts'
import type { BasisLine, Budget, Cut, Statement } from '../model.ts'
import { type Compared, compareLines } from '../rules/compare.ts'
import { CoverageSection } from './coverage-section.tsx'
import { FigureTable } from './figure-table.tsx'
import { FinancialTable, UnplannedList } from './financial-table.tsx'

type Props = { readonly statement: Statement; readonly before: Statement | undefined }

/** What a statement's figures stand on: the day they were taken down, not today. */
const basisOf = ({ content }: Statement) => {
  const { days, leftOut } = content.budget
  return {
    period: formatPeriod(days.from, days.to),
    coverage:
      'Promises of suppliers in the register, and what is recorded of grants, asset transfers and the council itself',
    unknown: leftOutWords(leftOut),
    priceYear: 'Unit values as agreed at award',
    verifiedBy: 'Verified by contract managers before the statement was prepared',
  }
}

const CutTable = ({
  id,
  title,
  first,
  cuts,
  statement,
}: {
  readonly id: string
  readonly title: string
  readonly first: string
  readonly cuts: readonly Cut[]
  readonly statement: Statement
}) => (
  <FigureTable
    id={id}
    caption={title}
    first={first}
    rows={cuts.flatMap(({ name, lines }) =>
      lines.map((line) => ({
        name: (
          <>
            {name}
            <span class="gt-under">{lineName(line)}</span>
          </>
        ),
        line,
      })),
    )}
    basis={basisOf(statement)}
    isOver
    purpose="Nothing was planned."
  />
)

const difference = (now: number, before: number, unit: string): string =>
  `${now > before ? '+' : ''}${showAmount(unit, now - before)}`

const pair = (
  figure: 'planned' | 'verified' | 'missed',
  header: string,
  year: string,
  yearBefore: string,
) => {
  const now = ({ line, isOnlyBefore }: Compared): number => (isOnlyBefore ? 0 : line[figure])
  return [
    {
      name: `${figure}-before`,
      header: `${header} ${yearBefore}`,
      isNumeric: true,
      cell: (row: Compared) => (row.before ? showAmount(row.line.unit, row.before[figure]) : 'nothing'),
    },
    {
      name: `${figure}-now`,
      header: `${header} ${year}`,
      isNumeric: true,
      cell: (row: Compared) => (
        <>
          {row.isOnlyBefore ? 'nothing' : showAmount(row.line.unit, now(row))}
          <span class="gt-under">{difference(now(row), row.before?.[figure] ?? 0, row.line.unit)}</span>
        </>
      ),
    },
  ]
}

const Comparison = ({ statement, before }: Props) => {
  if (!before)
    return <p>No statement of the year before is published here, so there is nothing to compare with.</p>
  return (
    <DataTable
      id="compared"
      caption={`${statement.year} beside ${before.year}`}
      rows={compareLines(statement.content.budget.totals, before.content.budget.totals)}
      onPhone="stack"
      basis={{
        period: `Financial years ${before.year} and ${statement.year}`,
        coverage: 'Both as they were signed; under each figure the difference from the year before',
        priceYear: 'Unit values as agreed at award, not brought to the prices of one year',
        source: { text: `Statement of ${before.year}`, href: `/statements/${before.reference}` },
      }}
      columns={[
        { name: 'kind', header: 'Kind of value', cell: ({ line }) => lineName(line) },
        ...pair('planned', 'Planned', statement.year, before.year),
        ...pair('verified', 'Verified', statement.year, before.year),
        ...pair('missed', 'Missed', statement.year, before.year),
      ]}
      empty={{ title: 'Nothing was planned', purpose: 'Neither year planned anything.' }}
    />
  )
}

const Totals = ({
  lines,
  statement,
}: {
  readonly lines: readonly BasisLine[]
  readonly statement: Statement
}) => (
  <FigureTable
    id="totals"
    caption="The year by kind of value"
    first="Kind of value"
    rows={lines.map((line) => ({ name: lineName(line), line }))}
    basis={basisOf(statement)}
    isOver
    purpose="Nothing was planned in this year."
  />
)

/** Coverage and the financial budget, as they were taken down. */
const Beside = ({ budget, year }: { readonly budget: Budget; readonly year: string }) => (
  <>
    <UnplannedList unplanned={budget.unplanned} />
    <FinancialTable financial={budget.financial} year={year} mayManage={false} />
    <CoverageSection coverage={budget.coverage} days={budget.days} />
  </>
)

/** All that a statement says. */
export const StatementBody = ({ statement, before }: Props) => {
  const { note, budget } = statement.content
  return (
    <>
      {note !== '' && note.split(/\n{2,}/).map((paragraph) => <p>{paragraph}</p>)}
      <Totals lines={budget.totals} statement={statement} />
      <InsetText>
        {NEVER_ONE_SUM} Planned is what fell due in the year, with what the year before left undone. Verified
        is what a contract manager accepted of it. The rest is carried forward where the contract runs on
        after {formatDate(budget.days.to)}, and missed where it is over.
      </InsetText>
      <h2>Beside the year before</h2>
      <Comparison statement={statement} before={before} />
      <h2>Taken apart</h2>
      <CutTable
        id="departments"
        title="By department"
        first="Department"
        cuts={budget.departments}
        statement={statement}
      />
      <CutTable
        id="priorities"
        title="By priority"
        first="Priority"
        cuts={budget.priorities}
        statement={statement}
      />
      <CutTable
        id="sources"
        title="By where it comes from"
        first="From"
        cuts={budget.sources}
        statement={statement}
      />
      <Beside budget={budget} year={statement.year} />
    </>
  )
}
