import { h } from 'preact'
import { actingAuthority, type IdentityTables, listMembers } from '#identity'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, download, json, page, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { addDocumentToBid } from '../actions/documents.ts'
import { type Conflict, saveAnswers } from '../actions/drafts.ts'
import { addFile, removeFile } from '../actions/files.ts'
import { submitBid, withdrawBid } from '../actions/submit.ts'
import { bidSentence, clashSentence } from '../messages.ts'
import { BID_LIMITS, type DraftAnswers } from '../model.ts'
import { readBid, readKept } from '../read-bid.ts'
import { readWorkspace } from '../read-workspace.ts'
import { listDocuments } from '../store/documents.ts'
import { listReceipts } from '../store/sealed.ts'
import type { BidsTables } from '../tables.ts'
import { type Clash } from './answer-clash.tsx'
import { EditBidView } from './edit-bid.view.tsx'
import { choiceField, seenOf, typedAnswers, withoutGivenUp } from './typed-answers.ts'

const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved. It counts when you submit it.',
  file: 'The file is there. It counts when you submit the bid.',
  removed: 'The file is removed from the draft.',
  withdrawn: 'Your bid is taken back. The draft stays; you can submit it again until the deadline.',
  pack: 'The answers of the pack are saved. They count when you submit.',
}

export const showBid = async (
  request: PageRequest,
  errors: readonly FieldError[] = [],
  clashes: readonly Clash[] = [],
): Promise<Answer> => {
  const { ctx, query, visitor } = request
  const bidId = idOf(request, 'bidId')
  const read = await readBid(ctx, bidId)
  const workspace = await readWorkspace(ctx)
  const state = workspace.bids.find(({ bid }) => bid.id === bidId)?.state ?? 'begun'
  const maySubmit = visitor.permissions.has('bids.submit')
  const isOpen = read.tender.status === 'published' && workspace.now < read.tender.deadline
  const done = errors.length === 0 ? DONE[query.done ?? ''] : undefined
  const own = await inReading(ctx, async (db: Reader<BidsTables>) => ({
    documents: await listDocuments(db, actingAuthority(ctx)),
    receipts: await listReceipts(db, actingAuthority(ctx), read.bid),
  }))
  const view = { read, workspace, state, maySubmit, isOpen, errors, clashes, ...own, today: today(ctx) }
  return page(`${read.tender.title}, lot ${read.bid.lot}`, h(EditBidView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/workspace', text: 'Your bids' },
    notice: done ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => showBid(request)

/** Who saved the other answers, by name, and what was typed here instead. */
const clashesOf = async (
  ctx: Context,
  conflicts: readonly Conflict[],
  given: DraftAnswers,
): Promise<Clash[]> => {
  const people = await inReading(ctx, (db: Reader<IdentityTables>) => listMembers(db, actingAuthority(ctx)))
  return conflicts.map(({ code, theirs, by, at }) => ({
    code,
    theirs,
    mine: given[code] ?? {},
    by: people.find(({ id }) => id === by)?.name ?? null,
    at: new Date(at),
  }))
}

/** The draft again, with both texts of each answer that two people have changed. */
export const showConflicts = async (
  request: PageRequest,
  conflicts: readonly Conflict[],
  given: DraftAnswers,
  others: readonly FieldError[],
): Promise<Answer> => {
  const errors = conflicts.map(({ code }) => ({ field: choiceField(code), message: clashSentence(code) }))
  return showBid(request, [...errors, ...others], await clashesOf(request.ctx, conflicts, given))
}

const save = async (request: PageRequest) => {
  const { ctx, form } = request
  const bidId = idOf(request, 'bidId')
  const { states, content } = await readBid(ctx, bidId)
  const given = typedAnswers(form, states, content.askLines)
  const saved = await saveAnswers(ctx, bidId, withoutGivenUp(form, given), seenOf(form, Object.keys(given)))
  return { ...saved, given }
}

/** Saves what was typed, whole or not; with the button that says so, submits it as well. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form, visitor } = request
  const bidId = idOf(request, 'bidId')
  const { revision, conflicts, given } = await save(request)
  // What the page's script saves in between wants no page.
  if (typed(form, 'after') === 'stay')
    return json(
      { revision, conflicts: conflicts.map(({ code }) => code) },
      conflicts.length === 0 ? 200 : 409,
    )
  if (conflicts.length > 0) return showConflicts(request, conflicts, given, [])
  if (typed(form, 'after') !== 'submit') return redirect(`/workspace/bids/${bidId}?done=saved`)
  if (!visitor.permissions.has('bids.submit'))
    return showBid(request, [
      { field: '', message: 'A bid lead submits. Ask them: what you typed is saved.' },
    ])
  const submitted = await submitBid(ctx, bidId)
  return submitted.ok
    ? redirect(`/workspace/receipts/${submitted.value.id}?done=submitted`)
    : showBid(request, [{ field: '', message: bidSentence(submitted) }])
}

export const postFile = async (request: PageRequest): Promise<Answer> => {
  const { ctx, upload, params } = request
  const bidId = idOf(request, 'bidId')
  const question = params.question ?? ''
  const field = `file-${question}`
  if (!upload || upload.name === '') return showBid(request, [{ field, message: 'Choose a file' }])
  const content = await readUpload(upload, BID_LIMITS.fileBytes)
  const added = await addFile(ctx, bidId, question, { name: upload.name, content })
  if (!added.ok) return showBid(request, [{ field, message: bidSentence(added) }])
  return added.value.refusedBecause === ''
    ? redirect(`/workspace/bids/${bidId}?done=file#question-${question}`)
    : showBid(request, [{ field, message: `${added.value.name}: ${added.value.refusedBecause}` }])
}

/** Adds one of the documents of the profile to the answer of a question. */
export const postDocument = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form, params } = request
  const bidId = idOf(request, 'bidId')
  const question = params.question ?? ''
  const field = `document-${question}`
  const documentId = typed(form, field)
  if (!isId(documentId)) return showBid(request, [{ field, message: 'Choose a document' }])
  const added = await addDocumentToBid(ctx, bidId, question, documentId)
  if (!added.ok) return showBid(request, [{ field, message: bidSentence(added) }])
  return added.value.refusedBecause === ''
    ? redirect(`/workspace/bids/${bidId}?done=file#question-${question}`)
    : showBid(request, [{ field, message: `${added.value.name}: ${added.value.refusedBecause}` }])
}

/** A file of a draft, for its supplier. */
export const getFile = async (request: PageRequest): Promise<Answer> => {
  const read = await readBid(request.ctx, idOf(request, 'bidId'))
  const file = read.files.find(({ id }) => id === idOf(request, 'fileId'))
  if (!file?.storedAs) throw new NotFound('There is no such file.')
  return download(file.name, 'application/octet-stream', await readKept(request.ctx, file.id, file.storedAs))
}

export const postRemoveFile = async (request: PageRequest): Promise<Answer> => {
  const bidId = idOf(request, 'bidId')
  await removeFile(request.ctx, bidId, idOf(request, 'fileId'))
  return redirect(`/workspace/bids/${bidId}?done=removed`)
}

export const postWithdraw = async (request: PageRequest): Promise<Answer> => {
  const bidId = idOf(request, 'bidId')
  const withdrawn = await withdrawBid(request.ctx, bidId)
  return withdrawn.ok
    ? redirect(`/workspace/bids/${bidId}?done=withdrawn`)
    : showBid(request, [{ field: '', message: bidSentence(withdrawn) }])
}
