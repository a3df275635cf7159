import { setTimeout as sleep } from 'node:timers/promises'
import { h } from 'preact'
import { z } from 'zod'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { requestPasswordReset } from '../actions/passwords.ts'
import { emailField } from './fields.ts'
import { ForgottenPasswordView, LetterSentView } from './forgotten-password.view.tsx'

const ForgottenForm = z.object({ email: emailField })

/** Longer than writing a letter takes, so that the time of the answer does not tell whether one was written. */
const ANSWER_AFTER_MS = 400

const show = (email: string, errors: readonly FieldError[]): Answer =>
  page('Forgotten password', h(ForgottenPasswordView, { email, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/sign-in', text: 'Sign in' },
  })

export const get = async (): Promise<Answer> => show('', [])

/** The answer is the same whether or not anybody has the address. */
export const post = async ({ ctx, form }: PageRequest): Promise<Answer> => {
  const read = readForm(ForgottenForm, form)
  if (!read.ok) return show(typed(form, 'email'), read.errors)
  await Promise.all([requestPasswordReset(ctx, read.value.email), sleep(ANSWER_AFTER_MS)])
  const { isDemonstration } = ctx.mailer
  return page('Look at your e-mail', h(LetterSentView, { email: read.value.email, isDemonstration }))
}
