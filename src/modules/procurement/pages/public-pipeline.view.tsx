import {
  type Basis,
  DataTable,
  EmptyState,
  formatMonth,
  formatPoundsCompact,
} from '../../../platform/views/views.ts'
import { KIND_NAMES } from '../messages/purchase-words.ts'
import type { PurchaseKind, Stage } from '../model/purchase.ts'
import { StageTag } from './stage-tag.tsx'

export type PublicPurchase = {
  readonly title: string
  readonly purpose: string
  readonly kind: PurchaseKind | null
  readonly stage: Stage
  readonly category: string
  readonly department: string
  readonly places: readonly string[]
  readonly wholePence: number | null
  readonly tenderOn: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}
export type PublicBuyer = {
  readonly name: string
  readonly slug: string
  readonly rows: readonly PublicPurchase[]
  readonly basis: Basis
}

const month = (day: string | null): string => (day ? formatMonth(day) : 'not known yet')

const What = ({ row }: { readonly row: PublicPurchase }) => (
  <>
    <strong>{row.title}</strong>
    {row.purpose && <p class="govuk-!-margin-bottom-1">{row.purpose}</p>}
    <p class="govuk-hint govuk-!-margin-bottom-0">
      {[row.kind && KIND_NAMES[row.kind], row.category, row.department, row.places.join(', ')]
        .filter(Boolean)
        .join(' · ')}
    </p>
  </>
)

const Buyer = ({ buyer }: { readonly buyer: PublicBuyer }) => (
  <DataTable
    id={buyer.slug}
    caption={buyer.name}
    rows={buyer.rows}
    basis={buyer.basis}
    onPhone="stack"
    empty={{ title: 'Nothing yet', purpose: '' }}
    columns={[
      { name: 'what', header: 'What', cell: (row) => <What row={row} /> },
      { name: 'stage', header: 'Now', cell: (row) => <StageTag stage={row.stage} /> },
      {
        name: 'value',
        header: 'About, without VAT',
        isNumeric: true,
        cell: (row) => (row.wholePence === null ? 'not known yet' : formatPoundsCompact(row.wholePence)),
      },
      { name: 'tender', header: 'Open for bids', cell: (row) => month(row.tenderOn) },
      { name: 'start', header: 'Starts', cell: (row) => month(row.startsOn) },
      { name: 'end', header: 'Ends', cell: (row) => month(row.endsOn) },
    ]}
  />
)

export const PublicPipelineView = ({ buyers }: { readonly buyers: readonly PublicBuyer[] }) => (
  <>
    <h1>What councils mean to buy</h1>
    <p class="govuk-body-l">
      Here is what may be bought soon, so that you can get ready. These are plans, not promises: values and
      dates can change.
    </p>
    {buyers.length === 0 ? (
      <EmptyState
        title="Nothing is shown yet"
        purpose="No council that uses this site shows its plans yet."
      />
    ) : (
      buyers.map((buyer) => <Buyer buyer={buyer} />)
    )}
  </>
)
