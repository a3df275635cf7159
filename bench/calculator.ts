import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { inAnalysis, makeFactCopy } from '../src/modules/spend/calculator.ts'
import { EVERYTHING, type Slice } from '../src/modules/spend/model.ts'
import { copyCalculator, databaseCalculator } from '../src/modules/spend/store/calculator.ts'
import { measureMoneyMap } from '../src/modules/spend/store/money-map.ts'
import { askOf } from '../src/platform/columnar/ask.ts'
import { type CopyKey, schemaOf } from '../src/platform/columnar/columnar.ts'
import { actingAs, type Context } from '../src/platform/context.ts'
import { openAsOwner } from '../src/platform/database.ts'
import { inReading } from '../src/platform/reading.ts'
import { type BenchSite, openBenchSite } from './bench-site.ts'

const PAYEES = 5000
const RUNS = 5
const FILE = '00000000-0000-4000-8000-000000000001'

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const medianSeconds = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) times.push(await secondsOf(work))
  return median(times)
}

/** Payments straight into the tables, scattered over three years so that the summary is hardly smaller than they are. */
const fill = async (site: BenchSite, authorityId: string, payments: number): Promise<void> => {
  const owner = openAsOwner(site.open.owner)
  // Each row was checked by nobody but this file; its foreign keys are not the question.
  await sql`set session_replication_role = replica`.execute(owner)
  await sql`select setseed(0.42)`.execute(owner)
  await sql`insert into spend.import (authority_id, id, file_hash, file_name, file_bytes, status, created_by)
    values (${authorityId}, ${FILE}, 'bench', 'bench.csv', 1, 'counted', 'command')`.execute(owner)
  await sql`insert into spend.payee (authority_id, id, payee_key, name, name_key, flag, tier, located_as, supplier_key,
      supplier_name, supplier_kind, supplier_size, sector, match_state)
    select ${authorityId}, n, 'k' || n, 'Thornwick Trading ' || n || ' Limited', 'THORNWICK TRADING ' || n, 'named',
      (array['unknown', 'rest-of-uk', 'abroad', 'home', 'county'])[1 + n % 5], 'E0700' || n % 90, 'GB-COH-' || n, 'Thornwick Trading ' || n,
      (array['business', 'vcse', 'public', 'unknown'])[1 + n % 4], (array['micro', 'small', 'medium', 'large'])[1 + n % 4],
      chr(65 + n % 21), 'number'
    from generate_series(1, ${PAYEES}::int) n`.execute(owner)
  await sql`insert into spend.payment (authority_id, import_id, part, row_number, payee_id, paid_on, amount_pence, department, category, reference)
    select ${authorityId}, ${FILE}, 0, n, 1 + floor(power(random(), 2) * ${PAYEES})::int, date '2023-04-01' + floor(random() * 1095)::int,
      1 + floor(random() * 1000000)::int, 'Department ' || floor(random() * 8)::int, 'Category ' || floor(random() * 40)::int, 'T' || n
    from generate_series(1, ${payments}::int) n`.execute(owner)
  await sql`insert into spend.summary (authority_id, import_id, payee_id, month, department, category, payments, amount_pence)
    select authority_id, import_id, payee_id, date_trunc('month', paid_on)::date, department, category, count(*), sum(amount_pence)
    from spend.payment where authority_id = ${authorityId} group by 1, 2, 3, 4, 5, 6`.execute(owner)
  await sql`insert into spend.version (authority_id, number) values (${authorityId}, 1)`.execute(owner)
  await owner.destroy()
}

const SLICES: Readonly<Record<string, Partial<Slice>>> = {
  'the money map': {},
  'one year': { fromMonth: '2024-04', toMonth: '2025-03' },
  'one category': { category: 'Category 7' },
  'one department of one tier': { department: 'Department 3', tier: 'home' },
  'small firms': { kind: 'small' },
}

