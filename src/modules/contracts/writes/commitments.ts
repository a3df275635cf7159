import { z } from 'zod'
import { listMeasures, type MeasuresTables } from '#measures'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { inReading } from '../../../platform/reading.ts'
import { decimal, refuseTwice } from '../../../platform/writes/fields.ts'
import { refused, type Write, type Written } from '../../../platform/writes/write.ts'
import { addCommitment, changeCommitment } from '../actions/commitments.ts'
import { commitmentTextOf, yearsOfTerm } from '../commitment-text.ts'
import type { Commitment, Contract } from '../model.ts'
import { getCommitment } from '../store/commitments.ts'
import type { ContractsTables } from '../tables.ts'
import { amount, contractWrite, figure, idIn, no, oneOf, told } from './contract-write.ts'

const commitment = z
  .object({
    measure: optionalText('a measure', 100).describe('of the framework in use; empty where there is none'),
    title: optionalText('what is promised', 300).describe('that of the measure where it is left out'),
    unit: optionalText('a unit', 60).describe('that of the measure where it is left out'),
    quantity: amount('how many'),
    unitValue: figure('the value of one in pounds').describe(
      'pounds; that of the measure where it is left out',
    ),
    schedule: z
      .array(
        z.object({
          year: z.string().max(20).describe('a financial year of the term, 2027/28'),
          quantity: decimal('Enter the quantity in digits', (value) => value.gte(0)),
        }),
      )
      .max(12)
      .default([])
      .describe('adds up to the quantity; empty: evenly over the term'),
    placeName: optionalText('a place', 120),
    evidenceRule: textField('what shows that it was done', 500),
    owner: optionalText('who answers for it here', 120),
    supplierOwner: optionalText('who answers for it at the supplier', 120),
    priorityId: oneOf.describe('a priority of an adopted document'),
    scalesWithSpend: z.boolean().default(false).describe('promised per pound: grows with what is paid'),
  })
  .superRefine(({ measure, title, unit, schedule }, issues) => {
    const say = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message })
    if (measure === '' && title === '') say('title', 'Enter what is promised, or choose a measure')
    if (measure === '' && unit === '') say('unit', 'Enter what is counted, such as hours')
    refuseTwice(
      schedule.map(({ year }) => year),
      (at) => ['schedule', at, 'year'],
      'This year stands here already',
      issues,
    )
  })
const answer = z.looseObject({ id: z.string(), title: z.string(), quantity: z.string(), unit: z.string() })

const save = async (
  ctx: Context,
  contract: Contract,
  { measure: code, ...said }: z.output<typeof commitment>,
  before: Commitment | null,
): Promise<Written> => {
  const measures = code === '' ? [] : await inReading(ctx, (db: Reader<MeasuresTables>) => listMeasures(db))
  const measure = measures.find((one) => one.code === code)
  if (code !== '' && !measure) return refused('measure-unknown', `There is no measure “${code}” here.`)
  const years = yearsOfTerm(contract, today(ctx))
  const stranger = said.schedule.find(({ year }) => !years.includes(year))
  if (stranger)
    return refused('year-outside', `“${stranger.year}” is no year of the term: ${years.join(', ')}.`)
  const text = commitmentTextOf(said, measure, before)
  const saved = before
    ? await changeCommitment(ctx, before.id, text)
    : await addCommitment(ctx, contract.id, text)
  return saved.ok ? told(ctx, (db) => getCommitment(db, saved.value), before === null) : no(saved)
}

const example =
  '{"title":"Apprentice starts","unit":"people","quantity":"8","unitValue":"1000","evidenceRule":"Payroll record of each start"}'

export const commitmentWrites: readonly Write[] = [
  contractWrite({
    command: 'contracts commitments add',
    method: 'POST',
    path: 'commitments',
    audit: 'COMMITMENT_RECORDED',
    summary: 'Write down what the supplier promised beside the work',
    body: commitment,
    answer,
    example,
    write: (ctx, contract, body) => save(ctx, contract, body, null),
  }),
  contractWrite({
    command: 'contracts commitments change',
    method: 'PUT',
    path: 'commitments/:commitmentId',
    args: { commitmentId: { name: 'COMMITMENT-ID', example: '0199a1d2-…' } },
    audit: 'COMMITMENT_CHANGED',
    summary:
      'Say a commitment anew; quantity, unit and measure stand still once a delivery is reported to it',
    body: commitment,
    answer,
    example,
    write: async (ctx, contract, body, params) => {
      const id = idIn(params, 'commitmentId')
      const before = await inReading(ctx, (db: Reader<ContractsTables>) => getCommitment(db, id))
      if (before.contractId !== contract.id)
        throw new NotFound('There is no such commitment in this contract.')
      return save(ctx, contract, body, before)
    },
  }),
]
