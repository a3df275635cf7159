import {
  Card,
  CardGrid,
  EmptyState,
  formatCount,
  formatPoundsCompact,
} from '../../../../platform/views/views.ts'
import type { PublicTotals } from '../../store/public-site.ts'
import { publicPath } from '../paths.ts'

type Props = {
  readonly rows: readonly { readonly name: string; readonly slug: string; readonly totals: PublicTotals }[]
}

export const ListPublicView = ({ rows }: Props) => (
  <>
    <h1>What public money buys</h1>
    <p class="govuk-body-l">
      What was bought, from whom, for how much and where; what suppliers promised beside the work, and what of
      it was delivered and verified.
    </p>
    {rows.length === 0 ? (
      <EmptyState
        title="Nothing is shown yet"
        purpose="No public body that uses this site shows its contracts yet."
      />
    ) : (
      <CardGrid>
        {rows.map(({ name, slug, totals }) => (
          <Card title={name} href={publicPath(slug)}>
            {`${formatCount(totals.contracts, 'contract')} worth ${formatPoundsCompact(totals.valuePence)} without VAT, with ${formatCount(totals.suppliers, 'supplier')}.`}
          </Card>
        ))}
      </CardGrid>
    )}
    <p>
      All of it is <a href="/open-data">open data</a> too.
    </p>
  </>
)
