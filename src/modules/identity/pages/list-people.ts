import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState, type TableState } from '../../../platform/views/views.ts'
import { actingAuthority } from '../actions/acting.ts'
import { invitePerson, revokeInvitation } from '../actions/invitations.ts'
import { type Member, ROLE_TABLE } from '../model.ts'
import { rolesAt } from '../rules/roles.ts'
import { listOpenInvitations } from '../store/invitations.ts'
import { getOrganisation } from '../store/organisations.ts'
import { listMembers } from '../store/people.ts'
import type { IdentityTables } from '../tables.ts'
import { emailField, refusedBecause, roleField } from './fields.ts'
import { ListPeopleView, type MemberRow } from './list-people.view.tsx'

const DONE: Readonly<Record<string, string>> = {
  invited: 'The invitation is on its way.',
  revoked: 'The invitation is revoked. Its link no longer works.',
  roles: 'The roles are saved. They hold from now on.',
  removed: 'This person no longer works here. What they did stays in the audit log.',
}

const rowOf = (member: Member): MemberRow => ({
  ...member,
  roleNames: member.roles.map((role) => ROLE_TABLE[role].label).join(', '),
})

/** The rows of one page, sorted as people read: by the letters, not by their codes. */
const pageOfMembers = (members: readonly Member[], state: TableState): MemberRow[] => {
  const by = state.sort === 'email' ? 'email' : state.sort === 'roles' ? 'roleNames' : 'name'
  const turn = state.direction === 'descending' ? -1 : 1
  const sorted = members.map(rowOf).sort((a, b) => turn * a[by].localeCompare(b[by], 'en-GB'))
  return sorted.slice((state.page - 1) * state.pageSize, state.page * state.pageSize)
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, query, form, visitor } = request
  const authorityId = actingAuthority(ctx)
  const { members, invitations, roles } = await inReading(ctx, async (db: Reader<IdentityTables>) => ({
    members: await listMembers(db, authorityId),
    invitations: await listOpenInvitations(db, authorityId),
    roles: rolesAt((await getOrganisation(db, authorityId)).kind),
  }))
  const state = readTableState(query, { sortable: ['name', 'email', 'roles'], defaultSort: 'name' })
  const { done: _done, ...rest } = query
  const now = ctx.clock.now()
  const view = {
    authorityName: visitor.authorityName ?? '',
    rows: pageOfMembers(members, state),
    paging: { path: '/people', query: rest, state, total: members.length },
    invitations: invitations.map((open) => ({
      ...open,
      roleName: ROLE_TABLE[open.role].label,
      isOver: open.expiresAt <= now,
    })),
    roles,
    typed: { email: typed(form, 'email'), role: typed(form, 'role') },
    errors,
  }
  const done = errors.length === 0 ? DONE[query.done ?? ''] : undefined
  return page('People', h(ListPeopleView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    notice: done ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const InvitationForm = z.object({ email: emailField, role: roleField })

export const postInvitation = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(InvitationForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const invited = await invitePerson(request.ctx, form.value.email, form.value.role)
  if (invited.ok) return redirect('/people?done=invited')
  const field =
    invited.refusal === 'already-invited' || invited.refusal === 'account-closed' ? 'email' : 'role'
  return show(request, refusedBecause(invited, field))
}

export const postRevoke = async ({ ctx, params: { invitationId = '' } }: PageRequest): Promise<Answer> => {
  if (!isId(invitationId)) throw new NotFound()
  await revokeInvitation(ctx, invitationId)
  return redirect('/people?done=revoked')
}
