import { h } from 'preact'
import { z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { readDayFields, typedDay, typedOfDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import {
  afterOthers,
  asSent,
  asThere,
  MEANWHILE_FIELD,
  NOTHING_SEEN,
  type Standing,
  seenIn,
  withTheirs,
} from '../../../platform/http/seen-form.ts'
import { inReading } from '../../../platform/reading.ts'
import { markOfAll } from '../../../platform/seen.ts'
import { formatDate } from '../../../platform/views/views.ts'
import { changeDocument, createDocument } from '../actions/documents.ts'
import { DOCUMENT_PART_NAMES, refusalSentence } from '../messages.ts'
import type { DocumentDraft, StrategyRefusal, Version, VersionText } from '../model.ts'
import { documentParts } from '../rules/parts.ts'
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

type Shown = {
  readonly isNew: boolean
  readonly back: string
  readonly fields: DocumentFields
  readonly errors?: readonly FieldError[]
  readonly standing?: Standing
}

const show = ({ isNew, back, fields, errors = [], standing = NOTHING_SEEN }: Shown): Answer =>
  page(
    isNew ? 'Write a document' : 'Change the document',
    h(EditDocumentView, { isNew, fields, errors, standing }),
    {
      status: errors.length > 0 ? 400 : 200,
      hasErrors: errors.length > 0,
      backLink: { href: back },
    },
  )

export const getNew = async (): Promise<Answer> =>
  show({ isNew: true, back: '/strategy', fields: fieldsOf({}) })

export const postNew = async ({ ctx, form }: PageRequest): Promise<Answer> => {
  const read = readDocument(form)
  if (!read.ok) return show({ isNew: true, back: '/strategy', fields: fieldsOf(form), errors: read.errors })
  return redirect(`${documentPath(await createDocument(ctx, read.draft), 1)}?done=begun`)
}

const readVersion = (request: PageRequest): Promise<Version> => {
  const { documentId, version } = versionRefOf(request)
  return inReading(request.ctx, (db: Reader<StrategyTables>) => getVersion(db, documentId, version))
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const found = await readVersion(request)
  const back = documentPath(found.documentId, found.version)
  return show({
    isNew: false,
    back,
    fields: fieldsOfVersion(found),
    standing: asThere(documentParts(found)),
  })
}

const inWords = (part: keyof VersionText, value: string): string =>
  part === 'startsOn' || part === 'endsOn' ? formatDate(value) : value

type Refused = Extract<Decision<unknown, StrategyRefusal>, { readonly ok: false }>

/** The form again, with what somebody else saved first beside what was typed. */
const showChanged = async (request: PageRequest, mine: VersionText, { facts }: Refused): Promise<Answer> => {
  const found = await readVersion(request)
  const { standing, others } = afterOthers({
    seen: seenIn(request.form),
    there: documentParts(found),
    mine: documentParts(mine),
    by: String(facts?.by ?? ''),
    inWords: (each) => {
      const part = each as keyof VersionText
      const [theirs, typedHere] = [inWords(part, found[part]), inWords(part, mine[part])]
      return { name: DOCUMENT_PART_NAMES[part], theirs, mine: typedHere }
    },
  })
  return show({
    isNew: false,
    back: documentPath(found.documentId, found.version),
    fields: withTheirs(fieldsOf(request.form), fieldsOfVersion(found), others),
    errors: [{ field: MEANWHILE_FIELD, message: refusalSentence('changed-meanwhile', facts) }],
    standing,
  })
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form } = request
  const ref = versionRefOf(request)
  const back = documentPath(ref.documentId, ref.version)
  const again = { isNew: false, back, fields: fieldsOf(form), standing: asSent(form) }
  const read = readDocument(form)
  if (!read.ok) return show({ ...again, errors: read.errors })
  const changed = await changeDocument(ctx, ref, read.draft, markOfAll(seenIn(form)))
  if (changed.ok) return redirect(`${back}?done=saved`)
  if (changed.refusal === 'changed-meanwhile') return showChanged(request, read.draft, changed)
  return show({ ...again, errors: [{ field: '', message: refusalSentence(changed.refusal) }] })
}
