import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Extension, Outage } from '../model.ts'
import type { TendersTables } from '../tables.ts'

type Db = Reader<TendersTables>
type Tx = Writer<TendersTables>

/** The outages of an authority, newest first. */
export const listOutages = (db: Db, authorityId: string): Promise<Outage[]> =>
  db
    .selectFrom('tenders.outage')
    .select([
      'id',
      'from_at as fromAt',
      'to_at as toAt',
      'what',
      'noted_by as notedBy',
      'noted_at as notedAt',
    ])
    .where('authority_id', '=', authorityId)
    .orderBy('from_at', 'desc')
    .execute()

export const insertOutage = async (tx: Tx, authorityId: string, outage: Outage): Promise<void> => {
  const { id, fromAt, toAt, what, notedBy, notedAt } = outage
  await tx
    .insertInto('tenders.outage')
    .values({
      authority_id: authorityId,
      id,
      from_at: fromAt,
      to_at: toAt,
      what,
      noted_by: notedBy,
      noted_at: notedAt,
    })
    .execute()
}

/** How often and why the deadline of a tender was put off, in order. */
export const listExtensions = (db: Db, tenderId: string): Promise<Extension[]> =>
  db
    .selectFrom('tenders.extension')
    .select([
      'number',
      'from_deadline as fromDeadline',
      'to_deadline as toDeadline',
      'reason',
      'outage_id as outageId',
      'made_at as madeAt',
    ])
    .where('tender_id', '=', tenderId)
    .orderBy('number')
    .execute()

export const insertExtension = async (
  tx: Tx,
  authorityId: string,
  tenderId: string,
  extension: Extension,
): Promise<void> => {
  const { number, fromDeadline, toDeadline, reason, outageId, madeAt } = extension
  await tx
    .insertInto('tenders.extension')
    .values({
      authority_id: authorityId,
      tender_id: tenderId,
      number,
      from_deadline: fromDeadline,
      to_deadline: toDeadline,
      reason,
      outage_id: outageId,
      made_at: madeAt,
    })
    .execute()
}

/** Notes that the site is at work now; gives when it last was. */
export const beat = async (tx: Tx, now: Date): Promise<Date | null> => {
  const { rows } = await sql<{ before: Date | null }>`select tenders.beat(${now}) as before`.execute(tx)
  return rows[0]?.before ?? null
}

/** Authorities that had a tender open for bids at some time since a moment. */
export const authoritiesWithOpen = async (db: Db, since: Date): Promise<string[]> => {
  const rows = await db
    .selectFrom('tenders.tender')
    .select('authority_id')
    .distinct()
    .where('status', '=', 'published')
    .where('deadline', '>', since)
    .orderBy('authority_id')
    .execute()
  return rows.map((row) => row.authority_id)
}
