import { h } from 'preact'
import { z } from 'zod'
import { actingAuthority } from '#identity'
import { addDays } from '../../../kernel/plain-date.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, download, page, redirect } from '../../../platform/http/answer.ts'
import { idOf, readDayFields, textField, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { inReading } from '../../../platform/reading.ts'
import { addDocument, openDocument, removeDocument } from '../actions/documents.ts'
import { bidSentence } from '../messages.ts'
import { BID_LIMITS, DOCUMENT_KINDS, DOCUMENT_REMINDERS, type DocumentKind } from '../model.ts'
import { readWorkspace } from '../read-workspace.ts'
import { listDocuments } from '../store/documents.ts'
import type { BidsTables } from '../tables.ts'
import { DocumentsView } from './documents.view.tsx'

const KINDS = Object.keys(DOCUMENT_KINDS) as [DocumentKind, ...DocumentKind[]]
const DocumentForm = z.object({
  kind: z.enum(KINDS, { error: 'Choose what it is' }),
  title: textField('a title', 120),
})
const DONE: Readonly<Record<string, string>> = {
  added: 'The document is kept. Add it to a bid where the bid asks for a file.',
  removed: 'The document is taken away. Bids that it was added to keep it.',
}

const show = async (request: PageRequest, errors: readonly FieldError[] = []): Promise<Answer> => {
  const { ctx, form, query } = request
  const documents = await inReading(ctx, (db: Reader<BidsTables>) => listDocuments(db, actingAuthority(ctx)))
  const view = h(DocumentsView, {
    documents,
    days: { today: today(ctx), soonUntil: addDays(today(ctx), DOCUMENT_REMINDERS[0].days) },
    workspace: await readWorkspace(ctx),
    errors,
    fields: {
      kind: typed(form, 'kind'),
      title: typed(form, 'title'),
      expiresOn: typedDay(form, 'expiresOn'),
    },
  })
  const done = errors.length === 0 ? DONE[query.done ?? ''] : undefined
  return page('Your documents', view, {
    width: 'wide',
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/workspace', text: 'Your bids' },
    notice: done ? { kind: 'success', text: done } : undefined,
  })
}

export const getList = (request: PageRequest): Promise<Answer> => show(request)

export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form, upload } = request
  const content = upload && upload.name !== '' ? await readUpload(upload, BID_LIMITS.fileBytes) : null
  const read = readForm(DocumentForm, form)
  const day = readDayFields(form, 'expiresOn', 'the last day', false)
  const errors = [
    ...(read.ok ? [] : read.errors),
    ...(day.ok ? [] : day.errors),
    ...(content === null ? [{ field: 'document', message: 'Choose the file' }] : []),
  ]
  if (!read.ok || !day.ok || content === null) return show(request, errors)
  const added = await addDocument(
    ctx,
    { ...read.value, expiresOn: day.value },
    { name: upload?.name ?? '', content },
  )
  if (added.ok) return redirect('/workspace/documents?done=added')
  const field = added.refusal === 'document-ended' ? 'expiresOn-day' : 'document'
  return show(request, [{ field, message: bidSentence(added) }])
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const { document, content } = await openDocument(request.ctx, idOf(request, 'documentId'))
  return download(document.name, 'application/octet-stream', content)
}

export const postRemove = async (request: PageRequest): Promise<Answer> => {
  await removeDocument(request.ctx, idOf(request, 'documentId'))
  return redirect('/workspace/documents?done=removed')
}
