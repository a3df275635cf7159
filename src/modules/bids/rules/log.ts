import type { CheckOutcome, LogEntry } from '../model.ts'

export const FIRST_HASH = '0'.repeat(64)

/** What the hash of an entry is taken over, as `bids.append_log` puts it together. */
export const hashedText = (entry: Omit<LogEntry, 'hash'>): string =>
  [
    entry.tenderId,
    entry.number,
    entry.at.toISOString(),
    entry.kind,
    entry.fingerprint,
    entry.previousHash,
  ].join('|')

export type LogFault = {
  readonly number: number
  readonly problem: 'is missing' | 'does not follow' | 'was changed'
}

/** Recomputes a log from its first entry; `hash` is SHA-256 in hexadecimal. */
export const faultsOf = (entries: readonly LogEntry[], hash: (text: string) => string): LogFault[] => {
  const faults: LogFault[] = []
  let previous = FIRST_HASH
  entries.forEach((entry, index) => {
    if (entry.number !== index + 1) faults.push({ number: index + 1, problem: 'is missing' })
    else if (entry.previousHash !== previous)
      faults.push({ number: entry.number, problem: 'does not follow' })
    else if (hash(hashedText(entry)) !== entry.hash)
      faults.push({ number: entry.number, problem: 'was changed' })
    previous = entry.hash
  })
  return faults
}

/** The entries whose bids count: submitted, and neither taken back nor replaced as far as the log can tell. */
export const stillStanding = (entries: readonly LogEntry[]): readonly LogEntry[] => {
  const withdrawn = new Set(
    entries.filter(({ kind }) => kind === 'withdrawn').map(({ fingerprint }) => fingerprint),
  )
  return entries.filter(({ kind, fingerprint }) => kind === 'submitted' && !withdrawn.has(fingerprint))
}

/** Whether what was opened is what the log says came in. */
export const checkOpened = (
  entry: Pick<LogEntry, 'fingerprint'> | undefined,
  opened: { readonly fingerprint: string } | undefined,
): CheckOutcome => {
  if (!entry || !opened) return 'missing'
  return entry.fingerprint === opened.fingerprint ? 'matches' : 'differs'
}
