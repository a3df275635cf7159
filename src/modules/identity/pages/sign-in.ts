import { h } from 'preact'
import { z } from 'zod'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { recordSignOut, signIn } from '../actions/sign-in.ts'
import { demonstrationAccounts, demonstrationPassword } from '../demonstration.ts'
import { localAddress } from '../rules/sign-in.ts'
import { emailField, passwordField, refusedBecause } from './fields.ts'
import { SignInView } from './sign-in.view.tsx'

const SignInForm = z.object({ email: emailField, password: passwordField('your password') })

const DONE: Readonly<Record<string, string>> = {
  password: 'Your new password is set. Sign in with it.',
  everywhere: 'You are signed out everywhere.',
}

type Shown = { readonly email?: string; readonly next: string; readonly errors?: readonly FieldError[] }

const show = ({ ctx, query }: PageRequest, { email = '', next, errors = [] }: Shown): Answer => {
  const demonstration = ctx.mailer.isDemonstration
    ? { accounts: demonstrationAccounts, password: demonstrationPassword }
    : null
  const done = errors.length === 0 ? DONE[query.done ?? ''] : undefined
  return page('Sign in', h(SignInView, { email, next, errors, demonstration }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: demonstration ? 'wide' : 'narrow',
    notice: done ? { kind: 'success', text: done } : undefined,
  })
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const next = localAddress(request.query.next)
  return request.visitor.personId ? redirect(next) : show(request, { next })
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const shown = { email: typed(request.form, 'email'), next: localAddress(typed(request.form, 'next')) }
  const form = readForm(SignInForm, request.form)
  if (!form.ok) return show(request, { ...shown, errors: form.errors })
  const entered = await signIn(request.ctx, form.value.email, form.value.password)
  if (!entered.ok) return show(request, { ...shown, errors: refusedBecause(entered, 'email') })
  await request.session.begin(entered.value.personId, entered.value.authorityId)
  return redirect(shown.next)
}

export const postSignOut = async ({ ctx, session }: PageRequest): Promise<Answer> => {
  if (ctx.actor.kind === 'person') await recordSignOut(ctx)
  await session.end()
  return redirect('/')
}
