import {
  Button,
  DataTable,
  formatPence,
  Input,
  Select,
  type TablePaging,
} from '../../../../platform/views/views.ts'
import { SHEET_KIND_TEXT } from '../../messages/multiplier.ts'
import { type MultiplierSheet, type MultiplierStudy, SHEET_KINDS } from '../../model/multiplier.ts'
import type { SheetSearch } from '../../rules/multiplier/narrow-sheets.ts'
import { sheetPath, studyPath } from './paths.ts'

export type SheetTable = {
  readonly search: SheetSearch
  readonly rows: readonly MultiplierSheet[]
  readonly paging: TablePaging
}
type Props = { readonly study: MultiplierStudy; readonly table: SheetTable }

const ANSWERED = [
  { value: '', text: 'Answered or not' },
  { value: 'yes', text: 'Answered' },
  { value: 'no', text: 'Not answered yet' },
]

const Filter = ({ study, table: { search } }: Props) => (
  <form method="get" action={studyPath(study.id)} role="search" class="gt-filter">
    <Input
      id="search"
      name="search"
      type="search"
      label="Part of a name"
      value={search.words ?? ''}
      classes="govuk-input--width-20"
    />
    <Select
      id="sheet-kind"
      name="kind"
      label="Kind"
      value={search.kind ?? ''}
      items={[
        { value: '', text: 'Any kind' },
        ...SHEET_KINDS.map((kind) => ({ value: kind, text: SHEET_KIND_TEXT[kind] })),
      ]}
    />
    <Select
      id="answered"
      name="answered"
      label="Answered"
      value={search.isAnswered === null ? '' : search.isAnswered ? 'yes' : 'no'}
      items={ANSWERED}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

/** The sheets of a study; the files hold all of them, so that they can be filled in and handed in again. */
export const StudySheets = (props: Props) => {
  const { study, table } = props
  return (
    <>
      <h2>Sheets</h2>
      <Filter {...props} />
      <DataTable
        id="sheets"
        caption="Sheets"
        rows={table.rows}
        paging={table.paging}
        onPhone="stack"
        exports={(['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
          format,
          href: `${studyPath(study.id)}/sheets.${format.toLowerCase()}`,
        }))}
        empty={{
          title: 'No sheet found',
          purpose: 'No sheet of this study has this in its name and is of this kind.',
          firstStep: { text: 'Show all sheets', href: studyPath(study.id) },
        }}
        columns={[
          {
            name: 'name',
            header: 'Sheet',
            isSortable: true,
            cell: (sheet) => <a href={sheetPath(study.id, sheet.id)}>{sheet.name}</a>,
          },
          { name: 'kind', header: 'Kind', isSortable: true, cell: ({ kind }) => SHEET_KIND_TEXT[kind] },
          {
            name: 'paid',
            header: 'Paid',
            isNumeric: true,
            isSortable: true,
            firstDirection: 'descending',
            cell: ({ kind, paidPence }) => (kind === 'supplier' ? formatPence(paidPence) : '–'),
          },
          {
            name: 'answered',
            header: 'Answered',
            isSortable: true,
            cell: ({ answeredAt }) => (answeredAt ? 'Yes' : 'Not yet'),
          },
        ]}
      />
    </>
  )
}
