import { h } from 'preact'
import { z } from 'zod'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import {
  addEvent,
  addNote,
  addQuestion,
  answerQuestion,
  inviteSuppliers,
  recordReply,
} from '../actions/engagement.ts'
import { ENGAGEMENT_REFUSALS } from '../messages/engagement-words.ts'
import {
  ENGAGEMENT_LIMITS,
  type EngagementRefusal,
  EVENT_KINDS,
  type EventKind,
  REPLIES,
  type Reply,
} from '../model/engagement.ts'
import { purchasePath } from '../paths.ts'
import { readInvitees } from '../rules/invitations.ts'
import { listRevisions } from '../store/asks.ts'
import { readEngagement } from '../store/engagement.ts'
import { getPurchase } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { askPath, openText, purchaseIdOf, shortText } from './ask-request.ts'
import { ShowEngagementView } from './show-engagement.view.tsx'

const { text: LONG, name: NAME } = ENGAGEMENT_LIMITS
const EventForm = z.object({
  title: shortText('what the event is called', NAME),
  kind: z
    .string()
    .refine((kind): kind is EventKind => Object.hasOwn(EVENT_KINDS, kind), 'Choose what kind of event it is'),
  heldOn: z
    .string()
    .trim()
    .refine((text) => parsePlainDate(text) !== undefined, 'Enter the day of the event, such as 2027-02-15'),
  place: openText('where it is', NAME),
  about: openText('what it is about', LONG),
})
const InviteForm = z.object({
  eventId: z.string().default(''),
  invitees: shortText('one name and address a line', 40_000),
})
const QuestionForm = z.object({
  askedBy: openText('who asked', NAME),
  question: shortText('the question', LONG),
})
const AnswerForm = z.object({ answer: shortText('the answer', LONG) })
const NoteForm = z.object({
  learned: shortText('what was learned', LONG),
  soWhat: openText('what it should change', LONG),
  noteEvent: z.string().default(''),
})

export const engagementPath = (purchaseId: string): string => purchasePath(purchaseId, 'engagement')

const show = async (request: PageRequest, errors: readonly FieldError[] = []): Promise<Answer> => {
  const id = purchaseIdOf(request)
  const { purchase, engagement, revisions } = await inReading(
    request.ctx,
    async (db: Reader<ProcurementTables>) => ({
      purchase: await getPurchase(db, id),
      engagement: await readEngagement(db, id),
      revisions: await listRevisions(db, id),
    }),
  )
  const isForm = errors.length > 0
  const view = {
    title: purchase.title,
    at: engagementPath(id),
    askAt: askPath(id),
    engagement,
    changedBy: (noteId: string) =>
      revisions
        .filter((revision) => revision.noteId === noteId)
        .map(({ revision }) => revision)
        .reverse(),
    text: (name: string) =>
      isForm ? typed(request.form, name) : name === 'heldOn' ? today(request.ctx) : '',
    mayEdit: request.visitor.permissions.has('procurement.manage'),
    errors,
  }
  return page(`What the market says: ${purchase.title}`, h(ShowEngagementView, view), {
    status: isForm ? 400 : 200,
    hasErrors: isForm,
    width: 'wide',
    backLink: { href: purchasePath(id), text: purchase.title },
  })
}

const again = (request: PageRequest): Answer => redirect(engagementPath(purchaseIdOf(request)))
const refused = (request: PageRequest, refusal: EngagementRefusal, field = ''): Promise<Answer> =>
  show(request, [{ field, message: ENGAGEMENT_REFUSALS[refusal] }])

export const get = (request: PageRequest): Promise<Answer> => show(request)

export const postEvent = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(EventForm, request.form)
  if (!form.ok) return show(request, form.errors)
  await addEvent(request.ctx, purchaseIdOf(request), { ...form.value, kind: form.value.kind as EventKind })
  return again(request)
}

export const postInvite = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(InviteForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const { invitees, unread } = readInvitees(form.value.invitees)
  if (unread.length > 0)
    return show(request, [
      {
        field: 'invitees',
        message: `Enter a name and an e-mail address on each line; this line has none: ${(unread[0] ?? '').slice(0, 80)}`,
      },
    ])
  const invited = await inviteSuppliers(request.ctx, purchaseIdOf(request), form.value.eventId, invitees)
  return invited.ok ? again(request) : refused(request, invited.refusal, 'invitees')
}

export const postReply = async (request: PageRequest): Promise<Answer> => {
  const { invitationId = '' } = request.params
  const reply = typed(request.form, 'reply')
  if (isId(invitationId) && Object.hasOwn(REPLIES, reply))
    await recordReply(request.ctx, purchaseIdOf(request), invitationId, reply as Reply)
  return again(request)
}

export const postQuestion = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(QuestionForm, request.form)
  if (!form.ok) return show(request, form.errors)
  await addQuestion(request.ctx, purchaseIdOf(request), form.value)
  return again(request)
}

export const postAnswer = async (request: PageRequest): Promise<Answer> => {
  const { questionId = '' } = request.params
  const form = readForm(AnswerForm, request.form)
  if (!form.ok)
    return show(
      request,
      form.errors.map(({ message }) => ({ field: `answer-${questionId}`, message })),
    )
  const answered = isId(questionId)
    ? await answerQuestion(request.ctx, purchaseIdOf(request), questionId, form.value.answer)
    : ({ ok: false, refusal: 'question-unknown' } as const)
  return answered.ok ? again(request) : refused(request, answered.refusal)
}

export const postNote = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(NoteForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const { learned, soWhat, noteEvent } = form.value
  const eventId = isId(noteEvent) ? noteEvent : null
  const noted = await addNote(request.ctx, purchaseIdOf(request), { learned, soWhat, eventId })
  return noted.ok ? again(request) : refused(request, noted.refusal, 'noteEvent')
}
