import { h } from 'preact'
import { z } from 'zod'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { today } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { importReference } from '../actions/import-reference.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import { warningSentence } from '../messages/warning-words.ts'
import { REFERENCE_KINDS } from '../model/adaptation.ts'
import type { Reference } from '../model/reference.ts'
import type { ReferenceFault } from '../reference/read-reference-table.ts'
import { readPriceYear } from '../rules/price-years.ts'
import { ageOf, isOutOfDate, outOfDateNotice } from '../rules/reference-age.ts'
import { contextOf, read } from '../seen.ts'
import { listCountingSets, readReference } from '../store/reference-sets.ts'
import { bytesOf } from '../uploaded-table.ts'
import { ImportReferenceView, ReferenceView, type SeriesLine, type SourceLine } from './reference.view.tsx'

const seriesOf = ({ deflators, carbon, rates, wages }: Reference): SeriesLine[] => [
  ...deflators.map(({ title, source, points, purpose }) => ({
    name: title,
    source,
    holds: `${points[0]?.year ?? ''} to ${points.at(-1)?.year ?? ''}${purpose === 'reproduction' ? '; only to repeat a published sum' : ''}`,
  })),
  {
    name: 'Carbon values',
    source: carbon.source,
    holds: `${carbon.points[0]?.year ?? ''} to ${carbon.points.at(-1)?.year ?? ''}, in prices of ${carbon.priceYear}`,
  },
  ...rates.map(({ title, source, bands, inForceFrom }) => ({
    name: title,
    source,
    holds: `${Number(bands[0]?.rate ?? 0) * 100}% at first, ${bands.length} bands, since ${inForceFrom}`,
  })),
  ...wages.map(({ kind, place, who, hourly, from, to, source }) => ({
    name: `Wage: ${kind.replaceAll('-', ' ')}, ${place === 'uk' ? 'UK' : 'London'}, ${who}`,
    source,
    holds: `£${hourly} an hour, ${from} to ${to}`,
  })),
]

export const get = async (request: PageRequest): Promise<Answer> => {
  const ctx = contextOf(request)
  const { reference, sets } = await read(ctx, async (db) => ({
    reference: await readReference(db),
    sets: await listCountingSets(db),
  }))
  const day = today(request.ctx)
  const ages = [...reference.sources.values()].map((source) => ageOf(source, day))
  const imported = new Map(sets.map((set) => [set.source.id, set.isOwn]))
  const lines = ages
    .map(
      (age): SourceLine => ({
        age,
        warning: isOutOfDate(age) ? warningSentence(outOfDateNotice(age)) : null,
        isImported: imported.has(age.source.id),
        isOwn: imported.get(age.source.id) ?? false,
      }),
    )
    .sort((a, b) => Number(b.warning !== null) - Number(a.warning !== null))
  const titles = new Map([...reference.sources.values()].map(({ id, title }) => [id, title]))
  const series = seriesOf(reference).map((line) => ({
    ...line,
    source: titles.get(line.source) ?? line.source,
  }))
  const mayManage = request.visitor.permissions.has('measures.manage')
  return page('Reference data', h(ReferenceView, { day, lines, series, mayManage }), {
    width: 'wide',
    backLink: { href: '/measures', text: 'Measures' },
  })
}

const line = (missing: string) => z.string().trim().min(1, missing).max(200, 'Enter at most 200 characters')
const isDay = (text: string): boolean => parsePlainDate(text) !== undefined

const ImportForm = z.object({
  kind: z.enum(REFERENCE_KINDS, { error: 'Choose what the file holds' }),
  title: line('Enter the title of the publication'),
  licence: line('State its licence'),
  url: z
    .string()
    .trim()
    .max(500, 'Enter at most 500 characters')
    .refine(
      (text) => text === '' || /^https?:\/\/\S+$/.test(text),
      'Enter an address that begins with https://',
    )
    .default(''),
  published: z.string().trim().refine(isDay, 'Enter the day it was published, as 2026-06-30'),
  due: z
    .string()
    .trim()
    .refine(
      (text) => text === '' || isDay(text),
      'Enter the day the next one is due, as 2026-09-30, or leave it empty',
    )
    .default(''),
  prices: z
    .string()
    .trim()
    .refine((text) => text === '' || readPriceYear(text) !== undefined, 'Enter a price year such as 2022')
    .default(''),
})

const FIELDS = ['kind', 'title', 'licence', 'url', 'published', 'due', 'prices'] as const
export type TypedReference = Readonly<Record<(typeof FIELDS)[number], string>>

const show = (
  form: PageRequest['form'],
  errors: readonly FieldError[],
  faults: readonly ReferenceFault[] = [],
): Answer => {
  const filled = Object.fromEntries(FIELDS.map((field) => [field, typed(form, field)])) as TypedReference
  return page('Replace reference data', h(ImportReferenceView, { typed: filled, errors, faults }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/measures/reference', text: 'Reference data' },
  })
}

export const getImport = async (): Promise<Answer> => show({}, [])

export const postImport = async ({ ctx, form, upload }: PageRequest): Promise<Answer> => {
  const given = readForm(ImportForm, form)
  const noFile: FieldError[] = upload?.name ? [] : [{ field: 'file', message: 'Choose a file' }]
  if (!given.ok) return show(form, [...given.errors, ...noFile])
  if (!upload || noFile.length > 0) return show(form, noFile)
  const { kind, title, licence, url, published, due, prices } = given.value
  if (kind === 'carbon-values' && prices === '')
    return show(form, [
      { field: 'prices', message: 'Say in whose prices the carbon values stand, such as 2022' },
    ])
  try {
    const outcome = await importReference(ctx, {
      kind,
      title,
      licence,
      bytes: await bytesOf(upload),
      fileName: upload.name,
      url: url === '' ? null : url,
      publishedOn: published,
      nextDue: due === '' ? null : due,
      priceYear: readPriceYear(prices) ?? 'nominal',
    })
    if (outcome.ok) return redirect('/measures/reference')
    return show(
      form,
      [{ field: 'file', message: refusalWords(outcome.refusal, outcome.facts) }],
      outcome.faults,
    )
  } catch (error) {
    if (error instanceof Unusable) return show(form, [{ field: 'file', message: error.message }])
    throw error
  }
}
