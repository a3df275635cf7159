import { z } from 'zod'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { inReading } from '../../../platform/reading.ts'
import { decimal, refuseTwice, seen } from '../../../platform/writes/fields.ts'
import { refused, type Write, type Written } from '../../../platform/writes/write.ts'
import { changeAsk, readyAsk, reopenAsk } from '../actions/asks.ts'
import { describeAsk } from '../describe-ask.ts'
import { ASK_REFUSALS } from '../messages/ask-words.ts'
import {
  ASK_LIMITS,
  ASK_METHODS,
  ASKED_AS,
  type AskContent,
  type AskLine,
  type AskRefusal,
  CRITERION_KINDS,
  EXISTING_CREDITS,
  INDEXATIONS,
} from '../model/ask.ts'
import { type AskSeen, readAsk } from '../read-ask.ts'
import { newAskLine } from '../rules/ask/new-line.ts'
import type { ProcurementTables } from '../tables.ts'
import { planningWrite } from './planning-write.ts'

const { text: LONG, name: NAME, reason: REASON, ...MOST } = ASK_LIMITS

const line = z.object({
  measure: textField('the code of a measure', 60).describe('a measure of the framework in use'),
  askedAs: z.enum(ASKED_AS).optional().describe('as the measure is counted or told, where left out'),
  minimum: decimal('Enter a number of 0 or more', (value) => value.gte(0))
    .nullable()
    .default(null),
  existing: z.enum(EXISTING_CREDITS).default('in-full'),
  indexation: z.enum(INDEXATIONS).optional().describe('by the volume, where left out'),
  priorities: z.array(z.uuid()).max(30).default([]).describe('ids of adopted priorities that it serves'),
  reason: optionalText('the reason', REASON),
})
const criterion = z.object({
  name: textField('the name', NAME),
  kind: z.enum(CRITERION_KINDS),
  weight: decimal('Enter points above 0 and up to 100', (value) => value.gt(0) && value.lte(100)),
  method: z.enum(ASK_METHODS),
  benchmark: decimal('Enter a figure above 0', (value) => value.gt(0))
    .nullable()
    .default(null),
  question: optionalText('the question', LONG),
  wordLimit: z.number().int().min(1).max(99_999).nullable().default(null),
})
const lot = z.object({
  name: textField('the name', NAME),
  description: optionalText('the description', LONG),
  valuePence: z.number().int().min(0).max(1e13).nullable().default(null),
  isForSmallSuppliers: z.boolean().default(false),
})
const ask = z
  .object({
    seen,
    because: textField('why the ask is changed', REASON),
    noteId: z.uuid().nullable().default(null).describe('the note of market engagement that it came from'),
    introduction: optionalText('the introduction', LONG),
    lines: z.array(line).max(MOST.lines),
    criteria: z.array(criterion).max(MOST.criteria),
    lots: z.array(lot).max(MOST.lots).default([]),
    isForSmallSuppliers: z.boolean().default(false),
    isVolumeGuaranteed: z.boolean(),
    weightReason: optionalText('the reason', REASON),
    lotsReason: optionalText('the reason', REASON),
    proportionReason: optionalText('the reason', REASON),
  })
  .superRefine(({ lines }, issues) =>
    refuseTwice(
      lines.map(({ measure }) => measure),
      (at) => ['lines', at, 'measure'],
      'This measure is asked for already',
      issues,
    ),
  )
type AskBody = z.output<typeof ask>

const see = (ctx: Context, purchaseId: string): Promise<AskSeen> =>
  inReading(ctx, (db: Reader<ProcurementTables>) => readAsk(db, purchaseId, today(ctx)))

