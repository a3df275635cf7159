import { h } from 'preact'
import { listOfficerKeys } from '#sealing'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatInstantExact } from '../../../platform/views/views.ts'
import { readChanges } from '../actions/amend.ts'
import { dropDraft } from '../actions/drafts.ts'
import { cancelTender } from '../actions/extend.ts'
import { publishTender } from '../actions/publish.ts'
import { refusalSentence } from '../messages/words.ts'
import { readPublication } from '../read-publication.ts'
import { isOwnDraft } from '../rules/check-publication.ts'
import { listExtensions } from '../store/changes.ts'
import { listDocuments } from '../store/documents.ts'
import { listAnswers, listEnquiries } from '../store/enquiries.ts'
import { findDraft, hasBids, listVersions } from '../store/versions.ts'
import type { TendersTables } from '../tables.ts'
import { ShowTenderView } from './show-tender.view.tsx'
import { backTo, mayWrite, type SeenTender, seeTender } from './tender-request.ts'

const DONE: Readonly<Record<string, string>> = {
  begun: 'Begun. Lots, questions and criteria were made from the ask.',
  saved: 'Saved.',
  published: 'Published. Everybody can read it, and letters are on their way.',
  amended: 'The new version is published, and those who follow it are told.',
  extended: 'Everybody has more time, and those who follow it are told.',
  answered: 'The answer is published to everybody.',
  dismissed: 'The question is closed.',
  document: 'The document was added.',
  removed: 'The document was taken out.',
  dropped: 'The draft was thrown away.',
  cancelled: 'The tender is cancelled.',
}

const readMore = (request: PageRequest, { tender, content }: SeenTender) =>
  inReading(request.ctx, async (db: Reader<TendersTables>) => {
    const { id } = tender
    const now = request.ctx.clock.now()
    const draft = await findDraft(db, id)
    const publication = await readPublication(db, tender, content, now)
    const actor = request.visitor.personId ?? ''
    return {
      ...publication,
      isOwn: draft ? isOwnDraft(publication.law, draft.editedBy, actor) : false,
      changes: tender.status === 'published' ? (await readChanges(db, tender)).changes : [],
      documents: await listDocuments(db, id),
      enquiries: await listEnquiries(db, id),
      answers: await listAnswers(db, id),
      versions: await listVersions(db, id),
      extensions: await listExtensions(db, id),
      hasBids: await hasBids(db, id),
      officers: await listOfficerKeys(db as never, tender.authorityId),
    }
  })

/** The page with what went wrong on it. */
export const showWithErrors = async (
  request: PageRequest,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const seen = await seeTender(request)
  const { permissions } = request.visitor
  const body = h(ShowTenderView, {
    ...seen,
    ...(await readMore(request, seen)),
    errors,
    reason: typed(request.form, 'reason'),
    holders: ['holder-1', 'holder-2', 'holder-3'].map((name) => typed(request.form, name)),
    mayWrite: mayWrite(request, seen),
    mayManage: permissions.has('tenders.manage'),
    mayPublish: permissions.has('tenders.publish'),
    serverTime: formatInstantExact(request.ctx.clock.now()),
  })
  const done = errors.length === 0 ? DONE[request.query.done ?? ''] : undefined
  return page(seen.tender.title, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: '/tenders', text: 'Tenders' },
    ...(done ? { notice: { kind: 'success' as const, text: done } } : {}),
  })
}

export const get = (request: PageRequest): Promise<Answer> => showWithErrors(request, [])

export const postPublish = async (request: PageRequest): Promise<Answer> => {
  const { tender, at } = await seeTender(request)
  const seen = Number(typed(request.form, 'seen')) || 0
  const [first = '', second = '', third = ''] = ['holder-1', 'holder-2', 'holder-3'].map((name) =>
    typed(request.form, name),
  )
  const holders = [first, second, third] as const
  const published = await publishTender(request.ctx, tender.id, { seen, holders })
  return published.ok
    ? redirect(`${at}?done=published`)
    : showWithErrors(request, [
        {
          field: published.refusal === 'holders-missing' ? 'holder-1' : '',
          message: refusalSentence(published),
        },
      ])
}

export const postDrop = async (request: PageRequest): Promise<Answer> => {
  const seen = await seeTender(request)
  await dropDraft(request.ctx, seen.tender.id)
  return redirect(seen.state === 'draft' ? '/tenders' : `${backTo(seen).href}?done=dropped`)
}

export const postCancel = async (request: PageRequest): Promise<Answer> => {
  const { tender, at } = await seeTender(request)
  const cancelled = await cancelTender(request.ctx, tender.id, typed(request.form, 'reason').slice(0, 2000))
  return cancelled.ok
    ? redirect(`${at}?done=cancelled`)
    : showWithErrors(request, [{ field: 'reason', message: refusalSentence(cancelled) }])
}
