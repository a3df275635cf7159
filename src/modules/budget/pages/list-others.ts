import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { importOthersFile } from '../import-files.ts'
import { listOthers } from '../store/others.ts'
import type { BudgetTables } from '../tables.ts'
import { MOST_BYTES } from './list-lines.ts'
import { ListOthersView } from './list-others.view.tsx'
import { tooMany } from './problems.tsx'

const PAGE_SIZE = 50

const show = async (request: PageRequest, problems: readonly string[]): Promise<Answer> => {
  const { query, visitor, ctx } = request
  const all = await inReading(ctx, (db: Reader<BudgetTables>) => listOthers(db))
  const state = readTableState(query, { sortable: [], defaultSort: '', pageSize: PAGE_SIZE })
  const view = {
    rows: all.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: { path: '/budget/other', query, state, total: all.length },
    problems: tooMany(problems),
    mayManage: visitor.permissions.has('budget.manage'),
  }
  const hasErrors = problems.length > 0
  return page('Grants, asset transfers and what the council does itself', h(ListOthersView, view), {
    width: 'wide',
    status: hasErrors ? 400 : 200,
    hasErrors,
    backLink: { href: '/budget', text: 'Social value budget' },
    notice: /^\d+$/.test(query.imported ?? '')
      ? { kind: 'success', text: `Recorded: ${query.imported}.` }
      : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const { upload, ctx } = request
  if (!upload || upload.name === '') return show(request, ['Choose a file'])
  const content = await readUpload(upload, MOST_BYTES)
  if (!content) return show(request, ['The file is larger than 10 MB. Split it'])
  const outcome = await importOthersFile(ctx, { name: upload.name, content })
  return outcome.ok ? redirect(`/budget/other?imported=${outcome.added}`) : show(request, outcome.sentences)
}
