import type { EntryStatus } from '../model.ts'

const STATUSES: ReadonlyMap<string, EntryStatus> = new Map([
  ['', 'unknown'],
  ['active', 'active'],
  ['active - proposal to strike off', 'active'],
  ['open', 'active'],
  ['registered', 'active'],
  ['dissolved', 'closed'],
  ['removed', 'closed'],
  ['deregistered', 'closed'],
])

const PATTERNS: readonly (readonly [RegExp, EntryStatus])[] = [
  [/dissol|remov|deregist|cancel|closed|struck off|ceased|inactive|wound up|converted/, 'closed'],
  [/liquidat|administ|receiver|insolven|voluntary arrangement/, 'insolvent'],
  [/^active|^live|^open|regist/, 'active'],
]

/** Whether a body on a register still trades, as its status text says. */
export const readEntryStatus = (text: string): EntryStatus => {
  const words = text.trim().toLowerCase()
  return STATUSES.get(words) ?? PATTERNS.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown'
}
