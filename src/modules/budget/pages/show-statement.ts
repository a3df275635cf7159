import { h } from 'preact'
import { financialYearAfter } from '../../../kernel/financial-year.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { findSignedStatement, listSignedStatements, type StatementHead } from '../store/statements.ts'
import type { BudgetTables } from '../tables.ts'
import { exportFigures, type FlatLine, flatten } from './export-figures.ts'
import { ListStatementsView, ShowStatementView } from './show-statement.view.tsx'
import { basisOf } from './year.ts'

const find = async ({ ctx, params }: PageRequest) => {
  const found = await inReading(ctx, (db: Reader<BudgetTables>) =>
    findSignedStatement(db, params.reference ?? '', (year) => financialYearAfter(year, -1)),
  )
  if (!found) throw new NotFound('No statement is published at this address.')
  return found
}

/** `/statements/northmere-city-council-2025-26-1`: as it was signed, for everybody and for ever. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const found = await find(request)
  const { statement } = found
  const view = {
    ...found,
    address: `${request.ctx.siteUrl}/statements/${statement.reference}`,
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: `/statements/${statement.reference}/figures.${format.toLowerCase()}`,
    })),
  }
  const title = `Social value statement ${statement.year}, ${statement.organisation}`
  return page(title, h(ShowStatementView, view), {
    width: 'wide',
    description: `What ${statement.organisation} planned, and what of it is verified, in ${statement.year}`,
    backLink: { href: '/statements', text: 'Statements' },
  })
}

const PAGE_SIZE = 20
const ORDERS: Readonly<Record<string, (a: StatementHead, b: StatementHead) => number>> = {
  year: (a, b) => a.year.localeCompare(b.year) || a.edition - b.edition,
  organisation: (a, b) => a.organisation.localeCompare(b.organisation),
  signed: (a, b) => (a.signedAt?.getTime() ?? 0) - (b.signedAt?.getTime() ?? 0),
}

/** `/statements`: every signed statement of every council here. */
export const getList = async (request: PageRequest): Promise<Answer> => {
  const { ctx, query } = request
  const all = await inReading(ctx, (db: Reader<BudgetTables>) => listSignedStatements(db))
  const words = (query.words ?? '').trim()
  const found = all.filter(({ organisation, year }) =>
    `${organisation} ${year}`.toLowerCase().includes(words.toLowerCase()),
  )
  const state = readTableState(query, {
    sortable: Object.keys(ORDERS),
    defaultSort: 'year',
    defaultDirection: 'descending',
    pageSize: PAGE_SIZE,
  })
  const sorted = found.toSorted(ORDERS[state.sort ?? 'year'])
  const rows = state.direction === 'descending' ? sorted.toReversed() : sorted
  const view = {
    statements: rows.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: { path: '/statements', query, state, total: found.length },
    words,
    hasAny: all.length > 0,
  }
  return page('Social value statements', h(ListStatementsView, view), { isCached: true })
}

export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { statement } = await find(request)
  const { budget } = statement.content
  const table = exportFigures(statement.reference, basisOf(budget), flatten(budget))
  return exportTable<FlatLine>(format, {
    ...table,
    basis: `${table.basis} · As signed; fingerprint ${statement.fingerprint}`,
  })
}
