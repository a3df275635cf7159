import { Button, DataTable, Input, Select } from '../../../platform/views/views.ts'
import { columnName, faultSentence } from '../messages/fault-words.ts'
import type { FaultList } from './refused-file.ts'

const Filter = ({ filter, columns, paging }: Pick<FaultList, 'filter' | 'columns' | 'paging'>) => (
  <form method="get" action={paging.path} class="gt-filter" role="search" aria-label="What to put right">
    <Input
      id="text"
      name="text"
      label="Row, code or words"
      value={filter.text}
      classes="govuk-input--width-20"
    />
    <Select
      id="column"
      name="column"
      label="Column"
      value={filter.column}
      items={[
        { value: '', text: 'All' },
        ...columns.map((column) => ({ value: column, text: columnName(column) })),
      ]}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

const FEW = 20

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
        { name: 'code', header: 'Code', isSortable: true, cell: ({ code }) => code || '–' },
        { name: 'column', header: 'Column', isSortable: true, cell: ({ column }) => columnName(column) },
        { name: 'problem', header: 'What is wrong', isSortable: true, cell: (fault) => faultSentence(fault) },
      ]}
    />
    <p>Nothing was taken in. Put these right in the file and choose it again.</p>
  </>
)
