import { h } from 'preact'
import { addDays } from '../../../kernel/plain-date.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { createPurchase } from '../actions/purchases.ts'
import { PURCHASE_FIELD, purchaseSentence } from '../messages/purchase-words.ts'
import type { ContractEnding } from '../model/contract-ending.ts'
import { PIPELINE_PATH, purchasePath } from '../paths.ts'
import { findContractEnding } from '../store/contract-endings.ts'
import type { ProcurementTables } from '../tables.ts'
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

/** What a purchase takes over from the contract that it follows: it is to begin on the day after. */
const fieldsFollowing = async (
  ctx: PageRequest['ctx'],
  reference: string,
): Promise<Record<string, string>> => {
  const ending = await inReading<ProcurementTables, ContractEnding | undefined>(ctx, (db) =>
    findContractEnding(db, reference),
  )
  if (!ending) return {}
  return {
    title: ending.title,
    department: ending.department,
    expiringContract: ending.reference,
    ...(ending.endsOn && { expiringOn: ending.endsOn, startsOn: addDays(ending.endsOn, 1) }),
  }
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const { title = '', category = '', follows = '' } = request.query
  const taken = follows === '' ? {} : await fieldsFollowing(request.ctx, follows.slice(0, 200))
  return show(request, { title, category, ...taken }, [])
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const read = readPurchaseForm(request.form)
  if (!read.ok) return show(request, request.form, read.errors)
  const decision = await createPurchase(request.ctx, read.value)
  if (decision.ok) return redirect(purchasePath(decision.value.id))
  return show(request, request.form, [
    { field: PURCHASE_FIELD[decision.refusal], message: purchaseSentence(decision) },
  ])
}
