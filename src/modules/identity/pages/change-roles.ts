import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { actingAuthority } from '../actions/acting.ts'
import { setRoles } from '../actions/people.ts'
import { ROLES } from '../model.ts'
import { permissionsOf, rolesAt } from '../rules/roles.ts'
import { getOrganisation } from '../store/organisations.ts'
import { listMembers } from '../store/people.ts'
import type { IdentityTables } from '../tables.ts'
import { ChangeRolesView } from './change-roles.view.tsx'
import { refusedBecause, ticked } from './fields.ts'

const show = async (
  { ctx, params: { personId = '' } }: PageRequest,
  chosen: readonly string[] | null,
  errors: readonly FieldError[],
): Promise<Answer> => {
  if (!isId(personId)) throw new NotFound('Nobody with this id works here.')
  const authorityId = actingAuthority(ctx)
  const { members, roles } = await inReading(ctx, async (db: Reader<IdentityTables>) => ({
    members: await listMembers(db, authorityId),
    roles: rolesAt((await getOrganisation(db, authorityId)).kind),
  }))
  const member = members.find(({ id }) => id === personId)
  if (!member) throw new NotFound('Nobody with this id works here.')
  const view = { member, roles, chosen: chosen ?? member.roles, errors }
  return page(`Roles of ${member.name}`, h(ChangeRolesView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/people', text: 'People' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, visitor, params } = request
  const { personId = '' } = params
  const chosen = ticked(request.form, 'roles')
  const roles = ROLES.filter((role) => chosen.includes(role))
  if (!isId(personId)) throw new NotFound('Nobody with this id works here.')
  const changed = await setRoles(ctx, personId, roles)
  if (!changed.ok) return show(request, chosen, refusedBecause(changed, 'roles'))
  // Who took the people page from themself would be shown the door there.
  if (personId === visitor.personId && !permissionsOf(changed.value).has('identity.manage'))
    return redirect('/')
  return redirect(`/people?done=${changed.value.length > 0 ? 'roles' : 'removed'}`)
}
