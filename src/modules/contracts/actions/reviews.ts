import { actingAuthority } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { LifeRefusal, Review, ReviewAction } from '../model/life.ts'
import { lockContract } from '../store/contracts.ts'
import {
  getReview,
  insertReview,
  insertReviewAction,
  listReviewActions,
  setActionDone,
  setReviewHeld,
} from '../store/reviews.ts'
import type { ContractsTables } from '../tables.ts'

type Outcome = Decision<string, LifeRefusal>

export type ReviewDraft = Pick<Review, 'title' | 'plannedOn' | 'isReviewPoint' | 'ways'>

/** Plans a review; returns its id. */
export const planReview = (ctx: Context, contractId: string, draft: ReviewDraft): Promise<string> =>
  inTransaction<ContractsTables, string>(ctx, async (tx) => {
    await lockContract(tx, contractId)
    const ways = draft.isReviewPoint ? draft.ways : []
    const review = { ...draft, ways, id: newId(), contractId, heldOn: null, notes: '' }
    await insertReview(tx, actingAuthority(ctx), review)
    const facts = { title: draft.title, plannedOn: draft.plannedOn, isReviewPoint: draft.isReviewPoint }
    await recordAudit(tx, ctx, { name: 'REVIEW_PLANNED', subject: contractId, facts })
    return review.id
  })

/** Writes down that a review was held, and what was said.. */
export const holdReview = (
  ctx: Context,
  id: string,
  held: { readonly heldOn: PlainDate; readonly notes: string },
): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) => {
    const { contractId, title } = await getReview(tx, id)
    await lockContract(tx, contractId)
    if (held.heldOn > today(ctx)) return refuse('held-in-future')
    await setReviewHeld(tx, id, held)
    await recordAudit(tx, ctx, {
      name: 'REVIEW_HELD',
      subject: contractId,
      facts: { title, on: held.heldOn },
    })
    return accept(id)
  })

export type ActionDraft = Pick<ReviewAction, 'what' | 'owner' | 'dueOn'>

/** Writes an action down that was agreed at a review. */
export const addReviewAction = (ctx: Context, reviewId: string, draft: ActionDraft): Promise<number> =>
  inTransaction<ContractsTables, number>(ctx, async (tx) => {
    const { contractId } = await getReview(tx, reviewId)
    await lockContract(tx, contractId)
    const number = ((await listReviewActions(tx, reviewId)).get(reviewId)?.at(-1)?.number ?? 0) + 1
    await insertReviewAction(tx, actingAuthority(ctx), { ...draft, reviewId, number, doneOn: null })
    const facts = { what: draft.what.slice(0, 200), owner: draft.owner }
    await recordAudit(tx, ctx, { name: 'REVIEW_ACTION_AGREED', subject: contractId, facts })
    return number
  })

export const finishReviewAction = (ctx: Context, reviewId: string, number: number): Promise<void> =>
  inTransaction<ContractsTables, void>(ctx, async (tx) => {
    const { contractId } = await getReview(tx, reviewId)
    await setActionDone(tx, { reviewId, number }, today(ctx))
    await recordAudit(tx, ctx, { name: 'REVIEW_ACTION_DONE', subject: contractId, facts: { number } })
  })
