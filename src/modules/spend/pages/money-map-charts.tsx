import {
  type Bar,
  BarList,
  Choropleth,
  ColumnsByMonth,
  formatNumber,
  formatPence,
  formatPoundsCompact,
  InsetText,
} from '../../../platform/views/views.ts'
import type { PlainSum } from '../model.ts'
import { sliceHref } from '../slice-query.ts'
import type { MoneyMapProps } from './money-map.view.tsx'

const groupBars = (sums: readonly PlainSum[], href: (key: string) => string): Bar[] =>
  sums.map((sum) => ({
    label: sum.key ?? '(not given)',
    href: href(sum.key ?? '(none)'),
    value: sum.pence,
    display: formatPoundsCompact(sum.pence),
  }))

const groupTable = (what: string, sums: readonly PlainSum[], csvHref: string) => ({
  head: [what, 'Payments', 'Amount'],
  rows: sums.map((sum) => [sum.key ?? '(not given)', formatNumber(sum.payments), formatPence(sum.pence)]),
  csvHref,
})

export const AreaChart = ({ areas, basis }: MoneyMapProps) =>
  areas ? (
    <Choropleth
      id="areas"
      title="By area of the payee"
      description={`The areas with most: ${areas.rows
        .slice(0, 5)
        .map(([name, amount]) => `${name} ${amount}`)
        .join(', ')}.`}
      basis={{ ...basis, source: { text: areas.attribution, href: '/places' } }}
      map={areas.map}
      values={areas.values}
      breaks={areas.breaks}
      outlined={areas.outlined}
      formatValue={formatPoundsCompact}
      table={{ head: ['Area', 'Amount', 'Payees'], rows: areas.rows }}
    />
  ) : (
    <InsetText>
      A map stands here once boundaries of areas and a postcode lookup are loaded.{' '}
      <a href="/places">Places</a> says what is loaded.
    </InsetText>
  )

export const Groups = ({
  categories,
  categoryCount,
  departments,
  departmentCount,
  basis,
  slice,
}: MoneyMapProps) => (
  <>
    <BarList
      id="categories"
      title={
        categoryCount > categories.length
          ? `The ${categories.length} largest of ${formatNumber(categoryCount)} categories`
          : 'By category'
      }
      description="Categories in the words of the payment files, largest first."
      basis={basis}
      bars={groupBars(categories, (category) => sliceHref('/spend/payments', slice, { category }))}
      table={groupTable('Category', categories, sliceHref('/spend/categories.csv', slice))}
    />
    <p class="govuk-body">
      <a href={sliceHref('/spend/categories', slice)}>All categories</a>
    </p>
    <BarList
      id="departments"
      title={
        departmentCount > departments.length
          ? `The ${departments.length} largest of ${formatNumber(departmentCount)} departments`
          : 'By department'
      }
      description="Departments in the words of the payment files, largest first."
      basis={basis}
      bars={groupBars(departments, (department) => sliceHref('/spend/payments', slice, { department }))}
      table={groupTable('Department', departments, sliceHref('/spend/departments.csv', slice))}
    />
    <p class="govuk-body">
      <a href={sliceHref('/spend/departments', slice)}>All departments</a>
    </p>
  </>
)

export const Months = ({ months, basis, slice }: MoneyMapProps) =>
  months.length === 0 ? null : (
    <ColumnsByMonth
      id="months"
      title="By month"
      description={`Payments by month, from ${months[0]?.key} to ${months.at(-1)?.key}.`}
      basis={basis}
      months={months.map((month) => ({ month: month.key ?? '', value: month.pence }))}
      formatValue={formatPoundsCompact}
      table={groupTable('Month', months, sliceHref('/spend/months.csv', slice))}
    />
  )
