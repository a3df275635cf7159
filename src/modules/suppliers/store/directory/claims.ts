import { sql } from 'kysely'
import type { Reader, Writer } from '../../../../platform/database.ts'
import type { Claim, DirectoryEntryId, EntryCode } from '../../model/directory.ts'
import type { Scheme } from '../../model.ts'
import type { SupplierTables } from '../../tables.ts'

type Db = Reader<SupplierTables>
type Tx = Writer<SupplierTables>

/** Where a register in use publishes an address for letters to this body; the newest edition wins. */
export const findRegisteredContact = async (
  db: Db,
  scheme: Scheme,
  number: string,
): Promise<string | null> => {
  const found = await sql<{ contact_email: string }>`
    select entry.contact_email from suppliers.register_entry entry
      join suppliers.register_load load on load.part = entry.part
      join suppliers.register register on register.load_id = load.load_id
    where entry.contact_email is not null and entry.status <> 'closed'
      and ((entry.scheme = ${scheme} and entry.number = ${number})
        or (${scheme} = 'GB-COH' and entry.company_number = ${number}))
    order by load.as_of desc, entry.row_no limit 1`.execute(db)
  return found.rows[0]?.contact_email ?? null
}

/** The same claim again is still one claim. */
export const insertClaim = async (tx: Tx, claim: Claim): Promise<void> => {
  await tx
    .insertInto('suppliers.directory_claim')
    .values({
      id: claim.id,
      scheme: claim.scheme,
      number: claim.number,
      name: claim.name,
      postcode: claim.postcode,
      email: claim.email,
      claimed_at: claim.claimedAt,
      decided_at: null,
      decision: null,
      reason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const selectClaims = (db: Db) =>
  db
    .selectFrom('suppliers.directory_claim')
    .select(['id', 'scheme', 'number', 'name', 'postcode', 'email', 'claimed_at as claimedAt'])
    .where('decided_at', 'is', null)

/** Claims on which nobody has decided, the longest waiting first. */
export const listOpenClaims = (db: Db, limit: number, offset: number): Promise<Claim[]> =>
  selectClaims(db).orderBy('claimed_at').orderBy('id').limit(limit).offset(offset).execute()

export const countOpenClaims = async (db: Db): Promise<number> => {
  const { claims } = await selectClaims(db)
    .clearSelect()
    .select(sql<number>`count(*)`.as('claims'))
    .executeTakeFirstOrThrow()
  return claims
}

export const findOpenClaim = (db: Db, id: string): Promise<Claim | undefined> =>
  selectClaims(db).where('id', '=', id).executeTakeFirst()

export const lockOpenClaim = (tx: Tx, id: string): Promise<Claim | undefined> =>
  selectClaims(tx).where('id', '=', id).forUpdate().executeTakeFirst()

export const setClaimDecided = async (
  tx: Tx,
  id: string,
  decision: 'confirmed' | 'refused',
  reason: string | null,
  at: Date,
): Promise<void> => {
  await tx
    .updateTable('suppliers.directory_claim')
    .set({ decided_at: at, decision, reason })
    .where('id', '=', id)
    .execute()
}

/** The entry a code was sent for. The code itself is proved after. */
export const findEntryOfCode = async (db: Db, codeId: string): Promise<DirectoryEntryId | null> => {
  const found = await sql<{
    id: string | null
  }>`select suppliers.entry_of_directory_code(${codeId}) as id`.execute(db)
  return found.rows[0]?.id ?? null
}

export const insertCode = async (
  tx: Tx,
  code: Pick<EntryCode, 'id' | 'entryId' | 'codeHash' | 'expiresAt'>,
  at: Date,
): Promise<void> => {
  await tx
    .insertInto('suppliers.directory_code')
    .values({
      id: code.id,
      entry_id: code.entryId,
      code_hash: code.codeHash,
      tries: 0,
      created_at: at,
      expires_at: code.expiresAt,
      used_at: null,
    })
    .execute()
}

/** Tries of one code wait for each other, so that none goes uncounted. */
export const lockCode = (tx: Tx, id: string): Promise<EntryCode | undefined> =>
  tx
    .selectFrom('suppliers.directory_code')
    .select([
      'id',
      'entry_id as entryId',
      'code_hash as codeHash',
      'tries',
      'expires_at as expiresAt',
      'used_at as usedAt',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const setCodeTried = async (tx: Tx, code: EntryCode, usedAt: Date | null): Promise<void> => {
  await tx
    .updateTable('suppliers.directory_code')
    .set({ tries: code.tries + 1, used_at: usedAt })
    .where('id', '=', code.id)
    .execute()
}

export const listCodeTimes = async (tx: Tx, entryId: DirectoryEntryId): Promise<Date[]> => {
  const rows = await tx
    .selectFrom('suppliers.directory_code')
    .select('created_at')
    .where('entry_id', '=', entryId)
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => row.created_at)
}

export const insertKey = async (
  tx: Tx,
  entryId: DirectoryEntryId,
  keyHash: string,
  expiresAt: Date,
): Promise<void> => {
  await tx
    .insertInto('suppliers.directory_key')
    .values({ key_hash: keyHash, entry_id: entryId, expires_at: expiresAt })
    .execute()
}

export const deleteKeys = async (tx: Tx, entryId: DirectoryEntryId): Promise<void> => {
  await tx.deleteFrom('suppliers.directory_key').where('entry_id', '=', entryId).execute()
}

/** The entry whose form this key opens, while it does. */
export const findEntryOfKey = async (
  db: Db,
  keyHash: string,
  now: Date,
): Promise<DirectoryEntryId | null> => {
  const found = await sql<{
    id: string | null
  }>`select suppliers.entry_of_directory_key(${keyHash}, ${now}) as id`.execute(db)
  return found.rows[0]?.id ?? null
}
