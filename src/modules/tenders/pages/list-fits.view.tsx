import { categoryName, type Listing } from '#suppliers'
import { DataTable, formatInstant, formatPounds, type TablePaging } from '../../../platform/views/views.ts'
import { NEARNESS_WORDS } from '../messages/words.ts'
import type { Fit } from '../read-fits.ts'
import { OPPORTUNITIES, opportunityPath } from './paths.ts'

type Props = {
  readonly listing: Listing
  readonly rows: readonly Fit[]
  readonly paging: TablePaging
  readonly apiHref: string
}

export const ListFitsView = ({ listing: { content }, rows, paging, apiHref }: Props) => (
  <>
    <h1>Opportunities for {content.name}</h1>
    <p>
      Open for bids in the categories of this entry: {content.categories.map(categoryName).join(', ')}. Those
      near {content.postcode}, or where the entry says it works, come first.
    </p>
    <DataTable
      id="fits"
      caption="Opportunities that fit"
      rows={rows}
      paging={paging}
      onPhone="stack"
      basis={{
        period: 'As published now',
        coverage: 'Tenders on this site whose category lies in a division of the entry; values without VAT',
      }}
      columns={[
        {
          name: 'title',
          header: 'What is wanted',
          cell: (fit) => (
            <>
              <a href={opportunityPath(fit.reference)}>{fit.title}</a>
              <span class="gt-under">
                {fit.buyer} · {fit.reference}
              </span>
            </>
          ),
        },
        { name: 'where', header: 'Where', cell: (fit) => fit.placeName || 'Not said' },
        { name: 'why', header: 'Why it stands here', cell: (fit) => NEARNESS_WORDS[fit.nearness] },
        { name: 'value', header: 'About', isNumeric: true, cell: (fit) => formatPounds(fit.valuePence) },
        { name: 'deadline', header: 'Bids due', cell: (fit) => formatInstant(fit.deadline) },
      ]}
      empty={{
        title: 'Nothing fits now',
        purpose:
          'No council wants anything in these categories today. Whoever keeps the entry can tick that they want a letter when one does.',
        firstStep: { text: 'See all opportunities', href: OPPORTUNITIES },
      }}
    />
    <p>
      <a href={apiHref}>The same as JSON</a>
    </p>
  </>
)
