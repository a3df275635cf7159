import * as z from 'zod'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import type { Command } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { contractsDataset, type Dataset, grantsDataset, spendDataset } from '../writing/transparency.ts'
import { readJsonInput } from './input.ts'

const day = z.string().refine((text) => parsePlainDate(text) !== undefined, 'a day such as 2026-11-22')
const naming = z.enum(['organisation', 'individual', 'maybe', 'named'])
const pence = z.int()
const text = z.string()
const vat = pence.nullable().default(null)

const spendRow = z.strictObject({
  incurredOn: day,
  department: text,
  beneficiary: text,
  naming,
  purpose: text,
  amountPence: pence,
  irrecoverableVatPence: vat,
  merchantCategory: text,
  isSalary: z.boolean().default(false),
})
const contractRow = z.strictObject({
  reference: text,
  title: text,
  department: text,
  description: text,
  supplier: text,
  supplierDetails: text.default(''),
  naming,
  sumPence: pence,
  irrecoverableVatPence: vat,
  startsOn: day.nullable().default(null),
  endsOn: day.nullable().default(null),
  reviewOn: day.nullable().default(null),
  invitation: z.enum(['quote', 'tender', 'none']),
  isSme: z.boolean().nullable().default(null),
  isVcse: z.boolean().nullable().default(null),
  registrationNumber: text.default(''),
})
const grantRow = z.strictObject({
  awardedOn: day,
  period: text,
  department: text,
  beneficiary: text,
  naming,
  registrationNumber: text.default(''),
  purpose: text,
  amountPence: pence,
})

const rowsOf = <Row extends z.ZodType>(shape: Row, given: unknown): z.output<Row>[] => {
  const read = z.array(shape).safeParse(given)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const [row, ...field] = issue?.path ?? []
  const place = row === undefined ? 'The rows' : `Row ${Number(row) + 1}, ${field.join('.') || 'as a whole'}`
  throw new Unusable(
    `${place}: ${issue?.message ?? 'has the wrong shape'}. Give a JSON list of rows; --help shows one.`,
  )
}

const KINDS: Readonly<Record<string, (given: unknown) => Dataset>> = {
  spend: (given) => spendDataset(rowsOf(spendRow, given)),
  contracts: (given) => contractsDataset(rowsOf(contractRow, given)),
  grants: (given) => grantsDataset(rowsOf(grantRow, given)),
}

/** Exit 0: written; 1: the rows have the wrong shape. */
export const transparencyCommand: Command = {
  name: 'transparency write',
  needsNoDatabase: true,
  summary: 'Write a Transparency Code dataset as CSV: spend over £500, contracts over £5,000, grants',
  usage: 'spend|contracts|grants [ROWS.json]',
  minArgs: 1,
  maxArgs: 2,
  options: {},
  examples: [
    'transparency write spend rows.json > spend-over-500.csv',
    `transparency write spend <<< '[{"incurredOn":"2026-10-01","department":"Parks","beneficiary":"Fenwick Paths Ltd","naming":"organisation","purpose":"Path repair","amountPence":125050,"merchantCategory":"Grounds"}]'`,
    `transparency write grants <<< '[{"awardedOn":"2026-10-01","period":"2026/27","department":"Communities","beneficiary":"Hillside Choir","naming":"organisation","purpose":"Rehearsals","amountPence":50000}]'`,
  ],
  run: async ({ args, terminal }) => {
    const [kind = '', file = '-'] = args
    const write = KINDS[kind]
    if (!write || !Object.hasOwn(KINDS, kind))
      throw new Unusable(`There is no dataset "${kind}". There are: ${Object.keys(KINDS).join(', ')}.`)
    const { lines, ...counts } = write(await readJsonInput(file, terminal))
    const csv = [...lines].join('')
    terminal.print(csv.trimEnd())
    terminal.answer({ kind, ...counts, csv })
    terminal.warn(
      `${counts.published} rows published, ${counts.leftOut} not asked for, ${counts.redacted} redacted; ${counts.toReview} of these wait for somebody to decide.`,
    )
    return 0
  },
}
