import { h } from 'preact'
import { type IdentityTables, listMembers, type Member } from '#identity'
import { today } from '../../../platform/context.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { askForOverride, decideOnOverride } from '../actions/local-rules.ts'
import { answerLawFacts } from '../actions/purchases.ts'
import { readLocalAnswers } from '../local-rules-of-purchase.ts'
import { overrideSentence } from '../messages/local-rule-words.ts'
import { purchaseSentence } from '../messages/purchase-words.ts'
import { LOCAL_FACTS, type LocalAnswer } from '../model/local-rule.ts'
import type { LawFacts, Purchase } from '../model/purchase.ts'
import { purchasePath } from '../paths.ts'
import { mayEdit } from '../rules/purchase.ts'
import type { ProcurementTables } from '../tables.ts'
import { mayManage, purchaseOfRequest } from './purchase-request.ts'
import { PurchaseRulesView } from './purchase-rules.view.tsx'

const namesOf = async ({ ctx }: PageRequest): Promise<ReadonlyMap<string, string>> => {
  const members = await inReading<IdentityTables, Member[]>(ctx, (db) =>
    listMembers(db, ctx.authorityId ?? ''),
  )
  return new Map(members.map(({ id, name }) => [id, name]))
}

const show = async (
  request: PageRequest,
  purchase: Purchase,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const { ctx, visitor } = request
  const answers = await inReading<ProcurementTables, LocalAnswer[]>(ctx, (db) =>
    readLocalAnswers(db, purchase, today(ctx)),
  )
  const view = {
    purchase,
    answers,
    names: await namesOf(request),
    mayAnswer: mayManage(request) && mayEdit(purchase),
    mayApprove: visitor.permissions.has('procurement.approve'),
    personId: visitor.personId,
    errors,
  }
  return page(`Our own rules: ${purchase.title}`, h(PurchaseRulesView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: purchasePath(purchase.id), text: purchase.title },
    width: 'wide',
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  show(request, await purchaseOfRequest(request), [])

const NUMBERS = [
  [LOCAL_FACTS.quotes, 'quotes', 'Enter how many quotes you have, as a whole number'],
  [LOCAL_FACTS.localQuotes, 'localQuotes', 'Enter how many of them are local, as a whole number'],
] as const

const readFacts = (form: PageRequest['form'], kept: LawFacts) => {
  const facts: Record<string, LawFacts[string]> = { ...kept }
  const errors: FieldError[] = []
  for (const [name, field, message] of NUMBERS) {
    const text = typed(form, field).trim()
    if (text === '') delete facts[name]
    else if (/^\d{1,3}$/.test(text)) facts[name] = Number(text)
    else errors.push({ field, message })
  }
  const considered = typed(form, 'considered')
  if (considered === 'yes' || considered === 'no') facts[LOCAL_FACTS.considered] = considered === 'yes'
  else delete facts[LOCAL_FACTS.considered]
  return { facts, errors }
}

/** Records what a rule asks to be shown. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const purchase = await purchaseOfRequest(request)
  const { facts, errors } = readFacts(request.form, purchase.facts)
  if (errors.length > 0) return show(request, purchase, errors)
  const version = Number(typed(request.form, 'version')) || 0
  const decision = await answerLawFacts(request.ctx, purchase.id, version, facts)
  if (decision.ok) return redirect(purchasePath(purchase.id, 'rules'))
  return show(request, purchase, [{ field: '', message: purchaseSentence(decision) }])
}

export const postOverride = async (request: PageRequest): Promise<Answer> => {
  const purchase = await purchaseOfRequest(request)
  const ruleId = typed(request.form, 'ruleId')
  if (!isId(ruleId)) return show(request, purchase, [{ field: '', message: 'Choose a rule of the list' }])
  const decision = await askForOverride(request.ctx, purchase.id, ruleId, typed(request.form, 'reason'))
  if (decision.ok) return redirect(purchasePath(purchase.id, 'rules'))
  return show(request, purchase, [{ field: `reason-${ruleId}`, message: overrideSentence(decision.refusal) }])
}

export const postVerdict = async (request: PageRequest): Promise<Answer> => {
  const purchase = await purchaseOfRequest(request)
  const overrideId = typed(request.form, 'overrideId')
  const decision = typed(request.form, 'decision') === 'approved' ? 'approved' : 'refused'
  if (!isId(overrideId))
    return show(request, purchase, [{ field: '', message: 'Choose a request of the list' }])
  const note = typed(request.form, 'note').slice(0, 2000)
  const outcome = await decideOnOverride(request.ctx, overrideId, { decision, note })
  if (outcome.ok) return redirect(purchasePath(purchase.id, 'rules'))
  return show(request, purchase, [
    { field: `note-${overrideId}`, message: overrideSentence(outcome.refusal) },
  ])
}
