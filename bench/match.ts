/**
 * How well payees are matched to suppliers, and how fast.
 * `--pairs FILE --register FILE [--json]`: figures for any labelled pairs, with the weights as shipped.
 * Neither: the development pairs in five folds, each reported with weights fitted on the other four.
 * `--fit [--write]`: fits the shipped weights to the pairs. `--scale N`: 20,000 payees against N invented companies.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { buildPayees, buildRegister } from '../src/modules/suppliers/matching/builders.ts'
import { fitWeights, type Labelled } from '../src/modules/suppliers/matching/fit-weights.ts'
import { FITTED } from '../src/modules/suppliers/matching/fitted-weights.ts'
import { readCompanyNumber } from '../src/modules/suppliers/matching/identifiers.ts'
import {
  type Blocked,
  blockPayees,
  judgeAll,
  type MatchResult,
  matchPayees,
  weighRows,
} from '../src/modules/suppliers/matching/match-payees.ts'
import type { Weights } from '../src/modules/suppliers/matching/model.ts'
import { PRIOR_CHANCES, UNFITTED_CHANCES } from '../src/modules/suppliers/matching/prior-chances.ts'

const { values: args } = parseArgs({
  options: {
    pairs: { type: 'string' },
    register: { type: 'string' },
    json: { type: 'boolean' },
    fit: { type: 'boolean' },
    write: { type: 'boolean' },
    scale: { type: 'string' },
    memory: { type: 'string', default: '1GB' },
  },
})

const DEVELOPMENT_PAIRS = '../shared/data/labelled-pairs.dev.csv'
const REGISTER_POOL = '../shared/data/entities/register-pool.csv.gz'
const WEIGHTS_FILE = 'src/modules/suppliers/matching/fitted-weights.ts'
const FOLDS = 5
const FITTING_ROUNDS = 2
/** A larger register is kept in a file, so that the memory limit holds. */
const IN_MEMORY_ROWS = 2_000_000

type Pair = { readonly payee: string; readonly number: string }
type Bench = {
  readonly pairs: readonly Pair[]
  readonly numbers: ReadonlySet<string>
  readonly truth: ReadonlyMap<string, ReadonlySet<string>>
  readonly blocked: readonly Blocked[]
}
type Results = ReadonlyMap<string, MatchResult>

const peakMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024)
const seconds = (from: number): number => Math.round((performance.now() - from) / 10) / 100
/** What the run itself cost, whatever else the machine is busy with. */
const cpuSeconds = (): number =>
  Math.round(process.cpuUsage().user / 1e4 + process.cpuUsage().system / 1e4) / 100
const mended = (number: string): string => readCompanyNumber(number)?.number ?? number

const csv = (file: string): string =>
  `read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`

const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<Record<string, string | null>[]> =>
  (await connection.runAndReadAll(sql)).getRowObjects() as Record<string, string | null>[]

const loadRegister = async (connection: DuckDBConnection, file: string): Promise<Set<string>> => {
  await connection.run(`create table register as select * from ${csv(file)}`)
  const columns = (await rowsOf(connection, 'describe register')).map((row) => row.column_name)
  const number = columns.includes('number') ? 'number' : 'company_number'
  if (number !== 'number') await connection.run(`alter table register rename ${number} to number`)
  const numbers = await rowsOf(connection, 'select distinct number from register')
  return new Set(numbers.map((row) => mended(row.number ?? '')))
}

/** A payee is a name with its postcode; pairs that share both are one payee, matched once. */
const loadPairs = async (connection: DuckDBConnection, file: string): Promise<Pair[]> => {
  const rows = await rowsOf(connection, `select * from ${csv(file)}`)
  await connection.run(
    'create table payee (payee_key varchar, name varchar, postcode varchar, charity_number varchar)',
  )
  const appender = await connection.createAppender('payee')
  const keys = new Map<string, string>()
  const pairs = rows.map((row): Pair => {
    const values = [
      row.raw_supplier_name ?? '',
      row.source_address_postcode ?? null,
      row.charity_number ?? null,
    ]
    const id = JSON.stringify(values)
    const known = keys.get(id)
    const payee = known ?? String(keys.size)
    if (known === undefined) {
      keys.set(id, payee)
      for (const value of [payee, ...values]) {
        if (value === null) appender.appendNull()
        else appender.appendVarchar(value)
      }
      appender.endRow()
    }
    return { payee, number: mended(row.company_number ?? '') }
  })
  appender.closeSync()
  return pairs
}

