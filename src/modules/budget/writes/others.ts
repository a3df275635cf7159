import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { json } from '../../../platform/http/answer.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { dayField, decimal } from '../../../platform/writes/fields.ts'
import { asWrite, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import { recordOthers, recordResult } from '../actions/others.ts'
import { refusalSentence } from '../messages.ts'
import { OTHER_BASES, OTHER_KINDS } from '../model.ts'
import { getOther, listOthers, listResults } from '../store/others.ts'
import type { BudgetTables } from '../tables.ts'

const PATH = '/api/v1/budget/other'
const answer = z.looseObject({
  id: z.string(),
  kind: z.enum(OTHER_KINDS),
  title: z.string(),
  quantity: z.string(),
  verified: z.string(),
})
const row = { method: 'POST', access: 'budget.manage', answer } as const

const tell = async (ctx: Context, id: string): Promise<Written> => ({
  ok: true,
  isNew: true,
  value: await inReading(ctx, async (db: Reader<BudgetTables>) => ({
    ...(await getOther(db, id)),
    results: await listResults(db, id),
  })),
})

const other = z.object({
  kind: z.enum(OTHER_KINDS),
  title: textField('a title', 300),
  department: optionalText('a department', 200),
  recipient: optionalText('a recipient', 300),
  givenPence: z.number().int().min(0).max(1e14).nullable().default(null),
  startsOn: dayField,
  endsOn: dayField,
  priorityId: z.uuid().nullable().default(null).describe('a priority of an adopted document'),
  basis: z.enum(OTHER_BASES),
  unit: textField('a unit', 60),
  quantity: decimal(
    'Enter how much is wanted as a number above 0, in digits',
    (value) => value.gt(0) && value.decimalPlaces() <= 6 && value.lt(1e12),
  ),
  unitValue: decimal(
    'Enter the value of one in pounds, such as 19.40',
    (value) => value.gte(0) && value.decimalPlaces() <= 6 && value.lt(1e9),
  )
    .nullable()
    .default(null)
    .describe('pounds; null where it is counted and not priced'),
})

const result = z.object({
  quantity: decimal(
    'Enter how much was done as a number, in digits',
    (value) => !value.isZero() && value.decimalPlaces() <= 6 && value.abs().lt(1e12),
  ).describe('below nothing takes back what was counted before'),
  doneOn: dayField,
  evidence: textField('what shows it', 1000),
})

export const otherWrites: readonly Write[] = [
  asWrite({
    ...row,
    command: 'budget other record',
    path: PATH,
    audit: 'OTHER_VALUE_RECORDED',
    page: 'budget/writes#other-record',
    summary: 'Record a grant, an asset transfer or an action of the council, and what is wanted of it',
    body: other,
    example:
      '{"kind":"grant","title":"Lunch club","givenPence":1200000,"startsOn":"2026-04-01","endsOn":"2027-03-31","basis":"wellbeing","unit":"hours","quantity":"600","unitValue":"20"}',
    write: async (ctx, _params, text) => {
      const recorded = await recordOthers(ctx, [{ text, result: null }])
      return recorded.ok
        ? tell(ctx, recorded.value[0] ?? '')
        : refused(recorded.refusal, `${refusalSentence(recorded)}.`)
    },
  }),
  asWrite({
    ...row,
    command: 'budget other result',
    path: `${PATH}/:otherId/results`,
    args: { otherId: { name: 'ID', example: '0199a1d2-…' } },
    audit: 'OTHER_RESULT_RECORDED',
    page: 'budget/writes#other-result',
    summary: 'Write down what was done and seen of a grant, an asset transfer or an action of the council',
    body: result,
    example: '{"quantity":"120","doneOn":"2026-09-30","evidence":"Diary of the club"}',
    write: async (ctx, { otherId = '' }, seen) => {
      if (!isId(otherId)) throw new NotFound('There is nothing recorded here.')
      const recorded = await recordResult(ctx, otherId, seen)
      return recorded.ok ? tell(ctx, otherId) : refused(recorded.refusal, `${refusalSentence(recorded)}.`)
    },
  }),
]

export const listOthersRoute: ApiRoute = {
  method: 'GET',
  path: PATH,
  access: 'budget.read',
  audit: 'OTHER_VALUES_READ',
  page: 'budget/writes#other-list',
  summary: 'Grants, asset transfers and what the council does itself, with what of each is verified',
  answer: z.object({ others: z.array(answer) }),
  handle: async ({ ctx }) =>
    json({ others: await inReading(ctx, (db: Reader<BudgetTables>) => listOthers(db)) }),
}
