import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { actingAuthority } from '../actions/acting.ts'
import { retryLetter } from '../actions/retry-letter.ts'
import { countFailed, listFailed, type MailOfPeople } from '../store/failed-letters.ts'
import { FailedLettersView } from './failed-letters.view.tsx'

export const get = async ({ ctx, query }: PageRequest): Promise<Answer> => {
  const authorityId = actingAuthority(ctx)
  const state = readTableState(query, { sortable: [] })
  const { letters, total } = await inReading(ctx, async (db: Reader<MailOfPeople>) => ({
    letters: await listFailed(db, authorityId, state.pageSize, (state.page - 1) * state.pageSize),
    total: await countFailed(db, authorityId),
  }))
  const paging = { path: '/letters', query, state, total }
  return page('Letters that did not leave', h(FailedLettersView, { letters, paging }), {
    width: 'wide',
    notice:
      query.done === 'retried' ? { kind: 'success', text: 'The letter is tried again now.' } : undefined,
  })
}

export const postRetry = async ({ ctx, params: { mailId = '' } }: PageRequest): Promise<Answer> => {
  if (!isId(mailId) || !(await retryLetter(ctx, mailId))) throw new NotFound()
  return redirect('/letters?done=retried')
}
