import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { changePassword } from '../actions/passwords.ts'
import { renamePerson } from '../actions/people.ts'
import { endAllSessions } from '../actions/sign-in.ts'
import { NAME_LENGTH, PERMISSIONS, type Permission } from '../model.ts'
import { listApiTokens } from '../store/api-tokens.ts'
import { findPerson } from '../store/people.ts'
import { listSessions } from '../store/sessions.ts'
import type { IdentityTables } from '../tables.ts'
import { AccountView } from './account.view.tsx'
import { browserName } from './browser-name.ts'
import { passwordField, refusedBecause, textField } from './fields.ts'

const DONE: Readonly<Record<string, string>> = {
  name: 'Your name is saved.',
  password: 'Your password is changed. You are signed out everywhere else.',
  authority: 'You act for another organisation now.',
  revoked: 'The token is revoked.',
}

const readAccount = async ({ ctx, visitor: { personId, authorityId } }: PageRequest) =>
  inReading(ctx, async (db: Reader<IdentityTables>) => {
    const person = await findPerson(db, personId ?? '')
    if (!person) throw new NotFound('There is no such account.')
    const sessions = await listSessions(db, person.id, new Date())
    const tokens = authorityId === null ? [] : await listApiTokens(db, authorityId, person.id)
    return { person, sessions, tokens }
  })

export type ShownAccount = {
  readonly errors?: readonly FieldError[]
  /** A token's secret, to be shown this once. */
  readonly secret?: string
  readonly ticked?: readonly string[]
}

/** The whole account page, with what was typed into the form that was refused. */
export const showAccount = async (request: PageRequest, shown: ShownAccount = {}): Promise<Answer> => {
  const { visitor, query, form } = request
  const { errors = [], secret, ticked = [] } = shown
  const { person, sessions, tokens } = await readAccount(request)
  const done = errors.length === 0 ? DONE[query.done ?? ''] : undefined
  const view = {
    person,
    typed: {
      name: typed(form, 'name') || person.name,
      tokenName: secret ? '' : typed(form, 'tokenName'),
      ticked,
    },
    authority:
      visitor.authorityId === null ? null : { id: visitor.authorityId, name: visitor.authorityName ?? '' },
    otherAuthorities: visitor.authorities,
    permissions: [...visitor.permissions]
      .sort()
      .map((value) => ({ value, text: PERMISSIONS[value as Permission] })),
    sessions: sessions.map((session) => ({ ...session, browser: browserName(session.userAgent) })),
    tokens,
    secret,
    errors,
  }
  return page('Your account', h(AccountView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    notice: done ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => showAccount(request)

const NameForm = z.object({ name: textField('your name', NAME_LENGTH.person) })

export const postName = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(NameForm, request.form)
  if (!form.ok) return showAccount(request, { errors: form.errors })
  await renamePerson(request.ctx, form.value.name)
  return redirect('/account?done=name')
}

const PasswordForm = z.object({
  currentPassword: passwordField('your present password'),
  newPassword: passwordField('a new password'),
})

export const postPassword = async (request: PageRequest): Promise<Answer> => {
  const { ctx, visitor, session } = request
  const form = readForm(PasswordForm, request.form)
  if (!form.ok) return showAccount(request, { errors: form.errors })
  const changed = await changePassword(ctx, form.value.currentPassword, form.value.newPassword)
  if (!changed.ok) {
    if (changed.refusal === 'wrong-password') {
      const message = 'Check your present password: this is not it.'
      return showAccount(request, { errors: [{ field: 'currentPassword', message }] })
    }
    const field = changed.refusal === 'too-many-failures' ? 'currentPassword' : 'newPassword'
    return showAccount(request, { errors: refusedBecause(changed, field) })
  }
  // All sessions ended with the old password, this one too: it goes on under a new id.
  await session.begin(changed.value, visitor.authorityId)
  return redirect('/account?done=password')
}

export const postSignOutEverywhere = async ({ ctx, session }: PageRequest): Promise<Answer> => {
  await endAllSessions(ctx)
  await session.end()
  return redirect('/sign-in?done=everywhere')
}

export const postAuthority = async (request: PageRequest): Promise<Answer> => {
  const { visitor, session } = request
  const wanted = typed(request.form, 'authorityId')
  if (!visitor.authorities.some(({ id }) => id === wanted)) {
    const errors = [{ field: 'authorityId', message: 'Choose one of the organisations you work for' }]
    return showAccount(request, { errors })
  }
  await session.setAuthority(wanted)
  return redirect('/account?done=authority')
}
