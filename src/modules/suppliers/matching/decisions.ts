import { withoutLedgerNoise } from './ledger-noise.ts'
import { squash, tokeniseName } from './name-tokens.ts'

/** What a person decided about a payee: the number of its register row, or null for "none of these". */
export type Decisions = ReadonlyMap<string, string | null>

/** The key under which a decision is remembered: another spelling of the same name in the next ledger meets it again. */
export const decisionKey = (name: string): string => {
  const { tokens, legalForm } = tokeniseName(withoutLedgerNoise(name))
  return `${squash(tokens)}|${legalForm ?? ''}`
}
