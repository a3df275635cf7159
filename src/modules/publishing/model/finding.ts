/** error: the release is wrong and has to be put right. warning: somebody should look. */
export type Level = 'error' | 'warning'

export const FINDING_CODES = [
  'wrong-shape',
  'against-schema',
  'ocid-without-prefix',
  'duplicate-id',
  'unknown-party',
  'no-parties',
  'party-without-role',
  'unknown-award',
  'unknown-lot',
  'unknown-ask',
  'unknown-commitment',
  'ends-before-start',
  'date-without-zone',
  'signed-before-award',
  'negative-amount',
  'amount-without-currency',
  'fraction-of-a-penny',
  'gross-below-net',
  'verified-above-reported',
  'unsafe-address',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

/** One thing wrong with a release; `pointer` is the JSON pointer in it. */
export type Finding = {
  readonly level: Level
  readonly code: FindingCode
  readonly pointer: string
  readonly facts: Readonly<Record<string, string | number>>
}
