import { h } from 'preact'
import { z } from 'zod'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readPasswordReset, resetPassword } from '../actions/passwords.ts'
import { messageOf } from '../messages.ts'
import { DeadLinkView } from './dead-link.view.tsx'
import { passwordField, refusedBecause } from './fields.ts'
import { ResetPasswordView } from './reset-password.view.tsx'

const ResetForm = z.object({ password: passwordField('a new password') })

const dead = (refused: Parameters<typeof messageOf>[0]): Answer =>
  page(
    'This link no longer works',
    h(DeadLinkView, {
      reason: messageOf(refused),
      wayOn: { href: '/forgotten-password', text: 'Ask for a letter' },
    }),
    { status: 410 },
  )

const show = async ({ ctx, params }: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const reset = await readPasswordReset(ctx, params.token ?? '')
  if (!reset.ok) return dead(reset)
  const view = { email: reset.value.email, token: params.token ?? '', errors }
  return page('Choose a new password', h(ResetPasswordView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(ResetForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const reset = await resetPassword(request.ctx, request.params.token ?? '', form.value.password)
  if (reset.ok) return redirect('/sign-in?done=password')
  return reset.refusal.startsWith('reset-') ? dead(reset) : show(request, refusedBecause(reset, 'password'))
}
