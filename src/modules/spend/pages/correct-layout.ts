import { h } from 'preact'
import { z } from 'zod'
import { actingAuthority } from '#identity'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { queueImport } from '../actions/hand-in-file.ts'
import { ROLE_LABELS } from '../messages.ts'
import {
  type Detected,
  detectLayout,
  ENCODINGS,
  type LayoutCorrection,
  type PartLayout,
  ROLES,
  type UnreadableFile,
} from '../reading/reading.ts'
import { columnLetter, columnName } from '../rules/column-names.ts'
import type { ImportRecord } from '../store/imports.ts'
import { CorrectLayoutView } from './correct-layout.view.tsx'
import { readImport } from './show-import.ts'

/** Offered for correction; the rarer roles have flags on the command line. */
export const OFFERED = [
  'date',
  'payee',
  'amount',
  'department',
  'category',
  'description',
  'postcode',
  'companyNumber',
  'charityNumber',
  'body',
  'reference',
] as const satisfies readonly (typeof ROLES)[number][]

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const
const day = (message: string) => z.union([z.literal(''), z.iso.date(message)])

const schema = z.object({
  headerRow: z.union([
    z.literal(''),
    z.literal('none'),
    z.coerce
      .number('Enter a row number, or "none"')
      .int('Enter a row number, or "none"')
      .min(1, 'Rows are numbered from 1'),
  ]),
  encoding: z.union([z.literal(''), z.enum(ENCODINGS)]),
  delimiter: z.union([z.literal(''), z.enum(['comma', 'semicolon', 'tab', 'bar'])]),
  dateOrder: z.union([z.literal(''), z.enum(['day-first', 'month-first'])]),
  body: z.string().trim().max(200, 'The name of a body has 200 characters at most').default(''),
  periodFrom: day('Enter the first day as 2026-04-01'),
  periodTo: day('Enter the last day as 2026-04-30'),
})

type Answers = z.output<typeof schema>

const columnsOf = (form: PageRequest['form']): NonNullable<LayoutCorrection['columns']> => {
  const columns: Record<string, number | null> = {}
  for (const role of OFFERED) {
    const value = typed(form, `column-${role}`)
    if (value === 'none') columns[role] = null
    else if (/^\d{1,4}$/.test(value)) columns[role] = Number(value)
  }
  return columns
}

/** What the form asks for, as a correction; empty fields leave things as detected. */
export const correctionOf = (
  answers: Answers,
  columns: NonNullable<LayoutCorrection['columns']>,
): LayoutCorrection => ({
  ...(answers.headerRow === '' ? {} : { headerRow: answers.headerRow === 'none' ? null : answers.headerRow }),
  ...(answers.encoding === '' ? {} : { encoding: answers.encoding }),
  ...(answers.delimiter === '' ? {} : { delimiter: DELIMITERS[answers.delimiter] }),
  ...(answers.dateOrder === '' ? {} : { dateOrder: answers.dateOrder }),
  ...(answers.body === '' ? {} : { body: answers.body }),
  ...(answers.periodFrom !== '' && answers.periodTo !== ''
    ? { period: { from: answers.periodFrom, to: answers.periodTo } }
    : {}),
  ...(Object.keys(columns).length === 0 ? {} : { columns }),
})

type Column = { readonly value: string; readonly text: string }

const columnChoices = (part: PartLayout | undefined, preview: UnreadableFile['preview']): Column[] => {
  const names = part
    ? Array.from(
        { length: Math.max(part.width, part.headers.length) },
        (_, index) => `${columnLetter(index)}: ${columnName(part, index)}`,
      )
    : (preview?.headers ?? []).map((header, index) => `${columnLetter(index)}: ${header || '(no header)'}`)
  return names.map((text, index) => ({ value: String(index + 1), text }))
}

const show = (
  request: PageRequest,
  record: ImportRecord,
  found: Detected | UnreadableFile,
  errors: readonly FieldError[],
): Answer => {
  const part = found.ok ? found.layout.parts[0] : undefined
  const view = {
    record,
    errors,
    typed: (field: string) => typed(request.form, field),
    columns: columnChoices(part, found.ok ? undefined : found.preview),
    detected: Object.fromEntries(
      OFFERED.map((role) => [
        role,
        part?.columns[role] ?? (role === 'amount' ? part?.amount.terms[0]?.column : undefined),
      ]),
    ),
    part,
    sample: found.ok ? found.sample : [],
    problem: found.ok ? null : found.message,
    labels: ROLE_LABELS,
  }
  return page(`How ${record.file_name} is read`, h(CorrectLayoutView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: `/spend/imports/${record.id}` },
  })
}

const detect = (request: PageRequest, record: ImportRecord, correction: LayoutCorrection | null) =>
  detectLayout(
    { path: request.ctx.files.localPath(record.file_hash), name: record.file_name },
    correction ?? undefined,
  )

export const get = async (request: PageRequest): Promise<Answer> => {
  const record = await readImport(request)
  return show(request, record, await detect(request, record, record.correction), [])
}

/** "Try this" shows the rows as they would be read; "Count this file" counts them so and remembers how. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const authorityId = actingAuthority(request.ctx)
  const record = await readImport(request)
  const form = readForm(schema, request.form)
  if (!form.ok) return show(request, record, await detect(request, record, record.correction), form.errors)
  const correction = correctionOf(form.value, columnsOf(request.form))
  const found = await detect(request, record, correction)
  if (!found.ok) return show(request, record, found, [{ field: 'headerRow', message: found.message }])
  if (typed(request.form, 'action') !== 'count') return show(request, record, found, [])
  const queued = await queueImport({ ...request.ctx, authorityId }, record.id, correction, null)
  if (!queued.ok)
    return show(request, record, found, [
      { field: 'action', message: 'This file was read already. Undo it first, then hand it in again.' },
    ])
  return redirect(`/spend/imports/${record.id}`)
}
