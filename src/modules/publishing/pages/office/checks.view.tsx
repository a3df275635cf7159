import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatCount,
  type TablePaging,
} from '../../../../platform/views/views.ts'
import { FLAG_NOTICE, FLAG_WORDS } from '../../flag-words.ts'
import type { CheckedDraft, Checks } from '../../read-checks.ts'
import type { RaisedFlag } from '../../rules/flags/with-drafts.ts'

type FindingRow = { readonly draft: CheckedDraft; readonly finding: CheckedDraft['findings'][number] }
type Props = {
  readonly checks: Checks | null
  readonly rows: readonly FindingRow[]
  readonly paging: TablePaging
}

const hrefOf = ({ purchaseId, contractId }: CheckedDraft): string =>
  purchaseId === null ? `/contracts/${contractId}` : `/procurement/purchases/${purchaseId}`

const COLUMNS: readonly DataColumn<FindingRow>[] = [
  {
    name: 'what',
    header: 'Purchase or contract',
    cell: ({ draft }) => <a href={hrefOf(draft)}>{draft.title}</a>,
  },
  { name: 'finding', header: 'What to look at', cell: ({ finding }) => finding.sentence },
  {
    name: 'source',
    header: 'By',
    cell: ({ finding }) =>
      finding.kind === 'law' ? (finding.provision ?? 'Law') : 'Guidance of our own, not law',
  },
]

const GROUPS: Readonly<Record<RaisedFlag['group'], string>> = {
  OCID: 'Process',
  Buyer: 'Buyer',
  ProcuringEntity: 'Procuring body',
  Tenderer: 'Supplier',
}

const FLAG_COLUMNS: readonly DataColumn<RaisedFlag>[] = [
  {
    name: 'flag',
    header: 'Flag',
    cell: ({ code }) => (
      <>
        {FLAG_WORDS[code].title}
        <span class="gt-under">{`${code}: ${FLAG_WORDS[code].meaning}`}</span>
      </>
    ),
  },
  { name: 'group', header: 'About', cell: ({ group, subject }) => `${GROUPS[group]} ${subject}` },
  {
    name: 'where',
    header: 'Raised by',
    cell: ({ isOfDrafts }) => (isOfDrafts ? 'Your drafts: not published yet' : 'What is published'),
  },
  { name: 'value', header: 'Value', isNumeric: true, cell: ({ value }) => String(value) },
]

export const ChecksView = ({ checks, rows, paging }: Props) => (
  <>
    <h1>Checks</h1>
    {checks === null ? (
      <EmptyState
        title="Nothing to check yet"
        purpose="Open the publication first; then your purchases and contracts are checked here as they would be published."
      />
    ) : (
      <>
        <DataTable
          id="drafts"
          caption="Before publication"
          rows={rows}
          columns={COLUMNS}
          paging={paging}
          onPhone="stack"
          basis={{
            period: 'As they stand now',
            coverage: `${formatCount(checks.checked, 'purchase or contract', 'purchases and contracts')} checked; where a fact is missing, the law that hangs on it is not checked`,
          }}
          empty={{
            title: 'Nothing to look at',
            purpose: `${checks.checked} were checked for lots, periods, direct awards, single bids and thresholds.`,
          }}
        />
        <DataTable
          id="flags"
          caption="Cardinal’s red flags, in your drafts and in what is published"
          rows={checks.flags.slice(0, 200)}
          columns={FLAG_COLUMNS}
          onPhone="stack"
          basis={{
            period: 'Drafts as they stand now; what holds after the last release',
            coverage: `${checks.checked} drafts and ${checks.looked} published processes; bids only where they are known here`,
          }}
          empty={{
            title: 'No flags',
            purpose: `None of Cardinal’s red flags is raised by the ${checks.checked} drafts or the ${checks.looked} processes published.`,
          }}
        />
        <p>{FLAG_NOTICE}</p>
      </>
    )}
  </>
)
