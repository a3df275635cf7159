import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { inReading } from '../../../platform/reading.ts'
import { dayField } from '../../../platform/writes/fields.ts'
import type { Params, Write, Written } from '../../../platform/writes/write.ts'
import { addIndicator, assessIndicator, closeIndicator, setLegalFacts } from '../actions/indicators.ts'
import { ARRANGEMENTS, RATINGS, SUBJECTS } from '../model/life.ts'
import type { Contract } from '../model.ts'
import { readLife } from '../read-life.ts'
import { getIndicator } from '../store/indicators.ts'
import { readLegalFacts } from '../store/legal-facts.ts'
import type { ContractsTables } from '../tables.ts'
import { contractWrite, figure, idIn, noLife, pence, told } from './contract-write.ts'

const EVERY = [1, 3, 6, 12] as const
const args = { indicatorId: { name: 'INDICATOR-ID', example: '0199a1d2-…' } } as const
const answer = z.looseObject({
  id: z.string(),
  title: z.string(),
  nextDueOn: z.string().nullable(),
  assessments: z.array(z.looseObject({ rating: z.enum(RATINGS) })),
})

const tell = (ctx: Context, contract: Contract, id: string, isNew = false): Promise<Written> =>
  told(
    ctx,
    async (db) => {
      const { indicators } = await readLife(db, contract.id)
      return indicators.find((one) => one.id === id) ?? {}
    },
    isNew,
  )

/** The indicator that a path names, of this contract. Throws NotFound. */
const indicatorOf = async (ctx: Context, contract: Contract, params: Params): Promise<string> => {
  const id = idIn(params, 'indicatorId')
  const found = await inReading(ctx, (db: Reader<ContractsTables>) => getIndicator(db, id))
  if (found.contractId !== contract.id) throw new NotFound('There is no such indicator in this contract.')
  return id
}

export const indicatorWrites: readonly Write[] = [
  contractWrite({
    command: 'contracts legal set',
    method: 'PUT',
    path: 'legal',
    audit: 'LEGAL_FACTS_RECORDED',
    summary: 'Write down what the law needs to know of a contract; what is null or left out is not known',
    body: z.object({
      subject: z.enum(SUBJECTS).nullable().default(null),
      isLightTouch: z.boolean().nullable().default(null),
      arrangement: z.enum(ARRANGEMENTS).default('contract'),
      commencedOn: dayField.nullable().default(null),
      enteredOn: dayField.nullable().default(null),
      mostPence: pence.describe('with VAT, options and extensions'),
      termMonths: z.number().int().min(1).max(1200).nullable().default(null).describe('the longest term'),
      noIndicatorsBecause: optionalText('why', 1000).describe('where indicators could not judge performance'),
    }),
    answer: z.looseObject({ subject: z.string().nullable() }),
    example: '{"subject":"services","isLightTouch":false,"commencedOn":"2025-09-01","mostPence":700000000}',
    write: async (ctx, contract, facts) => {
      await setLegalFacts(ctx, contract.id, facts)
      return told(ctx, (db) => readLegalFacts(db, contract.id))
    },
  }),
  contractWrite({
    command: 'contracts indicators add',
    method: 'POST',
    path: 'indicators',
    audit: 'INDICATOR_SET',
    summary: 'Set an indicator by which performance is judged',
    body: z.object({
      title: textField('what is judged', 300),
      howMeasured: textField('how it is measured', 1000),
      unit: optionalText('a unit', 60),
      target: figure('what has to be reached').describe('null where it is told in words'),
      direction: z.enum(['at-least', 'at-most']).default('at-least'),
      everyMonths: z.literal(EVERY).describe('how often it is assessed'),
      firstDueOn: dayField.describe('the day of the first assessment'),
      isSocial: z.boolean().default(false),
      isStatutory: z.boolean().default(false).describe('one of those that section 52 asks for'),
    }),
    answer,
    example:
      '{"title":"Rooms cleaned","howMeasured":"Counted","unit":"per cent","target":"95","everyMonths":3,"firstDueOn":"2026-12-31","isStatutory":true}',
    write: async (ctx, contract, text) => {
      const added = await addIndicator(ctx, contract.id, text)
      return added.ok ? tell(ctx, contract, added.value, true) : noLife(added)
    },
  }),
  contractWrite({
    command: 'contracts indicators assess',
    method: 'POST',
    path: 'indicators/:indicatorId/assessments',
    args,
    audit: 'INDICATOR_ASSESSED',
    summary:
      'Rate performance for a time gone by, in the five ratings of regulation 39(5); it is never changed',
    body: z.object({
      fromOn: dayField,
      toOn: dayField,
      value: figure('the figure'),
      rating: z.enum(RATINGS),
      note: optionalText('a note', 2000).describe(
        'needed with “other”, or where the figure suggests otherwise',
      ),
    }),
    answer,
    example: '{"fromOn":"2026-07-01","toOn":"2026-09-30","value":"96","rating":"good"}',
    write: async (ctx, contract, text, params) => {
      const id = await indicatorOf(ctx, contract, params)
      const assessed = await assessIndicator(ctx, id, text)
      return assessed.ok ? tell(ctx, contract, id, true) : noLife(assessed)
    },
  }),
  contractWrite({
    command: 'contracts indicators close',
    method: 'POST',
    path: 'indicators/:indicatorId/close',
    args,
    audit: 'INDICATOR_CLOSED',
    summary: 'Close an indicator: it is assessed no more, and what was assessed stays',
    body: z.object({}),
    answer,
    example: '{}',
    write: async (ctx, contract, _body, params) => {
      const id = await indicatorOf(ctx, contract, params)
      const closed = await closeIndicator(ctx, id)
      return closed.ok ? tell(ctx, contract, id) : noLife(closed)
    },
  }),
]
