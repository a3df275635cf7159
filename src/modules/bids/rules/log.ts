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

/** Whether what was opened is what the log says came in. */
export const checkOpened = (
  entry: Pick<LogEntry, 'fingerprint'> | undefined,
  opened: { readonly fingerprint: string } | undefined,
): CheckOutcome => {
  if (!entry || !opened) return 'missing'
  return entry.fingerprint === opened.fingerprint ? 'matches' : 'differs'
}

export type ReceiptProof = {
  readonly entry: LogEntry | undefined
  /** The whole log is as it was written, and this receipt stands in it. */
  readonly stands: boolean
  /** What the opening said of it; null before. */
  readonly opened: CheckOutcome | null
}

/** Whether a receipt is what the public log says; anybody can do the same with the receipt and the log alone. */
export const verifyReceipt = (
  receipt: { readonly logNumber: number; readonly fingerprint: string },
  log: readonly LogEntry[],
  checks: readonly { readonly number: number; readonly outcome: CheckOutcome }[],
  hash: (text: string) => string,
): ReceiptProof => {
  const entry = log.find(({ number }) => number === receipt.logNumber)
  return {
    entry,
    stands: entry?.fingerprint === receipt.fingerprint && faultsOf(log, hash).length === 0,
    opened: checks.find(({ number }) => number === receipt.logNumber)?.outcome ?? null,
  }
}
