import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import type {
  Engagement,
  EngagementEvent,
  EngagementInvitation,
  EngagementNote,
  EngagementQuestion,
  Reply,
} from '../model/engagement.ts'
import type { ProcurementTables } from '../tables.ts'

type Db = Reader<ProcurementTables>
type Tx = Writer<ProcurementTables>

export const listEvents = (db: Db, purchaseId: string): Promise<EngagementEvent[]> =>
  db
    .selectFrom('procurement.engagement_event')
    .select(['id', 'title', 'kind', 'held_on as heldOn', 'place', 'about'])
    .where('purchase_id', '=', purchaseId)
    .orderBy('held_on')
    .orderBy('id')
    .execute()

export const listNotes = (db: Db, purchaseId: string): Promise<EngagementNote[]> =>
  db
    .selectFrom('procurement.engagement_note')
    .select([
      'id',
      'event_id as eventId',
      'learned',
      'so_what as soWhat',
      'person_name as personName',
      'noted_on as notedOn',
    ])
    .where('purchase_id', '=', purchaseId)
    .orderBy('noted_on')
    .orderBy('id')
    .execute()

const listInvitations = (db: Db, purchaseId: string): Promise<EngagementInvitation[]> =>
  db
    .selectFrom('procurement.engagement_invitation as invitation')
    .innerJoin('procurement.engagement_event as event', (join) =>
      join
        .onRef('event.authority_id', '=', 'invitation.authority_id')
        .onRef('event.id', '=', 'invitation.event_id'),
    )
    .select([
      'invitation.id as id',
      'invitation.event_id as eventId',
      'invitation.supplier_name as supplierName',
      'invitation.email as email',
      'invitation.entry_id as entryId',
      'invitation.reply as reply',
      'invitation.invited_at as invitedAt',
    ])
    .where('event.purchase_id', '=', purchaseId)
    .orderBy('invitation.supplier_name')
    .orderBy('invitation.id')
    .execute()

const listQuestions = (db: Db, purchaseId: string): Promise<EngagementQuestion[]> =>
  db
    .selectFrom('procurement.engagement_question')
    .select([
      'id',
      'asked_by as askedBy',
      'question',
      'answer',
      'asked_on as askedOn',
      'answered_on as answeredOn',
    ])
    .where('purchase_id', '=', purchaseId)
    .orderBy('asked_on')
    .orderBy('id')
    .execute()

export const readEngagement = async (db: Db, purchaseId: string): Promise<Engagement> => ({
  events: await listEvents(db, purchaseId),
  invitations: await listInvitations(db, purchaseId),
  questions: await listQuestions(db, purchaseId),
  notes: await listNotes(db, purchaseId),
})

export const insertEvent = async (
  tx: Tx,
  authorityId: string,
  purchaseId: string,
  event: EngagementEvent,
): Promise<void> => {
  const { id, title, kind, heldOn, place, about } = event
  await tx
    .insertInto('procurement.engagement_event')
    .values({
      authority_id: authorityId,
      purchase_id: purchaseId,
      id,
      title,
      kind,
      held_on: heldOn,
      place,
      about,
    })
    .execute()
}

export const insertInvitation = async (
  tx: Tx,
  authorityId: string,
  { id, eventId, supplierName, email, entryId, invitedAt }: EngagementInvitation,
): Promise<void> => {
  await tx
    .insertInto('procurement.engagement_invitation')
    .values({
      authority_id: authorityId,
      id,
      event_id: eventId,
      supplier_name: supplierName,
      email,
      entry_id: entryId,
      invited_at: invitedAt,
    })
    .execute()
}

export const setReply = async (tx: Tx, invitationId: string, reply: Reply): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('procurement.engagement_invitation')
    .set({ reply })
    .where('id', '=', invitationId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const insertQuestion = async (
  tx: Tx,
  authorityId: string,
  purchaseId: string,
  { id, askedBy, question, askedOn }: EngagementQuestion,
): Promise<void> => {
  await tx
    .insertInto('procurement.engagement_question')
    .values({
      authority_id: authorityId,
      purchase_id: purchaseId,
      id,
      asked_by: askedBy,
      question,
      answer: null,
      asked_on: askedOn,
      answered_on: null,
    })
    .execute()
}

export const setAnswer = async (tx: Tx, id: string, answer: string, answeredOn: PlainDate): Promise<void> => {
  await tx
    .updateTable('procurement.engagement_question')
    .set({ answer, answered_on: answeredOn })
    .where('id', '=', id)
    .execute()
}

export const insertNote = async (
  tx: Tx,
  authorityId: string,
  purchaseId: string,
  { id, eventId, learned, soWhat, personName, notedOn }: EngagementNote,
): Promise<void> => {
  await tx
    .insertInto('procurement.engagement_note')
    .values({
      authority_id: authorityId,
      purchase_id: purchaseId,
      id,
      event_id: eventId,
      learned,
      so_what: soWhat,
      person_name: personName,
      noted_on: notedOn,
    })
    .execute()
}
