import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Appraisal, AppraisalContent, ControlTest } from '../model/appraisal.ts'
import type { Purchase } from '../model/purchase.ts'
import type { RetestMoment } from '../model/retest.ts'
import type { ProcurementTables } from '../tables.ts'
import { listPurchases } from './purchases.ts'

type Db = Reader<ProcurementTables>
type Tx = Writer<ProcurementTables>

export const findAppraisal = (db: Db, purchaseId: string): Promise<Appraisal | undefined> =>
  db
    .selectFrom('procurement.appraisal')
    .select([
      'purchase_id as purchaseId',
      'version',
      'content',
      'status',
      'published_on as publishedOn',
      'published_by as publishedBy',
    ])
    .where('purchase_id', '=', purchaseId)
    .executeTakeFirst()

export const saveAppraisal = async (tx: Tx, authorityId: string, appraisal: Appraisal): Promise<void> => {
  const values = {
    version: appraisal.version,
    content: JSON.stringify(appraisal.content),
    status: appraisal.status,
    published_on: appraisal.publishedOn,
    published_by: appraisal.publishedBy,
  }
  await tx
    .insertInto('procurement.appraisal')
    .values({ authority_id: authorityId, purchase_id: appraisal.purchaseId, ...values })
    .onConflict((conflict) => conflict.columns(['authority_id', 'purchase_id']).doUpdateSet(values))
    .execute()
}

export type AppraisalSummary = {
  readonly purchaseId: string
  readonly edition: number
  readonly title: string
  readonly authorityName: string
  readonly content: AppraisalContent
  readonly publishedOn: PlainDate
}

/** What was published of a purchase's appraisal, newest first. Everybody reads it. */
export const listSummaries = (db: Db, purchaseId: string): Promise<AppraisalSummary[]> =>
  db
    .selectFrom('procurement.appraisal_summary')
    .select([
      'purchase_id as purchaseId',
      'edition',
      'title',
      'authority_name as authorityName',
      'content',
      'published_on as publishedOn',
    ])
    .where('purchase_id', '=', purchaseId)
    .orderBy('edition', 'desc')
    .execute()

export const insertSummary = async (
  tx: Tx,
  authorityId: string,
  summary: AppraisalSummary,
): Promise<void> => {
  await tx
    .insertInto('procurement.appraisal_summary')
    .values({
      authority_id: authorityId,
      purchase_id: summary.purchaseId,
      edition: summary.edition,
      title: summary.title,
      authority_name: summary.authorityName,
      content: JSON.stringify(summary.content),
      published_on: summary.publishedOn,
    })
    .execute()
}

const tests = (db: Db) =>
  db
    .selectFrom('procurement.control_test')
    .select([
      'id',
      'purchase_id as purchaseId',
      'kind',
      'body',
      'tested_on as testedOn',
      'answers',
      'outside_percent as outsidePercent',
      'person_id as personId',
      'person_name as personName',
    ])
    .orderBy('tested_on', 'desc')
    .orderBy('id', 'desc')

/** Every test of a purchase, newest first. */
export const listControlTests = (db: Db, purchaseId: string): Promise<ControlTest[]> =>
  tests(db).where('purchase_id', '=', purchaseId).execute()

export const insertControlTest = async (tx: Tx, authorityId: string, test: ControlTest): Promise<void> => {
  await tx
    .insertInto('procurement.control_test')
    .values({
      authority_id: authorityId,
      id: test.id,
      purchase_id: test.purchaseId,
      kind: test.kind,
      body: test.body,
      tested_on: test.testedOn,
      answers: JSON.stringify(test.answers),
      outside_percent: test.outsidePercent,
      person_id: test.personId,
      person_name: test.personName,
    })
    .execute()
}

/** The purchases that have a test, in the order of their numbers. */
export const listTestedPurchases = async (db: Db): Promise<Purchase[]> => {
  const rows = await db.selectFrom('procurement.control_test').select('purchase_id').distinct().execute()
  const tested = new Set(rows.map(({ purchase_id }) => purchase_id))
  return tested.size === 0 ? [] : (await listPurchases(db)).filter(({ id }) => tested.has(id))
}

export type RetestLetter = {
  readonly testId: string
  readonly moment: RetestMoment
  readonly writtenOn: PlainDate
}

/** Notes that a letter is written; false where it was before, however many workers ask at once. */
export const insertRetestLetter = async (
  tx: Tx,
  authorityId: string,
  { testId, moment, writtenOn }: RetestLetter,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('procurement.retest_letter')
    .values({ authority_id: authorityId, test_id: testId, moment, written_on: writtenOn })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
