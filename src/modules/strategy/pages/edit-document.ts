import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { readDayFields, typedDay, typedOfDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { changeDocument, createDocument } from '../actions/documents.ts'
import { refusalSentence } from '../messages.ts'
import type { DocumentDraft, Version } from '../model.ts'
import { decidePeriod } from '../rules/period.ts'
import { getVersion } from '../store/documents.ts'
import type { StrategyTables } from '../tables.ts'
import { documentFields } from '../typed-fields.ts'
import { EditDocumentView } from './edit-document.view.tsx'
import { versionRefOf } from './fields.ts'
import { documentPath } from './paths.ts'

type Form = PageRequest['form']

const DocumentForm = z.object(documentFields)

type ReadDocument =
  | { readonly ok: true; readonly draft: DocumentDraft }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

const readDocument = (form: Form): ReadDocument => {
  const read = readForm(DocumentForm, form)
  const starts = readDayFields(form, 'startsOn', 'the day it starts')
  const ends = readDayFields(form, 'endsOn', 'the day it ends')
  const errors = [
    ...(read.ok ? [] : read.errors),
    ...(starts.ok ? [] : starts.errors),
    ...(ends.ok ? [] : ends.errors),
  ]
  if (!read.ok || !starts.ok || !ends.ok || !starts.value || !ends.value) return { ok: false, errors }
  const period = decidePeriod(starts.value, ends.value)
  if (!period.ok)
    return { ok: false, errors: [{ field: 'endsOn-day', message: refusalSentence(period.refusal) }] }
  return { ok: true, draft: { ...read.value, startsOn: starts.value, endsOn: ends.value } }
}

const fieldsOf = (form: Form) => ({
  kind: typed(form, 'kind'),
  title: typed(form, 'title'),
  summary: typed(form, 'summary'),
  startsOn: typedDay(form, 'startsOn'),
  endsOn: typedDay(form, 'endsOn'),
})
export type DocumentFields = ReturnType<typeof fieldsOf>

const fieldsOfVersion = (version: Version): DocumentFields => ({
  kind: version.kind,
  title: version.title,
  summary: version.summary,
  startsOn: typedOfDay(version.startsOn),
  endsOn: typedOfDay(version.endsOn),
})

const show = (isNew: boolean, back: string, fields: DocumentFields, errors: readonly FieldError[]): Answer =>
  page(isNew ? 'Write a document' : 'Change the document', h(EditDocumentView, { isNew, fields, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: back },
  })

export const getNew = async (): Promise<Answer> => show(true, '/strategy', fieldsOf({}), [])

export const postNew = async ({ ctx, form }: PageRequest): Promise<Answer> => {
  const read = readDocument(form)
  if (!read.ok) return show(true, '/strategy', fieldsOf(form), read.errors)
  return redirect(`${documentPath(await createDocument(ctx, read.draft), 1)}?done=begun`)
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const { documentId, version } = versionRefOf(request)
  const found = await inReading(request.ctx, (db: Reader<StrategyTables>) =>
    getVersion(db, documentId, version),
  )
  return show(false, documentPath(documentId, version), fieldsOfVersion(found), [])
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const ref = versionRefOf(request)
  const at = documentPath(ref.documentId, ref.version)
  const read = readDocument(request.form)
  if (!read.ok) return show(false, at, fieldsOf(request.form), read.errors)
  const changed = await changeDocument(request.ctx, ref, read.draft)
  return changed.ok
    ? redirect(`${at}?done=saved`)
    : show(false, at, fieldsOf(request.form), [{ field: '', message: refusalSentence(changed.refusal) }])
}
