import type { Services } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { type Credentials, type IdentifyVisitor, nobody, type Visitor } from '../../platform/http/access.ts'
import type { OrganisationId, Permission, PersonId, Role } from './model.ts'
import { permissionsOf } from './rules/roles.ts'
import { hashSecret } from './secrets.ts'
import { findTokenStanding } from './store/api-tokens.ts'
import { listStandings, type Standing } from './store/memberships.ts'
import type { IdentityTables } from './tables.ts'

/** What a request claims, once its token or session has been believed. */
type Claim = {
  readonly personId: PersonId
  readonly authorityId: OrganisationId | null
  /** Where a token asks: no more than these. */
  readonly limit: readonly Permission[] | null
}

const findClaim = async (
  db: Reader<IdentityTables>,
  services: Services,
  credentials: Credentials,
): Promise<Claim | undefined> => {
  const { bearerToken, personId, authorityId } = credentials
  if (bearerToken !== null) {
    const standing = await findTokenStanding(db, hashSecret(bearerToken), services.clock.now())
    return standing && { ...standing, limit: standing.permissions }
  }
  return personId === null ? undefined : { personId, authorityId, limit: null }
}

const authoritiesOf = (standings: readonly Standing[]) => {
  const byId = new Map<string, { id: OrganisationId; name: string; roles: Role[] }>()
  for (const { authorityId, authorityName, role } of standings) {
    if (authorityId === null || authorityName === null || role === null) continue
    const known = byId.get(authorityId) ?? { id: authorityId, name: authorityName, roles: [] }
    byId.set(authorityId, { ...known, roles: [...known.roles, role] })
  }
  return [...byId.values()]
}

/**
 * A visitor from what the database says now: a role that was taken away is gone with the next request. Where the
 * chosen authority is no longer theirs, none is chosen for them, so that a form never lands at another council.
 */
const deriveVisitor = (claim: Claim, standings: readonly Standing[]): Visitor => {
  const [first] = standings
  if (!first) return nobody
  const authorities = authoritiesOf(standings)
  const chosen = authorities.find((authority) => authority.id === claim.authorityId)
  const held = permissionsOf(chosen?.roles ?? [])
  const permissions = claim.limit ? new Set(claim.limit.filter((permission) => held.has(permission))) : held
  return {
    personId: claim.personId,
    personName: first.personName,
    authorityId: chosen?.id ?? null,
    authorityName: chosen?.name ?? null,
    authorities: claim.limit
      ? []
      : authorities.filter((authority) => authority !== chosen).map(({ id, name }) => ({ id, name })),
    permissions,
    unread: first.unread,
  }
}

/** Who sent a request. A token is believed alone: one that is refused does not fall back to the session. */
export const identifyVisitor: IdentifyVisitor = async (services, credentials) => {
  const db = services.database.kysely as unknown as Reader<IdentityTables>
  const claim = await findClaim(db, services, credentials)
  if (!claim) return nobody
  const standings = await listStandings(db, claim.personId)
  return deriveVisitor(claim, standings)
}
