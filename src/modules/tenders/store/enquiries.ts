import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Enquiry, PublishedAnswer } from '../model.ts'
import type { TendersTables } from '../tables.ts'

type Db = Reader<TendersTables>
type Tx = Writer<TendersTables>

/** What was asked about a tender and proved to come from an address or an account, oldest first. */
export const listEnquiries = (db: Db, tenderId: string): Promise<Enquiry[]> =>
  db
    .selectFrom('tenders.enquiry')
    .select([
      'id',
      'tender_id as tenderId',
      'asked_name as askedName',
      'asked_email as askedEmail',
      'text',
      'came_by as cameBy',
      'asked_at as askedAt',
      'closed_because as closedBecause',
      'closed_at as closedAt',
    ])
    .where('tender_id', '=', tenderId)
    .where('confirmed_at', 'is not', null)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

type NewEnquiry = {
  readonly id: string
  readonly authorityId: string
  readonly tenderId: string
  readonly askedFor: string | null
  readonly askedName: string
  readonly askedEmail: string | null
  readonly text: string
  readonly cameBy: Enquiry['cameBy']
  readonly askedAt: Date
  readonly confirmedAt: Date | null
  readonly confirmHash: string | null
}

export const insertEnquiry = async (tx: Tx, enquiry: NewEnquiry): Promise<void> => {
  await tx
    .insertInto('tenders.enquiry')
    .values({
      authority_id: enquiry.authorityId,
      id: enquiry.id,
      tender_id: enquiry.tenderId,
      asked_for: enquiry.askedFor,
      asked_name: enquiry.askedName,
      asked_email: enquiry.askedEmail,
      text: enquiry.text,
      came_by: enquiry.cameBy,
      asked_at: enquiry.askedAt,
      confirmed_at: enquiry.confirmedAt,
      confirm_hash: enquiry.confirmHash,
      closed_at: null,
    })
    .execute()
}

/** Marks a question as proved by its letter; gives the tender's id, or null where the link is unknown or too old. */
export const confirmEnquiry = async (tx: Tx, hash: string, at: Date): Promise<string | null> => {
  const { rows } = await sql<{
    id: string | null
  }>`select tenders.confirm_enquiry(${hash}, ${at}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

export const closeEnquiry = async (tx: Tx, id: string, because: string, at: Date): Promise<void> => {
  await tx
    .updateTable('tenders.enquiry')
    .set({ closed_because: because, closed_at: at })
    .where('id', '=', id)
    .execute()
}

/** The questions and answers that all read, in order. */
export const listAnswers = (db: Db, tenderId: string): Promise<PublishedAnswer[]> =>
  db
    .selectFrom('tenders.answer')
    .select(['number', 'question', 'answer', 'published_at as publishedAt'])
    .where('tender_id', '=', tenderId)
    .orderBy('number')
    .execute()

export const insertAnswer = async (
  tx: Tx,
  authorityId: string,
  tenderId: string,
  enquiryId: string | null,
  answer: PublishedAnswer,
): Promise<void> => {
  const { number, question, answer: text, publishedAt } = answer
  await tx
    .insertInto('tenders.answer')
    .values({
      authority_id: authorityId,
      tender_id: tenderId,
      number,
      enquiry_id: enquiryId,
      question,
      answer: text,
      published_at: publishedAt,
    })
    .execute()
}
