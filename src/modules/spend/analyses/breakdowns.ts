import { listSections } from '#suppliers'
import { formatMonth } from '../../../platform/views/views.ts'
import { basisWords, unknownWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import { COUNTED_ONCE } from '../kind-words.ts'
import type { Basis, HeadSum, SupplierSum } from '../model.ts'
import { sliceHref } from '../slice-query.ts'
import { measureBasis, sumWithBoth, sumWithSuppliers } from '../store/analysis.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, shareOf, tableOf } from './analysis.ts'
import { barsOf, pence, type Sum } from './breakdown-lines.ts'
import { nothingHere } from './nothing-here.ts'

/** By section of the Standard Industrial Classification. */
export const readSectors = async ({ ctx, slice }: AnalysisRequest): Promise<Analysis> => {
  const { basis, rows } = await inAnalysis<{ basis: Basis; rows: SupplierSum[] }>(
    ctx,
    async (calculator) => ({
      basis: await measureBasis(calculator, slice),
      rows: await sumWithSuppliers(calculator, 'sector', slice),
    }),
  )
  const names = new Map(listSections().map(({ section, name }) => [section, `${section}  ${name}`]))
  const label = (row: Sum) => (row.key === null ? 'Sector not known' : (names.get(row.key) ?? row.key))
  const href = (row: Sum) => sliceHref('/spend/payments', slice, { sector: row.key ?? '(none)' })
  return {
    title: 'Sectors',
    lead: 'What the suppliers do, as the register of companies has it.',
    basis: basisWords(
      basis,
      unknownWords(
        'sector',
        pence(rows, (row) => row.key === null),
        basis.pence,
      ),
    ),
    figures: [],
    charts: [
      {
        kind: 'bars',
        title: 'The largest sectors',
        description: 'Sections of the Standard Industrial Classification 2007, largest first.',
        bars: barsOf(rows, label, href),
      },
    ],
    table: tableOf({ caption: 'Sectors', sortedBy: 'amount' }, rows, [
      { name: 'sector', header: 'Sector', kind: 'text', value: label },
      { name: 'suppliers', header: 'Suppliers', kind: 'number', value: (row) => row.suppliers },
      { name: 'payments', header: 'Payments', kind: 'number', value: (row) => row.payments, href },
      { name: 'amount', header: 'Amount', kind: 'pence', value: (row) => row.pence },
      { name: 'share', header: 'Share', kind: 'share', value: (row) => shareOf(row.pence, basis.pence) },
    ]),
    notes: [
      'Pounds stand with the sector of the company that was paid; a confirmed group of companies counts as one supplier in each sector that it is paid in.',
      'Sectors are the sections of the Standard Industrial Classification 2007 that a company gives itself; charities seldom have one.',
    ],
    ...nothingHere(basis, slice),
  }
}

const PLAIN_PAGES = {
  department: { title: 'Departments', one: 'Department', field: 'department' },
  month: { title: 'Months', one: 'Month', field: 'fromMonth' },
  category: { title: 'Categories', one: 'Category', field: 'category' },
} as const

/** By department, month, or category in the words of the payment files. */
export const readPlainGroups =
  (by: keyof typeof PLAIN_PAGES) =>
  async ({ ctx, slice }: AnalysisRequest): Promise<Analysis> => {
    const { title, one } = PLAIN_PAGES[by]
    const { basis, rows } = await inAnalysis<{ basis: Basis; rows: HeadSum[] }>(ctx, async (calculator) => ({
      basis: await measureBasis(calculator, slice),
      rows: await sumWithBoth(calculator, by, slice),
    }))
    const narrowed = (row: Sum) =>
      by === 'month' ? { fromMonth: row.key, toMonth: row.key } : { [by]: row.key ?? '(none)' }
    const label = (row: Sum) =>
      row.key === null ? '(not given)' : by === 'month' ? formatMonth(row.key) : row.key
    const map = (row: Sum) => sliceHref('/spend', slice, narrowed(row))
    const payments = (row: Sum) => sliceHref('/spend/payments', slice, narrowed(row))
    return {
      title,
      lead: by === 'month' ? 'What was paid when.' : 'In the words of the payment files.',
      basis: basisWords(
        basis,
        unknownWords(
          one.toLowerCase(),
          pence(rows, (row) => row.key === null),
          basis.pence,
        ),
      ),
      figures: [],
      charts:
        by === 'month'
          ? []
          : [
              {
                kind: 'bars',
                title: `The largest ${title.toLowerCase()}`,
                description: `${title} in the words of the payment files, largest first.`,
                bars: barsOf(rows, label, payments),
              },
            ],
      table: tableOf({ caption: title, sortedBy: by === 'month' ? 'name' : 'amount' }, rows, [
        { name: 'name', header: one, kind: 'text', value: (row) => row.key, text: label, href: map },
        { name: 'suppliers', header: 'Suppliers', kind: 'number', value: (row) => row.suppliers },
        { name: 'payees', header: 'Payees', kind: 'number', value: (row) => row.payees },
        {
          name: 'payments',
          header: 'Payments',
          kind: 'number',
          value: (row) => row.payments,
          href: payments,
        },
        { name: 'amount', header: 'Amount', kind: 'pence', value: (row) => row.pence },
        { name: 'share', header: 'Share', kind: 'share', value: (row) => shareOf(row.pence, basis.pence) },
      ]),
      notes: [COUNTED_ONCE],
      ...nothingHere(basis, slice),
    }
  }
