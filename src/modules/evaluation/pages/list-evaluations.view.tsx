import type { FieldError } from '../../../platform/http/form.ts'
import {
  type Basis,
  Button,
  type DataColumn,
  DataTable,
  Form,
  FormErrorSummary,
  formatDate,
  formatInstant,
  formatPounds,
  InsetText,
  type TablePaging,
} from '../../../platform/views/views.ts'
import type { Evaluation } from '../model.ts'
import { evaluationPath } from './paths.ts'
import { StageTag } from './stage-tag.tsx'

type Props = {
  readonly rows: readonly Evaluation[]
  readonly winners: ReadonlyMap<string, string>
  readonly basis: Basis
  readonly paging: TablePaging
  readonly toBegin: readonly { readonly id: string; readonly title: string; readonly reference: string }[]
  readonly errors: readonly FieldError[]
  readonly maySetLimits: boolean
}

const columnsWith = (winners: Props['winners']): readonly DataColumn<Evaluation>[] => [
  {
    name: 'title',
    header: 'Tender',
    isSortable: true,
    cell: (row) => (
      <>
        <a href={evaluationPath(row.id)}>{row.title}</a>
        <span class="gt-under">{row.reference}</span>
      </>
    ),
  },
  { name: 'stage', header: 'Step', isSortable: true, cell: (row) => <StageTag stage={row.stage} /> },
  { name: 'lead', header: 'Lead', cell: (row) => row.leadName },
  { name: 'value', header: 'Value', isNumeric: true, cell: (row) => formatPounds(row.valuePence) },
  {
    name: 'begun',
    header: 'Begun',
    isSortable: true,
    cell: (row) => (
      <>
        {formatInstant(row.startedAt)}
        {row.contractFrom && <span class="gt-under">contract from {formatDate(row.contractFrom)}</span>}
      </>
    ),
  },
  { name: 'winner', header: 'Awarded to', cell: (row) => winners.get(row.id) ?? 'Nobody yet' },
]

/** Tenders whose bids are opened and that nobody leads yet. */
const ToBegin = ({ toBegin }: Pick<Props, 'toBegin'>) => (
  <>
    {toBegin.map(({ id, title, reference }) => (
      <InsetText>
        <p>
          The bids for {title} ({reference}) are opened and wait for somebody to lead their evaluation.
        </p>
        <Form action={`/evaluations/begin/${id}`}>
          <Button preventDoubleClick>Lead this evaluation</Button>
        </Form>
      </InsetText>
    ))}
  </>
)

export const ListEvaluationsView = ({
  rows,
  winners,
  basis,
  paging,
  toBegin,
  errors,
  maySetLimits,
}: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Evaluations</h1>
    <p>
      After the deadline two officers open the bids. Then a panel declares its interests, scores each answer
      apart, agrees on scores with reasons, and two people who have not judged approve the result.
    </p>
    <ToBegin toBegin={toBegin} />
    <DataTable
      id="evaluations"
      caption="Evaluations"
      rows={rows}
      paging={paging}
      basis={basis}
      onPhone="stack"
      exports={(['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
        format,
        href: `/evaluations.${format.toLowerCase()}`,
      }))}
      columns={columnsWith(winners)}
      empty={{
        title: 'No evaluation yet',
        purpose:
          'An evaluation begins when the bids of a tender have been opened. Whoever takes them over leads it.',
      }}
    />
    {maySetLimits && (
      <p>
        <a href="/evaluations/limits">Who approves awards, up to which value</a>
      </p>
    )}
  </>
)
