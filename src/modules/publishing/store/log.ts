import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { JsonObject } from '../model/json.ts'
import type { PublishingTables } from '../tables.ts'

type Db = Reader<PublishingTables>

/** Whose releases: one authority's, or everybody's. */
export type LogOf = string | null

export type LogEnd = { readonly sequence: number; readonly bytes: number; readonly releases: number }

export type LoggedRelease = {
  readonly sequence: number
  readonly authorityId: string
  /** As it was published, without a line break. */
  readonly text: string
}

/** Appends a release. The database gives it its place in the log; a writer waits for the one before it to commit. */
export const appendRelease = async (
  tx: Writer<PublishingTables>,
  authorityId: string,
  release: { readonly ocid: string; readonly number: number; readonly tag: string; readonly at: Date },
  body: JsonObject,
): Promise<void> => {
  await tx
    .insertInto('publishing.release')
    .values({
      authority_id: authorityId,
      ocid: release.ocid,
      number: release.number,
      release_id: String(body.id),
      tag: release.tag,
      released_at: release.at,
      body: JSON.stringify(body),
    })
    .execute()
}

/** The releases of one process, first to last. */
export const listReleases = async (db: Db, authorityId: string, ocid: string): Promise<JsonObject[]> => {
  const rows = await db
    .selectFrom('publishing.release')
    .select('body')
    .where('authority_id', '=', authorityId)
    .where('ocid', '=', ocid)
    .orderBy('number')
    .execute()
  return rows.map(({ body }) => body as JsonObject)
}

const ofLog = (of: LogOf) => (of === null ? sql`true` : sql`authority_id = ${of}::uuid`)
const placeIn = (of: LogOf) => (of === null ? sql`position` : sql`own_position`)

/** How long the log is: the last place in it, and the bytes of all releases as JSON Lines. */
export const endOfLog = async (db: Db, of: LogOf): Promise<LogEnd> => {
  const { rows } = await sql<LogEnd>`
    select sequence, ${placeIn(of)} + bytes as bytes,
      (select count(*) from publishing.release where ${ofLog(of)}) as releases
    from publishing.release where ${ofLog(of)} order by sequence desc limit 1`.execute(db)
  return rows[0] ?? { sequence: 0, bytes: 0, releases: 0 }
}

/** The next releases after a place in the log, as many as are asked for. */
export const readFeed = async (db: Db, of: LogOf, after: number, limit: number): Promise<LoggedRelease[]> => {
  const { rows } = await sql<LoggedRelease>`
    select sequence, authority_id as "authorityId", body::text as text from publishing.release
    where ${ofLog(of)} and sequence > ${after}::bigint order by sequence limit ${limit}::integer`.execute(db)
  return rows
}

/** Releases that are read at a time: what a download holds in memory. */
const BATCH = 200

export type LogPiece = {
  /** Bytes of the first line that come before what was asked for. */
  readonly skip: number
  readonly texts: readonly string[]
}

/**
 * The releases from a byte of the file of JSON Lines on, up to a place in the log. Goes from place to place by the index
 * in reads of their own, so that a slow reader holds neither memory nor a transaction.
 */
export async function* readLogFrom(
  read: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>,
  of: LogOf,
  from: number,
  last: number,
): AsyncGenerator<LogPiece> {
  const first = await read(async (db) => {
    const { rows } = await sql<{ sequence: number; skip: number }>`
      select sequence, ${from}::bigint - ${placeIn(of)} as skip from publishing.release
      where ${ofLog(of)} and ${placeIn(of)} <= ${from}::bigint order by ${placeIn(of)} desc limit 1`.execute(
      db,
    )
    return rows[0]
  })
  let [after, skip] = [(first?.sequence ?? 1) - 1, first?.skip ?? 0]
  while (after < last) {
    const at = after
    const batch = (await read((db) => readFeed(db, of, at, BATCH))).filter(({ sequence }) => sequence <= last)
    if (batch.length === 0) return
    yield { skip, texts: batch.map(({ text }) => text) }
    skip = 0
    after = batch.at(-1)?.sequence ?? last
  }
}
