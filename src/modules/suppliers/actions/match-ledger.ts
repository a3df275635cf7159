import type { DuckDBConnection } from '@duckdb/node-api'
import type { Services } from '../../../platform/context.ts'
import { explain } from '../matching/explain.ts'
import type { Judged, Outcome } from '../matching/judge-payee.ts'
import { type MatchResult, matchPayees } from '../matching/match-payees.ts'
import type { Progress } from '../matching/steps.ts'
import { SCHEMES, type Scheme } from '../model.ts'
import { openMatchingRegister } from './open-matching-register.ts'

/** A payee as a ledger names it. Nothing else of the ledger is needed, and nothing else is handed over. */
export type LedgerPayee = {
  readonly key: string
  readonly name: string
  readonly postcode: string | null
  readonly companyNumber: string | null
  readonly charityNumber: string | null
}

/** One thing that speaks for a candidate (a positive weight, in bits) or against it. */
export type EvidenceSentence = { readonly sentence: string; readonly weight: number }

export type MatchCandidate = {
  readonly scheme: Scheme
  readonly number: string
  readonly name: string
  /** Between 0 and 1; those of all candidates and of "none of these" make 1. */
  readonly probability: number
  readonly evidence: readonly EvidenceSentence[]
  /** Words of the ledger's name that the entry lacks; payees that differ in them are hardly one supplier. */
  readonly unlike?: string
}

export type LedgerAnswer = {
  readonly key: string
  readonly outcome: Outcome
  readonly scheme: Scheme | null
  readonly number: string | null
  readonly probability: number
  /** The likeliest entries, best first: the one taken, or those a person may choose from. */
  readonly candidates: readonly MatchCandidate[]
}

export type LedgerMatching = { readonly version: string; readonly answers: readonly LedgerAnswer[] }

const COLUMNS = ['payee_key', 'name', 'postcode', 'company_number', 'charity_number'] as const
const LEAST_SHOWN = 0.01

const storePayees = async (connection: DuckDBConnection, payees: readonly LedgerPayee[]): Promise<void> => {
  await connection.run(
    `create or replace temp table payee (${COLUMNS.map((name) => `${name} varchar`).join(', ')})`,
  )
  const appender = await connection.createAppender('payee')
  for (const payee of payees) {
    const values = [payee.key, payee.name, payee.postcode, payee.companyNumber, payee.charityNumber]
    for (const value of values) {
      if (value === null) appender.appendNull()
      else appender.appendVarchar(value)
    }
    appender.endRow()
  }
  appender.closeSync()
}

const schemeOf = (kind: string | null): Scheme => SCHEMES.find((scheme) => scheme === kind) ?? 'GB-COH'

const round = (value: number, places: number): number => Number(value.toFixed(places))

const LACKS = /^(?:payee-adds|both-add|little|slip-and-part)/

const unlike = ({ evidence }: Judged): Pick<MatchCandidate, 'unlike'> => {
  const name = evidence.find(({ about }) => about === 'name')
  return name?.payee && LACKS.test(name.seen) ? { unlike: name.payee } : {}
}

const candidateOf = (judged: Judged): MatchCandidate => ({
  scheme: schemeOf(judged.kind),
  number: judged.number,
  name: judged.name,
  probability: round(judged.probability, 4),
  evidence: explain(judged.evidence).map(({ sentence, weight }) => ({ sentence, weight: round(weight, 1) })),
  ...unlike(judged),
})

const answerOf = (result: MatchResult): LedgerAnswer => {
  const isTaken = result.outcome === 'automatic'
  const shown = result.candidates.filter(
    (one, at) => at === 0 || (!isTaken && (one.probability >= LEAST_SHOWN || at < 3)),
  )
  return {
    key: result.payeeKey,
    outcome: result.outcome,
    scheme: result.number === null ? null : schemeOf(result.kind),
    number: result.number,
    probability: round(result.probability, 4),
    candidates: result.outcome === 'automatic' || result.outcome === 'review' ? shown.map(candidateOf) : [],
  }
}

/**
 * Looks the payees of a ledger up in all registers at once and says of each whether it is found, doubtful, unknown or a
 * natural person (who is not looked up). Null where no register is loaded. Changes nothing.
 */
export const matchLedger = async (
  services: Services,
  payees: readonly LedgerPayee[],
  progress: Progress = () => undefined,
): Promise<LedgerMatching | null> => {
  const register = await openMatchingRegister(services, progress)
  if (!register) return null
  try {
    await storePayees(register.connection, payees)
    const results = await matchPayees(register.connection, { prepare: false, progress })
    return { version: register.version, answers: results.map(answerOf) }
  } finally {
    register.close()
  }
}
