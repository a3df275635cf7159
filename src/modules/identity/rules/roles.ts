import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import {
  type Member,
  type Permission,
  type PersonId,
  ROLE_TABLE,
  type Role,
  type RolesRefusal,
  type TokenRefusal,
} from '../model.ts'

/** Whether these roles may be held together in one authority: an auditor changes nothing, so is nothing else. */
export const canHoldTogether = (roles: readonly Role[]): boolean =>
  !roles.includes('auditor') || roles.length === 1

/** What changes where a member is to hold exactly these roles; none at all ends the membership. */
export const decideRoles = (
  members: readonly Pick<Member, 'id' | 'roles' | 'isDisabled'>[],
  personId: PersonId,
  wanted: readonly Role[],
): Decision<{ readonly given: readonly Role[]; readonly taken: readonly Role[] }, RolesRefusal> => {
  if (!canHoldTogether(wanted)) return refuse('auditor-holds-another-role')
  const held = members.find((member) => member.id === personId)?.roles ?? []
  const isAdministrator = ({ roles, isDisabled }: Pick<Member, 'roles' | 'isDisabled'>) =>
    roles.includes('administrator') && !isDisabled
  const others = members.filter((member) => member.id !== personId && isAdministrator(member))
  if (held.includes('administrator') && !wanted.includes('administrator') && others.length === 0)
    return refuse('last-administrator')
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
