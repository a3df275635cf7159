import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Email, Invitation, OrganisationId, PersonId, Role } from '../model.ts'
import type { IdentityTables } from '../tables.ts'

const selectInvitation = (db: Reader<IdentityTables>, authorityId: OrganisationId) =>
  db
    .selectFrom('identity.invitation')
    .select([
      'authority_id as authorityId',
      'id',
      'email',
      'role',
      'expires_at as expiresAt',
      'accepted_at as acceptedAt',
      'revoked_at as revokedAt',
    ])
    .where('authority_id', '=', authorityId)

/** By the hash of the link's secret, before anybody is known: a function looks it up. */
export const findInvitationByToken = async (
  db: Reader<IdentityTables>,
  tokenHash: string,
): Promise<Invitation | undefined> => {
  const found = await sql<Invitation>`
    select authority_id as "authorityId", id, email, role, expires_at as "expiresAt",
      accepted_at as "acceptedAt", revoked_at as "revokedAt"
    from identity.find_invitation(${tokenHash})`.execute(db)
  return found.rows[0]
}

export const findOpenInvitation = (
  db: Reader<IdentityTables>,
  authorityId: OrganisationId,
  email: Email,
  role: Role,
): Promise<Invitation | undefined> =>
  selectInvitation(db, authorityId)
    .where('email', '=', email)
    .where('role', '=', role)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()

/** Whether an invitation is still open; if so it stays as it is until the end of the change. */
export const lockOpenInvitation = async (
  tx: Writer<IdentityTables>,
  { authorityId, id }: Pick<Invitation, 'authorityId' | 'id'>,
): Promise<boolean> => {
  const open = await selectInvitation(tx, authorityId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return open !== undefined
}

/** Neither accepted nor revoked; those that ran out stay listed, so that somebody sees they did. */
export const listOpenInvitations = (
  db: Reader<IdentityTables>,
  authorityId: OrganisationId,
): Promise<Invitation[]> =>
  selectInvitation(db, authorityId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()

export type NewInvitation = Pick<Invitation, 'authorityId' | 'id' | 'email' | 'role' | 'expiresAt'> & {
  readonly tokenHash: string
  readonly invitedBy: PersonId | null
  readonly createdAt: Date
}

export const insertInvitation = async (
  tx: Writer<IdentityTables>,
  invitation: NewInvitation,
): Promise<void> => {
  await tx
    .insertInto('identity.invitation')
    .values({
      authority_id: invitation.authorityId,
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      token_hash: invitation.tokenHash,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .execute()
}

/** Ends an open invitation one way or the other; false where it was no longer open. */
export const setInvitationEnded = async (
  tx: Writer<IdentityTables>,
  invitation: Pick<Invitation, 'authorityId' | 'id'>,
  how: 'accepted' | 'revoked',
  at: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('identity.invitation')
    .set(how === 'accepted' ? { accepted_at: at } : { revoked_at: at })
    .where('authority_id', '=', invitation.authorityId)
    .where('id', '=', invitation.id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
