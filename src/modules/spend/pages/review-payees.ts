import { h } from 'preact'
import { z } from 'zod'
import { actingAuthority } from '#identity'
import { SCHEMES } from '#suppliers'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { type Choice, decidePayees, undoDecision } from '../actions/decide-payees.ts'
import { basisWords } from '../basis-words.ts'
import { decideSentence } from '../messages.ts'
import { readDeciders, readPayeeCase, readReview } from '../review.ts'
import { ReviewPayeesView, ReviewPayeeView, type TypedDecision } from './review-payees.view.tsx'

const PATH = '/spend/review'

const place = (value: string | string[] | undefined): number =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : 0

const idOf = (value: string | undefined): number | null =>
  value !== undefined && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null

/** What was sent and refused: neither a number nor a tick taken away may be lost. */
const typedOf = ({ form }: PageRequest, errors: readonly FieldError[]): TypedDecision =>
  errors.length === 0
    ? null
    : {
        number: (typeof form.number === 'string' ? form.number : '').slice(0, 40),
        payees: new Set([form.payees ?? []].flat()),
      }

const show = async (request: PageRequest, at: number, errors: readonly FieldError[]): Promise<Answer> => {
  const review = await readReview(request.ctx, at)
  const nameOf = await readDeciders(request.ctx)
  const last = review.lastDecision
  const body = h(ReviewPayeesView, {
    ...review,
    errors,
    typed: typedOf(request, errors),
    basis: basisWords(review.basis),
    lastDecision: last && { ...last, by: nameOf(last.decidedBy) },
  })
  return page('Review list', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: '/spend/suppliers', text: 'Suppliers' },
  })
}

const showPayee = async (
  request: PageRequest,
  id: number,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const current = await readPayeeCase(request.ctx, id)
  if (!current) throw new NotFound('There is no such payee here, or its name is withheld.')
  const body = h(ReviewPayeeView, { current, errors, typed: typedOf(request, errors) })
  return page(`Who is ${current.payees[0]?.name}?`, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: `/spend/payees/${id}`, text: current.payees[0]?.name },
  })
}

export const get = (request: PageRequest): Promise<Answer> => {
  const payee = idOf(request.query.payee)
  return payee === null ? show(request, place(request.query.at), []) : showPayee(request, payee, [])
}

const NUMBER = new RegExp(`^(?:(${SCHEMES.join('|')})[ -])?([A-Za-z0-9]{1,12})$`)

const schema = z.object({
  payees: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z
      .array(z.string().regex(/^[1-9]\d{0,8}$/, 'Choose payees of the list'))
      .min(1, 'Tick at least one payee')
      .max(200, 'At most 200 payees at once'),
  ),
  choice: z.string().max(40).default('number'),
  number: z.string().trim().max(40).default(''),
})

/** What was chosen: `GB-COH 01234567`, `none`, or a number that was typed. Undefined where that is no number. */
const choiceOf = (answers: z.output<typeof schema>): Choice | undefined => {
  if (answers.choice === 'none') return null
  const found = NUMBER.exec(answers.choice === 'number' ? answers.number : answers.choice)
  if (!found) return undefined
  const [, scheme, number = ''] = found
  const isCompany = number.length === 8 || /^[A-Z]{2}/i.test(number)
  return { scheme: scheme ?? (isCompany ? 'GB-COH' : 'GB-CHC'), number: number.toUpperCase() }
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const ctx = { ...request.ctx, authorityId: actingAuthority(request.ctx) }
  const at = place(request.form.at)
  const payee = idOf(typeof request.form.payee === 'string' ? request.form.payee : undefined)
  const again = (field: string, message: string): Promise<Answer> =>
    payee === null ? show(request, at, [{ field, message }]) : showPayee(request, payee, [{ field, message }])
  const form = readForm(schema, request.form)
  if (!form.ok) return again('payees', form.errors[0]?.message ?? 'Choose again')
  const choice = choiceOf(form.value)
  if (choice === undefined)
    return again('number', 'Enter a company number of eight characters, or a charity number')
  const decided = await decidePayees(ctx, form.value.payees.map(Number), choice)
  if (!decided.ok)
    return again(decided.refusal === 'no-such-entry' ? 'number' : 'payees', decideSentence(decided.refusal))
  return redirect(payee === null ? `${PATH}?at=${at}` : `/spend/payees/${payee}`)
}

export const postUndo = async (request: PageRequest): Promise<Answer> => {
  const ctx = { ...request.ctx, authorityId: actingAuthority(request.ctx) }
  const batch = typeof request.form.batch === 'string' ? request.form.batch : ''
  const isBatch = z.uuid().safeParse(batch).success
  const undone = isBatch ? await undoDecision(ctx, batch) : null
  if (undone === null || !undone.ok) throw new NotFound('There is no such decision any more.')
  return redirect(
    request.form.from === 'decisions' ? `${PATH}/decisions` : `${PATH}?at=${place(request.form.at)}`,
  )
}
