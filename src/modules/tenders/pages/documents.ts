import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, download, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { inReading } from '../../../platform/reading.ts'
import { type FileRefusal, LARGEST_FILE } from '../../../platform/uploads/file-kinds.ts'
import { FILE_REFUSALS } from '../../../platform/uploads/file-words.ts'
import { addDocument, removeDocument } from '../actions/documents.ts'
import { refusalSentence } from '../messages/words.ts'
import type { TenderRefusal } from '../model.ts'
import { listDocuments } from '../store/documents.ts'
import type { TendersTables } from '../tables.ts'
import { showWithErrors } from './show-tender.ts'
import { seeTender } from './tender-request.ts'

const sentenceOf = (refusal: FileRefusal | TenderRefusal): string =>
  refusal in FILE_REFUSALS
    ? FILE_REFUSALS[refusal as FileRefusal]
    : refusalSentence({ refusal: refusal as TenderRefusal })

export const post = async (request: PageRequest): Promise<Answer> => {
  const { tender, at } = await seeTender(request)
  const { upload } = request
  const title = typed(request.form, 'documentTitle').trim().slice(0, 200)
  const refused = (field: string, message: string) => showWithErrors(request, [{ field, message }])
  if (title === '') return refused('documentTitle', 'Enter a title for the document')
  if (!upload || upload.name === '') return refused('file', 'Choose a file')
  const content = await readUpload(upload, LARGEST_FILE)
  if (!content) return refused('file', FILE_REFUSALS['too-large'])
  const added = await addDocument(request.ctx, tender.id, { title, name: upload.name, content })
  return added.ok ? redirect(`${at}?done=document`) : refused('file', sentenceOf(added.refusal))
}

export const postRemove = async (request: PageRequest): Promise<Answer> => {
  const { tender, at } = await seeTender(request)
  await removeDocument(request.ctx, tender.id, idOf(request, 'documentId'))
  return redirect(`${at}?done=removed`)
}

/** A document, always as a file to keep: nothing from outside is shown within our pages. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { tender } = await seeTender(request)
  const documents = await inReading(request.ctx, (db: Reader<TendersTables>) => listDocuments(db, tender.id))
  const document = documents.find(({ id }) => id === request.params.documentId)
  if (!document) throw new NotFound('There is no such document here.')
  return download(document.fileName, document.contentType, request.ctx.files.open(document.fileHash))
}