const prepare = async (): Promise<Bench> => {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
  const numbers = await loadRegister(connection, args.register ?? REGISTER_POOL)
  const pairs = await loadPairs(connection, args.pairs ?? DEVELOPMENT_PAIRS)
  const truth = new Map<string, Set<string>>()
  for (const { payee, number } of pairs) truth.set(payee, (truth.get(payee) ?? new Set()).add(number))
  return { pairs, numbers, truth, blocked: await blockPayees(connection, { memoryLimit: args.memory }) }
}

const judgeWith = ({ blocked }: Bench, weights: Weights): Results =>
  new Map(judgeAll(blocked, weights).map((result) => [result.payeeKey, result]))

const label = (bench: Bench, chosen: (payee: string) => boolean, weights: Weights): Labelled[] => {
  const payeesOf = new Map<string, number>()
  for (const numbers of bench.truth.values())
    for (const number of numbers) payeesOf.set(number, (payeesOf.get(number) ?? 0) + 1)
  return bench.blocked
    .filter(({ payee }) => chosen(payee.key))
    .flatMap((one) => {
      const own = bench.truth.get(one.payee.key) ?? new Set()
      const share = 1 / Math.max(1, ...[...own].map((number) => payeesOf.get(number) ?? 1))
      return weighRows(one, weights).map(({ row, evidence }) => ({
        evidence,
        own: own.has(mended(row.number)),
        share,
      }))
    })
}

const fit = (bench: Bench, chosen: (payee: string) => boolean): Weights => {
  let weights: Weights = { priorOdds: FITTED.priorOdds, chances: { ...PRIOR_CHANCES, ...UNFITTED_CHANCES } }
  for (let round = 0; round < FITTING_ROUNDS; round += 1) weights = fitWeights(label(bench, chosen, weights))
  return weights
}

/** All payees of a supplier fall in one fold, so that none is judged with weights its sisters have fitted. */
const foldOf = (number: string): number => {
  let hash = 2166136261
  for (const letter of number) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0
  return hash % FOLDS
}

const judgeInFolds = (bench: Bench): Results => {
  const fold = (payee: string): number => foldOf([...(bench.truth.get(payee) ?? [])].toSorted()[0] ?? '')
  const all = new Map<string, MatchResult>()
  for (let at = 0; at < FOLDS; at += 1) {
    const results = judgeWith(
      bench,
      fit(bench, (payee) => fold(payee) !== at),
    )
    for (const [payee, result] of results) if (fold(payee) === at) all.set(payee, result)
  }
  return all
}

/** A kind of error, told by how the names compare and never by the names: some are those of persons. */
const kindOf = (result: MatchResult, number: string): string => {
  const [best] = result.candidates
  const grade = best?.evidence.find(({ about }) => about === 'name')?.seen ?? 'from the ledger'
  if (result.number !== null) return grade
  const at = result.candidates.findIndex((candidate) => mended(candidate.number) === number)
  const place =
    at === -1 ? 'not among the candidates' : at === 0 ? 'the best candidate' : 'a lesser candidate'
  return `${result.outcome}, right row ${place}${at === 0 ? `: ${grade}` : ''}`
}

const measure = ({ pairs, numbers }: Bench, results: Results) => {
  const outcomes = { automatic: 0, review: 0, unknown: 0, individual: 0 }
  const kinds = {
    wrong: new Map<string, number>(),
    falseMatch: new Map<string, number>(),
    missed: new Map<string, number>(),
  }
  let [withRegisterRow, correct, reviewHoldsTheRight] = [0, 0, 0]
  for (const { payee, number } of pairs) {
    const result = results.get(payee) as MatchResult
    outcomes[result.outcome] += 1
    const hasRow = numbers.has(number)
    if (hasRow) withRegisterRow += 1
    if (hasRow && result.number !== null && mended(result.number) === number) {
      correct += 1
      continue
    }
    const error = result.number === null ? (hasRow ? 'missed' : null) : hasRow ? 'wrong' : 'falseMatch'
    if (error === null) continue
    const kind = kindOf(result, number)
    kinds[error].set(kind, (kinds[error].get(kind) ?? 0) + 1)
    if (result.outcome === 'review' && result.candidates.some((one) => mended(one.number) === number))
      reviewHoldsTheRight += 1
  }
  const sum = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((all, one) => all + one, 0)
  const [wrong, falseMatches] = [sum(kinds.wrong), sum(kinds.falseMatch)]
  const share = (part: number, whole: number): number =>
    whole === 0 ? 0 : Math.round((part / whole) * 1e4) / 1e4
  const figures = {
    precision: share(correct, correct + wrong),
    recall: share(correct, withRegisterRow),
    falseMatchRate: share(falseMatches, pairs.length - withRegisterRow),
    pairs: pairs.length,
    withRegisterRow,
    precisionOfAllAutomatic: share(correct, correct + wrong + falseMatches),
    correct,
    wrong,
    falseMatches,
    reviewHoldsTheRight,
    outcomes,
  }
  return { figures, kinds }
}

