import { getOrganisation, type IdentityTables, type OrganisationId, type Who, whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { writeLetter } from '../../../platform/mail.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { engagementLetter } from '../letters.ts'
import {
  ENGAGEMENT_LIMITS,
  type EngagementEvent,
  type EngagementNote,
  type EngagementRefusal,
  type Reply,
} from '../model/engagement.ts'
import type { Purchase } from '../model/purchase.ts'
import type { Invitee } from '../rules/invitations.ts'
import {
  insertEvent,
  insertInvitation,
  insertNote,
  insertQuestion,
  readEngagement,
  setAnswer,
  setReply,
} from '../store/engagement.ts'
import { lockPurchase } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'

type Tx = Writer<ProcurementTables>
type Outcome<Value> = Decision<Value, EngagementRefusal>

const forPurchase = <Result>(
  ctx: Context,
  purchaseId: string,
  work: (tx: Tx, who: Who, purchase: Purchase) => Promise<Result>,
): Promise<Result> =>
  inTransaction<ProcurementTables, Result>(ctx, async (tx) => {
    const purchase = await lockPurchase(tx, purchaseId)
    return work(tx, await whoActs(tx, ctx), purchase)
  })

/** Plans an event; gives its id. */
export const addEvent = (
  ctx: Context,
  purchaseId: string,
  draft: Omit<EngagementEvent, 'id'>,
): Promise<string> =>
  forPurchase(ctx, purchaseId, async (tx, { authorityId }) => {
    const id = newId()
    await insertEvent(tx, authorityId, purchaseId, { ...draft, id })
    const facts = { title: draft.title, heldOn: draft.heldOn }
    await recordAudit(tx, ctx, { name: 'ENGAGEMENT_EVENT_ADDED', subject: purchaseId, facts })
    return id
  })

/** Writes to those who were not invited yet; gives how many letters go out. */
export const inviteSuppliers = (
  ctx: Context,
  purchaseId: string,
  eventId: string,
  invitees: readonly Invitee[],
): Promise<Outcome<number>> =>
  forPurchase<Outcome<number>>(ctx, purchaseId, async (tx, { authorityId }, purchase) => {
    const { events, invitations } = await readEngagement(tx, purchaseId)
    const event = events.find(({ id }) => id === eventId)
    if (!event) return refuse('event-unknown')
    const already = invitations.filter((one) => one.eventId === eventId)
    const fresh = invitees.filter(({ email }) => !already.some((one) => one.email === email))
    if (fresh.length === 0) return refuse('invited-already')
    if (already.length + fresh.length > ENGAGEMENT_LIMITS.invitations) return refuse('too-many-invited')
    const { name } = await getOrganisation(
      tx as unknown as Reader<IdentityTables>,
      authorityId as OrganisationId,
    )
    for (const invitee of fresh) {
      const invitation = {
        id: newId(),
        eventId,
        ...invitee,
        entryId: invitee.entryId ?? null,
        reply: 'none',
        invitedAt: ctx.clock.now(),
      } as const
      await insertInvitation(tx, authorityId, invitation)
      const mailId = await writeLetter(tx as never, engagementLetter(name, purchase.title, event, invitee))
      await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
    }
    const facts = { event: event.title, invited: fresh.length }
    await recordAudit(tx, ctx, { name: 'SUPPLIERS_INVITED', subject: purchaseId, facts })
    return accept(fresh.length)
  })

export const recordReply = (
  ctx: Context,
  purchaseId: string,
  invitationId: string,
  reply: Reply,
): Promise<boolean> =>
  forPurchase(ctx, purchaseId, async (tx) => {
    const isKnown = await setReply(tx, invitationId, reply)
    if (isKnown)
      await recordAudit(tx, ctx, { name: 'INVITATION_ANSWERED', subject: purchaseId, facts: { reply } })
    return isKnown
  })

/** Keeps a question; who asked is never published. */
export const addQuestion = (
  ctx: Context,
  purchaseId: string,
  draft: { readonly askedBy: string; readonly question: string },
): Promise<string> =>
  forPurchase(ctx, purchaseId, async (tx, { authorityId }) => {
    const id = newId()
    const question = { ...draft, id, answer: null, askedOn: today(ctx), answeredOn: null }
    await insertQuestion(tx, authorityId, purchaseId, question)
    await recordAudit(tx, ctx, { name: 'ENGAGEMENT_QUESTION_ADDED', subject: purchaseId })
    return id
  })

/** Answers a question once; the answer is for everybody, so it is not taken back. */
export const answerQuestion = (
  ctx: Context,
  purchaseId: string,
  questionId: string,
  answer: string,
): Promise<Outcome<null>> =>
  forPurchase<Outcome<null>>(ctx, purchaseId, async (tx) => {
    const { questions } = await readEngagement(tx, purchaseId)
    const question = questions.find(({ id }) => id === questionId)
    if (!question) return refuse('question-unknown')
    if (question.answer !== null) return refuse('already-answered')
    await setAnswer(tx, questionId, answer, today(ctx))
    await recordAudit(tx, ctx, { name: 'ENGAGEMENT_QUESTION_ANSWERED', subject: purchaseId })
    return accept(null)
  })

/** Notes what was learned; a later change of the ask names the note it came from. */
export const addNote = (
  ctx: Context,
  purchaseId: string,
  draft: Pick<EngagementNote, 'learned' | 'soWhat' | 'eventId'>,
): Promise<Outcome<string>> =>
  forPurchase<Outcome<string>>(ctx, purchaseId, async (tx, { authorityId, personName }) => {
    const { events } = await readEngagement(tx, purchaseId)
    if (draft.eventId !== null && !events.some(({ id }) => id === draft.eventId))
      return refuse('event-unknown')
    const id = newId()
    await insertNote(tx, authorityId, purchaseId, { ...draft, id, personName, notedOn: today(ctx) })
    await recordAudit(tx, ctx, { name: 'ENGAGEMENT_NOTED', subject: purchaseId })
    return accept(id)
  })
