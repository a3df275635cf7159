import {
  Button,
  type DataColumn,
  DataTable,
  Details,
  formatCount,
  formatInstant,
  Input,
  Select,
} from '../../../platform/views/views.ts'
import type { RefusedKind, RefusedLine } from '../store/refused-files.ts'
import { type FaultList, refusedPath } from './fault-list.ts'

const Filter = ({ filter, columns, paging }: Pick<FaultList, 'filter' | 'columns' | 'paging'>) => (
  <form method="get" action={paging.path} class="gt-filter" role="search" aria-label="What to put right">
    <Input
      id="text"
      name="text"
      label={columns.length === 0 ? 'Row or words' : 'Row, code or words'}
      value={filter.text}
      classes="govuk-input--width-20"
    />
    {columns.length > 0 && (
      <Select
        id="column"
        name="column"
        label="Column"
        value={filter.column}
        items={[{ value: '', text: 'All' }, ...columns.map((column) => ({ value: column, text: column }))]}
      />
    )}
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

const OF_CELLS: readonly DataColumn<FaultList['rows'][number]>[] = [
  { name: 'code', header: 'Code', isSortable: true, cell: ({ code }) => code || '–' },
  { name: 'column', header: 'Column', isSortable: true, cell: ({ column }) => column },
]

const FEW = 20

type Lately = { readonly kind: RefusedKind; readonly refused: readonly RefusedLine[] }

export const RefusedLately = ({ kind, refused }: Lately) =>
  refused.length === 0 ? null : (
    <Details summaryText="Files that were not taken in lately">
      <ul class="govuk-list">
        {refused.map(({ id, fileName, found, refusedAt }) => (
          <li>
            <a href={refusedPath({ kind, id })}>{fileName}</a>, {formatInstant(refusedAt)}:{' '}
            {formatCount(found, 'fault')}
          </li>
        ))}
      </ul>
    </Details>
  )

/** What is wrong with a file, row by row. */
export const Faults = ({ file, filter, columns, rows, paging }: FaultList) => (
  <>
    {file.faults.length > FEW && <Filter filter={filter} columns={columns} paging={paging} />}
    <DataTable
      id="faults"
      caption={
        file.found > file.faults.length
          ? `What to put right in ${file.fileName} (the first ${file.faults.length} of ${file.found})`
          : `What to put right in ${file.fileName}`
      }
      rows={rows}
      paging={file.faults.length > FEW ? paging : undefined}
      exports={(['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
        format,
        href: `${paging.path}/faults.${format.toLowerCase()}`,
      }))}
      onPhone="stack"
      empty={{ title: 'Nothing fits', purpose: 'No fault has these words. Choose others.' }}
      columns={[
        { name: 'row', header: 'Row', isSortable: true, cell: ({ row }) => row },
        ...(columns.length === 0 ? [] : OF_CELLS),
        { name: 'problem', header: 'What is wrong', isSortable: true, cell: ({ words }) => words },
      ]}
    />
    <p>Nothing was taken in. Put these right in the file and choose it again.</p>
  </>
)