/** The first thing named that is not there: a measure of the framework, or an adopted priority. */
const unknownIn = (known: AskSeen, { lines }: AskBody): Written | null => {
  const measures = new Set([
    ...known.framework.measures.map(({ code }) => code),
    ...known.content.lines.map(({ measure }) => measure),
  ])
  const stranger = lines.find(({ measure }) => !measures.has(measure))?.measure
  if (stranger !== undefined)
    return refused('measure-unknown', `There is no measure “${stranger}” in ${known.framework.title}.`)
  const priorities = new Set([
    ...known.priorities.map(({ id }) => id),
    ...known.content.lines.flatMap((each) => each.priorities),
  ])
  const lost = lines.flatMap((each) => each.priorities).find((id) => !priorities.has(id))
  return lost === undefined ? null : refused('priority-unknown', `No adopted priority has the id ${lost}.`)
}

/** A line keeps the words it was asked in; a new one takes those of the framework. */
const lineOf =
  (known: AskSeen, before: AskContent, isVolumeGuaranteed: boolean) =>
  ({ askedAs, indexation, ...given }: AskBody['lines'][number]): AskLine[] => {
    const measure = known.framework.measures.find(({ code }) => code === given.measure)
    const base =
      before.lines.find((each) => each.measure === given.measure) ??
      (measure && newAskLine(known.framework, measure, isVolumeGuaranteed))
    if (!base) return []
    return [
      { ...base, ...given, askedAs: askedAs ?? base.askedAs, indexation: indexation ?? base.indexation },
    ]
  }

const told = async (ctx: Context, purchaseId: string): Promise<Written> => ({
  ok: true,
  value: describeAsk(await see(ctx, purchaseId)),
})
const no = (refusal: AskRefusal): Written => refused(refusal, ASK_REFUSALS[refusal])
const answer = z.looseObject({ status: z.string(), revision: z.number() })

export const askWrites: readonly Write[] = [
  planningWrite({
    command: 'asks set',
    method: 'PUT',
    path: 'ask',
    access: 'procurement.manage',
    audit: 'ASK_CHANGED',
    summary: 'Save the next revision of an ask: measures, award criteria, lots and reasons',
    body: ask,
    answer,
    example:
      '{"seen":0,"because":"First draft","isVolumeGuaranteed":true,"lotsReason":"One crew does it all","lines":[{"measure":"skill-app-l2","minimum":2}],"criteria":[{"name":"Price","kind":"price","weight":100,"method":"fixed-benchmark","benchmark":400000}]}',
    write: async (ctx, purchaseId, { seen: revision, because, noteId, lines, ...rest }) => {
      const known = await see(ctx, purchaseId)
      const unknown = unknownIn(known, { seen: revision, because, noteId, lines, ...rest })
      if (unknown) return unknown
      const saved = await changeAsk(ctx, purchaseId, {
        seen: revision,
        because,
        noteId,
        change: (before) => ({
          ...before,
          ...rest,
          lines: lines.flatMap(lineOf(known, before, rest.isVolumeGuaranteed)),
        }),
      })
      return saved.ok ? told(ctx, purchaseId) : no(saved.refusal)
    },
  }),
  planningWrite({
    command: 'asks ready',
    method: 'POST',
    path: 'ask/ready',
    access: 'procurement.approve',
    audit: 'ASK_READIED',
    summary: 'Say that an ask is ready to be published, and keep the fingerprint of its criteria',
    body: z.object({ seen }),
    answer,
    example: '{"seen":4}',
    write: async (ctx, purchaseId, { seen: revision }) => {
      const ready = await readyAsk(ctx, purchaseId, revision)
      return ready.ok ? told(ctx, purchaseId) : no(ready.refusal)
    },
  }),
  planningWrite({
    command: 'asks reopen',
    method: 'POST',
    path: 'ask/reopen',
    access: 'procurement.approve',
    audit: 'ASK_REOPENED',
    summary: 'Open an ask that was ready for changes again, while suppliers have not seen it',
    body: z.object({}),
    answer,
    example: '{}',
    write: async (ctx, purchaseId) => {
      const opened = await reopenAsk(ctx, purchaseId)
      return opened.ok ? told(ctx, purchaseId) : no(opened.refusal)
    },
  }),
]
