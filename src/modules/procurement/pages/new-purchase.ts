import { h } from 'preact'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { createPurchase } from '../actions/purchases.ts'
import { PURCHASE_FIELD, purchaseSentence } from '../messages/purchase-words.ts'
import { PIPELINE_PATH, purchasePath } from '../paths.ts'
import { EditPurchaseView } from './edit-purchase.view.tsx'
import { buildPurchaseForm, readPurchaseForm } from './purchase-form.ts'

const TITLE = 'Add a purchase'

const show = async (
  { ctx }: PageRequest,
  fields: PageRequest['form'],
  errors: readonly FieldError[],
): Promise<Answer> =>
  page(
    TITLE,
    h(EditPurchaseView, {
      title: TITLE,
      action: '/procurement/purchases/new',
      version: null,
      form: await buildPurchaseForm(ctx, fields, errors),
    }),
    {
      status: errors.length > 0 ? 400 : 200,
      hasErrors: errors.length > 0,
      backLink: { href: PIPELINE_PATH, text: 'Pipeline' },
    },
  )

export const get = (request: PageRequest): Promise<Answer> =>
  show(request, { title: request.query.title ?? '', category: request.query.category ?? '' }, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const read = readPurchaseForm(request.form)
  if (!read.ok) return show(request, request.form, read.errors)
  const decision = await createPurchase(request.ctx, read.value)
  if (decision.ok) return redirect(purchasePath(decision.value.id))
  return show(request, request.form, [
    { field: PURCHASE_FIELD[decision.refusal], message: purchaseSentence(decision) },
  ])
}
