import { h } from 'preact'
import { actingAuthority } from '#identity'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readTableState, type TableState } from '../../../platform/views/views.ts'
import { restoreBook } from '../actions/change-rule-book.ts'
import { saveContracts } from '../actions/known-contracts.ts'
import { readContractLines, writeContractLines } from '../contract-lines.ts'
import { bookRefusalSentence } from '../messages.ts'
import { CONTRACT_BOOK, readContractBook } from '../rule-books.ts'
import type { KnownContract } from '../rules/influence.ts'
import { EditContractsView } from './edit-contracts.view.tsx'
import { readHistory } from './edit-influence-rules.ts'

const PATH = '/spend/influenceable/contracts'
const PAGE_SIZE = 50
const SORTABLE = ['supplier', 'category', 'title', 'endsOn', 'framework'] as const

/** As they were entered, unless a column is asked for. */
const sortContracts = (
  contracts: readonly KnownContract[],
  { sort, direction }: Pick<TableState, 'sort' | 'direction'>,
): readonly KnownContract[] => {
  const by = SORTABLE.find((name) => name === sort)
  if (!by) return contracts
  const sign = direction === 'descending' ? -1 : 1
  return contracts.toSorted((a, b) => sign * a[by].localeCompare(b[by], 'en-GB'))
}

const show = async (request: PageRequest, error: string | null): Promise<Answer> => {
  const { versions, names } = await readHistory(request.ctx, CONTRACT_BOOK)
  const contracts = readContractBook(versions[0]?.content)
  const state = readTableState(request.query, { sortable: SORTABLE, pageSize: PAGE_SIZE })
  const sorted = sortContracts(contracts, state)
  const start = (state.page - 1) * PAGE_SIZE
  const body = h(EditContractsView, {
    contracts: sorted.slice(start, start + PAGE_SIZE),
    paging: { path: PATH, query: request.query, state, total: contracts.length },
    lines: error === null ? writeContractLines(contracts) : typed(request.form, 'lines'),
    version: versions[0]?.number ?? 0,
    versions,
    names,
    error,
    canChange: request.visitor.permissions.has('spend.manage'),
  })
  return page('Known contracts', body, {
    status: error === null ? 200 : 400,
    hasErrors: error !== null,
    width: 'wide',
    backLink: { href: '/spend/influenceable', text: 'Influenceable spend' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null)

export const post = async (request: PageRequest): Promise<Answer> => {
  const ctx = { ...request.ctx, authorityId: actingAuthority(request.ctx) }
  if (typed(request.form, 'act') === 'restore') {
    const restored = await restoreBook(ctx, CONTRACT_BOOK, Number(typed(request.form, 'version')))
    return restored.ok ? redirect(PATH) : show(request, bookRefusalSentence(restored.refusal))
  }
  const read = readContractLines(typed(request.form, 'lines'))
  if (!read.ok) return show(request, read.message)
  const done = await saveContracts(ctx, read.contracts, Number(typed(request.form, 'seen')) || 0)
  return done.ok ? redirect(PATH) : show(request, bookRefusalSentence(done.refusal))
}

/** `/spend/influenceable/contracts.csv` and its sisters: its CSV can be handed in again as lines. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { versions } = await readHistory(request.ctx, CONTRACT_BOOK)
  return exportTable<KnownContract>(format, {
    name: 'known-contracts',
    basis: `Contracts that somebody entered; version ${versions[0]?.number ?? 0}`,
    columns: [
      { header: 'supplier', value: (one) => one.supplier },
      { header: 'category', value: (one) => one.category },
      { header: 'title', value: (one) => one.title },
      { header: 'last day', value: (one) => one.endsOn },
      { header: 'framework', value: (one) => one.framework },
    ],
    rows: readContractBook(versions[0]?.content),
  })
}
