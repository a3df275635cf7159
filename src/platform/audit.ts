import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Context } from './context.ts'
import type { Reader, Writer } from './database.ts'

/** Entries of no authority are chained under this id. */
const NO_AUTHORITY = '00000000-0000-0000-0000-000000000000'
const FIRST_HASH = '0'.repeat(64)

type AuditEntryTable = {
  authority_id: string
  number: number
  occurred_at: Date
  actor: string
  name: string
  subject: string
  facts: AuditFacts
  previous_hash: string
  hash: string
}
export type AuditTables = {
  'platform.audit_entry': AuditEntryTable
  'platform.audit_chain': { authority_id: string; last_number: number; last_hash: string }
}

export type AuditFacts = Readonly<Record<string, string | number | boolean | null>>

export type AuditEvent = {
  /** `NOUN_PAST`, as in `PAYMENT_FILE_IMPORTED`. */
  readonly name: string
  /** What it happened to: an id or an address. */
  readonly subject: string
  readonly facts?: AuditFacts
}

const actorText = (actor: Actor): string =>
  actor.kind === 'person' ? `person:${actor.personId}` : actor.kind

type Hashed = Omit<AuditEntryTable, 'hash'>

/** The hash of an entry covers all it says and the hash before it. Keys are sorted: jsonb does not keep their order. */
const hashEntry = (entry: Hashed): string => {
  const facts = Object.entries(entry.facts).sort(([a], [b]) => (a < b ? -1 : 1))
  const said = [
    entry.authority_id,
    entry.number,
    entry.occurred_at.toISOString(),
    entry.actor,
    entry.name,
    entry.subject,
    facts,
    entry.previous_hash,
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** Appends an entry in the transaction of the change it tells of. The chain's row lock orders concurrent entries. */
export const recordAudit = async <T>(
  tx: Writer<T>,
  ctx: Pick<Context, 'actor' | 'authorityId' | 'clock'>,
  event: AuditEvent,
): Promise<void> => {
  const db = tx as unknown as Writer<AuditTables>
  const authorityId = ctx.authorityId ?? NO_AUTHORITY
  await db
    .insertInto('platform.audit_chain')
    .values({ authority_id: authorityId, last_number: 0, last_hash: FIRST_HASH })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const chain = await db
    .selectFrom('platform.audit_chain')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const entry: Hashed = {
    authority_id: authorityId,
    number: chain.last_number + 1,
    occurred_at: ctx.clock.now(),
    actor: actorText(ctx.actor),
    name: event.name,
    subject: event.subject,
    facts: event.facts ?? {},
    previous_hash: chain.last_hash,
  }
  const hash = hashEntry(entry)
  await db
    .insertInto('platform.audit_entry')
    .values({ ...entry, hash })
    .execute()
  await db
    .updateTable('platform.audit_chain')
    .set({ last_number: entry.number, last_hash: hash })
    .where('authority_id', '=', authorityId)
    .execute()
}

export type AuditFault = { readonly authorityId: string; readonly number: number; readonly problem: string }
export type AuditProof = { readonly chains: number; readonly entries: number; readonly faults: AuditFault[] }

/**
 * Recomputes every chain from its first entry. Reports each entry that was changed, is missing, or was cut
 * off the end. Needs a reader that row-level security does not bind: the owner's.
 */
export const verifyAudit = async (db: Reader<AuditTables>): Promise<AuditProof> => {
  const chains = await db.selectFrom('platform.audit_chain').selectAll().orderBy('authority_id').execute()
  const orphaned = await sql<{ authority_id: string; number: number }>`
    select authority_id, min(number) as number from platform.audit_entry
    where authority_id not in (select authority_id from platform.audit_chain)
    group by authority_id order by authority_id`.execute(db)
  const faults: AuditFault[] = orphaned.rows.map((row) => ({
    authorityId: row.authority_id,
    number: row.number,
    problem: 'its chain is missing',
  }))
  let entries = 0
  for (const chain of chains) {
    let expectedNumber = 1
    let previousHash = FIRST_HASH
    const fault = (number: number, problem: string) =>
      faults.push({ authorityId: chain.authority_id, number, problem })
    const rows = db
      .selectFrom('platform.audit_entry')
      .selectAll()
      .where('authority_id', '=', chain.authority_id)
      .orderBy('number')
      .stream(500)
    for await (const row of rows) {
      entries++
      if (row.number !== expectedNumber) fault(expectedNumber, 'is missing')
      else if (row.previous_hash !== previousHash) fault(row.number, 'does not follow the entry before it')
      else if (hashEntry(row) !== row.hash) fault(row.number, 'was changed after it was written')
      expectedNumber = row.number + 1
      previousHash = row.hash
    }
    if (expectedNumber - 1 !== chain.last_number || previousHash !== chain.last_hash) {
      fault(expectedNumber, 'is missing from the end')
    }
  }
  return { chains: chains.length, entries, faults }
}

/** The newest entries of the acting authority, for the audit page. */
export const listAudit = (db: Reader<AuditTables>, limit: number, before: number | null) =>
  db
    .selectFrom('platform.audit_entry')
    .selectAll()
    .$if(before !== null, (query) => query.where('number', '<', before ?? 0))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
