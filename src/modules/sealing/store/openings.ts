import type { OrganisationId, PersonId } from '#identity'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Opening, TenderKeyId } from '../model.ts'
import type { SealingTables } from '../tables.ts'

export const insertOpening = async (
  tx: Writer<SealingTables>,
  authorityId: OrganisationId,
  keyId: TenderKeyId,
  opening: Pick<Opening, 'id' | 'begunBy' | 'begunByName' | 'begunAt' | 'expiresAt'>,
  handedShare: Uint8Array,
): Promise<void> => {
  await tx
    .insertInto('sealing.opening')
    .values({
      authority_id: authorityId,
      id: opening.id,
      key_id: keyId,
      begun_by: opening.begunBy,
      begun_by_name: opening.begunByName,
      begun_at: opening.begunAt,
      expires_at: opening.expiresAt,
      handed_share: Buffer.from(handedShare),
    })
    .execute()
}

/** The latest opening of a key, begun or complete. */
export const findOpening = (
  db: Reader<SealingTables>,
  authorityId: OrganisationId,
  keyId: TenderKeyId,
): Promise<(Opening & { handedShare: Uint8Array | null }) | undefined> =>
  db
    .selectFrom('sealing.opening')
    .select([
      'id',
      'begun_by as begunBy',
      'begun_by_name as begunByName',
      'begun_at as begunAt',
      'expires_at as expiresAt',
      'handed_share as handedShare',
      'completed_by as completedBy',
      'completed_by_name as completedByName',
      'completed_at as completedAt',
    ])
    .where('authority_id', '=', authorityId)
    .where('key_id', '=', keyId)
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()

/** Completes an opening; the share that was handed on is forgotten. */
export const setOpeningComplete = async (
  tx: Writer<SealingTables>,
  authorityId: OrganisationId,
  id: string,
  by: { readonly personId: PersonId; readonly name: string; readonly at: Date },
): Promise<void> => {
  await tx
    .updateTable('sealing.opening')
    .set({ handed_share: null, completed_by: by.personId, completed_by_name: by.name, completed_at: by.at })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}
