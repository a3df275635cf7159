import { z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { inReading } from '../../../platform/reading.ts'
import { type Params, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import { recordImpact, recordNoImpact, removeImpact } from '../actions/impacts.ts'
import { describeImpacts } from '../describe-planning.ts'
import { IMPACT_SENTENCES } from '../messages/impact-words.ts'
import { DIMENSIONS, GRADES, GROUPS, IMPACT_ANSWERS } from '../model/impact.ts'
import { listImpacts } from '../store/impacts.ts'
import type { ProcurementTables } from '../tables.ts'
import { planningWrite } from './planning-write.ts'

const grade = z.number().int().min(1).max(GRADES.length)
const impactDraft = z.object({
  direction: z.enum(['positive', 'negative']),
  dimension: z.enum(DIMENSIONS),
  effect: textField('the effect', 1000),
  groups: z.array(z.enum(GROUPS)).max(GROUPS.length).default([]),
  placeIds: z.array(z.uuid()).max(50).default([]),
  likelihood: grade,
  scale: grade,
  answer: z.enum(IMPACT_ANSWERS).nullable().default(null),
  answerReason: optionalText('the reason', 2000),
})
const noneDraft = z.object({ dimension: z.enum(DIMENSIONS), reason: textField('the reason', 2000) })
/** The assessment as it is told. */
export const impacts = z.object({
  impacts: z.array(z.looseObject({ id: z.string(), direction: z.string(), effect: z.string() })),
  noneExpected: z.array(z.object({ dimension: z.enum(DIMENSIONS), reason: z.string() })),
  missing: z.array(z.string()).describe('what keeps the assessment from being complete'),
})

const told = async (
  ctx: Context,
  purchaseId: string,
  made: Decision<unknown, keyof typeof IMPACT_SENTENCES>,
  isNew = false,
): Promise<Written> =>
  made.ok
    ? {
        ok: true,
        isNew,
        value: await inReading(ctx, (db: Reader<ProcurementTables>) => describeImpacts(db, purchaseId)),
      }
    : refused(made.refusal, IMPACT_SENTENCES[made.refusal])

const ONE: Write['args'] = {
  impactId: { name: 'EFFECT-ID', example: '01990000-0000-7000-8000-000000000009' },
}

/** The effect that a path names. Throws NotFound where the purchase has none such. */
const effectNamed = async (ctx: Context, purchaseId: string, { impactId = '' }: Params): Promise<string> => {
  const known = await inReading(ctx, (db: Reader<ProcurementTables>) => listImpacts(db, purchaseId))
  if (!known.some(({ id }) => id === impactId))
    throw new NotFound('There is no such effect in this purchase.')
  return impactId
}

export const impactWrites: readonly Write[] = [
  planningWrite({
    command: 'pipeline impact add',
    method: 'POST',
    path: 'impact',
    access: 'procurement.manage',
    audit: 'IMPACT_RECORDED',
    summary:
      'Write down an effect; a bad one needs a mitigation or an accepted reason before the purchase is ready',
    body: impactDraft,
    answer: impacts,
    example:
      '{"direction":"positive","dimension":"social","effect":"Shade in summer","likelihood":2,"scale":1}',
    write: async (ctx, purchaseId, draft) =>
      told(ctx, purchaseId, await recordImpact(ctx, purchaseId, draft), true),
  }),
  planningWrite({
    command: 'pipeline impact change',
    method: 'PUT',
    path: 'impact/:impactId',
    args: ONE,
    access: 'procurement.manage',
    audit: 'IMPACT_CHANGED',
    summary: 'Say an effect anew; what is left out is emptied',
    body: impactDraft,
    answer: impacts,
    example:
      '{"direction":"positive","dimension":"social","effect":"Shade in summer","likelihood":3,"scale":1}',
    write: async (ctx, purchaseId, draft, params) =>
      told(
        ctx,
        purchaseId,
        await recordImpact(ctx, purchaseId, draft, await effectNamed(ctx, purchaseId, params)),
      ),
  }),
  planningWrite({
    command: 'pipeline impact remove',
    method: 'DELETE',
    path: 'impact/:impactId',
    args: ONE,
    access: 'procurement.manage',
    audit: 'IMPACT_REMOVED',
    summary: 'Take an effect out of the assessment',
    body: z.object({}),
    answer: impacts,
    example: '{}',
    write: async (ctx, purchaseId, _body, params) =>
      told(ctx, purchaseId, await removeImpact(ctx, purchaseId, await effectNamed(ctx, purchaseId, params))),
  }),
  planningWrite({
    command: 'pipeline impact none',
    method: 'POST',
    path: 'impact/none',
    access: 'procurement.manage',
    audit: 'NO_IMPACT_RECORDED',
    summary: 'Say that no effect of a kind is expected, and why',
    body: noneDraft,
    answer: impacts,
    example: '{"dimension":"economic","reason":"Nobody is paid differently."}',
    write: async (ctx, purchaseId, draft) =>
      told(ctx, purchaseId, await recordNoImpact(ctx, purchaseId, draft), true),
  }),
]
