import { z } from 'zod'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { newId } from '../../../platform/ids.ts'
import { decimal, refuseTwice, seen } from '../../../platform/writes/fields.ts'
import { refused, type Write } from '../../../platform/writes/write.ts'
import { changeAppraisal, publishAppraisal } from '../actions/appraisals.ts'
import { APPRAISAL_REFUSALS } from '../messages/appraisal-words.ts'
import {
  APPRAISAL_LIMITS,
  type AppraisalContent,
  type AppraisalCriterion,
  CONFIDENCES,
  DELIVERY_MODELS,
  type DeliveryModel,
  DOERS,
  type Doer,
  PUBLIC_INTEREST_QUESTIONS,
} from '../model/appraisal.ts'
import { freeCode } from '../rules/appraisal/criterion-code.ts'
import { appraisalAnswer as answer, controlTestWrite, tellAppraisal as told } from './control-test.ts'
import { planningWrite } from './planning-write.ts'

const { text: LONG, name: NAME, ...MOST } = APPRAISAL_LIMITS
const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>): [Key, ...Key[]] =>
  Object.keys(words) as [Key, ...Key[]]

const doer = z.enum(keysOf<Doer>(DOERS))
const code = z.string().regex(/^[a-z0-9-]{1,140}$/, 'Use small letters, digits and hyphens')
const criterion = z.object({
  code: code.optional().describe('made of the name where it is left out'),
  name: textField('the name of the criterion', NAME),
  weight: decimal('Enter a weight from 0 to 100', (value) => value.gte(0) && value.lte(100)),
})
const score = z.object({
  criterion: code.describe('the code of a criterion'),
  score: z.number().int().min(0).max(5),
  evidence: optionalText('the evidence', LONG),
  confidence: z.enum(CONFIDENCES),
})
const option = z.object({
  id: z.uuid().optional().describe('of an option that is there; a new one gets its own'),
  name: textField('the name of the option', NAME),
  model: z.enum(keysOf<DeliveryModel>(DELIVERY_MODELS)),
  parts: z
    .array(
      z.object({ name: textField('the name of the part', NAME), administeredBy: doer, deliveredBy: doer }),
    )
    .max(MOST.parts)
    .default([]),
  scores: z.array(score).max(MOST.criteria).default([]),
  costsPence: z
    .array(z.number().int().min(0).max(1e13))
    .max(MOST.years)
    .default([])
    .describe('whole pence of each year from the first'),
  movesStaff: z.boolean().default(false),
  mayBeSubsidy: z.boolean().default(false),
  flagsNote: optionalText('what was found out', LONG),
  isChosen: z.boolean().default(false),
})
const answers = z.array(
  z.object({ question: z.enum(PUBLIC_INTEREST_QUESTIONS), answer: textField('the answer', LONG) }),
)

const comparison = z
  .object({
    seen,
    need: optionalText('what the service has to do', LONG),
    criteria: z.array(criterion).max(MOST.criteria),
    options: z.array(option).max(MOST.options),
    chosenBecause: optionalText('the reason', LONG),
    publicInterest: z.object({ answers }).nullable().default(null),
  })
  .superRefine(({ criteria, options }, issues) => {
    const codes = new Set(codesOf(criteria).map((each) => each.code))
    refuseTwice(
      criteria.map((each) => each.code),
      (at) => ['criteria', at, 'code'],
      'Another criterion has this code',
      issues,
    )
    refuseTwice(
      options.map(({ id }) => id),
      (at) => ['options', at, 'id'],
      'Another option has this id',
      issues,
    )
    for (const [at, { scores }] of options.entries()) {
      const path = (row: number): PropertyKey[] => ['options', at, 'scores', row, 'criterion']
      refuseTwice(
        scores.map((each) => each.criterion),
        path,
        'This criterion has a score already',
        issues,
      )
      for (const [row, each] of scores.entries())
        if (!codes.has(each.criterion))
          issues.addIssue({ code: 'custom', path: path(row), message: 'No criterion has this code' })
    }
    if (options.filter(({ isChosen }) => isChosen).length > 1)
      issues.addIssue({ code: 'custom', path: ['options'], message: 'Only one option can be the chosen one' })
  })

const codesOf = (given: readonly z.output<typeof criterion>[]): AppraisalCriterion[] => {
  const criteria: AppraisalCriterion[] = []
  for (const { name, weight, code: wanted } of given)
    criteria.push({ code: freeCode({ code: wanted, name }, criteria), name, weight })
  return criteria
}

const contentOf = (given: z.output<typeof comparison>): AppraisalContent => {
  const options = given.options.map(({ id, isChosen, ...rest }) => ({
    isChosen,
    option: { ...rest, id: id ?? newId() },
  }))
  return {
    need: given.need,
    criteria: codesOf(given.criteria),
    options: options.map((each) => each.option),
    chosenId: options.find(({ isChosen }) => isChosen)?.option.id ?? null,
    chosenBecause: given.chosenBecause,
    publicInterest: given.publicInterest,
  }
}

export const deliveryModelWrites: readonly Write[] = [
  planningWrite({
    command: 'pipeline delivery-model set',
    method: 'PUT',
    path: 'delivery-model',
    access: 'procurement.manage',
    audit: 'APPRAISAL_CHANGED',
    summary:
      'Compare ways to deliver a purchase: criteria, options with scores, costs and parts, and the choice',
    body: comparison,
    answer,
    example:
      '{"seen":0,"need":"Safe parks","criteria":[{"name":"Good for residents","weight":100}],"options":[{"name":"In-house","model":"in-house","costsPence":[12000000],"scores":[{"criterion":"good-for-residents","score":4,"evidence":"Survey 2026","confidence":"medium"}]}]}',
    write: async (ctx, purchaseId, body) => {
      const change = (): AppraisalContent => contentOf(body)
      const saved = await changeAppraisal(ctx, purchaseId, { seen: body.seen, change })
      return saved.ok ? told(ctx, purchaseId) : refused(saved.refusal, APPRAISAL_REFUSALS[saved.refusal])
    },
  }),
  planningWrite({
    command: 'pipeline delivery-model publish',
    method: 'POST',
    path: 'delivery-model/publish',
    access: 'procurement.approve',
    audit: 'APPRAISAL_PUBLISHED',
    summary: 'Publish the summary of a comparison from which nothing is missing',
    body: z.object({ seen }),
    answer,
    example: '{"seen":3}',
    write: async (ctx, purchaseId, { seen: version }) => {
      const done = await publishAppraisal(ctx, purchaseId, version)
      return done.ok ? told(ctx, purchaseId) : refused(done.refusal, APPRAISAL_REFUSALS[done.refusal])
    },
  }),
  controlTestWrite,
]
