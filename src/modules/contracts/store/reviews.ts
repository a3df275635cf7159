import type { Selectable } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Review, ReviewAction } from '../model/life.ts'
import type { ContractsTables } from '../tables.ts'

const reviewOf = (row: Selectable<ContractsTables['contracts.review']>): Review => ({
  id: row.id,
  contractId: row.contract_id,
  title: row.title,
  plannedOn: row.planned_on,
  heldOn: row.held_on,
  isReviewPoint: row.is_review_point,
  ways: row.ways,
  notes: row.notes,
})

/** Reviews by the day planned; of one contract, or of all. */
export const listReviews = async (
  db: Reader<ContractsTables>,
  contractId: string | null = null,
): Promise<Review[]> => {
  const rows = await db
    .selectFrom('contracts.review')
    .selectAll()
    .$if(contractId !== null, (query) => query.where('contract_id', '=', contractId ?? ''))
    .orderBy('planned_on')
    .orderBy('id')
    .execute()
  return rows.map(reviewOf)
}

export const getReview = async (db: Reader<ContractsTables>, id: string): Promise<Review> => {
  const row = await db.selectFrom('contracts.review').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such review here.')
  return reviewOf(row)
}

export const insertReview = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  one: Review,
): Promise<void> => {
  await tx
    .insertInto('contracts.review')
    .values({
      authority_id: authorityId,
      id: one.id,
      contract_id: one.contractId,
      title: one.title,
      planned_on: one.plannedOn,
      held_on: one.heldOn,
      is_review_point: one.isReviewPoint,
      ways: [...one.ways],
      notes: one.notes,
    })
    .execute()
}

export const setReviewHeld = async (
  tx: Writer<ContractsTables>,
  id: string,
  held: { readonly heldOn: PlainDate; readonly notes: string },
): Promise<void> => {
  await tx
    .updateTable('contracts.review')
    .set({ held_on: held.heldOn, notes: held.notes })
    .where('id', '=', id)
    .execute()
}

/** Actions by review, in the order they were agreed; of one review, or of all. */
export const listReviewActions = async (
  db: Reader<ContractsTables>,
  reviewId: string | null = null,
): Promise<Map<string, ReviewAction[]>> => {
  const rows = await db
    .selectFrom('contracts.review_action')
    .selectAll()
    .$if(reviewId !== null, (query) => query.where('review_id', '=', reviewId ?? ''))
    .orderBy('review_id')
    .orderBy('number')
    .execute()
  const all = rows.map((row) => ({
    reviewId: row.review_id,
    number: row.number,
    what: row.what,
    owner: row.owner,
    dueOn: row.due_on,
    doneOn: row.done_on,
  }))
  return Map.groupBy(all, ({ reviewId: id }) => id)
}

export const insertReviewAction = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  one: ReviewAction,
): Promise<void> => {
  await tx
    .insertInto('contracts.review_action')
    .values({
      authority_id: authorityId,
      review_id: one.reviewId,
      number: one.number,
      what: one.what,
      owner: one.owner,
      due_on: one.dueOn,
      done_on: one.doneOn,
    })
    .execute()
}

export const setActionDone = async (
  tx: Writer<ContractsTables>,
  { reviewId, number }: Pick<ReviewAction, 'reviewId' | 'number'>,
  doneOn: PlainDate,
): Promise<void> => {
  await tx
    .updateTable('contracts.review_action')
    .set({ done_on: doneOn })
    .where('review_id', '=', reviewId)
    .where('number', '=', number)
    .execute()
}
