import { type Basis, type DataColumn, DataTable, formatPounds, Tag } from '../../../platform/views/views.ts'
import { DELIVERY_MODELS, type DeliveryOption, DOERS } from '../model/appraisal.ts'
import type { WholeLifeCost } from '../rules/appraisal/whole-life-cost.ts'

export type OptionRow = {
  readonly option: DeliveryOption
  readonly place: number
  readonly shown: string
  readonly shakyShown: string
  readonly unscored: readonly string[]
  readonly cost: WholeLifeCost
}

const Name = ({ row, isChosen }: { readonly row: OptionRow; readonly isChosen: boolean }) => (
  <>
    {row.option.name} {isChosen && <Tag classes="govuk-tag--green">Chosen</Tag>}
    <span class="gt-under">{DELIVERY_MODELS[row.option.model]}</span>
    {row.option.parts.map(({ name, administeredBy, deliveredBy }) => (
      <span class="gt-under">
        {name}: run by {DOERS[administeredBy].toLowerCase()}, done by {DOERS[deliveredBy].toLowerCase()}
      </span>
    ))}
  </>
)

const Flags = ({ option }: { readonly option: DeliveryOption }) => (
  <>
    {option.movesStaff && <Tag classes="govuk-tag--yellow">Staff move</Tag>}{' '}
    {option.mayBeSubsidy && <Tag classes="govuk-tag--yellow">Subsidy?</Tag>}
    {!option.movesStaff && !option.mayBeSubsidy && 'None'}
    {option.flagsNote && <span class="gt-under">{option.flagsNote}</span>}
  </>
)

const Points = ({ row }: { readonly row: OptionRow }) => (
  <>
    {row.shown}
    {row.shakyShown !== '0' && <span class="gt-under">{row.shakyShown} of them with low confidence</span>}
    {row.unscored.length > 0 && <span class="gt-under">not scored: {row.unscored.join(', ')}</span>}
  </>
)

const Cost = ({ cost }: Pick<OptionRow, 'cost'>) =>
  cost.years === 0 ? (
    <>Not told</>
  ) : (
    <>
      {formatPounds(cost.presentPence)}
      <span class="gt-under">
        {formatPounds(cost.totalPence)} over {cost.years} years, not discounted
      </span>
    </>
  )

const changeColumn = (editAt: string): DataColumn<OptionRow> => ({
  name: 'change',
  header: 'Change',
  cell: ({ option }) => (
    <a href={`${editAt}/options/${option.id}`}>
      Change<span class="govuk-visually-hidden"> {option.name}</span>
    </a>
  ),
})

type Props = {
  readonly rows: readonly OptionRow[]
  readonly chosenId: string | null
  readonly basis: Basis
  readonly editAt?: string | undefined
}

const columnsOf = ({ chosenId, editAt }: Pick<Props, 'chosenId' | 'editAt'>): DataColumn<OptionRow>[] => [
  {
    name: 'option',
    header: 'Option',
    cell: (row) => <Name row={row} isChosen={row.option.id === chosenId} />,
  },
  { name: 'points', header: 'Points of 100', isNumeric: true, cell: (row) => <Points row={row} /> },
  { name: 'cost', header: 'Whole-life cost', isNumeric: true, cell: ({ cost }) => <Cost cost={cost} /> },
  { name: 'flags', header: 'Staff and subsidy', cell: ({ option }) => <Flags option={option} /> },
  ...(editAt ? [changeColumn(editAt)] : []),
]

/** Options side by side. Points and pounds stand apart and are never made into one figure. */
export const OptionsTable = ({ rows, chosenId, basis, editAt }: Props) => (
  <DataTable
    id="options"
    caption="Ways to deliver it"
    rows={rows}
    onPhone="stack"
    basis={basis}
    columns={columnsOf({ chosenId, editAt })}
    empty={{
      title: 'No option yet',
      purpose:
        'Compare at least two ways: do it ourselves, buy it, a company of our own, a joint venture, together with other councils, a grant, or a mix.',
      firstStep: editAt ? { text: 'Add an option', href: `${editAt}/options/new` } : undefined,
    }}
  />
)

export const appraisalBasis = (criteria: number): Basis => ({
  period: 'Costs of each year as given',
  coverage: `scores of 0 to 5 by ${criteria} weighted criteria, each with its evidence`,
  priceYear: 'present value of the first year at 3.5 % (Green Book), first year not discounted',
})
