import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { ApiToken, ApiTokenId, OrganisationId, Permission, PersonId } from '../model.ts'
import type { IdentityTables } from '../tables.ts'

export type TokenStanding = {
  readonly authorityId: OrganisationId
  readonly personId: PersonId
  readonly permissions: readonly Permission[]
}

/** Whom a token stands for, or undefined where it was revoked, has run out or never was. Notes its use. */
export const findTokenStanding = async (
  db: Reader<IdentityTables>,
  tokenHash: string,
  now: Date,
): Promise<TokenStanding | undefined> => {
  const found = await sql<TokenStanding>`
    select authority_id as "authorityId", person_id as "personId", permissions
    from identity.find_api_token(${tokenHash}, ${now})`.execute(db)
  return found.rows[0]
}

/** The acting person's tokens in the acting authority that were not revoked. */
export const listApiTokens = (
  db: Reader<IdentityTables>,
  authorityId: OrganisationId,
  personId: PersonId,
): Promise<ApiToken[]> =>
  db
    .selectFrom('identity.api_token')
    .select([
      'id',
      'name',
      'permissions',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'last_used_at as lastUsedAt',
    ])
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()

export type NewApiToken = Pick<ApiToken, 'id' | 'name' | 'permissions' | 'createdAt' | 'expiresAt'> &
  Pick<TokenStanding, 'authorityId' | 'personId'> & { readonly tokenHash: string }

export const insertApiToken = async (tx: Writer<IdentityTables>, token: NewApiToken): Promise<void> => {
  await tx
    .insertInto('identity.api_token')
    .values({
      authority_id: token.authorityId,
      id: token.id,
      person_id: token.personId,
      token_hash: token.tokenHash,
      name: token.name,
      permissions: [...token.permissions],
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    })
    .execute()
}

/** False where the acting person has no such token in force. */
export const setTokenRevoked = async (
  tx: Writer<IdentityTables>,
  authorityId: OrganisationId,
  id: ApiTokenId,
  at: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('identity.api_token')
    .set({ revoked_at: at })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
