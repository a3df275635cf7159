import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { inReading } from '../../../platform/reading.ts'
import { dayField } from '../../../platform/writes/fields.ts'
import { asWrite, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import { answerQuestion, judgeDelivery, reportDelivery } from '../actions/deliveries.ts'
import { personalSentence } from '../messages/deliveries.ts'
import { refusalSentence } from '../messages.ts'
import { DELIVERY_STATUSES, type DeliveryReport } from '../model.ts'
import { deliveryJson, readDelivery } from '../read-delivery.ts'
import { personalData } from '../rules/personal-data.ts'
import { ANOTHER, activitiesOf } from '../rules/twice.ts'
import { VERDICTS } from '../rules/verify.ts'
import { listAlike } from '../store/alike.ts'
import { getCommitment } from '../store/commitments.ts'
import type { ContractsTables } from '../tables.ts'
import { amount, contractWrite, figure, idIn, no, oneOf, pageOfWrite, told } from './contract-write.ts'

const DELIVERY_PATH = '/api/v1/deliveries/:deliveryId'
const args = { deliveryId: { name: 'DELIVERY-ID', example: '0199a1d2-…' } } as const

export const deliveryAnswer = z.looseObject({
  id: z.string(),
  status: z.enum(DELIVERY_STATUSES),
  quantity: z.string(),
  verified: z.string().nullable().describe('what a contract manager has accepted; nothing else counts'),
})

const tell = (ctx: Context, id: string, isNew = false): Promise<Written> =>
  told(ctx, async (db) => deliveryJson(await readDelivery(db, id)), isNew)

const report = z
  .object({
    commitmentId: oneOf.describe('null for what nobody had promised'),
    title: textField('what was done', 300),
    quantity: amount('how many'),
    unit: optionalText('what is counted', 60).describe('needed where there is no commitment'),
    fromOn: dayField,
    toOn: dayField,
    placeName: optionalText('a place', 120),
    story: optionalText('the story', 4000),
    activity: z
      .object({
        title: textField('a name for the activity', 200).transform((text) => text.replaceAll(/\s+/g, ' ')),
        quantity: amount('how many there were in all'),
      })
      .nullable()
      .default(null)
      .describe('where it was done for several contracts: its name and how many there were in all'),
    sameAs: optionalText('which activity', 40).describe(
      `where it may be part of what is shared out already: the id of that activity, or “${ANOTHER}”`,
    ),
    haveAgreed: z.boolean().default(false).describe('whether the people who could be known have agreed'),
  })
  .superRefine(({ commitmentId, unit }, issues) => {
    if (commitmentId === null && unit === '')
      issues.addIssue({
        code: 'custom',
        path: ['unit'],
        message: 'Enter what is counted, such as pupils',
      })
  })

/** The question that the page asks with a choice: which shared activity it is part of, or another one. */
const askWhich = async (
  ctx: Context,
  kept: DeliveryReport,
  refusal: Parameters<typeof no>[0],
): Promise<Written> => {
  const alike = await inReading(ctx, (db: Reader<ContractsTables>) =>
    listAlike(db, { ...kept, deliveryId: null }),
  )
  const choices = activitiesOf(alike).map(
    ({ id, title, quantity, unit }) => `${id} for “${title}”, ${quantity} ${unit} in all`,
  )
  return refused(
    refusal.refusal,
    `${refusalSentence(refusal)}: give sameAs as ${[...choices, `${ANOTHER} for another one, which counts by itself`].join('; or ')}.`,
  )
}

const reportWrite = contractWrite({
  command: 'contracts deliveries report',
  method: 'POST',
  path: 'deliveries',
  audit: 'DELIVERY_REPORTED',
  summary: 'Report a delivery for the council, or a share of what was done for several contracts',
  body: report,
  answer: deliveryAnswer,
  example:
    '{"commitmentId":"0199…","title":"Apprentices began","quantity":"2","fromOn":"2026-09-01","toOn":"2026-09-30"}',
  write: async (ctx, contract, { haveAgreed, sameAs, commitmentId, ...said }) => {
    const kinds = personalData(`${said.title}\n${said.story}`)
    if (kinds.length > 0 && !haveAgreed)
      return refused('personal-data', `${personalSentence(kinds)} (haveAgreed).`)
    const unit =
      commitmentId === null
        ? said.unit
        : (await inReading(ctx, (db: Reader<ContractsTables>) => getCommitment(db, commitmentId))).unit
    const kept: DeliveryReport = {
      ...said,
      unit,
      commitmentId,
      contractId: contract.id,
      placeCode: '',
      reportedFor: contract.supplierName,
      sameAs: sameAs || undefined,
    }
    const reported = await reportDelivery(ctx, kept)
    if (reported.ok) return tell(ctx, reported.value, true)
    return reported.refusal === 'maybe-shared' ? askWhich(ctx, kept, reported) : no(reported)
  },
})

export const deliveryWrites: readonly Write[] = [
  reportWrite,
  asWrite({
    command: 'contracts deliveries decide',
    method: 'POST',
    path: `${DELIVERY_PATH}/decision`,
    args,
    access: 'contracts.verify',
    audit: 'DELIVERY_JUDGED',
    page: pageOfWrite('contracts deliveries decide'),
    summary: 'Accept a delivery, accept it in part, ask about it or reject it; only what is accepted counts',
    body: z.object({
      verdict: z.enum(VERDICTS),
      quantity: figure('how much you accept').describe('with accept-in-part'),
      note: optionalText('a reason', 2000).describe('needed unless all of it is accepted'),
      isAnother: z
        .boolean()
        .default(false)
        .describe('where something alike is counted already: that this is another one'),
    }),
    answer: deliveryAnswer,
    example: '{"verdict":"accept-in-part","quantity":"1","note":"One of the two had begun before"}',
    write: async (ctx, params, judgement) => {
      const id = idIn(params, 'deliveryId')
      const judged = await judgeDelivery(ctx, id, judgement)
      if (judged.ok) return tell(ctx, id)
      return judged.refusal === 'maybe-counted'
        ? refused(judged.refusal, `${refusalSentence(judged)} (isAnother).`)
        : no(judged)
    },
  }),
  asWrite({
    command: 'contracts deliveries answer',
    method: 'POST',
    path: `${DELIVERY_PATH}/answer`,
    args,
    access: 'contracts.manage',
    audit: 'DELIVERY_ANSWERED',
    page: pageOfWrite('contracts deliveries answer'),
    summary: 'Write down what the supplier answered; the delivery waits for a decision again',
    body: z.object({ answer: optionalText('the answer', 2000) }),
    answer: deliveryAnswer,
    example: '{"answer":"Both began on 1 September; the payroll record is added"}',
    write: async (ctx, params, { answer }) => {
      const id = idIn(params, 'deliveryId')
      const kept = await answerQuestion(ctx, id, answer)
      return kept.ok ? tell(ctx, id) : no(kept)
    },
  }),
]
