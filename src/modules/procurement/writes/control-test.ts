import { z } from 'zod'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { inReading } from '../../../platform/reading.ts'
import { dayField, decimal, refuseTwice } from '../../../platform/writes/fields.ts'
import { refused, type Written } from '../../../platform/writes/write.ts'
import { recordControlTest } from '../actions/appraisals.ts'
import { LIMBS } from '../control-tests.ts'
import { describeAppraisal } from '../describe-planning.ts'
import { APPRAISAL_LIMITS, TEST_KINDS } from '../model/appraisal.ts'
import type { ProcurementTables } from '../tables.ts'
import { planningWrite } from './planning-write.ts'

const { text: LONG, name: NAME } = APPRAISAL_LIMITS

/** The comparison with its tests, as it stands after a write. */
export const tellAppraisal = async (ctx: Context, purchaseId: string, isNew = false): Promise<Written> => ({
  ok: true,
  isNew,
  value: await inReading(ctx, (db: Reader<ProcurementTables>) =>
    describeAppraisal(db, purchaseId, today(ctx)),
  ),
})
export const appraisalAnswer = z.looseObject({ status: z.string(), version: z.number() })

const controlTest = z
  .object({
    kind: z.enum(TEST_KINDS).describe('vertical: a body you control; horizontal: authorities together'),
    body: textField('with whom the contract is made', NAME),
    testedOn: dayField,
    outsidePercent: decimal(
      'Enter a share from 0 to 100, such as 12.5',
      (value) => value.gte(0) && value.lte(100) && value.decimalPlaces() <= 2,
    )
      .nullable()
      .default(null),
    answers: z
      .array(
        z.object({
          limb: z.string().max(10),
          holds: z.boolean().nullable(),
          evidence: optionalText('the evidence', LONG),
        }),
      )
      .max(20)
      .default([]),
  })
  .superRefine(({ kind, answers: given }, issues) => {
    const known = LIMBS[kind].map(({ id }) => id)
    const path = (at: number): PropertyKey[] => ['answers', at, 'limb']
    refuseTwice(
      given.map(({ limb }) => limb),
      path,
      'This limb is answered already',
      issues,
    )
    for (const [at, { limb }] of given.entries())
      if (!known.includes(limb))
        issues.addIssue({
          code: 'custom',
          path: path(at),
          message: `The limbs of this test are ${known.join(', ')}`,
        })
  })

export const controlTestWrite = planningWrite({
  command: 'pipeline delivery-model test',
  method: 'POST',
  path: 'delivery-model/tests',
  access: 'procurement.manage',
  audit: 'CONTROL_TEST_RECORDED',
  summary:
    'Answer the controlled-entity or joint-working test of Schedule 2, with evidence; it is due again in a year',
  body: controlTest,
  answer: appraisalAnswer,
  example:
    '{"kind":"vertical","body":"Northmere Green Ltd","testedOn":"2026-11-02","outsidePercent":8,"answers":[{"limb":"V1","holds":true,"evidence":"Share register"}]}',
  write: async (ctx, purchaseId, { answers: given, ...draft }) => {
    if (draft.testedOn > today(ctx))
      return refused('tested-in-future', 'Give a day that is not in the future.')
    const byLimb = new Map(given.map((each) => [each.limb, each]))
    const all = LIMBS[draft.kind].map(({ id }) => byLimb.get(id) ?? { limb: id, holds: null, evidence: '' })
    await recordControlTest(ctx, purchaseId, { ...draft, answers: all })
    return tellAppraisal(ctx, purchaseId, true)
  },
})
