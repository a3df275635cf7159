import { h } from 'preact'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { answerLawFacts } from '../actions/purchases.ts'
import { explainPurchase } from '../law-of-purchase.ts'
import { purchaseSentence } from '../messages/purchase-words.ts'
import type { Purchase } from '../model/purchase.ts'
import { purchasePath } from '../paths.ts'
import { fieldsOfFacts, readLawFacts } from '../typed-law-facts.ts'
import { AnswerLawFactsView } from './answer-law-facts.view.tsx'
import { purchaseOfRequest } from './purchase-request.ts'

const show = (
  purchase: Purchase,
  fields: PageRequest['form'],
  version: number,
  errors: readonly FieldError[],
): Answer => {
  const view = {
    purchase,
    version,
    errors,
    text: (name: string) => typed(fields, name),
    chosen: (name: string) => [fields[name] ?? []].flat(),
    questions: explainPurchase(purchase).questions,
  }
  return page(`Facts for the law: ${purchase.title}`, h(AnswerLawFactsView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: purchasePath(purchase.id, 'law'), text: 'What the law says' },
  })
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const purchase = await purchaseOfRequest(request)
  return show(purchase, fieldsOfFacts(purchase.facts), purchase.version, [])
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const purchase = await purchaseOfRequest(request)
  const version = Number(typed(request.form, 'version')) || 0
  const { facts, errors } = readLawFacts(request.form, purchase.facts)
  if (errors.length > 0) return show(purchase, request.form, version, errors)
  const decision = await answerLawFacts(request.ctx, purchase.id, version, facts)
  if (decision.ok) return redirect(purchasePath(purchase.id, 'law'))
  return show(purchase, request.form, version, [{ field: '', message: purchaseSentence(decision) }])
}
