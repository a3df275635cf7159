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

const BATCH = 500

/**
 * The releases from a byte of the file of JSON Lines on, up to a place in the log, with how many bytes of the first to
 * leave out. Goes from place to place by the index, so memory stays at one batch and no transaction is held open.
 */
export async function* readLogFrom(
  db: Db,
  of: LogOf,
  from: number,
  last: number,
): AsyncGenerator<{ readonly skip: number; readonly text: string }> {
  const { rows: first } = await sql<{ sequence: number; skip: number }>`
    select sequence, ${from}::bigint - ${placeIn(of)} as skip from publishing.release
    where ${ofLog(of)} and ${placeIn(of)} <= ${from}::bigint order by ${placeIn(of)} desc limit 1`.execute(db)
  let [after, skip] = [(first[0]?.sequence ?? 1) - 1, first[0]?.skip ?? 0]
  while (after < last) {
    const batch = await readFeed(db, of, after, BATCH)
    for (const { sequence, text } of batch) {
      if (sequence > last) return
      yield { skip, text }
      skip = 0
    }
    if (batch.length < BATCH) return
    after = batch.at(-1)?.sequence ?? last
  }
}
