import type { ComponentChildren } from 'preact'
import { type Basis, BasisLine } from '../basis.tsx'
import { Details } from '../govuk/details.tsx'
import { Table } from '../govuk/table.tsx'
import { type ChartTable, cellText, csvHref } from './chart-table.ts'

/** What every chart must bring: words for those who do not see it, its basis, and its figures as a table. */
export interface ChartProps {
  /** Unique on the page. */
  readonly id: string
  /** What the chart shows, as a heading. */
  readonly title: string
  /** What it shows in one or two sentences, for those who do not see it. */
  readonly description: string
  readonly basis: Basis
  readonly table: ChartTable
}

const FiguresTable = ({ id, title, table }: Pick<ChartProps, 'id' | 'title' | 'table'>) => (
  <Details summaryText="Show the figures" classes="gt-chart__figures">
    <div class="gt-table gt-table--scroll" role="region" aria-label={`Figures: ${title}`} tabindex={0}>
      <Table
        caption={title}
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={table.head.map((text, at) => ({ text, format: at > 0 ? 'numeric' : undefined }))}
        rows={table.rows.map((row) =>
          row.map((cell, at) => ({ text: cellText(cell), format: at > 0 ? 'numeric' : undefined })),
        )}
      />
    </div>
    <p class="gt-exports">
      <a href={csvHref(table)} download={table.csvHref ? undefined : `${id}.csv`}>
        Download these figures as CSV
      </a>
    </p>
  </Details>
)

/** A chart with its title, its basis and, under it, the same figures as a table and as CSV. */
export const ChartWithTable = ({
  id,
  title,
  basis,
  table,
  children,
}: ChartProps & { readonly children: ComponentChildren }) => (
  <figure class="gt-chart" id={id}>
    <figcaption class="gt-chart__title" id={`${id}-caption`}>
      {title}
    </figcaption>
    {children}
    <BasisLine basis={basis} />
    <FiguresTable id={id} title={title} table={table} />
  </figure>
)

/** The words inside a drawing that make it an image with a name and a description. */
export const ChartWords = ({ id, title, description }: Pick<ChartProps, 'id' | 'title' | 'description'>) => (
  <>
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-desc`}>{`${description} The same figures are in the table under the chart.`}</desc>
  </>
)

/** The attributes that go with `ChartWords`. */
export const imageOf = (id: string) => ({
  role: 'img' as const,
  'aria-labelledby': `${id}-title`,
  'aria-describedby': `${id}-desc`,
})
