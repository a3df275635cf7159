import {
  BarList,
  Button,
  DataTable,
  EmptyState,
  FormErrorSummary,
  Input,
  KeyFigure,
  KeyFigures,
  StackedBar,
  type TableExport,
  type TablePaging,
} from '../../../platform/views/views.ts'
import type { Analysis, Cell, Chart } from '../analyses/analysis.ts'
import type { Slice } from '../model.ts'
import { settingErrors } from '../setting-words.ts'
import { AnalysisNavigation } from './analysis-navigation.tsx'
import { SliceForm } from './slice-form.tsx'

export type AnalysisViewProps = {
  readonly analysis: Analysis
  /** Which of the analyses this is. */
  readonly name: string
  readonly path: string
  readonly find: string
  readonly slice: Slice
  readonly rows: readonly (readonly Cell[])[]
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
}

const MANY_ROWS = 20

const LONG_TEXT = 60

export const CellText = ({ cell }: { readonly cell: Cell | undefined }) => {
  if (cell?.href) return <a href={cell.href}>{cell.text}</a>
  const text = cell?.text ?? '–'
  return text.length > LONG_TEXT ? <span class="gt-long-text">{text}</span> : <>{text}</>
}

const chartTable = (analysis: Analysis, csvHref: string | undefined) => ({
  head: analysis.table.columns.map((column) => column.header),
  rows: analysis.table.rows.slice(0, MANY_ROWS).map((row) => row.map((cell) => cell.text)),
  csvHref,
})

const ChartOf = ({
  chart,
  at,
  ...props
}: AnalysisViewProps & { readonly chart: Chart; readonly at: number }) => {
  const { analysis, name, exports } = props
  const common = {
    id: `${name}-chart-${at}`,
    title: chart.title,
    description: chart.description,
    basis: analysis.basis,
    table: chartTable(analysis, exports[0]?.href),
  }
  return chart.kind === 'bars' ? (
    <BarList {...common} bars={chart.bars} />
  ) : (
    <StackedBar {...common} parts={chart.parts} />
  )
}

const Find = ({ path, find, paging }: Pick<AnalysisViewProps, 'path' | 'find' | 'paging'>) => (
  <form method="get" action={path} role="search" class="gt-filter">
    {Object.entries(paging.query)
      .filter(([name]) => name !== 'find' && name !== 'page')
      .map(([name, value]) => (
        <input type="hidden" name={name} value={String(value ?? '')} />
      ))}
    <Input
      label="Find in this table"
      id="find"
      name="find"
      type="search"
      value={find}
      classes="govuk-input--width-20"
    />
    <Button classes="govuk-button--secondary">Find</Button>
  </form>
)

const Table = ({ analysis, name, path, find, rows, paging, exports }: AnalysisViewProps) => (
  <>
    {(analysis.table.rows.length > MANY_ROWS || find !== '') && (
      <Find path={path} find={find} paging={paging} />
    )}
    <DataTable
      id={name}
      caption={analysis.table.caption}
      rows={rows}
      basis={analysis.basis}
      paging={analysis.table.rows.length > 1 ? paging : undefined}
      exports={exports}
      empty={{
        title: 'Nothing found',
        purpose: 'No row of this table has that in it.',
        firstStep: { text: 'Show all', href: path },
      }}
      columns={analysis.table.columns.map((column, at) => ({
        name: column.name,
        header: column.header,
        isNumeric: column.kind !== 'text',
        isSortable: true,
        firstDirection: column.kind === 'text' ? ('ascending' as const) : ('descending' as const),
        cell: (row: readonly Cell[]) => <CellText cell={row[at]} />,
      }))}
    />
  </>
)

const Notes = ({ notes }: { readonly notes: readonly string[] }) =>
  notes.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">What to know</h2>
      <ul class="govuk-list govuk-list--bullet">
        {notes.map((note) => (
          <li>{note}</li>
        ))}
      </ul>
    </>
  )

const Content = (props: AnalysisViewProps) => {
  const { analysis } = props
  return (
    <>
      {analysis.figures.length > 0 && (
        <KeyFigures>
          {analysis.figures.map((figure) => (
            <KeyFigure
              label={figure.label}
              value={figure.value}
              basis={analysis.basis}
              isMain={figure.isMain}
            >
              {figure.meaning && <p>{figure.meaning}</p>}
            </KeyFigure>
          ))}
        </KeyFigures>
      )}
      {analysis.charts.map((chart, at) => (
        <ChartOf {...props} chart={chart} at={at + 1} />
      ))}
      <Table {...props} />
      <Notes notes={analysis.notes ?? []} />
    </>
  )
}

export const AnalysisView = (props: AnalysisViewProps) => {
  const { analysis, name, path, slice } = props
  return (
    <>
      <FormErrorSummary errors={settingErrors(analysis.settings ?? [])} />
      <AnalysisNavigation current={analysis.method ?? name} slice={slice} />
      <h1>{analysis.title}</h1>
      <p class="govuk-body-l">{analysis.lead}</p>
      <SliceForm
        action={path}
        slice={slice}
        choices={analysis.choices ?? []}
        settings={analysis.settings ?? []}
      />
      {analysis.links && (
        <ul class="govuk-list">
          {analysis.links.map((link) => (
            <li>
              <a href={link.href}>{link.text}</a>
            </li>
          ))}
        </ul>
      )}
      {analysis.empty ? <EmptyState {...analysis.empty} /> : <Content {...props} />}
      <p class="govuk-body">
        <a href={`/spend/method#${analysis.method ?? name}`}>How these figures are made</a>
      </p>
    </>
  )
}
