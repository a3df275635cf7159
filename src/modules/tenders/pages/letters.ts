import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { optionalText } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { confirmQuestion } from '../actions/enquiries.ts'
import { confirmLetters, leaveLetters, wishForLetters } from '../actions/subscriptions.ts'
import { refusalSentence } from '../messages/words.ts'
import { readOpportunity } from '../read-opportunity.ts'
import { findTender } from '../store/tenders.ts'
import type { TendersTables } from '../tables.ts'
import { emailField } from './ask-question.ts'
import { FollowView, LettersView, LinkView } from './letters.view.tsx'
import { OPPORTUNITIES, opportunityPath } from './paths.ts'

const WishForm = z.object({
  email: emailField,
  words: optionalText('words', 200),
  categories: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((code) => code.replace(/-\d$/, '')),
    )
    .refine(
      (codes) => codes.length <= 20 && codes.every((code) => /^\d{2,8}$/.test(code)),
      'Enter CPV codes of two to eight digits, with spaces between them, or leave it empty',
    ),
  place: optionalText('a place', 100),
})

const BACK = { href: OPPORTUNITIES, text: 'Opportunities' }
const NAMES = ['email', 'words', 'categories', 'place'] as const

const show = (request: PageRequest, errors: readonly FieldError[]): Answer => {
  const fields = Object.fromEntries(
    NAMES.map((name) => [name, typed(request.form, name) || (request.query[name] ?? '')]),
  )
  const isSent = request.query.done === 'sent'
  return page('Letters about opportunities', h(LettersView, { errors, fields }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: BACK,
    notice: isSent
      ? { kind: 'success', text: 'We have sent a link to your address. Letters begin when you open it.' }
      : undefined,
  })
}

export const get = async (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(WishForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const wished = await wishForLetters(request.ctx, {
    ...form.value,
    email: String(form.value.email),
    tenderId: null,
  })
  return wished.ok
    ? redirect(`${OPPORTUNITIES}/letters?done=sent`)
    : show(request, [{ field: 'email', message: refusalSentence(wished) }])
}

const findFollowed = (request: PageRequest) =>
  inReading(request.ctx, (db: Reader<TendersTables>) => readOpportunity(db, request.params.reference ?? ''))

const showFollow = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { tender } = await findFollowed(request)
  const body = h(FollowView, { tender, errors, email: typed(request.form, 'email') })
  return page('Get letters about this one', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: opportunityPath(tender.reference), text: tender.title },
  })
}

export const getFollow = (request: PageRequest): Promise<Answer> => showFollow(request, [])

export const postFollow = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(z.object({ email: emailField }), request.form)
  if (!form.ok) return showFollow(request, form.errors)
  const { tender } = await findFollowed(request)
  const wish = { email: String(form.value.email), tenderId: tender.id, words: '', categories: [], place: '' }
  const wished = await wishForLetters(request.ctx, wish)
  return wished.ok
    ? redirect(`${opportunityPath(tender.reference)}?done=letters`)
    : showFollow(request, [{ field: 'email', message: refusalSentence(wished) }])
}

/** A link in a letter opens a page with a button: programs that look at letters open links too. */
const linkPage = (title: string, button: string, text: string): Promise<Answer> =>
  Promise.resolve(page(title, h(LinkView, { title, button, text }), { backLink: BACK }))
const donePage = (title: string, text: string): Answer =>
  page(title, h(LinkView, { title, text, button: null }), { backLink: BACK })

export const getConfirm = (): Promise<Answer> =>
  linkPage(
    'Begin letters',
    'Begin',
    'You hear of new opportunities that fit, and of changes. Each letter can end them.',
  )

export const postConfirm = async ({ ctx, params }: PageRequest): Promise<Answer> => {
  await confirmLetters(ctx, params.token ?? '')
  return donePage(
    'Letters have begun',
    'You hear from us when something fits. Each letter has a link to end them.',
  )
}

export const getLeave = (): Promise<Answer> =>
  linkPage('End letters', 'End them', 'You get no more of these letters.')

export const postLeave = async ({ ctx, params }: PageRequest): Promise<Answer> => {
  await leaveLetters(ctx, params.token ?? '')
  return donePage('Letters have ended', 'You get no more of these letters.')
}

export const getQuestion = (): Promise<Answer> =>
  linkPage('Send your question', 'Send it', 'The answer goes to everybody at once, without your name.')

export const postQuestion = async ({ ctx, params }: PageRequest): Promise<Answer> => {
  const tenderId = await confirmQuestion(ctx, params.token ?? '')
  const tender = await inReading(ctx, (db: Reader<TendersTables>) => findTender(db, tenderId))
  return redirect(tender ? `${opportunityPath(tender.reference)}?done=asked` : OPPORTUNITIES)
}
