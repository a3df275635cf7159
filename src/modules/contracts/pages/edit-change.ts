import { h } from 'preact'
import { z } from 'zod'
import { readDecimal } from '../../../kernel/exact.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText, readDayFields, textField, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { proposeAdjustment } from '../actions/adjustments.ts'
import { replacementOf } from '../commitment-text.ts'
import { lifeSentence } from '../messages/life.ts'
import { CHANGE_QUESTIONS, type ChangeAnswers, type LifeRefusal, WAYS } from '../model/life.ts'
import type { Commitment } from '../model.ts'
import { isReplaced } from '../rules/as-it-stood.ts'
import { listCommitments } from '../store/commitments.ts'
import { getContract } from '../store/contracts.ts'
import { listReviews } from '../store/reviews.ts'
import type { ContractsTables } from '../tables.ts'
import { EditChangeView } from './edit-change.view.tsx'
import { optionalDecimal } from './edit-indicator.ts'
import { pounds, typedTexts } from './fields.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'

const ChangeForm = z.object({
  reviewId: optionalText('a review', 40),
  way: z.enum(WAYS, { error: 'Choose how the contract changes' }),
  title: textField('a title', 200),
  reason: textField('why', 4000),
  value: pounds('what the contract is worth then'),
  commitmentId: optionalText('a commitment', 40),
  newTitle: optionalText('what comes in its place', 300),
  newQuantity: optionalDecimal('how many'),
  newUnit: optionalText('a unit', 60),
  newUnitValue: optionalDecimal('the value of one'),
})
const NAMES = Object.keys(ChangeForm.shape) as (keyof typeof ChangeForm.shape)[]

const readAll = (request: PageRequest) =>
  inReading(request.ctx, async (db: Reader<ContractsTables>) => {
    const contract = await getContract(db, idOf(request, 'contractId'))
    const held = (one: Commitment) => !isReplaced(one, today(request.ctx)) && one.untilOn === null
    return {
      contract,
      commitments: (await listCommitments(db, contract.id)).filter(held),
      reviews: (await listReviews(db, contract.id)).filter(({ isReviewPoint }) => isReviewPoint),
    }
  })
type All = Awaited<ReturnType<typeof readAll>>

const show = (request: PageRequest, all: All, errors: readonly FieldError[]): Answer => {
  const { form, query } = request
  const isTyped = errors.length > 0
  const body = h(EditChangeView, {
    ...all,
    errors,
    fields: isTyped
      ? typedTexts(form, NAMES)
      : { reviewId: query.review ?? '', way: query.way ?? '', newUnit: '', newTitle: '' },
    answers: Object.fromEntries(CHANGE_QUESTIONS.map((name) => [name, typed(form, name)])),
    endsOn: typedDay(form, 'endsOn'),
  })
  return pageOfContract(request, body, errors, {
    title: 'Propose a change',
    back: { href: `${contractPath(all.contract.id)}/reviews`, text: 'Reviews and changes' },
  })
}

export const get = async (request: PageRequest): Promise<Answer> => show(request, await readAll(request), [])

/** Only what was answered is known; the rest the law asks about. */
const answersOf = ({ form }: PageRequest): ChangeAnswers =>
  Object.fromEntries(
    CHANGE_QUESTIONS.flatMap((name) => {
      const answer = typed(form, name)
      return answer === 'yes' || answer === 'no' ? [[name, answer === 'yes']] : []
    }),
  )

const FIELD_OF: Readonly<Partial<Record<LifeRefusal, string>>> = {
  'reason-needed': 'reason',
  'not-an-agreed-way': 'way',
  'nothing-changes': 'value',
  'ends-before-start': 'endsOn-day',
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const all = await readAll(request)
  const form = readForm(ChangeForm, request.form)
  const ends = readDayFields(request.form, 'endsOn', 'the new last day', false)
  if (!form.ok || !ends.ok)
    return show(
      request,
      all,
      [form, ends].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const { reviewId, way, title, reason, value, commitmentId } = form.value
  const goes = all.commitments.find(({ id }) => id === commitmentId)
  const { newTitle, newUnit, newQuantity, newUnitValue } = form.value
  const newCommitment =
    newQuantity === null || readDecimal(newQuantity)?.isZero()
      ? null
      : replacementOf(
          { title: newTitle, unit: newUnit, quantity: newQuantity, unitValue: newUnitValue },
          goes,
        )
  if (newCommitment && (newCommitment.title === '' || newCommitment.unit === ''))
    return show(request, all, [
      { field: 'newTitle', message: 'Enter what comes in its place, and of what unit' },
    ])
  const proposed = await proposeAdjustment(request.ctx, all.contract.id, {
    reviewId: reviewId || null,
    way,
    title,
    reason,
    valuePence: value,
    endsOn: ends.value,
    commitmentId: goes?.id ?? null,
    newCommitment,
    answers: answersOf(request),
  })
  return proposed.ok
    ? redirect(`${contractPath(all.contract.id)}/changes/${proposed.value}?done=proposed`)
    : show(request, all, [
        { field: FIELD_OF[proposed.refusal] ?? 'newQuantity', message: lifeSentence(proposed) },
      ])
}
