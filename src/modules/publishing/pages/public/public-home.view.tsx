import type { StatementHead } from '#budget'
import {
  type Basis,
  Button,
  Choropleth,
  type DataColumn,
  DataTable,
  formatCount,
  formatDate,
  formatInstant,
  formatNumber,
  formatPoundsCompact,
  formatShare,
  Input,
  KeyFigure,
  KeyFigures,
  listHref,
} from '../../../../platform/views/views.ts'
import type { DeliveredRow, PublicTotals, ResultRow } from '../../store/public-site.ts'
import { publicContractsPath, publicPath } from '../paths.ts'
import { type ShownStory, Stories } from './stories.tsx'
import type { WardMap } from './ward-map.ts'
import { basisWords } from './words.ts'

type Props = {
  readonly slug: string
  readonly name: string
  readonly contact: string
  readonly totals: PublicTotals
  readonly byBasis: readonly ResultRow[]
  readonly byPriority: readonly ResultRow[]
  readonly byYear: readonly DeliveredRow[]
  readonly map: WardMap | null
  readonly mapBases: readonly string[]
  readonly stories: readonly ShownStory[]
  readonly hasPlan: boolean
  readonly statements: readonly StatementHead[]
}

const periodOf = ({ firstOn, lastAt }: PublicTotals): string =>
  [firstOn && `Contracts from ${formatDate(firstOn)}`, lastAt && `as published ${formatInstant(lastAt)}`]
    .filter(Boolean)
    .join(', ')

const Figures = ({ totals, slug }: Props) => {
  const period = periodOf(totals)
  return (
    <KeyFigures>
      <KeyFigure
        isMain
        label="Agreed in contracts"
        value={formatPoundsCompact(totals.valuePence)}
        href={`${publicContractsPath(slug)}?kind=contracts`}
        basis={{
          period,
          coverage: `${formatCount(totals.contracts, 'contract')}, without VAT, without extensions`,
          unknown: totals.withoutValue > 0 ? `${totals.withoutValue} without a value` : undefined,
        }}
      />
      <KeyFigure
        label="Paid under them so far"
        value={formatPoundsCompact(totals.paidPence)}
        basis={{
          period,
          coverage:
            'Payments in published files that bear the contract’s number, or go to a supplier with one contract',
          unknown: totals.withoutPaid > 0 ? `not known for ${totals.withoutPaid}` : undefined,
        }}
      />
      <KeyFigure
        label="Suppliers"
        value={formatNumber(totals.suppliers)}
        basis={{ period, coverage: 'With a contract that is published here' }}
      />
    </KeyFigures>
  )
}

const VERIFIED: Omit<Basis, 'period'> = {
  coverage: 'At the unit values agreed at award; kinds of value are never added up',
  verifiedBy: 'Verified by contract managers',
}

const resultColumns = (first: DataColumn<ResultRow>): readonly DataColumn<ResultRow>[] => [
  first,
  { name: 'promises', header: 'Promises', isNumeric: true, cell: ({ promises }) => formatNumber(promises) },
  {
    name: 'promised',
    header: 'Promised',
    isNumeric: true,
    cell: ({ promisedPence, unpriced, promises }) =>
      unpriced === promises ? 'Not priced' : formatPoundsCompact(promisedPence),
  },
  {
    name: 'verified',
    header: 'Verified',
    isNumeric: true,
    cell: ({ verifiedPence, promisedPence, unpriced, promises }) =>
      unpriced === promises
        ? 'Not priced'
        : `${formatPoundsCompact(verifiedPence)}${promisedPence > 0 ? ` (${formatShare(verifiedPence, promisedPence, 0)})` : ''}`,
  },
]

const unpricedWords = (rows: readonly { readonly unpriced: number }[]): string | undefined => {
  const unpriced = rows.reduce((sum, row) => sum + row.unpriced, 0)
  return unpriced > 0 ? `${formatCount(unpriced, 'promise')} counted and not priced` : undefined
}

const PRIORITY: DataColumn<ResultRow> = {
  name: 'priority',
  header: 'Priority',
  cell: (row) => (
    <>
      {row.key ?? 'No priority named'}
      <span class="gt-under">{basisWords(row.basis)}</span>
    </>
  ),
}

const YEAR_COLUMNS: readonly DataColumn<DeliveredRow>[] = [
  { name: 'year', header: 'Financial year', cell: ({ key }) => key ?? 'Not said' },
  { name: 'basis', header: 'Kind of value', cell: (row) => basisWords(row.basis) },
  { name: 'deliveries', header: 'Deliveries', isNumeric: true, cell: (row) => formatNumber(row.deliveries) },
  {
    name: 'verified',
    header: 'Verified',
    isNumeric: true,
    cell: ({ unpriced, deliveries, verifiedPence }) =>
      unpriced === deliveries ? 'Not priced' : formatPoundsCompact(verifiedPence),
  },
]

