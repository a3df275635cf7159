import { type DataColumn, DataTable, Details, formatInstantExact } from '../../../platform/views/views.ts'
import { CHECK_WORDS } from '../messages.ts'
import type { LogEntry } from '../model.ts'
import type { ReadLog } from '../read-log.ts'

const KINDS = { submitted: 'Handed in', withdrawn: 'Taken back' } as const

const columnsOf = ({ checks }: ReadLog): readonly DataColumn<LogEntry>[] => [
  { name: 'number', header: 'Entry', cell: ({ number }) => String(number) },
  { name: 'at', header: 'Received', cell: ({ at }) => formatInstantExact(at) },
  { name: 'kind', header: 'What', cell: ({ kind }) => KINDS[kind] },
  {
    name: 'fingerprint',
    header: 'Fingerprint and hash of the entry',
    cell: ({ fingerprint, hash }) => (
      <>
        <code class="gt-code">{fingerprint}</code>
        <br />
        <code class="gt-code">{hash}</code>
      </>
    ),
  },
  {
    name: 'opened',
    header: 'At the opening',
    cell: ({ number, kind }) => {
      const check = checks.find((known) => known.number === number)
      if (check) return CHECK_WORDS[check.outcome]
      if (checks.length > 0 && kind === 'submitted') return 'Not opened: replaced or taken back'
      return kind === 'submitted' ? 'Sealed' : ''
    },
  },
]

const verdictOf = ({ entries, faults, checks }: ReadLog): string => {
  if (faults.length > 0)
    return `This log was tampered with: entry ${faults[0]?.number} ${faults[0]?.problem}. Tell the authority and keep your receipts.`
  if (entries.length === 0) return 'Nothing has been handed in yet.'
  const differing = checks.filter(({ outcome }) => outcome !== 'matches').length
  if (checks.length === 0)
    return 'Recomputed now: every entry follows from the one before it. The bids are sealed.'
  return differing === 0
    ? `Recomputed now: every entry follows from the one before it, and all ${checks.length} bids that were opened are the ones that were handed in.`
    : `Recomputed now: ${differing} of ${checks.length} bids could not be opened as they were handed in.`
}

export const PublicLogView = (log: ReadLog) => (
  <>
    <h1>Log of bids: {log.tender.title}</h1>
    <p>
      {log.tender.reference}. Deadline: {formatInstantExact(log.tender.deadline)}. Time of the server:{' '}
      {formatInstantExact(log.now)}.
    </p>
    <p>
      <strong>{verdictOf(log)}</strong>
    </p>
    <p>
      Each bid leaves its time and its fingerprint here when it comes in, without a name. Nobody can read
      anything from a fingerprint; after the opening it shows that what was opened is what was handed in.
    </p>
    <DataTable
      id="log"
      caption="Entries, in the order they came in"
      columns={columnsOf(log)}
      rows={log.entries}
      onPhone="stack"
      empty={{ title: 'No entries yet', purpose: 'Entries appear when bids come in.' }}
    />
    <Details summaryText="How to check this yourself">
      <p>
        The hash of an entry is the SHA-256 of these, joined by “|”: the id of the tender ({log.tender.id}),
        the number, the time in UTC with milliseconds, “submitted” or “withdrawn”, the fingerprint, and the
        hash of the entry before (64 zeros for the first).{' '}
        <a href={`/api/v1/tenders/${log.tender.reference}/log`}>The log as JSON</a> has them all.
      </p>
    </Details>
  </>
)
