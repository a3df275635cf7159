import type { DuckDBConnection } from '@duckdb/node-api'
import { besideOthers } from './beside-others.ts'
import { dropWorkTables, findWaysIn, keepCandidates } from './block-candidates.ts'
import { type Decisions, decisionKey } from './decisions.ts'
import type { Candidate, Rarities } from './evidence.ts'
import { fetchCandidates } from './fetch-candidates.ts'
import {
  bestEvidence,
  type Judgement,
  judge,
  judgeByDecision,
  NOTHING_FOUND,
  numberEvidence,
  type WeighedRow,
} from './judge-payee.ts'
import { judgeByLedger, type LedgerMatch } from './ledger-names.ts'
import { loadPayees, type ReadPayee, storeForms } from './load-payees.ts'
import { type Weights, weigh } from './model.ts'
import { countRegister, prepareRegister } from './prepare-register.ts'
import { type Progress, type Steps, stepsOf } from './steps.ts'

export type MatchResult = Judgement & {
  readonly payeeKey: string
  /** Payees with the same group are one supplier, known or not. */
  readonly group: string
}

export type MatchOptions = {
  readonly payeeTable?: string
  readonly registerTable?: string
  /** False when `prepareRegister` has already run on this connection's database. */
  readonly prepare?: boolean
  /** As DuckDB writes sizes: `1GB`. Node's own memory comes on top: about 40 KB a payee that was not matched. */
  readonly memoryLimit?: string
  readonly tempDirectory?: string
  readonly progress?: Progress
  readonly signal?: AbortSignal
  readonly decisions?: Decisions
  readonly weights?: Weights
}

/** A payee with the register rows that blocking brought up for it. */
export type Blocked = {
  readonly payee: ReadPayee
  readonly rows: readonly Candidate[]
  readonly rarities: Rarities
}

const BATCH = 4000

const setLimits = async (connection: DuckDBConnection, options: MatchOptions): Promise<void> => {
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
  if (options.memoryLimit) await connection.run(`set memory_limit = ${text(options.memoryLimit)}`)
  if (options.tempDirectory) await connection.run(`set temp_directory = ${text(options.tempDirectory)}`)
}

async function* blockInBatches(
  connection: DuckDBConnection,
  options: MatchOptions,
  steps: Steps,
): AsyncGenerator<Blocked[]> {
  if (options.prepare !== false) await prepareRegister(connection, steps, options.registerTable)
  const registerRows = await countRegister(connection)
  const payees = await loadPayees(connection, options.payeeTable ?? 'payee')
  await storeForms(connection, payees)
  await findWaysIn(connection, steps)
  for (let from = 0; from < payees.length; from += BATCH) {
    await steps.step('weighing', from / payees.length)
    await keepCandidates(connection, from, from + BATCH)
    const { candidates, rarities } = await fetchCandidates(connection, registerRows)
    yield payees
      .slice(from, from + BATCH)
      .map((payee, at) => ({ payee, rows: candidates.get(from + at) ?? [], rarities }))
  }
  await dropWorkTables(connection)
}

/** The candidates of all payees with nothing weighed yet, for fitting: it weighs the same candidates many times. */
export const blockPayees = async (
  connection: DuckDBConnection,
  options: MatchOptions = {},
): Promise<Blocked[]> => {
  await setLimits(connection, options)
  const blocked: Blocked[] = []
  for await (const batch of blockInBatches(connection, options, stepsOf(options.progress, options.signal)))
    blocked.push(...batch)
  return blocked
}

export const weighRows = ({ payee, rows, rarities }: Blocked, weights?: Weights): WeighedRow[] => {
  const weighed = rows.map((row) => ({
    row,
    evidence: [
      ...bestEvidence(payee, payee.forms, row, rarities, weights),
      ...weigh(numberEvidence(row, payee.own), weights),
    ],
  }))
  return besideOthers(weighed, weights)
}

/** Judges one payee by its own name alone; only the rows a later look may still need are kept. */
const judgeBlocked = (blocked: Blocked, decisions?: Decisions, weights?: Weights): LedgerMatch => {
  const { payee, rarities } = blocked
  const decided = decisions?.get(decisionKey(payee.name))
  if (decided !== undefined)
    return { payee, rarities, rows: [], judgement: judgeByDecision(decided), final: true }
  if (payee.individual)
    return { payee, rarities, rows: [], judgement: { ...NOTHING_FOUND, outcome: 'individual' }, final: true }
  const rows = weighRows(blocked, weights)
  const judgement = judge(rows, weights)
  const final = judgement.outcome === 'automatic'
  return {
    payee,
    rarities,
    rows: final ? rows.filter(({ row }) => row.number === judgement.number) : rows,
    judgement,
    final,
  }
}

const groupOf = (payee: ReadPayee, judgement: Judgement): string => {
  if (judgement.number !== null) return `number:${judgement.number}`
  return judgement.outcome === 'individual' ? `payee:${payee.key}` : `name:${decisionKey(payee.name)}`
}

const resultOf = ({ payee, judgement }: LedgerMatch): MatchResult => ({
  ...judgement,
  payeeKey: payee.key,
  group: groupOf(payee, judgement),
})

/** Judges payees whose candidates are known: each by its name, then those left over by the names of the others. */
export const judgeAll = (blocked: readonly Blocked[], weights?: Weights): MatchResult[] =>
  judgeByLedger(
    blocked.map((one) => judgeBlocked(one, undefined, weights)),
    weights,
  ).map(resultOf)

/**
 * Matches the payees of a table to the rows of a register table, both in the connection's database.
 * Payee: payee_key, name and, where known, postcode, place, company_number, charity_number.
 * Register: see `prepareRegister`. Nothing is written but tables whose names begin with `matching_`.
 * An aborted signal ends the run with its reason, between two steps or within a query.
 */
export const matchPayees = async (
  connection: DuckDBConnection,
  options: MatchOptions = {},
): Promise<MatchResult[]> => {
  const interrupt = (): void => connection.interrupt()
  options.signal?.addEventListener('abort', interrupt)
  try {
    const steps = stepsOf(options.progress, options.signal)
    await setLimits(connection, options)
    const matches: LedgerMatch[] = []
    for await (const batch of blockInBatches(connection, options, steps))
      for (const blocked of batch) matches.push(judgeBlocked(blocked, options.decisions, options.weights))
    await steps.step('ledger names', 1)
    return judgeByLedger(matches, options.weights).map(resultOf)
  } catch (error) {
    options.signal?.throwIfAborted()
    throw error
  } finally {
    options.signal?.removeEventListener('abort', interrupt)
  }
}
