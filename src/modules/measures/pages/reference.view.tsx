import { Button, DataTable, formatCount, formatDate, Tag } from '../../../platform/views/views.ts'
import type { SourceAge } from '../rules/reference-age.ts'

export type SourceLine = {
  readonly age: SourceAge
  readonly warning: string | null
  readonly isImported: boolean
  readonly isOwn: boolean
}
export type SeriesLine = { readonly name: string; readonly source: string; readonly holds: string }

type Props = {
  readonly day: string
  readonly lines: readonly SourceLine[]
  readonly series: readonly SeriesLine[]
  readonly mayManage: boolean
}

const ageText = (months: number): string =>
  months < 24 ? formatCount(months, 'month') : formatCount(Math.floor(months / 12), 'year')

const SourceCell = ({ age: { source } }: Pick<SourceLine, 'age'>) => (
  <>
    {source.url ? <a href={source.url}>{source.title}</a> : source.title}
    {source.note && <span class="govuk-hint">{source.note}</span>}
  </>
)

const State = ({ warning, isImported, isOwn, age }: SourceLine) => (
  <>
    {warning ? (
      <Tag classes="govuk-tag--red">Out of date</Tag>
    ) : (
      <Tag classes="govuk-tag--green">In date</Tag>
    )}{' '}
    {isImported && <Tag>{isOwn ? 'Handed in by you' : 'Handed in for all'}</Tag>}{' '}
    {!age.source.isConfirmed && <Tag classes="govuk-tag--orange">Check</Tag>}
    {warning && <span class="govuk-hint">{warning}</span>}
    {!age.source.isConfirmed && (
      <span class="govuk-hint">Read in a copy; not yet confirmed at the publisher.</span>
    )}
  </>
)

export const ReferenceView = ({ day, lines, series, mayManage }: Props) => {
  const old = lines.filter(({ warning }) => warning !== null).length
  return (
    <>
      <h1>Reference data</h1>
      <p class="govuk-body-l">
        The figures that values rest on, where each comes from and how old it is. On {formatDate(day)},{' '}
        {old === 0 ? 'none is out of date' : `${old} of ${lines.length} are out of date`}.
      </p>
      {mayManage && <Button href="/measures/reference/import">Put a newer one in</Button>}
      <DataTable
        id="sources"
        caption="Sources"
        rows={lines}
        onPhone="stack"
        empty={{ title: 'No sources', purpose: '' }}
        columns={[
          { name: 'source', header: 'Source', cell: (line) => <SourceCell age={line.age} /> },
          { name: 'published', header: 'Published', cell: ({ age }) => age.source.publishedOn },
          { name: 'age', header: 'Age', cell: ({ age }) => ageText(age.months) },
          { name: 'licence', header: 'Licence', cell: ({ age }) => age.source.licence },
          { name: 'state', header: 'State', cell: (line) => <State {...line} /> },
        ]}
      />
      <DataTable
        id="series"
        caption="What is loaded"
        rows={series}
        onPhone="stack"
        empty={{ title: 'Nothing', purpose: '' }}
        columns={[
          { name: 'name', header: 'Data', cell: ({ name }) => name },
          { name: 'holds', header: 'Holds', cell: ({ holds }) => holds },
          { name: 'source', header: 'Source', cell: ({ source }) => source },
        ]}
      />
    </>
  )
}
