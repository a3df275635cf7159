import { h } from 'preact'
import { z } from 'zod'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { Unusable } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { type ImportRefusal, importFramework } from '../actions/import-framework.ts'
import { keepRefusedFile } from '../actions/keep-refused-file.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import { LICENCE_TERMS } from '../model.ts'
import { frameworkPath, read } from '../seen.ts'
import { listRefusedFiles } from '../store/refused-files.ts'
import { bytesOf } from '../uploaded-table.ts'
import { IMPORT_FIELDS, ImportFrameworkView, type TypedImport } from './import-framework.view.tsx'
import { showRefused } from './refused-file.ts'

const line = (missing: string) => z.string().trim().min(1, missing).max(200, 'Enter at most 200 characters')

const ImportForm = z.object({
  title: line('Enter the title of the framework'),
  code: line('Enter a short name of letters, digits and hyphens'),
  version: line('Enter its version, such as 2026'),
  published: z
    .string()
    .trim()
    .refine((text) => parsePlainDate(text) !== undefined, 'Enter the day it was published, as 2026-04-01'),
  licence: line('State the licence under which you hold the framework'),
  source: z.string().trim().max(200, 'Enter at most 200 characters').default(''),
  terms: z.enum(LICENCE_TERMS, { error: 'Choose what the licence allows' }),
})

const FIELD_OF: Readonly<Record<ImportRefusal, string>> = {
  'licence-missing': 'licence',
  'licence-is-restricted': 'terms',
  'code-unfit': 'code',
  'code-taken': 'code',
  'version-taken': 'version',
}

const typedIn = (form: PageRequest['form']): TypedImport =>
  Object.fromEntries(IMPORT_FIELDS.map((field) => [field, typed(form, field)])) as TypedImport

const show = async ({ ctx, form }: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const view = {
    typed: typedIn(form),
    errors,
    list: null,
    refused: await read(ctx, (db) => listRefusedFiles(db, 'framework')),
  }
  return page('Bring in a framework', h(ImportFrameworkView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/measures', text: 'Measures' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form, upload } = request
  const filled = readForm(ImportForm, form)
  const noFile: FieldError[] = upload?.name ? [] : [{ field: 'file', message: 'Choose a file' }]
  if (!filled.ok) return show(request, [...filled.errors, ...noFile])
  if (!upload || noFile.length > 0) return show(request, noFile)
  const { code, published, source, ...facts } = filled.value
  try {
    const outcome = await importFramework(ctx, {
      bytes: await bytesOf(upload),
      fileName: upload.name,
      facts: { ...facts, id: code, publishedOn: published, source: source === '' ? null : source },
    })
    if (outcome.ok) return redirect(frameworkPath(code))
    if ('faults' in outcome) {
      const fileName = upload.name.slice(0, 200)
      const refused = { kind: 'framework', fileName, typed: typedIn(form), faults: outcome.faults } as const
      return showRefused(await keepRefusedFile(ctx, refused), {}, 400)
    }
    const message = refusalWords(outcome.refusal, outcome.facts)
    return show(request, [{ field: FIELD_OF[outcome.refusal], message }])
  } catch (error) {
    if (error instanceof Unusable) return show(request, [{ field: 'file', message: error.message }])
    throw error
  }
}
