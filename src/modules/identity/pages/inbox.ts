import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { markRead } from '../actions/notes.ts'
import { countNotes, listNotes } from '../store/notes.ts'
import type { IdentityTables } from '../tables.ts'
import { InboxView } from './inbox.view.tsx'
import { cutLetter } from './mailbox.ts'

/** The person's notes, whatever organisation they act for now. */
export const get = async ({ ctx, visitor, query }: PageRequest): Promise<Answer> => {
  const personId = visitor.personId ?? ''
  const state = readTableState(query, { sortable: [] })
  const read = await inReading(ctx, async (db: Reader<IdentityTables>) => ({
    counts: await countNotes(db, personId),
    notes: await listNotes(db, personId, state.pageSize, (state.page - 1) * state.pageSize),
  }))
  const notes = read.notes.map((note) => ({
    ...note,
    paragraphs: note.lines.map((line) => cutLetter(line, ctx.siteUrl)),
  }))
  const paging = { path: '/inbox', query, state, total: read.counts.total }
  return page('Inbox', h(InboxView, { notes, unread: read.counts.unread, paging }), {
    notice: query.done === 'read' ? { kind: 'success', text: 'Marked as read.' } : undefined,
  })
}

export const postRead = async ({ ctx, params: { noteId = '' } }: PageRequest): Promise<Answer> => {
  if (!isId(noteId)) throw new NotFound()
  await markRead(ctx, noteId)
  return redirect('/inbox?done=read')
}

export const postAllRead = async ({ ctx }: PageRequest): Promise<Answer> => {
  await markRead(ctx, 'all')
  return redirect('/inbox?done=read')
}
