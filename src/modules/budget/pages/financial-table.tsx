import type { FinancialYear } from '../../../kernel/financial-year.ts'
import { DataTable, formatCount, formatPounds, formatShare } from '../../../platform/views/views.ts'
import { showAmount } from '../amounts.ts'
import type { Budget, Financial } from '../model.ts'

type Props = {
  readonly financial: readonly Financial[]
  readonly year: FinancialYear
  readonly mayManage: boolean
}

/** The council's money by department, as finance said it: beside the social value budget, and in none of its sums. */
export const FinancialTable = ({ financial, year, mayManage }: Props) => (
  <section>
    <h2>The financial budget beside it</h2>
    <DataTable
      id="financial"
      caption="Financial budget by department"
      rows={financial}
      onPhone="stack"
      basis={{
        period: `Financial year ${year}`,
        coverage: 'Budget lines as finance handed them in',
        unknown: financial.some(({ spentPence }) => spentPence === null)
          ? 'Spent is shown only where every line of a department says it'
          : undefined,
      }}
      columns={[
        { name: 'department', header: 'Department', cell: ({ department }) => department },
        { name: 'lines', header: 'Lines', isNumeric: true, cell: ({ lines }) => String(lines) },
        {
          name: 'budget',
          header: 'Budget',
          isNumeric: true,
          cell: ({ budgetPence }) => formatPounds(budgetPence),
        },
        {
          name: 'spent',
          header: 'Spent',
          isNumeric: true,
          cell: ({ spentPence, budgetPence }) =>
            spentPence === null ? (
              'Not said'
            ) : (
              <>
                {formatPounds(spentPence)}
                {budgetPence > 0 && <span class="gt-under">{formatShare(spentPence, budgetPence)}</span>}
              </>
            ),
        },
      ]}
      empty={{
        title: 'No financial budget lines of this year',
        purpose: 'With them, each department’s pounds stand beside what they are to bring.',
        firstStep: mayManage ? { text: 'Import budget lines', href: '/budget/lines' } : undefined,
      }}
    />
  </section>
)

/** What nobody had promised: welcome, and in no sum. */
export const UnplannedList = ({ unplanned }: Pick<Budget, 'unplanned'>) =>
  unplanned.length === 0 ? null : (
    <section>
      <h2>Beyond what was promised</h2>
      <p>Verified in the year without having been promised. Welcome, and in none of the figures above.</p>
      <ul>
        {unplanned.map(({ unit, deliveries, quantity }) => (
          <li>
            {showAmount('', quantity)} {unit}, in {formatCount(deliveries, 'delivery', 'deliveries')}
          </li>
        ))}
      </ul>
    </section>
  )
