import {
  DataTable,
  formatPeriod,
  formatPounds,
  formatPoundsCompact,
  formatShare,
  KeyFigure,
  KeyFigures,
} from '../../../platform/views/views.ts'
import { BAND_NAMES } from '../messages.ts'
import type { Coverage, YearDays } from '../model.ts'

type Props = { readonly coverage: Coverage; readonly days: YearDays }

const Money = ({ coverage, days }: Props) => {
  const basis = {
    period: formatPeriod(days.from, days.on),
    coverage: 'Payment files that count, by whole months; suppliers by number or name',
    unknown:
      coverage.mixedPence > 0
        ? `${formatPoundsCompact(coverage.mixedPence)} went to suppliers with contracts of both sorts`
        : undefined,
  }
  return (
    <KeyFigures>
      <KeyFigure
        label="Of all spending, paid to suppliers whose contracts carry promises"
        value={formatShare(coverage.withPromisesPence, coverage.paidPence)}
        basis={basis}
      >
        {formatPounds(coverage.withPromisesPence)} of {formatPounds(coverage.paidPence)}
      </KeyFigure>
      <KeyFigure
        label="Under contracts without any"
        value={formatShare(coverage.withoutPromisesPence, coverage.paidPence)}
        basis={basis}
      />
      <KeyFigure
        label="To suppliers without a contract in the register"
        value={formatShare(coverage.withoutContractPence, coverage.paidPence)}
        basis={basis}
      />
    </KeyFigures>
  )
}

const Bands = ({ coverage, days }: Props) => {
  const all = coverage.bands.reduce((sum, { contracts }) => sum + contracts, 0)
  return (
    <DataTable
      id="bands"
      caption="Contracts by what the law has reported"
      rows={coverage.bands}
      onPhone="stack"
      basis={{
        period: `Contracts that ran at some time from ${formatPeriod(days.from, days.on)}`,
        coverage:
          'The register holds values without VAT; 20% is added before they are held against the limits',
      }}
      columns={[
        { name: 'band', header: 'Value with VAT', cell: ({ code }) => BAND_NAMES[code] },
        {
          name: 'contracts',
          header: 'Contracts',
          isNumeric: true,
          cell: ({ contracts }) => (
            <>
              {contracts}
              <span class="gt-under">{formatShare(contracts, all)} of all</span>
            </>
          ),
        },
        {
          name: 'value',
          header: 'Value without VAT',
          isNumeric: true,
          cell: ({ valuePence }) => formatPounds(valuePence),
        },
        {
          name: 'promises',
          header: 'With promises',
          isNumeric: true,
          cell: ({ contracts, withPromises }) => (
            <>
              {withPromises}
              <span class="gt-under">{formatShare(withPromises, contracts)}</span>
            </>
          ),
        },
      ]}
      empty={{ title: 'No contract runs in this year', purpose: 'The contract register has none.' }}
    />
  )
}

/** How much of the spending, and which contracts, have any social value asked of them. */
export const CoverageSection = (props: Props) => (
  <section>
    <h2>How much has social value asked of it</h2>
    {props.coverage.paidPence > 0 ? (
      <Money {...props} />
    ) : (
      <p>No payment file of this year counts, so the share of spending cannot be told.</p>
    )}
    <Bands {...props} />
  </section>
)
