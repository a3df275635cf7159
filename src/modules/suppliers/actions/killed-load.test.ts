import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aCompanyRow, aFile, aRegister, COMPANIES_HOUSE_HEADER, companiesHouseCsv } from '../builders.ts'
import { findRegisterEntriesByNumber } from '../store/entries.ts'
import { getRegister } from '../store/registers.ts'
import { loadRegister } from './load-register.ts'

const ROOT = join(import.meta.dirname, '../../../..')

/** Loads a file in a process of its own, as the command line does. */
const PROGRAM = `
import { actingAs } from './src/platform/context.ts'
import { systemClock } from './src/platform/clock.ts'
import { openDatabase } from './src/platform/database.ts'
import { openQueue } from './src/platform/jobs/queue.ts'
import { importRegister } from './src/modules/suppliers/actions/import-register.ts'
const [owner, path] = process.argv.slice(-2)
const database = openDatabase(JSON.parse(owner))
const services = { database, jobs: openQueue(database), clock: systemClock }
const ctx = actingAs(services, { kind: 'command' }, null)
const files = [{ path, name: 'big.csv' }]
const request = { kind: 'companies-house', name: '', asOf: '2026-01-01', source: '', licence: '', files }
console.log('began')
await importRegister(ctx, request)
console.log('ended')
await database.close()
`

const db = await openTestDatabase(['load-register'])
const ctx = db.context({ kind: 'command' }, null)
type Db = Parameters<typeof findRegisterEntriesByNumber>[0]
const inUse = (numbers: string[]) =>
  inReading(ctx, (reader: Db) => findRegisterEntriesByNumber(reader, { numbers }))

test('a process killed in the middle of a load leaves the old register whole, and the load can be run again', async () => {
  const before = await aRegister(db, companiesHouseCsv([{ CompanyNumber: '00000001' }]))
  const ROWS = 60_000
  const rows = Array.from({ length: ROWS }, (_, at) =>
    aCompanyRow({ CompanyNumber: String(at + 10).padStart(8, '0') }),
  )
  const big = aFile(db, `${COMPANIES_HOUSE_HEADER}\n${rows.join('\n')}\n`, 'big.csv')
  const loader = ['--disable-warning=ExperimentalWarning', '--import', join(ROOT, 'bin/tsx-loader.mjs')]
  const node = join(ROOT, 'node_modules/.bin/node')
  const child = spawn(
    node,
    [...loader, '--input-type=module', '--eval', PROGRAM, '--', JSON.stringify(db.owner), big.path],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString()
  })
  // Rows are arriving once the new partition exists for its own transaction and COPY is under way.
  const isCopying = async () =>
    (
      await db.query(
        'select 1 from pg_stat_progress_copy where datname = current_database() and tuples_processed > 1000',
      )
    ).length > 0
  while (!(await isCopying()) && !said.includes('ended') && child.exitCode === null) await sleep(10)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(said).toBe('began\n')

  expect((await inUse(['00000001', '00000010'])).map(({ number }) => number)).toEqual(['00000001'])
  const after = await inReading(ctx, (reader: Db) => getRegister(reader, before.registerId))
  expect(after.current).toEqual(before.current)
  expect(after.latest?.state).toBe('loading')
  while (
    (
      await db.query(
        "select 1 from pg_stat_activity where datname = current_database() and query like 'copy suppliers%' and state = 'active'",
      )
    ).length > 0
  )
    await sleep(20)
  const left = await db.query(
    "select relname from pg_class where relkind = 'r' and relname ~ '^register_entry_[0-9]+$'",
  )
  expect(left).toHaveLength(1)

  const again = await loadRegister(ctx, after.latest?.loadId ?? '', [big])
  expect(again).toMatchObject({ ok: true, value: { rowsLoaded: ROWS } })
  expect((await inUse(['00000001', '00000010'])).map(({ number }) => number)).toEqual(['00000010'])
})
