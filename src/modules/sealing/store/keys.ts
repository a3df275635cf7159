import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '#identity'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Duty, Holder, OfficerKey, OfficerKeyId, TenderKey, TenderKeyId } from '../model.ts'
import type { SealingTables } from '../tables.ts'

const selectOfficerKeys = (db: Reader<SealingTables>, authorityId: OrganisationId) =>
  db
    .selectFrom('sealing.officer_key')
    .select([
      'id',
      'person_id as personId',
      'person_name as personName',
      'recipient',
      'created_at as createdAt',
      'retired_at as retiredAt',
    ])
    .where('authority_id', '=', authorityId)

/** The keys in use, by the officers' names. */
export const listOfficerKeys = (
  db: Reader<SealingTables>,
  authorityId: OrganisationId,
): Promise<OfficerKey[]> =>
  selectOfficerKeys(db, authorityId)
    .where('retired_at', 'is', null)
    .orderBy('person_name')
    .orderBy('id')
    .execute()

export const findOfficerKey = (
  db: Reader<SealingTables>,
  authorityId: OrganisationId,
  personId: PersonId,
): Promise<OfficerKey | undefined> =>
  selectOfficerKeys(db, authorityId)
    .where('person_id', '=', personId)
    .where('retired_at', 'is', null)
    .executeTakeFirst()

export const retireOfficerKeys = async (
  tx: Writer<SealingTables>,
  authorityId: OrganisationId,
  personId: PersonId,
  at: Date,
): Promise<void> => {
  await tx
    .updateTable('sealing.officer_key')
    .set({ retired_at: at })
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('retired_at', 'is', null)
    .execute()
}

export const insertOfficerKey = async (
  tx: Writer<SealingTables>,
  authorityId: OrganisationId,
  key: Omit<OfficerKey, 'retiredAt'> & { readonly lockedIdentity: Uint8Array },
): Promise<void> => {
  await tx
    .insertInto('sealing.officer_key')
    .values({
      authority_id: authorityId,
      id: key.id,
      person_id: key.personId,
      person_name: key.personName,
      recipient: key.recipient,
      locked_identity: Buffer.from(key.lockedIdentity),
      created_at: key.createdAt,
    })
    .execute()
}

export type StoredShare = {
  readonly number: number
  readonly officerKeyId: OfficerKeyId
  readonly personId: PersonId
  readonly duty: Duty
  readonly content: Uint8Array
}

export const insertTenderKey = async (
  tx: Writer<SealingTables>,
  authorityId: OrganisationId,
  key: TenderKey & { readonly createdAt: Date },
  shares: readonly StoredShare[],
): Promise<void> => {
  await tx
    .insertInto('sealing.tender_key')
    .values({
      authority_id: authorityId,
      id: key.id,
      public_key: key.publicKey,
      not_before: key.notBefore,
      created_at: key.createdAt,
    })
    .execute()
  await tx
    .insertInto('sealing.share')
    .values(
      shares.map((share) => ({
        authority_id: authorityId,
        key_id: key.id,
        number: share.number,
        officer_key_id: share.officerKeyId,
        person_id: share.personId,
        duty: share.duty,
        content: Buffer.from(share.content),
      })),
    )
    .execute()
}

/** Moves the first moment of opening back; PostgreSQL refuses to bring it forward. */
export const setNotBefore = async (
  tx: Writer<SealingTables>,
  authorityId: OrganisationId,
  keyId: TenderKeyId,
  notBefore: Date,
): Promise<void> => {
  await tx
    .updateTable('sealing.tender_key')
    .set({ not_before: notBefore })
    .where('authority_id', '=', authorityId)
    .where('id', '=', keyId)
    .execute()
}

/** A tender's key, and whether its moment has come by the database's own clock. */
export const findTenderKey = (
  db: Reader<SealingTables>,
  authorityId: OrganisationId,
  keyId: TenderKeyId,
): Promise<(TenderKey & { isDue: boolean }) | undefined> =>
  db
    .selectFrom('sealing.tender_key')
    .select([
      'id',
      'public_key as publicKey',
      'not_before as notBefore',
      sql<boolean>`clock_timestamp() >= not_before`.as('isDue'),
    ])
    .where('authority_id', '=', authorityId)
    .where('id', '=', keyId)
    .executeTakeFirst()

export const listHolders = (
  db: Reader<SealingTables>,
  authorityId: OrganisationId,
  keyId: TenderKeyId,
): Promise<Holder[]> =>
  db
    .selectFrom('sealing.share as s')
    .innerJoin('sealing.officer_key as k', (join) =>
      join.onRef('k.authority_id', '=', 's.authority_id').onRef('k.id', '=', 's.officer_key_id'),
    )
    .select(['s.person_id as personId', 'k.person_name as personName', 's.duty'])
    .where('s.authority_id', '=', authorityId)
    .where('s.key_id', '=', keyId)
    .orderBy('s.number')
    .execute()

export type HeldShare = {
  readonly personId: PersonId
  readonly content: Uint8Array
  readonly recipient: string
  readonly lockedIdentity: Uint8Array
}

/** Every holder's share, with the officer's key it was given to, which may have been replaced since. */
export const listShares = (
  db: Reader<SealingTables>,
  authorityId: OrganisationId,
  keyId: TenderKeyId,
): Promise<HeldShare[]> =>
  db
    .selectFrom('sealing.share as s')
    .innerJoin('sealing.officer_key as k', (join) =>
      join.onRef('k.authority_id', '=', 's.authority_id').onRef('k.id', '=', 's.officer_key_id'),
    )
    .select(['s.person_id as personId', 's.content', 'k.recipient', 'k.locked_identity as lockedIdentity'])
    .where('s.authority_id', '=', authorityId)
    .where('s.key_id', '=', keyId)
    .orderBy('s.number')
    .execute()

/** The shares one officer holds, of tenders whose opening may still come. */
export const listDuties = (
  db: Reader<SealingTables>,
  authorityId: OrganisationId,
  personId: PersonId,
): Promise<{ keyId: TenderKeyId; duty: Duty; notBefore: Date }[]> =>
  db
    .selectFrom('sealing.share as s')
    .innerJoin('sealing.tender_key as k', (join) =>
      join.onRef('k.authority_id', '=', 's.authority_id').onRef('k.id', '=', 's.key_id'),
    )
    .select(['k.id as keyId', 's.duty', 'k.not_before as notBefore'])
    .where('s.authority_id', '=', authorityId)
    .where('s.person_id', '=', personId)
    .orderBy('k.not_before', 'desc')
    .orderBy('k.id')
    .execute()
