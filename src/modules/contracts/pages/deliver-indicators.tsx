import type { PlainDate } from '../../../kernel/plain-date.ts'
import { DataTable, Details, formatDate, formatPeriod } from '../../../platform/views/views.ts'
import { grouped } from '../messages/deliveries.ts'
import type { Indicator } from '../model/life.ts'
import type { SeenIndicator } from '../read-for-supplier.ts'
import { RatingTag, targetWords } from './list-indicators.view.tsx'

const figureWords = (value: string | null, { unit }: Indicator): string =>
  value === null ? '' : `${grouped(value)} ${unit}`.trim()

const dueWords = ({ indicator, dueOn }: SeenIndicator): string => {
  if (dueOn !== null) return formatDate(dueOn)
  return indicator.closedOn === null ? 'No day set' : `Closed on ${formatDate(indicator.closedOn)}`
}

const Last = ({ row: { ratings, indicator } }: { readonly row: SeenIndicator }) => {
  const last = ratings.at(-1)
  return last === undefined ? (
    <>Not rated yet</>
  ) : (
    <>
      <RatingTag rating={last.rating} />
      <span class="gt-under">
        {[figureWords(last.value, indicator), formatPeriod(last.fromOn, last.toOn)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}

/** What the contract is judged by, and how it was rated. Empty where no indicators are set. */
export const Indicators = ({
  indicators,
  on,
}: {
  readonly indicators: readonly SeenIndicator[]
  readonly on: PlainDate
}) => {
  const all = indicators.flatMap(({ indicator, ratings }) =>
    ratings.map((rating) => ({ ...rating, indicator })),
  )
  if (indicators.length === 0) return null
  return (
    <section id="indicators">
      <DataTable
        id="ratings"
        caption="What you are judged by"
        rows={indicators}
        onPhone="stack"
        basis={{
          period: `Up to ${formatDate(on)}`,
          coverage: 'The last rating of each indicator. Ask the contract manager for the reasons',
          verifiedBy: 'Rated by the council',
        }}
        columns={[
          {
            name: 'title',
            header: 'Indicator',
            cell: ({ indicator }) => (
              <>
                {indicator.title}
                <span class="gt-under">
                  {[targetWords(indicator), indicator.howMeasured, indicator.isStatutory && 'Published']
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            ),
          },
          { name: 'rating', header: 'Last rating', cell: (row) => <Last row={row} /> },
          { name: 'due', header: 'Rated next by', cell: (row) => dueWords(row) },
        ]}
        empty={{ title: 'No indicators', purpose: '' }}
      />
      {all.length > 0 && (
        <Details summaryText="All ratings">
          <ul>
            {all.toReversed().map(({ indicator, rating, value, fromOn, toOn }) => (
              <li>
                {indicator.title}, {formatPeriod(fromOn, toOn)}: {figureWords(value, indicator)}{' '}
                <RatingTag rating={rating} />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}
