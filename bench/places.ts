import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { readConfig } from '../src/main/config.ts'
import { openServices } from '../src/main/services.ts'
import { loadFile } from '../src/modules/places/actions/load-file.ts'
import { jobs } from '../src/modules/places/jobs.ts'
import { postcodeOfKey } from '../src/modules/places/rules/postcode-key.ts'
import { lookUpPostcodes, openPostcodeIndex } from '../src/modules/places/store/postcodes.ts'
import type { PlacesTables } from '../src/modules/places/tables.ts'
import { actingAs } from '../src/platform/context.ts'
import { inReading } from '../src/platform/reading.ts'

// Loads a national postcode lookup into a database of its own and looks up a million postcodes.
// node bench/places.ts [FILE] [--json]

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
const file = positionals[0] ?? '../shared/data/geo/postcode-unit_gb_codepoint-2025-11.csv.gz'
const QUESTIONS = 1_000_000
const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024)
const seconds = (from: number) => Math.round((performance.now() - from) / 10) / 100

/** The least any loader must do: unpack the file and find its lines. */
const readOnly = async (): Promise<number> => {
  const began = performance.now()
  const raw = createReadStream(file, { highWaterMark: 1 << 20 })
  let lines = 0
  for await (const chunk of (file.endsWith('.gz')
    ? raw.pipe(createGunzip())
    : raw) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
  }
  return lines > 0 ? seconds(began) : 0
}

/** Postcodes of the lookup in an order of no meaning, as text of their own: what a payment file brings. */
const questionsFrom = (keys: readonly number[]): string[] => {
  const shuffled = [...keys]
  let seed = 42
  for (let at = shuffled.length - 1; at > 0; at--) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    const other = seed % (at + 1)
    const kept = shuffled[at] ?? 0
    shuffled[at] = shuffled[other] ?? 0
    shuffled[other] = kept
  }
  const texts = Array.from({ length: QUESTIONS }, (_, at) =>
    postcodeOfKey(shuffled[at % shuffled.length] ?? 0),
  )
  return JSON.parse(JSON.stringify(texts)) as string[]
}

if (!existsSync(file)) {
  console.log(`There is no file ${file}; give the path of a postcode lookup.`)
  process.exit(0)
}
const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-'))
const { services, close } = await openServices(readConfig({ GOLDTHREAD_DATA: folder }), jobs)
try {
  const ctx = actingAs(services, { kind: 'command' }, null)
  const readSeconds = await readOnly()
  const before = megabytes()
  const began = performance.now()
  const loaded = await loadFile(ctx, 'postcodes', { path: file, fileName: basename(file) })
  if (!loaded.ok) throw new Error(loaded.refusal)
  const loadSeconds = seconds(began)
  const loadMegabytes = megabytes()

  const opening = performance.now()
  const index = await inReading<PlacesTables, Awaited<ReturnType<typeof openPostcodeIndex>>>(ctx, (db) =>
    openPostcodeIndex(db, 'all'),
  )
  const openSeconds = seconds(opening)
  const questions = questionsFrom([...index.values()].flatMap((chunk) => [...chunk.keys]))
  const times = []
  let found = 0
  for (let round = 0; round < 5; round++) {
    const asked = performance.now()
    const answers = await inReading<PlacesTables, unknown[]>(ctx, (db) => lookUpPostcodes(db, questions))
    times.push(seconds(asked))
    found = answers.filter(Boolean).length
  }
  const report = {
    file: basename(file),
    postcodes: loaded.value.rowsKept,
    readSeconds,
    loadSeconds,
    loadToReadRatio: Math.round((10 * loadSeconds) / readSeconds) / 10,
    megabytesBeforeLoad: before,
    peakMegabytes: loadMegabytes,
    openIndexSeconds: openSeconds,
    questions: QUESTIONS,
    found,
    lookUpSeconds: times,
  }
  if (values.json) console.log(JSON.stringify(report))
  else for (const [name, value] of Object.entries(report)) console.log(`${name.padEnd(22)} ${String(value)}`)
} finally {
  await close()
  rmSync(folder, { recursive: true, force: true })
}