const printKinds = (title: string, kinds: ReadonlyMap<string, number>): void => {
  console.log(`\n${title}`)
  for (const [kind, count] of [...kinds].toSorted((one, other) => other[1] - one[1]))
    console.log(`${String(count).padStart(6)}  ${kind}`)
}

const report = async (): Promise<void> => {
  const from = performance.now()
  const bench = await prepare()
  const method = args.pairs
    ? 'weights as shipped'
    : `${FOLDS} folds by supplier, each reported with weights fitted on the others`
  const { figures, kinds } = measure(bench, args.pairs ? judgeWith(bench, FITTED) : judgeInFolds(bench))
  const all = { ...figures, method, seconds: seconds(from), peakMegabytes: peakMegabytes() }
  if (args.json) {
    console.log(JSON.stringify(all))
    return
  }
  console.table(
    Object.fromEntries(
      Object.entries({ ...all, ...all.outcomes, outcomes: undefined }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  )
  printKinds('Automatic, to another row than the labelled one', kinds.wrong)
  printKinds('Automatic, though the labelled number is not in the register', kinds.falseMatch)
  printKinds('Not automatic, though the register has the row', kinds.missed)
}

const writeWeights = ({ priorOdds, chances }: Weights): void => {
  const lines = Object.entries(chances).map(
    ([seen, { m, u }]) => `${seen} ${m.toPrecision(3)} ${u.toPrecision(3)}`,
  )
  writeFileSync(
    WEIGHTS_FILE,
    `import type { Weights } from './model.ts'
import { readChances } from './prior-chances.ts'

/** Written by \`bench/match.ts --fit --write\`: what was seen, its share among true pairs, its share among others. */
const LINES = \`
${lines.join('\n')}
\`

export const FITTED: Weights = { priorOdds: ${priorOdds.toPrecision(3)}, chances: readChances(LINES) }
`,
  )
}

const fitAndShow = async (): Promise<void> => {
  const weights = fit(await prepare(), () => true)
  const bits = Object.entries(weights.chances).map(
    ([seen, { m, u }]) => [seen, { m, u, bits: Math.log2(m / u) }] as const,
  )
  console.table(Object.fromEntries(bits))
  if (args.write) writeWeights(weights)
}

const scale = async (rows: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'match-scale-'))
  try {
    const instance = await DuckDBInstance.create(
      rows > IN_MEMORY_ROWS ? join(folder, 'scale.duckdb') : ':memory:',
      {
        threads: '2',
        memory_limit: args.memory,
      },
    )
    const connection = await instance.connect()
    await buildRegister(connection, rows)
    await buildPayees(connection, 20_000)
    const expected = new Map(
      (await rowsOf(connection, 'select payee_key, expected from payee')).map((row) => [
        row.payee_key,
        row.expected,
      ]),
    )
    const [from, cpuFrom] = [performance.now(), cpuSeconds()]
    const progress = (part: string, share: number): void => {
      if (!args.json)
        console.log(
          `${seconds(from).toFixed(1).padStart(7)} s  ${(cpuSeconds() - cpuFrom).toFixed(1).padStart(6)} s of CPU  ${part} ${Math.round(share * 100)} %`,
        )
    }
    const results = await matchPayees(connection, { progress, tempDirectory: folder })
    const automatic = results.filter(({ outcome }) => outcome === 'automatic')
    const known = automatic.filter(({ payeeKey }) => expected.get(payeeKey) !== null)
    const correct = known.filter(({ payeeKey, number }) => expected.get(payeeKey) === number).length
    const figures = {
      rows,
      payees: results.length,
      seconds: seconds(from),
      cpuSeconds: Math.round(cpuSeconds() - cpuFrom),
      peakMegabytes: peakMegabytes(),
      correct,
      wrong: known.length - correct,
      falseMatches: automatic.length - known.length,
    }
    console.log(args.json ? JSON.stringify(figures) : figures)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (args.scale !== undefined) await scale(Number(args.scale))
else if (args.fit) await fitAndShow()
else await report()
