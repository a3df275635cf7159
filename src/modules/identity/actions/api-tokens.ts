import { accept, type Decision } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { API_TOKEN_DAYS, type ApiTokenId, type TokenRefusal } from '../model.ts'
import { decideTokenPermissions } from '../rules/roles.ts'
import { newSecret } from '../secrets.ts'
import { insertApiToken, setTokenRevoked } from '../store/api-tokens.ts'
import type { IdentityTables } from '../tables.ts'
import { actingAuthority, actingPerson } from './acting.ts'

/** Marks our tokens, so that a scanner finds one that was published by mistake. */
const TOKEN_PREFIX = 'gt_'

export type IssuedToken = { readonly id: ApiTokenId; readonly secret: string }

/**
 * Makes a token for the acting person in the acting authority. The secret is in the answer and nowhere else.
 * `held` are the permissions they have here now.
 */
export const createApiToken = async (
  ctx: Context,
  held: ReadonlySet<string>,
  name: string,
  permissions: readonly string[],
): Promise<Decision<IssuedToken, TokenRefusal>> => {
  const decision = decideTokenPermissions(permissions, held)
  if (!decision.ok) return decision
  const { secret, hash } = newSecret(TOKEN_PREFIX)
  const id: ApiTokenId = newId()
  const createdAt = ctx.clock.now()
  await inTransaction<IdentityTables, void>(ctx, async (tx) => {
    await insertApiToken(tx, {
      authorityId: actingAuthority(ctx),
      id,
      personId: actingPerson(ctx),
      tokenHash: hash,
      name: name.trim(),
      permissions: decision.value,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + API_TOKEN_DAYS * 86_400_000),
    })
    const facts = { permissions: decision.value.join(', ') }
    await recordAudit(tx, ctx, { name: 'API_TOKEN_CREATED', subject: id, facts })
  })
  return accept({ id, secret })
}

/** Ends one of the acting person's tokens. Throws NotFound where it is not theirs, or has ended. */
export const revokeApiToken = async (ctx: Context, id: ApiTokenId): Promise<void> => {
  await inTransaction<IdentityTables, void>(ctx, async (tx) => {
    if (!(await setTokenRevoked(tx, actingAuthority(ctx), id, ctx.clock.now())))
      throw new NotFound('This token has been revoked already.')
    await recordAudit(tx, ctx, { name: 'API_TOKEN_REVOKED', subject: id })
  })
}
