import type { FinancialYear } from '../../../kernel/financial-year.ts'
import {
  type Basis,
  Button,
  Details,
  formatPoundsCompact,
  formatShare,
  InsetText,
  KeyFigure,
  KeyFigures,
  listHref,
  type TableExport,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { keptShare, lineName, showAmount, showCompact } from '../amounts.ts'
import { NEVER_ONE_SUM } from '../messages.ts'
import type { BasisLine, Budget, Financial } from '../model.ts'
import { CoverageSection } from './coverage-section.tsx'
import { FigureTable } from './figure-table.tsx'
import { FinancialTable, UnplannedList } from './financial-table.tsx'
import { budgetPath, departmentPath, signPath } from './paths.ts'

export type CutBy = 'department' | 'priority' | 'source'
export type CutRow = {
  readonly key: string | null
  readonly name: string
  readonly line: BasisLine
  readonly financial: Financial | null
}

type Props = {
  readonly year: FinancialYear
  readonly years: readonly FinancialYear[]
  readonly budget: Budget
  readonly promises: number
  readonly by: CutBy
  readonly chosen: string
  readonly rows: readonly CutRow[]
  readonly paging: TablePaging
  readonly basis: Basis
  readonly exports: readonly TableExport[]
  readonly mayManage: boolean
  readonly maySign: boolean
}

const Years = ({ years, year }: Props) => (
  <nav aria-label="Financial years">
    <p>
      {years.map((one, at) => (
        <>
          {at > 0 && ' · '}
          {one === year ? <strong aria-current="page">{one}</strong> : <a href={budgetPath(one)}>{one}</a>}
        </>
      ))}
    </p>
  </nav>
)

const Figures = ({ budget, basis }: Props) => (
  <KeyFigures>
    {budget.totals.slice(0, 4).map((line) => (
      <KeyFigure
        label={`${lineName(line)}: verified`}
        value={showCompact(line.unit, line.verified)}
        basis={{
          period: basis.period,
          coverage: 'All that was promised for the year',
          unknown: basis.unknown,
          verifiedBy: 'Verified by contract managers',
        }}
      >
        {showAmount(line.unit, line.due)} due, of {showAmount(line.unit, line.planned)} planned:{' '}
        {keptShare(line)} kept
      </KeyFigure>
    ))}
  </KeyFigures>
)

const Totals = ({ budget, basis, exports }: Props) => (
  <FigureTable
    id="totals"
    caption="The year by kind of value"
    first="Kind of value"
    rows={budget.totals.map((line) => ({ name: lineName(line), line }))}
    basis={basis}
    isOver={budget.isOver}
    exports={exports}
    purpose="Nothing that was promised falls due in this year."
  />
)

const CUTS: readonly (readonly [CutBy, string])[] = [
  ['department', 'By department'],
  ['priority', 'By priority'],
  ['source', 'By where it comes from'],
]
const FIRST: Readonly<Record<CutBy, string>> = {
  department: 'Department',
  priority: 'Priority',
  source: 'Where it comes from',
}

const Choices = ({ by, chosen, budget, paging }: Props) => {
  const href = (changes: Record<string, string>) =>
    `${listHref('/budget', paging.query, { ...changes, page: undefined })}#apart`
  return (
    <nav aria-label="What the table below shows">
      <p>
        {CUTS.map(([cut, text], at) => (
          <>
            {at > 0 && ' · '}
            {cut === by ? (
              <strong aria-current="true">{text}</strong>
            ) : (
              <a href={href({ by: cut })}>{text}</a>
            )}
          </>
        ))}
      </p>
      <p>
        {budget.totals.map((line, at) => (
          <>
            {at > 0 && ' · '}
            {lineName(line) === chosen ? (
              <strong aria-current="true">{chosen}</strong>
            ) : (
              <a href={href({ line: lineName(line) })}>{lineName(line)}</a>
            )}
          </>
        ))}
      </p>
    </nav>
  )
}

/** The pounds of a department, under its name. */
const BudgetUnder = ({ financial }: Pick<CutRow, 'financial'>) =>
  financial === null ? null : (
    <span class="gt-under">
      {formatPoundsCompact(financial.budgetPence)} budget
      {financial.spentPence !== null &&
        financial.budgetPence > 0 &&
        `, ${formatShare(financial.spentPence, financial.budgetPence)} spent`}
    </span>
  )

const nameOf = ({ by, year }: Props, { key, name, financial }: CutRow) => {
  if (by === 'department')
    return (
      <>
        <a href={departmentPath(year, key)}>{name}</a>
        <BudgetUnder financial={financial} />
      </>
    )
  return by === 'priority' && key !== null ? <a href={`/strategy/priorities/${key}`}>{name}</a> : name
}

const Apart = (props: Props) => {
  const { by, chosen, rows, budget } = props
  return (
    <section id="apart">
      <h2>Taken apart</h2>
      <Choices {...props} />
      <FigureTable
        id="cut"
        caption={`${chosen}, ${(CUTS.find(([cut]) => cut === by)?.[1] ?? '').toLowerCase()}`}
        first={FIRST[by]}
        rows={rows.map((row) => ({ name: nameOf(props, row), line: row.line }))}
        basis={props.basis}
        isOver={budget.isOver}
        paging={props.paging}
        purpose="Nothing of this kind is planned in this year."
      />
    </section>
  )
}

const NextSteps = ({ year, budget, mayManage, maySign }: Props) => (
  <p>
    <a href="/budget/lines">Financial budget lines</a> ·{' '}
    <a href="/budget/other">Grants, asset transfers and what the council does itself</a>
    {budget.isOver && (
      <>
        {' · '}
        <a href={signPath(year)}>
          {maySign
            ? 'Read and sign the statement'
            : mayManage
              ? 'Prepare the statement'
              : 'Statement of the year'}
        </a>
      </>
    )}
    {' · '}
    <a href="/statements">Published statements</a>
  </p>
)

const HowItCounts = () => (
  <Details summaryText="How this is counted">
    <p>
      <strong>Planned</strong> is what falls due in the year, with what last year left undone in contracts
      that go on. <strong>Due</strong> is the part that has fallen due by the day of the figures.{' '}
      <strong>Verified</strong> is the part of it that a contract manager has accepted; what was done early
      counts when it falls due, and what goes beyond the promise is named under it. What is due and not
      verified is <strong>carried forward</strong> while the contract runs, and <strong>missed</strong> once
      it is over. So planned is due and not yet due together, and due is verified, missed and carried forward
      together.
    </p>
    <p>
      <strong>Forecast</strong> takes the pace of each promise: of what is not yet due, the share kept of what
      is. It says nothing where less than a twentieth of the plan is due.
    </p>
  </Details>
)

const Begin = ({ mayManage }: Props) => (
  <>
    <p>
      A social value budget says what the council’s money is to bring this year beside the work itself, and
      what it has brought: by department and priority, beside the pounds. It is read from the promises in the
      contract register and from what is recorded of grants, asset transfers and the council’s own action.
    </p>
    <p>
      <Button href="/contracts">See the contract register</Button>{' '}
      {mayManage && (
        <Button href="/budget/other/new" classes="govuk-button--secondary">
          Record a grant, an asset transfer or an action
        </Button>
      )}
    </p>
  </>
)

export const ShowBudgetView = (props: Props) => (
  <>
    <h1>Social value budget {props.year}</h1>
    <Years {...props} />
    {props.promises === 0 ? (
      <Begin {...props} />
    ) : (
      <>
        <NextSteps {...props} />
        <Figures {...props} />
        <InsetText>{NEVER_ONE_SUM}</InsetText>
        <Totals {...props} />
        <HowItCounts />
        <Apart {...props} />
        <UnplannedList unplanned={props.budget.unplanned} />
      </>
    )}
    <FinancialTable financial={props.budget.financial} year={props.year} mayManage={props.mayManage} />
    <CoverageSection coverage={props.budget.coverage} days={props.budget.days} />
  </>
)
