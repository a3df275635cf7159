import { h } from 'preact'
import { readFinancialYear } from '../../../kernel/financial-year.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatCount, readTableState } from '../../../platform/views/views.ts'
import { importLinesFile } from '../import-files.ts'
import { listLines } from '../store/lines.ts'
import type { BudgetTables } from '../tables.ts'
import { ListLinesView } from './list-lines.view.tsx'
import { tooMany } from './problems.tsx'

export const MOST_BYTES = 10 * 1024 ** 2
const PAGE_SIZE = 50

const show = async (request: PageRequest, problems: readonly string[]): Promise<Answer> => {
  const { query, visitor, ctx, form } = request
  const all = await inReading(ctx, (db: Reader<BudgetTables>) => listLines(db))
  const state = readTableState(query, { sortable: [], defaultSort: '', pageSize: PAGE_SIZE })
  const lines = query.filter ? all.filter(({ year }) => year === query.filter) : all
  const view = {
    years: [...new Set(all.map(({ year }) => year))],
    filter: query.filter ?? '',
    rows: lines.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: { path: '/budget/lines', query, state, total: lines.length },
    problems: tooMany(problems),
    typedYear: typed(form, 'year'),
    mayManage: visitor.permissions.has('budget.manage'),
  }
  const hasErrors = problems.length > 0
  return page('Financial budget lines', h(ListLinesView, view), {
    width: 'wide',
    status: hasErrors ? 400 : 200,
    hasErrors,
    backLink: { href: '/budget', text: 'Social value budget' },
    notice: /^\d+$/.test(query.imported ?? '')
      ? { kind: 'success', text: `Imported: ${formatCount(Number(query.imported), 'budget line')}.` }
      : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const { upload, form, ctx } = request
  if (!upload || upload.name === '') return show(request, ['Choose a file'])
  const content = await readUpload(upload, MOST_BYTES)
  if (!content) return show(request, ['The file is larger than 10 MB. Split it'])
  const word = typed(form, 'year').trim()
  const year = word === '' ? null : readFinancialYear(word)
  if (year === undefined) return show(request, ['Enter the financial year as 2026/27, or leave it empty'])
  const outcome = await importLinesFile(ctx, { name: upload.name, content }, year)
  return outcome.ok ? redirect(`/budget/lines?imported=${outcome.lines}`) : show(request, outcome.sentences)
}
