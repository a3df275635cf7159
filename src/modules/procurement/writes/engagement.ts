import { z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { inReading } from '../../../platform/reading.ts'
import { dayField } from '../../../platform/writes/fields.ts'
import { refused, type Write, type Written } from '../../../platform/writes/write.ts'
import {
  addEvent,
  addNote,
  addQuestion,
  answerQuestion,
  inviteSuppliers,
  recordReply,
} from '../actions/engagement.ts'
import { describeEngagement } from '../describe-planning.ts'
import { readDirectoryInvitees } from '../directory-invitees.ts'
import { ENGAGEMENT_REFUSALS } from '../messages/engagement-words.ts'
import {
  ENGAGEMENT_LIMITS,
  type EngagementRefusal,
  EVENT_KINDS,
  type EventKind,
  REPLIES,
  type Reply,
} from '../model/engagement.ts'
import type { ProcurementTables } from '../tables.ts'
import { type PlanningRow, planningWrite } from './planning-write.ts'

const { text: LONG, name: NAME, invitations: MOST } = ENGAGEMENT_LIMITS

const told = async (ctx: Context, purchaseId: string, made: object = {}): Promise<Written> => ({
  ok: true,
  isNew: true,
  value: {
    ...made,
    ...(await inReading(ctx, (db: Reader<ProcurementTables>) => describeEngagement(db, purchaseId))),
  },
})
const toldOr = (
  ctx: Context,
  purchaseId: string,
  decision: Decision<unknown, EngagementRefusal>,
  made: object = {},
): Promise<Written> | Written =>
  decision.ok ? told(ctx, purchaseId, made) : refused(decision.refusal, ENGAGEMENT_REFUSALS[decision.refusal])

type Row = Omit<PlanningRow<z.ZodType>, 'write' | 'body' | 'method' | 'access' | 'answer'>
const row = <Body extends z.ZodType>(about: Row & Pick<PlanningRow<Body>, 'body' | 'write'>): Write =>
  planningWrite({
    method: 'POST',
    access: 'procurement.manage',
    answer: z.looseObject({ events: z.array(z.looseObject({ title: z.string() })) }),
    ...about,
  })

const invitee = z.object({
  supplierName: textField('the name', NAME),
  email: z
    .email()
    .max(254)
    .transform((text) => text.toLowerCase()),
})

export const engagementWrites: readonly Write[] = [
  row({
    command: 'pipeline engagement event',
    path: 'engagement/events',
    audit: 'ENGAGEMENT_EVENT_ADDED',
    summary: 'Plan an event of preliminary market engagement; gives its id as “made”',
    body: z.object({
      title: textField('what the event is called', NAME),
      kind: z.enum(Object.keys(EVENT_KINDS) as [EventKind, ...EventKind[]]),
      heldOn: dayField,
      place: optionalText('where it is', NAME),
      about: optionalText('what it is about', LONG),
    }),
    example: '{"title":"Walk round the parks","kind":"visit","heldOn":"2027-02-15","place":"Town Hall"}',
    write: async (ctx, purchaseId, draft) =>
      told(ctx, purchaseId, { made: await addEvent(ctx, purchaseId, draft) }),
  }),
  row({
    command: 'pipeline engagement invite',
    path: 'engagement/invitations',
    audit: 'SUPPLIERS_INVITED',
    summary: 'Invite suppliers to an event by letter, by address or by their entry in the directory',
    limitPerMinute: 20,
    body: z.object({
      eventId: z.uuid(),
      invitees: z.array(invitee).max(MOST).default([]),
      entries: z.array(z.uuid()).max(MOST).default([]).describe('ids of entries of the directory'),
    }),
    example:
      '{"eventId":"0199…","invitees":[{"supplierName":"Green Hands CIC","email":"hello@greenhands.example"}]}',
    write: async (ctx, purchaseId, { eventId, invitees, entries }) => {
      const listed = await readDirectoryInvitees(ctx, entries)
      const byAddress = new Map([...invitees, ...listed].map((each) => [each.email, each]))
      if (byAddress.size === 0)
        return refused('nobody-to-invite', 'Name at least one supplier who shows an address to write to.')
      const invited = await inviteSuppliers(ctx, purchaseId, eventId, [...byAddress.values()])
      return toldOr(ctx, purchaseId, invited, invited.ok ? { letters: invited.value } : {})
    },
  }),
  row({
    command: 'pipeline engagement reply',
    path: 'engagement/replies',
    audit: 'INVITATION_ANSWERED',
    summary: 'Say whether somebody who was invited comes',
    body: z.object({
      invitationId: z.uuid(),
      reply: z.enum(Object.keys(REPLIES) as [Reply, ...Reply[]]),
    }),
    example: '{"invitationId":"0199…","reply":"coming"}',
    write: async (ctx, purchaseId, { invitationId, reply }) =>
      (await recordReply(ctx, purchaseId, invitationId, reply))
        ? told(ctx, purchaseId)
        : refused('invitation-unknown', 'There is no such invitation.'),
  }),
  row({
    command: 'pipeline engagement question',
    path: 'engagement/questions',
    audit: 'ENGAGEMENT_QUESTION_ADDED',
    summary: 'Keep a question from the market; who asked is told to nobody; gives its id as “made”',
    body: z.object({
      askedBy: optionalText('who asked', NAME),
      question: textField('the question', LONG),
    }),
    example: '{"askedBy":"Green Hands CIC","question":"May two of us bid together?"}',
    write: async (ctx, purchaseId, draft) =>
      told(ctx, purchaseId, { made: await addQuestion(ctx, purchaseId, draft) }),
  }),
  row({
    command: 'pipeline engagement answer',
    path: 'engagement/answers',
    audit: 'ENGAGEMENT_QUESTION_ANSWERED',
    summary: 'Answer a question from the market, once and for everybody',
    body: z.object({ questionId: z.uuid(), answer: textField('the answer', LONG) }),
    example: '{"questionId":"0199…","answer":"Yes, as a consortium."}',
    write: async (ctx, purchaseId, { questionId, answer }) =>
      toldOr(ctx, purchaseId, await answerQuestion(ctx, purchaseId, questionId, answer)),
  }),
  row({
    command: 'pipeline engagement note',
    path: 'engagement/notes',
    audit: 'ENGAGEMENT_NOTED',
    summary: 'Note what was learned from the market; a change of the ask can name it; gives its id as “made”',
    body: z.object({
      learned: textField('what was learned', LONG),
      soWhat: optionalText('what it should change', LONG),
      eventId: z.uuid().nullable().default(null),
    }),
    example: '{"learned":"Lots of £80,000 would let small firms bid.","soWhat":"Three lots"}',
    write: async (ctx, purchaseId, draft) => {
      const noted = await addNote(ctx, purchaseId, draft)
      return toldOr(ctx, purchaseId, noted, noted.ok ? { made: noted.value } : {})
    },
  }),
]
