import { Readable } from 'node:stream'
import type { Reader } from '../../../../platform/database.ts'
import { type Answer, content } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { mergeReleases } from '../../rules/merge.ts'
import { endOfLog, type LogEnd, listReleases, readLogFrom } from '../../store/log.ts'
import { nextProcesses } from '../../store/public-site.ts'
import type { PublishingTables } from '../../tables.ts'
import { csvLines } from '../../writing/csv.ts'
import { streamPackageOf } from '../../writing/packages.ts'
import { logAsked, type NamedPublisher, packageFacts, readPublic } from './request.ts'

type Bulk = { readonly publisher: NamedPublisher | null; readonly end: LogEnd; readonly of: string | null }

const bulkOf = (request: PageRequest): Promise<Bulk> =>
  readPublic(request, async (db: Reader<PublishingTables>) => {
    const publisher = await logAsked(db, request.query)
    const of = publisher?.authorityId ?? null
    return { publisher, of, end: await endOfLog(db, of) }
  })

const nameOf = ({ publisher }: Bulk, ending: string): string =>
  `${publisher ? `${publisher.organisation.slug}-` : ''}${ending}`
/** The log only grows: its last place names all that is in it. */
const etagOf = ({ of, end }: Bulk, kind: string): string => `${kind}-${of ?? 'all'}-${end.sequence}`

async function* linesOf(request: PageRequest, bulk: Bulk, from: number, to: number): AsyncGenerator<Buffer> {
  let left = to - from
  for await (const { skip, texts } of readLogFrom(
    (work) => readPublic(request, work),
    bulk.of,
    from,
    bulk.end.sequence,
  )) {
    const piece = Buffer.from(`${texts.join('\n')}\n`).subarray(skip)
    yield piece.length > left ? piece.subarray(0, left) : piece
    left -= piece.length
    if (left <= 0) return
  }
}

/** Every release, one a line, in the order they were published. The file only grows at its end. */
export const getLines = async (request: PageRequest): Promise<Answer> => {
  const bulk = await bulkOf(request)
  return content({
    contentType: 'application/jsonl; charset=utf-8',
    etag: etagOf(bulk, 'lines'),
    bytes: bulk.end.bytes,
    name: nameOf(bulk, 'releases.jsonl'),
    open: (from, to) => Readable.from(linesOf(request, bulk, from, to), { objectMode: false }),
  })
}

async function* textsOf(request: PageRequest, bulk: Bulk): AsyncGenerator<string> {
  for await (const { texts } of readLogFrom(
    (work) => readPublic(request, work),
    bulk.of,
    0,
    bulk.end.sequence,
  ))
    yield texts.join(',\n')
}

const factsOf = (request: PageRequest, bulk: Bulk) =>
  packageFacts(request.ctx, bulk.publisher, request.path, request.ctx.clock.now())

const jsonFile = (bulk: Bulk, name: string, pieces: () => AsyncGenerator<string>): Answer =>
  content({
    contentType: 'application/json; charset=utf-8',
    etag: etagOf(bulk, name),
    bytes: null,
    name: nameOf(bulk, `${name}.json`),
    open: () => Readable.from(pieces(), { objectMode: false }),
  })

/** The same releases as one OCDS release package. */
export const getPackage = async (request: PageRequest): Promise<Answer> => {
  const bulk = await bulkOf(request)
  return jsonFile(bulk, 'releases', () =>
    streamPackageOf('releases', textsOf(request, bulk), factsOf(request, bulk)),
  )
}

const PROCESSES = 50

async function* processesOf(request: PageRequest, of: string | null) {
  for (let after = ''; ; ) {
    const at = after
    const batch = await readPublic(request, (db) => nextProcesses(db, of, at, PROCESSES))
    yield* batch
    if (batch.length < PROCESSES) return
    after = batch.at(-1)?.ocid ?? ''
  }
}

async function* recordsOf(request: PageRequest, bulk: Bulk): AsyncGenerator<string> {
  for await (const { authorityId, ocid } of processesOf(request, bulk.of)) {
    const releases = await readPublic(request, (db) => listReleases(db, authorityId, ocid))
    const merged = mergeReleases(releases)
    if (!merged.ok) continue
    const { compiled, versioned } = merged.value
    yield JSON.stringify({ ocid, releases, compiledRelease: compiled, versionedRelease: versioned })
  }
}

/** A record for each process: its releases, what they compile to, and what each field said when. */
export const getRecords = async (request: PageRequest): Promise<Answer> => {
  const bulk = await bulkOf(request)
  return jsonFile(bulk, 'records', () =>
    streamPackageOf('records', recordsOf(request, bulk), factsOf(request, bulk)),
  )
}

const COLUMNS = [
  'ocid',
  'title',
  'stage',
  'supplier',
  'supplier identifier',
  'value without VAT (GBP)',
  'paid so far without VAT (GBP)',
  'starts',
  'ends',
  'published',
  'releases',
]
const pounds = (pence: number | null): number | null => (pence === null ? null : pence / 100)

async function* tableOf(request: PageRequest, bulk: Bulk): AsyncGenerator<string> {
  yield* csvLines(COLUMNS, [])
  for await (const row of processesOf(request, bulk.of)) {
    const cells = [
      row.ocid,
      row.title,
      row.stage,
      row.supplierName,
      row.supplierId,
      pounds(row.valuePence),
      pounds(row.paidPence),
      row.startsOn,
      row.endsOn,
      row.publishedAt.toISOString(),
      row.releases,
    ]
    const [, line = ''] = csvLines([], [cells])
    yield line
  }
}

/** One line for each process, for a spreadsheet. */
export const getTable = async (request: PageRequest): Promise<Answer> => {
  const bulk = await bulkOf(request)
  return content({
    contentType: 'text/csv; charset=utf-8',
    etag: etagOf(bulk, 'table'),
    bytes: null,
    name: nameOf(bulk, 'processes.csv'),
    open: () => Readable.from(tableOf(request, bulk), { objectMode: false }),
  })
}
