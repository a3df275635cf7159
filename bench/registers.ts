import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/main/config.ts'
import { openServices } from '../src/main/services.ts'
import { importRegister } from '../src/modules/suppliers/actions/import-register.ts'
import { aCompanyRow, COMPANIES_HOUSE_HEADER } from '../src/modules/suppliers/builders.ts'
import { jobs } from '../src/modules/suppliers/jobs.ts'
import { normalisePayeeName } from '../src/modules/suppliers/registers/name-key.ts'
import {
  findRegisterEntriesByExactName,
  findRegisterEntriesByNumber,
} from '../src/modules/suppliers/store/entries.ts'
import { actingAs } from '../src/platform/context.ts'
import { inReading } from '../src/platform/reading.ts'

// Loads a made-up register in the layout of Companies House into a database of its own, replaces it, and looks up
// 20,000 names and numbers. node bin/run.mjs bench/registers.ts [--rows 1000000] [--json]

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, json: { type: 'boolean' } },
})
const rows = Number(values.rows)
const QUESTIONS = 20_000
const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024)
const seconds = (from: number) => Math.round((performance.now() - from) / 10) / 100

const TRADES = [
  'JOINERY',
  'CATERING',
  'SCAFFOLDING',
  'CARE',
  'SOFTWARE',
  'CLEANING',
  'TRANSPORT',
  'TRAINING',
  'ROOFING',
]
const ACCOUNTS = [
  'MICRO ENTITY',
  'TOTAL EXEMPTION FULL',
  'UNAUDITED ABRIDGED',
  'DORMANT',
  'NO ACCOUNTS FILED',
  'SMALL',
  'FULL',
]
const nameOf = (at: number): string => `ASHSHIRE & NORTHMERE ${TRADES[at % TRADES.length]} ${at} LIMITED`
const numberOf = (at: number): string => String(at + 1000).padStart(8, '0')

/** As long a row as a real one is, some 480 bytes; one company in six has a former name. */
const rowOf = (at: number): string =>
  aCompanyRow({
    CompanyName: nameOf(at),
    CompanyNumber: numberOf(at),
    'RegAddress.AddressLine1': `${at % 400} HIGH STREET`,
    'RegAddress.PostTown': 'NORTHMERE',
    'RegAddress.PostCode': `PR${(at % 9) + 1} ${at % 9}AB`,
    'Accounts.AccountCategory': ACCOUNTS[at % ACCOUNTS.length] ?? '',
    'Accounts.NextDueDate': '31/12/2027',
    'SICCode.SicText_2': at % 3 === 0 ? '43999 - Other specialised construction activities n.e.c.' : '',
    URI: `http://business.data.gov.uk/id/company/${numberOf(at)}`,
    'PreviousName_1.CompanyName': at % 6 === 0 ? `OLD NAME ${at} LIMITED` : '',
  })

const writeRegister = async (path: string): Promise<void> => {
  const file = createWriteStream(path)
  file.write(`${COMPANIES_HOUSE_HEADER}\n`)
  for (let from = 0; from < rows; from += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - from) }, (_, at) => rowOf(from + at))
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

/** The least any loader must do: read the file and find its lines. */
const readOnly = async (path: string): Promise<number> => {
  const began = performance.now()
  let lines = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
  }
  return lines > 0 ? seconds(began) : 0
}

const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-registers-'))
const path = join(folder, 'register.csv')
await writeRegister(path)
await readOnly(path)
const reading = { seconds: await readOnly(path), megabytes: megabytes() }
const open = await openServices(readConfig({ GOLDTHREAD_DATA: join(folder, 'data') }), jobs)
const ctx = actingAs(open.services, { kind: 'command' }, null)

const load = async (asOf: string) => {
  const began = performance.now()
  const request = {
    kind: 'companies-house',
    name: '',
    source: '',
    licence: '',
    files: [{ path, name: 'register.csv' }],
  } as const
  const imported = await importRegister(ctx, { ...request, asOf })
  if (!imported.ok || imported.value.current?.rowsLoaded !== rows)
    throw new Error('the register was not loaded whole')
  return seconds(began)
}
const first = await load('2026-01-01')
const replaced = await load('2026-02-01')

type Db = Parameters<typeof findRegisterEntriesByNumber>[0]
const asked = Array.from({ length: Math.min(QUESTIONS, rows) }, (_, at) =>
  Math.floor((at * rows) / QUESTIONS),
)
const timed = async (find: (db: Db) => Promise<readonly unknown[]>) => {
  const began = performance.now()
  const found = await inReading(ctx, find)
  if (found.length < asked.length) throw new Error('not everybody was found')
  return seconds(began)
}
const byNumber = await timed((db) =>
  findRegisterEntriesByNumber(db, { scheme: 'GB-COH', numbers: asked.map(numberOf) }),
)
const byName = await timed((db) =>
  findRegisterEntriesByExactName(
    db,
    asked.map((at) => normalisePayeeName(nameOf(at))),
  ),
)

const report = {
  rows,
  readOnly: reading,
  load: { seconds: first, timesReading: Math.round(first / reading.seconds) },
  replace: { seconds: replaced, timesReading: Math.round(replaced / reading.seconds) },
  memory: { megabytes: megabytes(), timesReading: Math.round((megabytes() / reading.megabytes) * 10) / 10 },
  lookUp: { asked: asked.length, byNumberSeconds: byNumber, byNameSeconds: byName },
}
if (values.json) console.log(JSON.stringify(report, null, 2))
else {
  console.log(
    `${rows.toLocaleString('en-GB')} companies; merely reading the file: ${reading.seconds} s, ${reading.megabytes} MB`,
  )
  console.log(
    `loaded in ${first} s, ${report.load.timesReading} times merely reading; replaced in ${replaced} s`,
  )
  console.log(`peak memory ${report.memory.megabytes} MB, ${report.memory.timesReading} times merely reading`)
  console.log(
    `${asked.length.toLocaleString('en-GB')} numbers in ${byNumber} s, as many names in ${byName} s`,
  )
}
await open.close()
rmSync(folder, { recursive: true, force: true })
