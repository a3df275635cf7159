import { h } from 'preact'
import { z } from 'zod'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { Unusable } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import type { Query } from '../../../platform/views/views.ts'
import { importReference } from '../actions/import-reference.ts'
import { keepRefusedFile } from '../actions/keep-refused-file.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import { REFERENCE_KINDS } from '../model/adaptation.ts'
import { readPriceYear } from '../rules/price-years.ts'
import { read } from '../seen.ts'
import { listRefusedFiles, type RefusedFile, type RefusedLine } from '../store/refused-files.ts'
import { bytesOf } from '../uploaded-table.ts'
import { exportFaults, type FaultList, faultListOf, refusedFileOf } from './fault-list.ts'
import { ImportReferenceView } from './import-reference.view.tsx'

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

const typedIn = (form: PageRequest['form']): TypedReference =>
  Object.fromEntries(FIELDS.map((field) => [field, typed(form, field)])) as TypedReference

type Shown = {
  readonly typed: TypedReference
  readonly errors: readonly FieldError[]
  readonly list: FaultList | null
  readonly refused: readonly RefusedLine[]
}

const showForm = (view: Shown): Answer =>
  page('Replace reference data', h(ImportReferenceView, view), {
    status: view.errors.length > 0 ? 400 : 200,
    hasErrors: view.errors.length > 0,
    backLink: { href: '/measures/reference', text: 'Reference data' },
  })

const show = async ({ ctx, form }: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const refused = await read(ctx, (db) => listRefusedFiles(db, 'reference'))
  return showForm({ typed: typedIn(form), errors, list: null, refused })
}

/** What is wrong with a file, with the form to hand it in again as it was filled in. */
const showRefused = (file: RefusedFile, query: Query, isNew: boolean): Answer => {
  const message = refusalWords('reference-faulty', { faults: file.found })
  const errors = isNew ? [{ field: 'file', message }] : []
  return showForm({
    typed: file.typed as TypedReference,
    errors,
    list: faultListOf(file, query),
    refused: [],
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const getRefused = async (request: PageRequest): Promise<Answer> =>
  showRefused(await refusedFileOf(request, 'reference'), request.query, false)

export const getExport = (request: PageRequest): Promise<Answer> => exportFaults(request, 'reference')

const NO_PRICES = 'Say in whose prices the carbon values stand, such as 2022'

export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form, upload } = request
  const given = readForm(ImportForm, form)
  const noFile: FieldError[] = upload?.name ? [] : [{ field: 'file', message: 'Choose a file' }]
  if (!given.ok) return show(request, [...given.errors, ...noFile])
  if (!upload || noFile.length > 0) return show(request, noFile)
  const { kind, title, licence, url, published, due, prices } = given.value
  if (kind === 'carbon-values' && prices === '')
    return show(request, [{ field: 'prices', message: NO_PRICES }])
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
    const fileName = upload.name.slice(0, 200)
    const refused = { kind: 'reference', fileName, typed: typedIn(form), faults: outcome.faults } as const
    return showRefused(await keepRefusedFile(ctx, refused), {}, true)
  } catch (error) {
    if (error instanceof Unusable) return show(request, [{ field: 'file', message: error.message }])
    throw error
  }
}
