import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText, readDayFields, textField, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { addReviewAction, finishReviewAction, holdReview } from '../actions/reviews.ts'
import { lifeSentence } from '../messages/life.ts'
import { getContract } from '../store/contracts.ts'
import { getReview, listReviewActions } from '../store/reviews.ts'
import type { ContractsTables } from '../tables.ts'
import { typedTexts } from './fields.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'
import { ShowReviewView } from './show-review.view.tsx'

const DONE: Readonly<Record<string, string>> = {
  held: 'Written down.',
  agreed: 'The action is written down.',
  finished: 'The action is done.',
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, form, visitor } = request
  const read = await inReading(ctx, async (db: Reader<ContractsTables>) => {
    const review = await getReview(db, idOf(request, 'reviewId'))
    if (review.contractId !== request.params.contractId) throw new NotFound()
    return {
      review,
      contract: await getContract(db, review.contractId),
      actions: (await listReviewActions(db, review.id)).get(review.id) ?? [],
    }
  })
  const fields = typedTexts(form, ['notes', 'what', 'owner'])
  const body = h(ShowReviewView, {
    ...read,
    errors,
    fields: { ...fields, notes: fields.notes || read.review.notes },
    heldOn: typedDay(form, 'heldOn'),
    dueOn: typedDay(form, 'dueOn'),
    mayManage: visitor.permissions.has('contracts.manage'),
  })
  return pageOfContract(request, body, errors, {
    title: read.review.title,
    back: { href: `${contractPath(read.contract.id)}/reviews`, text: 'Reviews and changes' },
    done: DONE,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const back = ({ params }: PageRequest, done: string): Answer =>
  redirect(`${contractPath(params.contractId ?? '')}/reviews/${params.reviewId}?done=${done}`)

export const postHeld = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(z.object({ notes: textField('what was said', 10_000) }), request.form)
  const day = readDayFields(request.form, 'heldOn', 'the day it was held')
  if (!form.ok || !day.ok || day.value === null)
    return show(
      request,
      [form, day].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const held = { heldOn: day.value, notes: form.value.notes }
  const kept = await holdReview(request.ctx, idOf(request, 'reviewId'), held)
  return kept.ok
    ? back(request, 'held')
    : show(request, [{ field: 'heldOn-day', message: lifeSentence(kept) }])
}

const ActionForm = z.object({
  what: textField('what is to be done', 500),
  owner: optionalText('who does it', 120),
})

export const postAction = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(ActionForm, request.form)
  const due = readDayFields(request.form, 'dueOn', 'the day it is due', false)
  if (!form.ok || !due.ok)
    return show(
      request,
      [form, due].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  await addReviewAction(request.ctx, idOf(request, 'reviewId'), { ...form.value, dueOn: due.value })
  return back(request, 'agreed')
}

export const postDone = async (request: PageRequest): Promise<Answer> => {
  const number = Number(typed(request.form, 'number'))
  if (Number.isInteger(number)) await finishReviewAction(request.ctx, idOf(request, 'reviewId'), number)
  return back(request, 'finished')
}
