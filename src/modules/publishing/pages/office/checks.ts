import { h } from 'preact'
import { actingAuthority } from '#identity'
import { today } from '../../../../platform/context.ts'
import type { Reader } from '../../../../platform/database.ts'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { readTableState } from '../../../../platform/views/views.ts'
import { readChecks } from '../../read-checks.ts'
import type { PublishingTables } from '../../tables.ts'
import { ChecksView } from './checks.view.tsx'

const PAGE_SIZE = 20

/** One's own purchases and contracts, checked as they would be published; and the flags others could raise. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const checks = await inReading(request.ctx, (db: Reader<PublishingTables>) =>
    readChecks(db, actingAuthority(request.ctx), today(request.ctx)),
  )
  const state = readTableState(request.query, { sortable: [], pageSize: PAGE_SIZE })
  const rows = (checks?.drafts ?? []).flatMap((draft) =>
    draft.findings.map((finding) => ({ draft, finding })),
  )
  const view = {
    checks: checks ?? null,
    rows: rows.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: { path: '/publishing/checks', query: request.query, state, total: rows.length },
  }
  return page('Checks', h(ChecksView, view), {
    width: 'wide',
    backLink: { href: '/publishing', text: 'Publication' },
  })
}
