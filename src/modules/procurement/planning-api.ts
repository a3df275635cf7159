import { z } from 'zod'
import { today } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import { optionalText, textField } from '../../platform/http/fields.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { adoptLocalRule } from './actions/local-rules.ts'
import {
  describeAppraisal,
  describeEngagement,
  describeImpacts,
  describeLocalAnswer,
  describeLocalRule,
} from './describe-planning.ts'
import { explainInput } from './law/explain-input.ts'
import { readLocalAnswers } from './local-rules-of-purchase.ts'
import { localRuleSentence } from './messages/local-rule-words.ts'
import { DUTIES } from './model/local-rule.ts'
import { PURCHASE_KINDS, type Purchase } from './model/purchase.ts'
import { rulesInForce } from './rules/local-rules.ts'
import { listLocalRules } from './store/local-rules.ts'
import { getPurchase } from './store/purchases.ts'
import type { ProcurementTables } from './tables.ts'
import { readTimetable } from './timetable-of-purchase.ts'
import { impacts } from './writes/impact.ts'

const day = z.iso.date()
const pence = z.number().int().min(0).max(100_000_000_000_00)
const ruleDraft = z.object({
  title: textField('the title', 200),
  duty: z.enum(DUTIES),
  fromPence: pence.nullable().default(null).describe('at or above, whole pence without VAT'),
  belowPence: pence.nullable().default(null).describe('below, whole pence without VAT'),
  kinds: z.array(z.enum(PURCHASE_KINDS)).max(10).default([]).describe('empty: every kind'),
  quotes: z.number().int().min(0).max(99).nullable().default(null),
  localQuotes: z.number().int().min(0).max(99).nullable().default(null),
  weightPercent: z.number().min(0).max(100).multipleOf(0.01).nullable().default(null),
  source: optionalText('the source', 300),
  inForceFrom: day,
})
const rule = z.looseObject({ id: z.string(), version: z.number(), title: z.string(), duty: z.enum(DUTIES) })
const ruleAnswer = z.looseObject({
  rule: z.string(),
  applies: z.union([z.boolean(), z.literal('depends')]),
  isMet: z.boolean().nullable(),
  reason: z.string(),
})
const explanation = z.looseObject({
  questions: z.array(z.looseObject({ field: z.string(), question: z.string() })),
  answers: z.array(z.looseObject({ id: z.string(), sentence: z.string() })),
})

type Asked = Pick<Parameters<ApiRoute['handle']>[0], 'ctx' | 'params'>
type Db = Reader<ProcurementTables>

const idOf = ({ params: { purchaseId = '' } }: Asked): string => {
  if (!isId(purchaseId)) throw new NotFound('There is no such purchase.')
  return purchaseId
}
const reading = <Value>(asked: Asked, read: (db: Db, purchase: Purchase) => Promise<Value>): Promise<Value> =>
  inReading(asked.ctx, async (db: Db) => read(db, await getPurchase(db, idOf(asked))))

const OF = '/api/v1/purchases/:purchaseId'
const RULES = '/api/v1/local-rules'
type Row = Pick<ApiRoute, 'path' | 'audit' | 'summary' | 'answer' | 'handle'>
const read = (name: string, row: Row): ApiRoute => ({
  method: 'GET',
  access: 'procurement.read',
  page: `procurement/planning-api#${name}`,
  ...row,
})
const refusal = (code: string, detail: string) => json({ refusal: code, detail }, 422)

export const planningApi: readonly ApiRoute[] = [
  {
    ...read('explain', {
      path: '/api/v1/law/explain',
      audit: 'LAW_EXPLAINED',
      summary:
        'What the law says of any facts, under the names goldthread law explain takes. Guidance, not advice',
      answer: explanation,
      handle: async ({ body }) => json(explainInput(body as Record<string, unknown>)),
    }),
    method: 'POST',
    body: z.looseObject({}),
  },
  read('rules', {
    path: RULES,
    audit: 'LOCAL_RULES_READ',
    summary: 'The local rules in force today',
    answer: z.object({ rules: z.array(rule) }),
    handle: async ({ ctx }) => {
      const versions = await inReading(ctx, (db: Db) => listLocalRules(db))
      return json({ rules: rulesInForce(versions, today(ctx)).map(describeLocalRule) })
    },
  }),
  {
    ...read('adopt', {
      path: RULES,
      audit: 'LOCAL_RULE_ADOPTED',
      summary: 'Adopt a local rule; purchases that commenced before it are left alone',
      answer: z.object({ id: z.string() }),
      handle: async ({ ctx, body }) => {
        const made = await adoptLocalRule(ctx, body as z.output<typeof ruleDraft>)
        return made.ok ? json({ id: made.value }, 201) : refusal(made.refusal, localRuleSentence(made))
      },
    }),
    method: 'POST',
    access: 'procurement.rules',
    body: ruleDraft,
  },
  read('rules-of-purchase', {
    path: `${OF}/rules`,
    audit: 'PURCHASE_RULES_READ',
    summary: 'What the local rules ask of a purchase, with result and reason',
    answer: z.object({ rules: z.array(ruleAnswer) }),
    handle: async (asked) =>
      reading(asked, async (db, purchase) =>
        json({ rules: (await readLocalAnswers(db, purchase, today(asked.ctx))).map(describeLocalAnswer) }),
      ),
  }),
  read('impact', {
    path: `${OF}/impact`,
    audit: 'IMPACT_READ',
    summary: 'The impact assessment of a purchase',
    answer: impacts,
    handle: async (asked) =>
      reading(asked, async (db, purchase) => json(await describeImpacts(db, purchase.id))),
  }),
  read('timetable', {
    path: `${OF}/timetable`,
    audit: 'TIMETABLE_READ',
    summary: 'The planned days of a purchase with those the law sets',
    answer: z.object({
      timetable: z.array(z.looseObject({ id: z.string(), what: z.string(), means: z.string(), date: day })),
    }),
    handle: async (asked) =>
      reading(asked, async (_db, purchase) => json({ timetable: readTimetable(purchase) })),
  }),
  read('delivery-model', {
    path: `${OF}/delivery-model`,
    audit: 'APPRAISAL_READ',
    summary: 'Ways to deliver it, ranked, costed over their life, with the tests of Schedule 2',
    answer: z.looseObject({ status: z.string(), options: z.array(z.looseObject({ name: z.string() })) }),
    handle: async (asked) =>
      reading(asked, async (db, { id }) => json(await describeAppraisal(db, id, today(asked.ctx)))),
  }),
  read('engagement', {
    path: `${OF}/engagement`,
    audit: 'ENGAGEMENT_READ',
    summary: 'Events, who was invited, questions with answers, and what was learned',
    answer: z.looseObject({ events: z.array(z.looseObject({ title: z.string() })) }),
    handle: async (asked) => reading(asked, async (db, { id }) => json(await describeEngagement(db, id))),
  }),
]
