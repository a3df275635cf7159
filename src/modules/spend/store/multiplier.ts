import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { MultiplierSheet, MultiplierStudy, SheetAnswer } from '../model/multiplier.ts'
import type { SpendTables } from '../tables.ts'

type Db = Reader<SpendTables>
type Tx = Writer<SpendTables>

const selectStudy = (db: Db) =>
  db
    .selectFrom('spend.multiplier_study')
    .select(['id', 'title', 'place', 'from_month as fromMonth', 'to_month as toMonth'])

export const listStudies = (db: Db): Promise<MultiplierStudy[]> =>
  selectStudy(db).orderBy('created_at', 'desc').orderBy('id').execute()

export const getStudy = async (db: Db, id: string): Promise<MultiplierStudy> => {
  const found = await selectStudy(db).where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('There is no such study here.')
  return found
}

const selectSheets = (db: Db, studyId: string) =>
  db
    .selectFrom('spend.multiplier_sheet')
    .select([
      'id',
      'kind',
      'name',
      'paid_pence as paidPence',
      'income_pence as incomePence',
      'local_staff_pence as localStaffPence',
      'local_suppliers_pence as localSuppliersPence',
      'answered_at as answeredAt',
    ])
    .where('study_id', '=', studyId)

/** Suppliers first, the largest first. */
export const listSheets = (db: Db, studyId: string): Promise<MultiplierSheet[]> =>
  selectSheets(db, studyId).orderBy('paid_pence', 'desc').orderBy('kind').orderBy('name').execute()

export const getSheet = async (db: Db, studyId: string, id: string): Promise<MultiplierSheet> => {
  const found = await selectSheets(db, studyId).where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('There is no such sheet here.')
  return found
}

export const insertStudy = async (
  tx: Tx,
  authorityId: string,
  study: MultiplierStudy,
  at: Date,
): Promise<void> => {
  await tx
    .insertInto('spend.multiplier_study')
    .values({
      authority_id: authorityId,
      id: study.id,
      title: study.title,
      place: study.place,
      from_month: study.fromMonth,
      to_month: study.toMonth,
      created_at: at,
    })
    .execute()
}

/** Adds sheets; one that the study has already, by kind and name, stays as it is. */
export const insertSheets = async (
  tx: Tx,
  authorityId: string,
  studyId: string,
  sheets: readonly Pick<MultiplierSheet, 'id' | 'kind' | 'name' | 'paidPence'>[],
): Promise<void> => {
  if (sheets.length === 0) return
  await tx
    .insertInto('spend.multiplier_sheet')
    .values(
      sheets.map(({ id, kind, name, paidPence }) => ({
        authority_id: authorityId,
        study_id: studyId,
        id,
        kind,
        name,
        paid_pence: paidPence,
        income_pence: null,
        local_staff_pence: null,
        local_suppliers_pence: null,
        answered_at: null,
      })),
    )
    .onConflict((conflict) => conflict.constraint('uq_multiplier_sheet_name').doNothing())
    .execute()
}

export const setSheetAnswer = async (
  tx: Tx,
  studyId: string,
  id: string,
  answer: SheetAnswer,
  at: Date,
): Promise<void> => {
  await tx
    .updateTable('spend.multiplier_sheet')
    .set({
      income_pence: answer.incomePence,
      local_staff_pence: answer.localStaffPence,
      local_suppliers_pence: answer.localSuppliersPence,
      answered_at: at,
    })
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .execute()
}
