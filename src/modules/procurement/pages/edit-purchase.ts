import { h } from 'preact'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { changePurchase } from '../actions/purchases.ts'
import { PURCHASE_FIELD, purchaseSentence } from '../messages/purchase-words.ts'
import type { Purchase } from '../model/purchase.ts'
import { purchasePath } from '../paths.ts'
import { EditPurchaseView } from './edit-purchase.view.tsx'
import { buildPurchaseForm, fieldsOfPurchase, readPurchaseForm } from './purchase-form.ts'
import { purchaseOfRequest } from './purchase-request.ts'

const show = async (
  { ctx }: PageRequest,
  purchase: Purchase,
  fields: PageRequest['form'],
  errors: readonly FieldError[],
): Promise<Answer> => {
  const title = `Change ${purchase.title}`
  const view = {
    title,
    action: purchasePath(purchase.id, 'edit'),
    version: Number(typed(fields, 'version')) || purchase.version,
    form: await buildPurchaseForm(ctx, fields, errors),
  }
  return page(title, h(EditPurchaseView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: purchasePath(purchase.id), text: purchase.title },
  })
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const purchase = await purchaseOfRequest(request)
  return show(request, purchase, fieldsOfPurchase(purchase), [])
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const purchase = await purchaseOfRequest(request)
  const read = readPurchaseForm(request.form)
  if (!read.ok) return show(request, purchase, request.form, read.errors)
  const version = Number(typed(request.form, 'version')) || 0
  const decision = await changePurchase(request.ctx, purchase.id, version, read.value)
  if (decision.ok) return redirect(purchasePath(purchase.id))
  const message = purchaseSentence(decision)
  return show(request, purchase, request.form, [{ field: PURCHASE_FIELD[decision.refusal], message }])
}
