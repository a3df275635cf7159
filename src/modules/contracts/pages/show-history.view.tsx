import type { PlainDate } from '../../../kernel/plain-date.ts'
import {
  Button,
  DataTable,
  formatDate,
  formatPounds,
  Input,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { roleWords } from '../messages.ts'
import type { Contract, ContractText } from '../model.ts'
import { ContractNav } from './contract-nav.tsx'
import { contractPath } from './paths.ts'

export type HistoryRow = {
  /** The first day on which it held. */
  readonly on: PlainDate
  readonly why: string
  /** Null where nobody is named beside it. */
  readonly personName: string | null
  readonly changes: readonly {
    readonly key: keyof ContractText
    readonly before: unknown
    readonly after: unknown
  }[]
}
type Props = {
  readonly contract: Contract
  readonly on: PlainDate
  readonly rows: readonly HistoryRow[]
  readonly paging: TablePaging
}

const NAMES: Readonly<Partial<Record<keyof ContractText, string>>> = {
  valuePence: 'value',
  supplierName: 'supplier',
  supplierNumber: 'number of the supplier',
}

const shown = (key: keyof ContractText, value: unknown): string => {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return 'nothing'
  if (key === 'valuePence') return formatPounds(Number(value))
  if (key === 'startsOn' || key === 'endsOn') return formatDate(String(value))
  if (key === 'supplierNumber') {
    const { scheme, number } = value as NonNullable<ContractText['supplierNumber']>
    return `${scheme} ${number}`
  }
  return typeof value === 'string' ? value : Object.values(value as object).join(' ')
}

export const ShowHistoryView = ({ contract, on, rows, paging }: Props) => (
  <>
    <span class="govuk-caption-l">{contract.title}</span>
    <h1>History</h1>
    <ContractNav id={contract.id} here="history" />
    <form method="get" action={contractPath(contract.id)} class="gt-filter">
      <Input
        id="on"
        name="on"
        label="See the contract as it stood on the day"
        hint="As 2026-03-31"
        classes="govuk-input--width-10"
        value={on}
      />
      <Button classes="govuk-button--secondary">Show that day</Button>
    </form>
    <DataTable
      id="history"
      caption="What was changed"
      rows={rows}
      paging={paging}
      onPhone="stack"
      basis={{
        period: 'Newest first',
        coverage:
          'Every change of what the register says, and every option taken; promises stand with their own days',
      }}
      columns={[
        { name: 'on', header: 'Holds from', cell: (row) => formatDate(row.on) },
        { name: 'why', header: 'Why', cell: (row) => row.why },
        {
          name: 'what',
          header: 'What',
          cell: (row) => (
            <ul class="govuk-list govuk-!-margin-bottom-0">
              {row.changes.map(({ key, before, after }) => (
                <li>
                  {NAMES[key] ?? roleWords(key)}: {shown(key, before)} became {shown(key, after)}
                </li>
              ))}
            </ul>
          ),
        },
        { name: 'who', header: 'Who', cell: (row) => row.personName ?? 'In the audit log' },
      ]}
      empty={{
        title: 'Nothing was changed yet',
        purpose: 'Each change keeps what stood before it, so that any day can be told again.',
      }}
    />
  </>
)
