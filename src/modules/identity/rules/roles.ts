import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import {
  type Member,
  type OrganisationKind,
  type Permission,
  type PersonId,
  ROLE_TABLE,
  ROLES,
  type Role,
  type RolesRefusal,
  SUPPLIER_ROLES,
  type TokenRefusal,
} from '../model.ts'

/** Whether these roles may be held together in one authority: an auditor changes nothing, so is nothing else. */
export const canHoldTogether = (roles: readonly Role[]): boolean =>
  !roles.includes('auditor') || roles.length === 1

/** The roles that people may hold at an organisation of a kind. */
export const rolesAt = (kind: OrganisationKind): readonly Role[] =>
  ROLES.filter((role) => SUPPLIER_ROLES.some((theirs) => theirs === role) === (kind === 'supplier'))

/** Who manages people: at least one of them stays. */
const MANAGERS = { administrator: 'last-administrator', 'supplier-lead': 'last-lead' } as const

/** What changes where a member is to hold exactly these roles; none at all ends the membership. */
export const decideRoles = (
  members: readonly Pick<Member, 'id' | 'roles' | 'isDisabled'>[],
  personId: PersonId,
  wanted: readonly Role[],
): Decision<{ readonly given: readonly Role[]; readonly taken: readonly Role[] }, RolesRefusal> => {
  if (!canHoldTogether(wanted)) return refuse('auditor-holds-another-role')
  const held = members.find((member) => member.id === personId)?.roles ?? []
  for (const role of ['administrator', 'supplier-lead'] as const) {
    const others = members.filter(
      ({ id, roles, isDisabled }) => id !== personId && roles.includes(role) && !isDisabled,
    )
    if (held.includes(role) && !wanted.includes(role) && others.length === 0) return refuse(MANAGERS[role])
  }
  return accept({
    given: wanted.filter((role) => !held.includes(role)),
    taken: held.filter((role) => !wanted.includes(role)),
  })
}

export const permissionsOf = (roles: readonly Role[]): ReadonlySet<Permission> =>
  new Set(roles.flatMap((role) => ROLE_TABLE[role].permissions))

/** A token holds what was chosen for it, and never more than its person. */
export const decideTokenPermissions = (
  wanted: readonly string[],
  held: ReadonlySet<string>,
): Decision<Permission[], TokenRefusal> => {
  if (wanted.length === 0) return refuse('no-permission-chosen')
  if (!wanted.every((permission) => held.has(permission))) return refuse('permission-not-held')
  return accept([...new Set(wanted)].sort() as Permission[])
}
