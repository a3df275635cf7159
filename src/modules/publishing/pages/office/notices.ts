import { h } from 'preact'
import { today } from '../../../../platform/context.ts'
import type { Reader } from '../../../../platform/database.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../../platform/export-table.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { formatDate, readTableState } from '../../../../platform/views/views.ts'
import { lookForNotices } from '../../actions/notices.ts'
import { NOTICE_STATES, type Notice } from '../../model/notice.ts'
import { NEED_WORDS, STATE_WORDS } from '../../notice-words.ts'
import { listNotices } from '../../store/notices.ts'
import { findPublisher } from '../../store/publishers.ts'
import type { PublishingTables } from '../../tables.ts'
import { NoticesView } from './notices.view.tsx'

const PAGE_SIZE = 20

const read = (request: PageRequest) =>
  inReading(request.ctx, async (db: Reader<PublishingTables>) => {
    const all = await listNotices(db)
    const state = NOTICE_STATES.find((each) => each === request.query.state)
    return {
      all,
      rows: state ? all.filter((notice) => notice.state === state) : all,
      state: state ?? '',
      isOpen: (await findPublisher(db, request.ctx.authorityId ?? '')) !== undefined,
    }
  })

/** What the law asks to be published, by when: what is late first. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { all, rows, state, isOpen } = await read(request)
  const table = readTableState(request.query, { sortable: [], pageSize: PAGE_SIZE })
  const on = today(request.ctx)
  const { added, asked, left } = request.query
  const view = {
    rows: rows.slice((table.page - 1) * PAGE_SIZE, table.page * PAGE_SIZE),
    paging: { path: '/publishing/notices', query: request.query, state: table, total: rows.length },
    state,
    isOpen,
    on,
    overdue: all.filter(
      ({ state: is, dueOn, need }) => is !== 'sent' && need === 'must' && dueOn !== null && dueOn < on,
    ).length,
    lookedAt: all.map(({ lookedAt }) => lookedAt).sort((a, b) => b.getTime() - a.getTime())[0] ?? null,
    mayManage: request.visitor.permissions.has('publishing.manage'),
  }
  return page('Notices', h(NoticesView, view), {
    width: 'wide',
    backLink: { href: '/publishing', text: 'Publication' },
    notice:
      added === undefined
        ? undefined
        : {
            kind: 'success',
            text: `${Number(added) || 0} notices added. The law was asked of ${Number(asked) || 0} purchases and contracts; ${Number(left) || 0} lack a fact it needs.`,
          },
  })
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const { added, asked, notAsked } = await lookForNotices(request.ctx)
  return redirect(`/publishing/notices?added=${added}&asked=${asked}&left=${notAsked}`)
}

export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { rows } = await read(request)
  return exportTable<Notice>(format, {
    name: 'notices',
    basis: `Notices as the law was last asked; guidance, not advice. ${formatDate(today(request.ctx))}`,
    columns: [
      { header: 'Notice', value: ({ code }) => code },
      { header: 'Title', value: ({ title }) => title },
      { header: 'Of', value: ({ subject }) => subject.title },
      { header: 'Due', value: ({ dueOn }) => dueOn },
      { header: 'Due means', value: ({ dueMeans }) => dueMeans },
      { header: 'Need', value: ({ need }) => NEED_WORDS[need] },
      { header: 'State', value: ({ state }) => STATE_WORDS[state] },
      { header: 'Provision', value: ({ provision }) => provision },
      { header: 'Confidence', value: ({ confidence }) => confidence },
      { header: 'Platform reference', value: ({ platformReference }) => platformReference },
    ],
    rows,
  })
}
