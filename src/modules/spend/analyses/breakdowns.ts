import { listSections } from '#suppliers'
import { formatMonth, formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords, unknownWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import { KIND_LABELS, kindLabel, SME_KINDS } from '../kind-words.ts'
import type { Basis, GroupSum, SupplierSum } from '../model.ts'
import { sliceHref } from '../slice-query.ts'
import { measureBasis, sumByGroup, sumWithSuppliers } from '../store/analysis.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, percentText, shareOf, tableOf } from './analysis.ts'
import { nothingHere } from './nothing-here.ts'

const MOST_BARS = 12
type Sum = { readonly key: string | null; readonly payments: number; readonly pence: number }

const barsOf = <Row extends Sum>(
  rows: readonly Row[],
  label: (row: Row) => string,
  href: (row: Row) => string | undefined,
  isUnknown: (row: Row) => boolean = (row) => row.key === null,
) =>
  rows.slice(0, MOST_BARS).map((row) => ({
    label: label(row),
    value: row.pence,
    display: formatPoundsCompact(row.pence),
    href: href(row),
    tone: isUnknown(row) ? ('unknown' as const) : (1 as const),
  }))

const pence = (rows: readonly Sum[], of: (row: Sum) => boolean): number =>
  rows.filter(of).reduce((sum, row) => sum + row.pence, 0)

const kindTable = (rows: readonly SupplierSum[], total: number, href: (row: Sum) => string) =>
  tableOf({ caption: 'Kinds of supplier' }, rows, [
    { name: 'kind', header: 'Kind', kind: 'text', value: (row) => kindLabel(row.key) },
    { name: 'suppliers', header: 'Suppliers', kind: 'number', value: (row) => row.suppliers },
    { name: 'payments', header: 'Payments', kind: 'number', value: (row) => row.payments, href },
    { name: 'amount', header: 'Amount', kind: 'pence', value: (row) => row.pence },
    { name: 'share', header: 'Share', kind: 'share', value: (row) => shareOf(row.pence, total) },
  ])

/** By kind of supplier: size of business, voluntary sector, public body, individual. */
export const readKinds = async ({ ctx, slice }: AnalysisRequest): Promise<Analysis> => {
  const { basis, sums } = await inAnalysis<{ basis: Basis; sums: SupplierSum[] }>(
    ctx,
    async (calculator) => ({
      basis: await measureBasis(calculator, slice),
      sums: await sumWithSuppliers(calculator, 'kind', slice),
    }),
  )
  const rows = Object.keys(KIND_LABELS).flatMap((kind) => sums.filter((sum) => sum.key === kind))
  const unknown = pence(rows, (row) => row.key === 'unknown' || row.key === 'business')
  const sme = pence(rows, (row) => SME_KINDS.includes(row.key ?? ''))
  const vcse = pence(rows, (row) => row.key === 'vcse')
  const href = (row: Sum) => sliceHref('/spend/payments', slice, { kind: row.key })
  return {
    title: 'Kinds of supplier',
    lead: 'How much goes to small firms, to the voluntary sector, to large firms, and to public bodies.',
    basis: basisWords(basis, unknownWords('kind or size', unknown, basis.pence)),
    figures: [
      {
        label: 'Small and medium-sized businesses',
        value: percentText(shareOf(sme, basis.pence)),
        meaning: `${formatPoundsCompact(sme)}; up to ${percentText(shareOf(sme + unknown, basis.pence))} if all of the unknown were such`,
        isMain: true,
      },
      {
        label: 'Voluntary, community and social enterprises',
        value: percentText(shareOf(vcse, basis.pence)),
        meaning: formatPoundsCompact(vcse),
      },
      {
        label: 'Kind or size not known',
        value: percentText(shareOf(unknown, basis.pence)),
        meaning: formatPoundsCompact(unknown),
      },
    ],
    charts: [
      {
        kind: 'bars',
        title: 'By kind of supplier',
        description: rows.map((row) => `${kindLabel(row.key)} ${formatPoundsCompact(row.pence)}`).join(', '),
        bars: barsOf(
          rows,
          (row) => kindLabel(row.key),
          href,
          (row) => row.key === 'unknown',
        ),
      },
    ],
    table: kindTable(rows, basis.pence, href),
    notes: [
      'Size is read from the category of accounts a company filed; a small company in a large group counts as small.',
      'A payee whom nobody has identified is not known, and never counted as local, small or large.',
    ],
    ...nothingHere(basis, slice),
  }
}

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
    const { basis, rows } = await inAnalysis<{ basis: Basis; rows: GroupSum[] }>(ctx, async (calculator) => ({
      basis: await measureBasis(calculator, slice),
      rows: await sumByGroup(calculator, by, slice),
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
      basis: basisWords(basis),
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
      ...nothingHere(basis, slice),
    }
  }
