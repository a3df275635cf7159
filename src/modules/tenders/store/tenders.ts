import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Tender, TenderStatus, TenderText } from '../model.ts'
import type { TendersTables } from '../tables.ts'

type Db = Reader<TendersTables>
type Tx = Writer<TendersTables>

export const COLUMNS = [
  'id',
  'authority_id as authorityId',
  'purchase_id as purchaseId',
  'reference',
  'title',
  'summary',
  'status',
  'published_at as publishedAt',
  'deadline',
  'question_deadline as questionDeadline',
  'version',
  'key_id as keyId',
  'public_key as publicKey',
  'category',
  'place_name as placeName',
  'value_pence as valuePence',
  'cancelled_because as cancelledBecause',
] as const

const tenders = (db: Db) => db.selectFrom('tenders.tender').select([...COLUMNS])

/** A tender of the acting authority, or a published one of any. */
export const findTender = (db: Db, id: string): Promise<Tender | undefined> =>
  tenders(db).where('id', '=', id).executeTakeFirst()

/** The same; throws NotFound where there is none. */
export const getTender = async (db: Db, id: string): Promise<Tender> => {
  const tender = await findTender(db, id)
  if (!tender) throw new NotFound('There is no such tender.')
  return tender
}

/** A tender of the acting authority, with its row held until the transaction ends. */
export const lockTender = async (tx: Tx, authorityId: string, id: string): Promise<Tender> => {
  const tender = await tenders(tx)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!tender) throw new NotFound('There is no such tender.')
  return tender
}

/** A published tender by its public reference, whoever asks. */
export const findPublicTender = (db: Db, reference: string): Promise<Tender | undefined> =>
  tenders(db).where('reference', '=', reference).where('published_at', 'is not', null).executeTakeFirst()

/** The tender of a purchase that was not cancelled. */
export const findTenderOfPurchase = (db: Db, purchaseId: string): Promise<Tender | undefined> =>
  tenders(db).where('purchase_id', '=', purchaseId).where('status', '<>', 'cancelled').executeTakeFirst()

/** All tenders of an authority, the newest reference first. */
export const listTenders = (db: Db, authorityId: string): Promise<Tender[]> =>
  tenders(db).where('authority_id', '=', authorityId).orderBy('reference', 'desc').execute()

/** `northmere-2026-014`: the next free number of the year under a prefix. */
export const nextReference = async (tx: Tx, prefix: string, year: number): Promise<string> => {
  const { rows } = await sql<{
    reference: string
  }>`select tenders.next_reference(${prefix}, ${year}) as reference`.execute(tx)
  return rows[0]?.reference ?? ''
}

type NewTender = Omit<
  Tender,
  'publishedAt' | 'version' | 'keyId' | 'publicKey' | 'status' | 'cancelledBecause'
> & {
  readonly createdAt: Date
}

export const insertTender = async (tx: Tx, tender: NewTender): Promise<void> => {
  await tx
    .insertInto('tenders.tender')
    .values({
      authority_id: tender.authorityId,
      id: tender.id,
      purchase_id: tender.purchaseId,
      reference: tender.reference,
      ...columnsOfText(tender),
      value_pence: tender.valuePence,
      status: 'draft',
      published_at: null,
      key_id: null,
      public_key: null,
      closed_at: null,
      created_at: tender.createdAt,
    })
    .execute()
}

const columnsOfText = (text: TenderText) => ({
  title: text.title,
  summary: text.summary,
  category: text.category,
  place_name: text.placeName,
  deadline: text.deadline,
  question_deadline: text.questionDeadline,
})

const set = async (tx: Tx, id: string, values: object): Promise<void> => {
  await tx.updateTable('tenders.tender').set(values).where('id', '=', id).execute()
}

export const setTexts = (tx: Tx, id: string, text: TenderText): Promise<void> =>
  set(tx, id, columnsOfText(text))

export const setPublished = (
  tx: Tx,
  id: string,
  facts: { readonly at: Date; readonly keyId: string | null; readonly publicKey: string | null },
): Promise<void> =>
  set(tx, id, {
    status: 'published',
    published_at: facts.at,
    version: 1,
    key_id: facts.keyId,
    public_key: facts.publicKey,
  })

export const setVersion = (tx: Tx, id: string, version: number): Promise<void> => set(tx, id, { version })

export const setDeadline = (tx: Tx, id: string, deadline: Date, questionDeadline: Date): Promise<void> =>
  set(tx, id, { deadline, question_deadline: questionDeadline, closed_at: null })

export const setStatus = (tx: Tx, id: string, status: TenderStatus, because = ''): Promise<void> =>
  set(tx, id, { status, ...(because === '' ? {} : { cancelled_because: because }) })

/** Published tenders of everybody whose deadline has passed and of which nobody was told so yet. */
export const listJustClosed = (
  db: Db,
  now: Date,
): Promise<{ readonly id: string; readonly authorityId: string }[]> =>
  db
    .selectFrom('tenders.tender')
    .select(['id', 'authority_id as authorityId'])
    .where('status', '=', 'published')
    .where('deadline', '<=', now)
    .where('closed_at', 'is', null)
    .orderBy('deadline')
    .execute()

export const setClosed = async (tx: Tx, id: string, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('tenders.tender')
    .set({ closed_at: at })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes a draft that nobody has seen. */
export const deleteTender = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('tenders.tender').where('id', '=', id).execute()
}