const Results = ({ byBasis, byPriority, byYear, totals }: Props) => {
  const basisFor = (rows: readonly { readonly unpriced: number }[]): Basis => ({
    ...VERIFIED,
    period: periodOf(totals),
    unknown: unpricedWords(rows),
  })
  return (
    <>
      <DataTable
        id="by-basis"
        caption="Promised and verified, by kind of value"
        rows={byBasis}
        columns={resultColumns({
          name: 'basis',
          header: 'Kind of value',
          cell: (row) => basisWords(row.basis),
        })}
        onPhone="stack"
        basis={basisFor(byBasis)}
        empty={{
          title: 'No promises yet',
          purpose: 'Nothing that was promised beside the work is published yet.',
        }}
      />
      {byPriority.some(({ key }) => key !== null) && (
        <DataTable
          id="by-priority"
          caption="By what the council wants"
          rows={byPriority}
          columns={resultColumns(PRIORITY)}
          onPhone="stack"
          basis={basisFor(byPriority)}
          empty={{ title: 'None', purpose: '' }}
        />
      )}
      {byYear.length > 0 && (
        <DataTable
          id="by-year"
          caption="Verified, by year of delivery"
          rows={byYear}
          columns={YEAR_COLUMNS}
          onPhone="stack"
          basis={basisFor(byYear)}
          empty={{ title: 'None', purpose: '' }}
        />
      )}
    </>
  )
}

const Wards = ({ map, mapBases, slug, totals }: Props) =>
  map === null ? null : (
    <>
      <h2>Where it was delivered</h2>
      <Choropleth
        id="wards"
        title={`${basisWords(map.basis)}, verified, by ward`}
        description="Wards shaded by the value of what was verified in them."
        map={map.map}
        values={map.values}
        breaks={map.breaks}
        formatValue={formatPoundsCompact}
        basis={{
          period: periodOf(totals),
          coverage: `Deliveries that name a ward. ${map.attribution}`,
          unknown:
            map.withoutPlace > 0 ? `${formatPoundsCompact(map.withoutPlace)} without a ward` : undefined,
          verifiedBy: VERIFIED.verifiedBy,
        }}
        table={{ head: ['Ward', 'Verified', 'Deliveries'], rows: map.rows }}
      />
      {mapBases.length > 1 && (
        <p>
          Another kind of value:{' '}
          {mapBases
            .filter((basis) => basis !== map.basis)
            .map((basis, at) => (
              <>
                {at > 0 && ', '}
                <a href={listHref(publicPath(slug), { basis }, {})}>{basisWords(basis)}</a>
              </>
            ))}
        </p>
      )}
    </>
  )

/** By year: the statement that holds, and what was signed before it. */
const Statements = ({ statements }: Props) =>
  statements.length === 0 ? null : (
    <section aria-labelledby="statements">
      <h2 id="statements">Social value statements</h2>
      <p>
        What was planned for a year, what of it is verified and what was missed, as the finance director
        signed it.
      </p>
      <ul>
        {[...Map.groupBy(statements, ({ year }) => year)].map(([year, [newest, ...before]]) =>
          newest === undefined ? null : (
            <li>
              <a href={`/statements/${newest.reference}`}>{`Statement for ${year}`}</a>
              {newest.signedAt && `, signed ${formatInstant(newest.signedAt)}`}
              {before.map(({ reference, edition }) => (
                <>
                  {'; '}
                  <a href={`/statements/${reference}`}>
                    edition {edition}
                    <span class="govuk-visually-hidden">{` of ${year}`}</span>
                  </a>
                </>
              ))}
            </li>
          ),
        )}
      </ul>
    </section>
  )

const More = ({ slug, hasPlan, contact, name }: Props) => (
  <>
    <h2>More</h2>
    <ul>
      <li>
        <a href={publicContractsPath(slug)}>All contracts and plans</a>
      </li>
      <li>
        <a href="/opportunities/pipeline">What may be bought soon</a>
      </li>
      {hasPlan && (
        <li>
          <a href={`/plans/${slug}`}>What {name} wants: the plan on a page</a>
        </li>
      )}
      <li>
        <a href="/statements">Social value statements of all councils here</a>
      </li>
      <li>
        <a href="/open-data">All of this as open data</a>
      </li>
      <li>
        <a href="/method">How these figures are made</a>
      </li>
    </ul>
    {contact && <p>{`Something wrong here? Tell ${contact}.`}</p>}
  </>
)

export const PublicHomeView = (props: Props) => (
  <>
    <h1>{props.name}: what it bought and what came of it</h1>
    <form method="get" action={publicContractsPath(props.slug)} class="gt-filter">
      <Input id="words" name="words" label="Search contracts and plans" />
      <Button classes="govuk-button--secondary">Search</Button>
    </form>
    <Figures {...props} />
    <h2>What suppliers promised beside the work</h2>
    <Results {...props} />
    <Wards {...props} />
    <Stories stories={props.stories} slug={props.slug} />
    <Statements {...props} />
    <More {...props} />
  </>
)
