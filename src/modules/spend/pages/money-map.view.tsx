import {
  type AreaMap,
  type AreaValue,
  DataTable,
  EmptyState,
  formatNumber,
  formatPence,
  formatPercent,
  formatPoundsCompact,
  formatShare,
  InsetText,
  KeyFigure,
  KeyFigures,
  StackedBar,
  type Tone,
} from '../../../platform/views/views.ts'
import type { Slice, Tier } from '../model.ts'
import { sliceHref } from '../slice-query.ts'
import { AnalysisNavigation } from './analysis-navigation.tsx'
import type { MoneyMapPage } from './money-map.ts'
import { AreaChart, Groups, Months } from './money-map-charts.tsx'
import { SliceForm } from './slice-form.tsx'

export type MapAreas = {
  readonly map: AreaMap
  readonly values: ReadonlyMap<string, AreaValue>
  readonly breaks: readonly number[]
  readonly outlined: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly attribution: string
}

export type MoneyMapProps = MoneyMapPage & {
  readonly areas: MapAreas | null
  readonly permissions: ReadonlySet<string>
}

const TONES: readonly Tone[] = [1, 2, 3, 4, 5, 6]
const toneOf = (tier: Tier, index: number): Tone =>
  tier.kind === 'unknown' ? 'unknown' : (TONES[index] ?? 6)
const shareText = (share: number | null): string => (share === null ? '–' : formatPercent(share))

const Headline = ({ headline, basis, total, slice }: MoneyMapProps) => {
  const { home, around, leaving, unknown } = headline
  return (
    <KeyFigures>
      {home && (
        <KeyFigure
          label={home.label}
          value={shareText(home.share)}
          basis={basis}
          isMain
          href={sliceHref('/spend/payments', slice, { tier: home.key })}
        >
          <p>
            {formatPoundsCompact(home.pence)} of {formatPoundsCompact(total)}
          </p>
        </KeyFigure>
      )}
      {around && home && (
        <KeyFigure
          label={`In ${around.placeName}, ${home.placeName} included`}
          value={shareText(around.withinShare)}
          basis={basis}
        >
          <p>
            {formatPoundsCompact(around.withinPence)} of {formatPoundsCompact(total)}
          </p>
        </KeyFigure>
      )}
      {leaving && (
        <KeyFigure
          label={`Leaving ${leaving.from.placeName}`}
          value={formatPoundsCompact(leaving.pence)}
          basis={basis}
        >
          <p>
            {shareText(leaving.share)} of all; more if part of the unknown{' '}
            {formatPoundsCompact(leaving.unknownPence)} leaves too
          </p>
        </KeyFigure>
      )}
      <KeyFigure
        label="Place not known"
        value={unknown ? shareText(unknown.share) : '–'}
        basis={basis}
        href={sliceHref('/spend/payees', slice, { tier: 'unknown' })}
      >
        <p>{formatPoundsCompact(unknown?.pence ?? 0)} to payees we could not place</p>
      </KeyFigure>
    </KeyFigures>
  )
}

const TierBar = ({ tiers, basis, slice, organisation }: MoneyMapProps) => (
  <StackedBar
    id="tiers"
    title="Where the money goes"
    description={`${organisation}: ${tiers.map((tier) => `${tier.label} ${shareText(tier.share)}`).join(', ')}.`}
    basis={basis}
    parts={tiers.map((tier, index) => ({
      label: tier.label,
      value: Math.max(0, tier.pence),
      display: `${formatPoundsCompact(tier.pence)} (${shareText(tier.share)})`,
      tone: toneOf(tier, index),
    }))}
    table={{
      head: ['Tier', 'Amount', 'Share'],
      rows: tiers.map((tier) => [tier.label, formatPence(tier.pence), shareText(tier.share)]),
      csvHref: sliceHref('/spend/tiers.csv', slice),
    }}
  />
)

