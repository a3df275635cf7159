import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { inReading } from '../../../platform/reading.ts'
import { dayField } from '../../../platform/writes/fields.ts'
import { type Params, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import { addReviewAction, finishReviewAction, holdReview, planReview } from '../actions/reviews.ts'
import { WAYS } from '../model/life.ts'
import type { Contract } from '../model.ts'
import { getReview, listReviewActions } from '../store/reviews.ts'
import type { ContractsTables } from '../tables.ts'
import { contractWrite, idIn, noLife, told } from './contract-write.ts'

const args = { reviewId: { name: 'REVIEW-ID', example: '0199a1d2-…' } } as const
const answer = z.looseObject({
  id: z.string(),
  title: z.string(),
  plannedOn: z.string(),
  heldOn: z.string().nullable(),
  actions: z.array(z.looseObject({ number: z.number(), what: z.string(), doneOn: z.string().nullable() })),
})

const tell = (ctx: Context, id: string, isNew = false): Promise<Written> =>
  told(
    ctx,
    async (db) => ({
      ...(await getReview(db, id)),
      actions: (await listReviewActions(db, id)).get(id) ?? [],
    }),
    isNew,
  )

/** The review that a path names, of this contract. Throws NotFound. */
const reviewOf = async (ctx: Context, contract: Contract, params: Params): Promise<string> => {
  const id = idIn(params, 'reviewId')
  const found = await inReading(ctx, (db: Reader<ContractsTables>) => getReview(db, id))
  if (found.contractId !== contract.id) throw new NotFound('There is no such review of this contract.')
  return id
}

export const reviewWrites: readonly Write[] = [
  contractWrite({
    command: 'contracts reviews plan',
    method: 'POST',
    path: 'reviews',
    audit: 'REVIEW_PLANNED',
    summary: 'Plan a review, or a review point with the ways to adjust that were agreed for it',
    body: z
      .object({
        title: textField('what the review is about', 200),
        plannedOn: dayField,
        isReviewPoint: z.boolean().default(false),
        ways: z.array(z.enum(WAYS)).max(WAYS.length).default([]),
      })
      .superRefine(({ isReviewPoint, ways }, issues) => {
        if (isReviewPoint && ways.length === 0)
          issues.addIssue({
            code: 'custom',
            path: ['ways'],
            message: 'Choose the ways to adjust that were agreed',
          })
      }),
    answer,
    example:
      '{"title":"Yearly review","plannedOn":"2027-03-15","isReviewPoint":true,"ways":["volume","swap"]}',
    write: async (ctx, contract, draft) => {
      const ways = WAYS.filter((way) => draft.ways.includes(way))
      return tell(ctx, await planReview(ctx, contract.id, { ...draft, ways }), true)
    },
  }),
  contractWrite({
    command: 'contracts reviews hold',
    method: 'POST',
    path: 'reviews/:reviewId/held',
    args,
    audit: 'REVIEW_HELD',
    summary: 'Write down that a review was held, and what was said',
    body: z.object({ heldOn: dayField, notes: textField('what was said', 10_000) }),
    answer,
    example: '{"heldOn":"2026-11-12","notes":"Apprentices are behind; starts move to spring"}',
    write: async (ctx, contract, held, params) => {
      const id = await reviewOf(ctx, contract, params)
      const kept = await holdReview(ctx, id, held)
      return kept.ok ? tell(ctx, id) : noLife(kept)
    },
  }),
  contractWrite({
    command: 'contracts reviews agree',
    method: 'POST',
    path: 'reviews/:reviewId/actions',
    args,
    audit: 'REVIEW_ACTION_AGREED',
    summary: 'Write an action down that was agreed at a review',
    body: z.object({
      what: textField('what is to be done', 500),
      owner: optionalText('who does it', 120),
      dueOn: dayField.nullable().default(null),
    }),
    answer,
    example: '{"what":"Send the payroll record","owner":"Site manager","dueOn":"2026-12-01"}',
    write: async (ctx, contract, draft, params) => {
      const id = await reviewOf(ctx, contract, params)
      await addReviewAction(ctx, id, draft)
      return tell(ctx, id, true)
    },
  }),
  contractWrite({
    command: 'contracts reviews done',
    method: 'POST',
    path: 'reviews/:reviewId/done',
    args,
    audit: 'REVIEW_ACTION_DONE',
    summary: 'Tick an action as done today',
    body: z.object({ number: z.number().int().min(1).max(1_000_000) }),
    answer,
    example: '{"number":1}',
    write: async (ctx, contract, { number }, params) => {
      const id = await reviewOf(ctx, contract, params)
      const actions = await inReading(ctx, (db: Reader<ContractsTables>) => listReviewActions(db, id))
      if (!actions.get(id)?.some((one) => one.number === number))
        return refused('action-unknown', `This review has no action ${number}.`)
      await finishReviewAction(ctx, id, number)
      return tell(ctx, id)
    },
  }),
]
