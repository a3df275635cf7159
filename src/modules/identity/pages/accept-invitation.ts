import { h } from 'preact'
import { z } from 'zod'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { acceptInvitation, type OpenedInvitation, readInvitation } from '../actions/accept-invitation.ts'
import { messageOf } from '../messages.ts'
import { type AcceptRefusal, NAME_LENGTH, ROLE_TABLE } from '../model.ts'
import { type AcceptInvitationProps, AcceptInvitationView } from './accept-invitation.view.tsx'
import { DeadLinkView } from './dead-link.view.tsx'
import { passwordField, refusedBecause, textField } from './fields.ts'

const NewcomerForm = z.object({
  name: textField('your name', NAME_LENGTH.person),
  password: passwordField('a password'),
})

const dead = (refused: Parameters<typeof messageOf>[0]): Answer =>
  page(
    'This link no longer works',
    h(DeadLinkView, { reason: messageOf(refused), wayOn: { href: '/sign-in', text: 'Sign in' } }),
    { status: 410 },
  )

/** What the holder of the link has to do: choose a password, sign in, or only say yes. */
const stepOf = ({ visitor }: PageRequest, { account }: OpenedInvitation): AcceptInvitationProps['step'] => {
  if (!account?.hasPassword) return 'choose-password'
  if (visitor.personId === null) return 'sign-in'
  return visitor.personId === account.personId ? 'accept' : 'somebody-else'
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const token = request.params.token ?? ''
  const opened = await readInvitation(request.ctx, token)
  if (!opened.ok) return dead(opened)
  const { invitation, authority } = opened.value
  const view: AcceptInvitationProps = {
    step: stepOf(request, opened.value),
    token,
    email: invitation.email,
    authorityName: authority.name,
    isRegistration: opened.value.isRegistration,
    role: ROLE_TABLE[invitation.role].label.toLowerCase(),
    personName: request.visitor.personName,
    name: typed(request.form, 'name'),
    errors,
  }
  const title = view.isRegistration ? 'Open the account' : 'Accept the invitation'
  return page(title, h(AcceptInvitationView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const FIELDS: Partial<Record<AcceptRefusal, string>> = {
  'password-too-short': 'password',
  'password-too-long': 'password',
  'password-is-address': 'password',
  'password-is-common': 'password',
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, params, visitor, session } = request
  const token = params.token ?? ''
  const opened = await readInvitation(ctx, token)
  if (!opened.ok) return dead(opened)
  const isNewcomer = stepOf(request, opened.value) === 'choose-password'
  const form = isNewcomer ? readForm(NewcomerForm, request.form) : { ok: true as const, value: null }
  if (!form.ok) return show(request, form.errors)
  const accepted = await acceptInvitation(ctx, token, form.value)
  if (!accepted.ok) {
    return accepted.refusal.startsWith('invitation-')
      ? dead(accepted)
      : show(request, refusedBecause(accepted, FIELDS[accepted.refusal] ?? ''))
  }
  const { personId, authorityId } = accepted.value
  if (visitor.personId === personId && authorityId) await session.setAuthority(authorityId)
  else await session.begin(personId, authorityId)
  return redirect('/')
}
