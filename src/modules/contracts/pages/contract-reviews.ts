import { h } from 'preact'
import { z } from 'zod'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf, listOf, readDayFields, textField, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { planReview } from '../actions/reviews.ts'
import { WAYS, type Way } from '../model/life.ts'
import { listAdjustments } from '../store/adjustments.ts'
import { getContract } from '../store/contracts.ts'
import { listReviews } from '../store/reviews.ts'
import type { ContractsTables } from '../tables.ts'
import { totalOf } from '../try-adjustment.ts'
import { ContractReviewsView } from './contract-reviews.view.tsx'
import { typedTexts } from './fields.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, form, visitor } = request
  const id = idOf(request, 'contractId')
  const read = await inReading(ctx, async (db: Reader<ContractsTables>) => ({
    contract: await getContract(db, id),
    reviews: await listReviews(db, id),
    adjustments: await listAdjustments(db, id),
  }))
  const body = h(ContractReviewsView, {
    ...read,
    total: totalOf(read.adjustments, read.contract, null),
    on: today(ctx),
    errors,
    fields: typedTexts(form, ['title', 'isReviewPoint']),
    ways: listOf(form, 'ways'),
    plannedOn: typedDay(form, 'plannedOn'),
    mayManage: visitor.permissions.has('contracts.manage'),
  })
  return pageOfContract(request, body, errors, {
    title: `Reviews of ${read.contract.title}`,
    back: { href: contractPath(id), text: read.contract.title },
    done: { planned: 'The review is planned.' },
    isWide: true,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const ReviewForm = z.object({
  title: textField('what the review is about', 200),
  isReviewPoint: z.literal('yes').optional(),
})

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(ReviewForm, request.form)
  const day = readDayFields(request.form, 'plannedOn', 'the day of the review')
  if (!form.ok || !day.ok || day.value === null)
    return show(
      request,
      [form, day].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const chosen = listOf(request.form, 'ways')
  const ways = WAYS.filter((way: Way) => chosen.includes(way))
  const isReviewPoint = form.value.isReviewPoint === 'yes'
  if (isReviewPoint && ways.length === 0)
    return show(request, [{ field: 'ways', message: 'Choose the ways to adjust that were agreed' }])
  const id = idOf(request, 'contractId')
  const draft = { title: form.value.title, plannedOn: day.value, isReviewPoint, ways }
  await planReview(request.ctx, id, draft)
  return redirect(`${contractPath(id)}/reviews?done=planned`)
}
