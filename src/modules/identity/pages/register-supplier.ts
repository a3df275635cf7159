import { setTimeout as sleep } from 'node:timers/promises'
import { h } from 'preact'
import { z } from 'zod'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { askToRegisterSupplier } from '../actions/register-supplier.ts'
import { NAME_LENGTH } from '../model.ts'
import { emailField, refusedBecause, textField } from './fields.ts'
import { ConfirmAddressView, RegisterSupplierView } from './register-supplier.view.tsx'

const SupplierForm = z.object({
  organisation: textField('the name of the organisation', NAME_LENGTH.organisation),
  email: emailField,
})

/** Longer than writing a letter takes, so that the time of the answer does not tell whether one was written. */
const ANSWER_AFTER_MS = 400

const show = (form: PageRequest['form'], errors: readonly FieldError[]): Answer =>
  page(
    'Open an account for a supplier',
    h(RegisterSupplierView, {
      organisation: typed(form, 'organisation'),
      email: typed(form, 'email'),
      errors,
    }),
    { status: errors.length > 0 ? 400 : 200, hasErrors: errors.length > 0 },
  )

export const get = async ({ form }: PageRequest): Promise<Answer> => show(form, [])

/** The answer is the same whether or not anybody has the address, or the supplier an account. */
export const post = async ({ ctx, form }: PageRequest): Promise<Answer> => {
  const read = readForm(SupplierForm, form)
  if (!read.ok) return show(form, read.errors)
  const { organisation, email } = read.value
  const [asked] = await Promise.all([askToRegisterSupplier(ctx, organisation, email), sleep(ANSWER_AFTER_MS)])
  if (!asked.ok) return show(form, refusedBecause(asked, 'organisation'))
  const { isDemonstration } = ctx.mailer
  return page('Look at your e-mail', h(ConfirmAddressView, { email, isDemonstration }))
}