const TierTable = ({ tiers, basis, exports, slice }: MoneyMapProps) => (
  <DataTable
    id="tier-table"
    caption="Tiers of place"
    rows={tiers}
    basis={basis}
    exports={exports}
    empty={{ title: 'No payments', purpose: 'There are no payments in this part of the spending.' }}
    columns={[
      {
        name: 'tier',
        header: 'Tier',
        cell: (tier) => <a href={sliceHref('/spend/payees', slice, { tier: tier.key })}>{tier.label}</a>,
      },
      { name: 'payees', header: 'Payees', isNumeric: true, cell: (tier) => formatNumber(tier.payees) },
      {
        name: 'payments',
        header: 'Payments',
        isNumeric: true,
        cell: (tier) => (
          <a href={sliceHref('/spend/payments', slice, { tier: tier.key })}>
            {formatNumber(tier.payments)}
            <span class="govuk-visually-hidden"> payments: {tier.label}</span>
          </a>
        ),
      },
      { name: 'amount', header: 'Amount', isNumeric: true, cell: (tier) => formatPence(tier.pence) },
      { name: 'share', header: 'Share', isNumeric: true, cell: (tier) => shareText(tier.share) },
      {
        name: 'within',
        header: 'This place and all inside it',
        isNumeric: true,
        cell: (tier) =>
          tier.kind === 'place'
            ? `${formatPoundsCompact(tier.withinPence)} (${shareText(tier.withinShare)})`
            : '–',
      },
    ]}
  />
)

const TopSuppliers = ({ topSuppliers, basis, total, slice }: MoneyMapProps) => (
  <DataTable
    id="top-suppliers"
    caption="Who was paid most"
    rows={topSuppliers}
    basis={basis}
    empty={{ title: 'No suppliers', purpose: 'There are no payments in this part of the spending.' }}
    columns={[
      {
        name: 'supplier',
        header: 'Supplier',
        cell: ({ supplier, name }) => <a href={sliceHref('/spend/payments', slice, { supplier })}>{name}</a>,
      },
      {
        name: 'payments',
        header: 'Payments',
        isNumeric: true,
        cell: (supplier) => formatNumber(supplier.payments),
      },
      { name: 'amount', header: 'Amount', isNumeric: true, cell: (supplier) => formatPence(supplier.pence) },
      {
        name: 'share',
        header: 'Share of all',
        isNumeric: true,
        cell: (supplier) => (total > 0 ? formatShare(supplier.pence, total) : '–'),
      },
    ]}
  />
)

const Empty = ({
  permissions,
  slice,
}: {
  readonly permissions: ReadonlySet<string>
  readonly slice: Slice
}) => (
  <EmptyState
    title="No payments yet"
    purpose="The money map shows where an organisation's money goes: how much stays in the city, in the county, in the region, and what nobody knows. It is made from payment files, such as the spending over £500 that every council publishes."
    firstStep={
      permissions.has('spend.import')
        ? { text: 'Hand in a payment file', href: '/spend/imports/new' }
        : undefined
    }
  >
    {Object.values(slice).some((part) => part !== null) && (
      <p>
        Nothing was paid in the part you chose. <a href="/spend">Show all payments</a>.
      </p>
    )}
  </EmptyState>
)

export const MoneyMapView = (props: MoneyMapProps) => (
  <>
    <AnalysisNavigation current="" slice={props.slice} />
    <h1>Money map</h1>
    <p class="govuk-body-l">Where {props.organisation}’s money goes.</p>
    <SliceForm action="/spend" slice={props.slice} />
    {props.isEmpty ? (
      <Empty permissions={props.permissions} slice={props.slice} />
    ) : (
      <>
        {!props.hasLadder && (
          <InsetText>
            This organisation has no home place yet, so nothing can be called local.{' '}
            <a href="/home-place">Choose its home place</a>.
          </InsetText>
        )}
        <Headline {...props} />
        <TierBar {...props} />
        <TierTable {...props} />
        <AreaChart {...props} />
        <TopSuppliers {...props} />
        <p class="govuk-body">
          <a href={sliceHref('/spend/top-suppliers', props.slice)}>All suppliers</a>, or{' '}
          <a href={sliceHref('/spend/payees', props.slice)}>payees as the ledger names them</a>
        </p>
        <Months {...props} />
        <Groups {...props} />
        <p class="govuk-body">
          <a href="/spend/method">How these figures are made</a>
        </p>
      </>
    )}
  </>
)
