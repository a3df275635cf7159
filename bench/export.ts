import { Client } from 'pg'
import { openPublication, type PublishingTables } from '#publishing'
import { buildApp } from '../src/main/build-app.ts'
import { actingAs } from '../src/platform/context.ts'
import type { Reader } from '../src/platform/database.ts'
import { makeLog } from '../src/platform/log.ts'
import { streamReading } from '../src/platform/reading.ts'
import { openBenchSite } from './bench-site.ts'

const MEGABYTE = 1024 ** 2
/** Releases that are written before the next commit, as an importer would. */
const BATCH = 50_000

/** A release of middling size: a supplier, an award, a contract with two promises. */
const BODY = `json_build_object('ocid', ocid, 'id', ocid || '-001-contract', 'date', '2026-11-22T09:00:00Z',
  'tag', json_build_array('contract'), 'initiationType', 'tender', 'language', 'en',
  'parties', json_build_array(json_build_object('id', 'GB-COH-01234567', 'name', 'Fenwick Paths Ltd', 'roles', json_build_array('supplier'))),
  'awards', json_build_array(json_build_object('id', 'a', 'status', 'active', 'value', json_build_object('amount', n, 'currency', 'GBP'))),
  'contracts', json_build_array(json_build_object('id', 'c', 'awardID', 'a', 'title', 'Repair of footpaths, part ' || n,
    'socialValueCommitments', json_build_array(json_build_object('id', 'k1', 'title', 'Apprentice starts', 'quantity', 8, 'unit', 'people'),
      json_build_object('id', 'k2', 'title', 'Hours for schools', 'quantity', 120, 'unit', 'hours')))))`

/** Fills the log in bulk, with the places that the database would have given one by one. */
const fill = async (owner: Client, authorityId: string, releases: number): Promise<void> => {
  await owner.query('alter table publishing.release disable trigger number_release')
  for (let from = 1, bytes = 0; from <= releases; from += BATCH) {
    const { rows } = await owner.query<{ bytes: number }>(
      `with made as (select n, 'ocds-bench1-' || n as ocid from generate_series($2::int, $3::int) n),
         written as (select n, ocid, ${BODY}::text as body from made),
         placed as (select *, octet_length(body) + 1 as bytes,
           $4::bigint + sum(octet_length(body) + 1) over (order by n) - octet_length(body) - 1 as place from written),
         stored as (
           insert into publishing.release (authority_id, ocid, number, release_id, tag, released_at, sequence, position,
             own_position, bytes, body)
           select $1, ocid, 1, ocid || '-001', 'contract', now(), n, place, place, bytes, body::json from placed
           returning position + bytes as ends)
       select max(ends)::float8 as bytes from stored`,
      [authorityId, from, Math.min(releases, from + BATCH - 1), bytes],
    )
    bytes = rows[0]?.bytes ?? bytes
  }
  await owner.query('alter table publishing.release enable trigger number_release')
}

/** Runs something and watches the memory of the process; every tenth of a second. */
const watched = async (work: () => Promise<number>) => {
  let peak = process.memoryUsage().rss
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 100)
  const began = performance.now()
  const bytes = await work()
  clearInterval(watch)
  return { seconds: (performance.now() - began) / 1000, peak, bytes }
}

/**
 * Streams a log of releases over HTTP and prints peak memory, and the rate as a ratio to a plain select of the same rows
 * through the same driver in the same run.
 */
export const benchExport = async (releases: number): Promise<void> => {
  const site = await openBenchSite()
  const { services } = site.open
  const authorityId = await site.anAuthority('Council of releases')
  await openPublication(actingAs(services, { kind: 'command' }, authorityId), {
    ocidPrefix: 'ocds-bench1',
    grantsPrefix: null,
    orgId: 'GB-LAE-BEN',
    contact: '',
  })
  const owner = new Client(site.open.owner)
  await owner.connect()
  const filled = await watched(async () => fill(owner, authorityId, releases).then(() => 0))
  await owner.query('vacuum analyze publishing.release')
  await owner.end()
  console.log(`${releases} releases written to the log in ${filled.seconds.toFixed(1)} s`)
  const app = await buildApp({
    config: site.config,
    services,
    log: makeLog('silent'),
    assets: { 'app.css': '', 'app.js': '', 'early.js': '', 'favicon.svg': '' },
    assetsFolder: services.dataFolder,
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const nobody = actingAs(services, { kind: 'nobody' }, null)
  const plain = await watched(async () => {
    let bytes = 0
    for await (const { body } of streamReading<PublishingTables, { body: unknown }>(
      nobody,
      (db: Reader<PublishingTables>) =>
        db
          .selectFrom('publishing.release')
          .select((eb) => eb.cast<string>('body', 'text').as('body'))
          .orderBy('sequence')
          .stream(500),
    ))
      bytes += Buffer.byteLength(String(body)) + 1
    return bytes
  })
  for (const file of ['releases.jsonl', 'releases.json'] as const) {
    const before = process.memoryUsage().rss
    const served = await watched(async () => {
      let bytes = 0
      const answer = await fetch(`${address}/open-data/ocds/${file}`)
      for await (const chunk of answer.body ?? []) bytes += chunk.length
      return bytes
    })
    console.log(
      `${file}: ${releases} releases, ${(served.bytes / MEGABYTE).toFixed(0)} MB in ${served.seconds.toFixed(1)} s; ` +
        `${(served.seconds / plain.seconds).toFixed(2)} times a plain select (${plain.seconds.toFixed(1)} s); ` +
        `peak memory ${(served.peak / MEGABYTE).toFixed(0)} MB, ${((served.peak - before) / MEGABYTE).toFixed(0)} MB more than before`,
    )
    if (file === 'releases.jsonl' && served.bytes !== plain.bytes) throw new Error('the file is not the log')
  }
  await app.close()
  await site.close()
}
