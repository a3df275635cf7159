import { h } from 'preact'
import { z } from 'zod'
import { plainDate } from '../../../kernel/plain-date.ts'
import { Unusable } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest, Upload } from '../../../platform/http/route.ts'
import { askForRegisterImport, type HandedFile } from '../actions/ask-for-import.ts'
import { refusalText } from '../messages.ts'
import { REGISTER_KINDS, type RegisterRefusal } from '../model.ts'
import { ImportRegisterView } from './import-register.view.tsx'
import { REGISTERS_PATH, registerPath } from './paths.ts'

const MOST = 200
const line = (what: string) =>
  z.string().trim().max(MOST, `${what} must be ${MOST} characters or fewer`).default('')

const part = z.string().trim().default('')

const ImportForm = z
  .object({
    kind: z.enum(REGISTER_KINDS, { error: 'Choose which register it is' }),
    name: line('Name'),
    source: line('Publisher'),
    licence: line('Licence'),
    'as-of-day': part,
    'as-of-month': part,
    'as-of-year': part,
    smaller: z.string().optional(),
  })
  .transform((form, check) => {
    const parts = [form['as-of-year'], form['as-of-month'], form['as-of-day']]
    const asOf = plainDate(...(parts.map(Number) as [number, number, number]))
    if (asOf === undefined && parts.some((text) => text !== '')) {
      check.addIssue({
        code: 'custom',
        path: ['as-of'],
        message: 'The day it stands for must be a real date',
      })
    }
    return {
      kind: form.kind,
      name: form.name,
      source: form.source,
      licence: form.licence,
      asOf: asOf ?? null,
      mayShrink: form.smaller === 'yes',
    }
  })

const FIELDS = [
  'kind',
  'name',
  'source',
  'licence',
  'as-of-day',
  'as-of-month',
  'as-of-year',
  'smaller',
] as const
export type TypedImport = Readonly<Record<(typeof FIELDS)[number], string>>

const FIELD_OF_REFUSAL: Readonly<Partial<Record<RegisterRefusal, string>>> = {
  'as-of-unknown': 'as-of',
  'as-of-in-future': 'as-of',
  'name-empty': 'name',
  'name-of-another-kind': 'name',
}

const ON_THE_PAGE: Readonly<Partial<Record<RegisterRefusal, string>>> = {
  'as-of-unknown': 'Enter the day the register stands for; the name of the file does not tell',
}

const show = (form: PageRequest['form'], errors: readonly FieldError[]): Answer => {
  const filled = Object.fromEntries(FIELDS.map((field) => [field, typed(form, field)])) as TypedImport
  return page('Import a register', h(ImportRegisterView, { typed: filled, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: REGISTERS_PATH, text: 'Registers' },
  })
}

export const get = async (): Promise<Answer> => show({}, [])

const storeUpload = async (
  { ctx }: PageRequest,
  upload: Upload,
): Promise<HandedFile & { readonly hash: string }> => {
  const stored = await ctx.files.put(upload.content).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOSPC')
      throw new Unusable('There is no room left on the disk of the server. Tell whoever runs it')
    throw error
  })
  const unusable = upload.wasCut()
    ? 'The file is larger than 2 GB. Ask whoever runs the server to load it by command'
    : stored.bytes === 0
      ? 'The file is empty'
      : null
  if (unusable === null) return { name: upload.name || 'register', hash: stored.hash }
  await ctx.files.remove(stored.hash)
  throw new Unusable(unusable)
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(ImportForm, request.form)
  const noFile: FieldError[] = request.upload?.name ? [] : [{ field: 'file', message: 'Choose a file' }]
  if (!form.ok) return show(request.form, [...form.errors, ...noFile])
  if (!request.upload || noFile.length > 0) return show(request.form, noFile)
  try {
    const file = await storeUpload(request, request.upload)
    const asked = await askForRegisterImport(request.ctx, { ...form.value, files: [file] })
    if (asked.ok) return redirect(registerPath(asked.value.registerId))
    await request.ctx.files.remove(file.hash)
    const message = ON_THE_PAGE[asked.refusal] ?? refusalText(asked.refusal)
    return show(request.form, [{ field: FIELD_OF_REFUSAL[asked.refusal] ?? 'file', message }])
  } catch (error) {
    if (error instanceof Unusable) return show(request.form, [{ field: 'file', message: error.message }])
    throw error
  }
}