/** The same SQL on a table that is already in DuckDB's memory. */
const yardstick = async (ctx: Context, slices: readonly Slice[]): Promise<number[]> => {
  const instance = await DuckDBInstance.create(':memory:')
  const ask = askOf(instance)
  const key = await makeFactCopy(ctx)
  if (!key) throw new Error('there is nothing to copy')
  await ctx.columnar.using([key], async (ofCopy) => {
    const [file] = await ofCopy<{ path: string }>(
      `select path from duckdb_databases() where '"' || database_name || '"' = '${schemaOf(key)}'`,
    )
    await ask(`attach '${file?.path}' as source (read_only)`)
    await ask(`attach ':memory:' as ${schemaOf(key)}`)
    await ask(`create table ${schemaOf(key)}.fact as from source.fact`)
  })
  const times: number[] = []
  for (const slice of slices)
    times.push(
      await medianSeconds(() =>
        inReading(ctx, (db) => measureMoneyMap(copyCalculator(db as never, ask, [key]), slice)),
      ),
    )
  instance.closeSync()
  return times
}

/** The money map of every organisation at once, as a network of all of them would ask it. */
const mapOfAll = async (ctx: Context, [first, ...rest]: readonly CopyKey[]): Promise<void> => {
  if (!first) return
  await ctx.columnar.using([first, ...rest], (ask) =>
    inReading(ctx, (db) => measureMoneyMap(copyCalculator(db as never, ask, [first, ...rest]), EVERYTHING)),
  )
}

const milliseconds = (seconds: number): string => `${Math.round(seconds * 1000)} ms`.padStart(9)

/** Every sum of the money map of one of several organisations with so many payments in all; aims: 300 ms, any slice 1 s, within 2 times DuckDB. */
export const benchCalculator = async (sizes: readonly number[], organisations: number): Promise<void> => {
  for (const size of sizes) {
    const site = await openBenchSite()
    const contexts: Context[] = []
    const filled = await secondsOf(async () => {
      for (let at = 1; at <= organisations; at++) {
        const authorityId = await site.anAuthority(`Council ${at}`)
        await fill(site, authorityId, Math.round(size / organisations))
        contexts.push(actingAs(site.open.services, { kind: 'command' }, authorityId))
      }
    })
    console.log(
      `calculator: ${size.toLocaleString('en-GB')} payments of ${organisations} organisations (made in ${filled.toFixed(0)} s)`,
    )
    const copied: number[] = []
    const keys: CopyKey[] = []
    for (const ctx of contexts)
      copied.push(
        await secondsOf(async () => {
          const key = await makeFactCopy(ctx)
          if (key) keys.push(key)
        }),
      )
    console.log(
      `  copies: ${milliseconds(median(copied))} each, ${milliseconds(Math.max(...copied))} at most`,
    )
    const [ctx] = contexts
    if (!ctx) return
    const slices = Object.values(SLICES).map((slice) => ({ ...EVERYTHING, ...slice }))
    const ready = await yardstick(ctx, slices)
    console.log(
      '  question, first answer, remembered (median of 5), ready DuckDB table, ratio of the first, PostgreSQL',
    )
    for (const [at, name] of Object.keys(SLICES).entries()) {
      const slice = slices[at] ?? EVERYTHING
      const ask = () => inAnalysis(ctx, (calculator) => measureMoneyMap(calculator, slice))
      const first = await secondsOf(ask)
      const again = await medianSeconds(ask)
      const slow = await secondsOf(() =>
        inReading(ctx, (db) => measureMoneyMap(databaseCalculator(db as never), slice)),
      )
      console.log(
        `  ${name.padEnd(28)} ${milliseconds(first)} ${milliseconds(again)} ${milliseconds(ready[at] ?? 0)}  ${(first / (ready[at] || 1)).toFixed(1)} times ${milliseconds(slow)}`,
      )
    }
    const together = await secondsOf(() => mapOfAll(ctx, keys))
    console.log(`  the money map of all ${organisations} together ${milliseconds(together)}`)
    console.log(`  memory of this process at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
    await site.close()
  }
}
