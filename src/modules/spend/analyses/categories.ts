import { formatCount, formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords, unknownWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import type { Basis } from '../model.ts'
import { listSchemes, type SchemeInUse } from '../read-rule-books.ts'
import { categorise } from '../rules/categorise.ts'
import { measureBasis } from '../store/analysis.ts'
import { sumByColumns } from '../store/columns.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, type Choice, percentText, shareOf, tableOf } from './analysis.ts'
import { readPlainGroups } from './breakdowns.ts'
import { nothingHere } from './nothing-here.ts'

/** The choice between the files' own words and a scheme. */
export const schemeChoice = (schemes: readonly SchemeInUse[], chosen: string): Choice => ({
  name: 'scheme',
  label: 'Categories',
  value: chosen,
  options: [
    { value: '', text: 'As the files name them' },
    ...schemes.map((scheme) => ({ value: scheme.slug, text: scheme.name })),
  ],
})

export type CategorySum = {
  /** Null: nothing maps it. */
  readonly code: string | null
  readonly name: string
  readonly fileCategories: number
  readonly payments: number
  readonly pence: number
}

type Line = {
  category: string | null
  department: string | null
  sector: string | null
  payments: number
  pence: number
}

/** Lines in the files' words, added up under a scheme; what nothing maps is one group of its own. */
export const sumByScheme = (scheme: SchemeInUse, lines: readonly Line[]): CategorySum[] => {
  const names = new Map(scheme.entries.map((entry) => [entry.code, entry.name]))
  const groups = Map.groupBy(lines, (line) => categorise(scheme, line)?.code ?? null)
  return [...groups]
    .map(([code, own]) => ({
      code,
      name: code === null ? 'Not mapped' : (names.get(code) ?? code),
      fileCategories: new Set(own.map((line) => line.category)).size,
      payments: own.reduce((sum, line) => sum + line.payments, 0),
      pence: own.reduce((sum, line) => sum + line.pence, 0),
    }))
    .sort((a, b) => b.pence - a.pence || (a.name < b.name ? -1 : 1))
}

type Found = { readonly basis: Basis; readonly schemes: SchemeInUse[]; readonly lines: Line[] }

const categoryTable = (rows: readonly CategorySum[], total: number, href: (row: CategorySum) => string) =>
  tableOf({ caption: 'Categories', sortedBy: 'amount' }, rows, [
    { name: 'code', header: 'Code', kind: 'text', value: (row) => row.code },
    { name: 'category', header: 'Category', kind: 'text', value: (row) => row.name, href },
    {
      name: 'fileCategories',
      header: 'Categories of the files',
      kind: 'number',
      value: (row) => row.fileCategories,
    },
    { name: 'payments', header: 'Payments', kind: 'number', value: (row) => row.payments },
    { name: 'amount', header: 'Amount', kind: 'pence', value: (row) => row.pence },
    { name: 'share', header: 'Share', kind: 'share', value: (row) => shareOf(row.pence, total) },
  ])

/** By category: in the files' words, or under a scheme. */
export const readCategories = async (request: AnalysisRequest): Promise<Analysis> => {
  const slug = request.query.scheme ?? ''
  const { basis, schemes, lines } = await inAnalysis<Found>(request.ctx, async (calculator) => ({
    basis: await measureBasis(calculator, request.slice),
    schemes: await listSchemes(calculator.db),
    lines: await sumByColumns(calculator, ['category', 'department', 'sector'], request.slice),
  }))
  const scheme = schemes.find((candidate) => candidate.slug === slug)
  const choices = [schemeChoice(schemes, scheme?.slug ?? '')]
  const links = [
    { text: 'Schemes of categories, and how the files’ words are mapped to them', href: '/spend/schemes' },
  ]
  if (!scheme) return { ...(await readPlainGroups('category')(request)), choices, links }
  const rows = sumByScheme(scheme, lines)
  const unmapped = rows.find((row) => row.code === null)?.pence ?? 0
  const href = (row: CategorySum) =>
    `/spend/schemes/${scheme.slug}${row.code === null ? '?show=unmapped' : `?show=${encodeURIComponent(row.code)}`}`
  return {
    title: 'Categories',
    lead: `What the money was for, under “${scheme.name}”.`,
    basis: basisWords(basis, unknownWords('category', unmapped, basis.pence)),
    figures: [
      {
        label: 'Not mapped to a category',
        value: percentText(shareOf(unmapped, basis.pence)),
        meaning: `${formatPoundsCompact(unmapped)} in ${formatCount(rows.find((row) => row.code === null)?.fileCategories ?? 0, 'category', 'categories')} of the files`,
      },
    ],
    charts: [
      {
        kind: 'bars',
        title: `By category: ${scheme.name}`,
        description: `Categories of ${scheme.name}, largest first.`,
        bars: rows.slice(0, 14).map((row) => ({
          label: row.name,
          value: row.pence,
          display: formatPoundsCompact(row.pence),
          href: href(row),
          tone: row.code === null ? ('unknown' as const) : (1 as const),
        })),
      },
    ],
    table: categoryTable(rows, basis.pence, href),
    choices,
    links,
    notes: [
      `Source of the scheme: ${scheme.source} ${scheme.version === 0 ? 'As the product ships it.' : `Version ${scheme.version} of your organisation.`}`,
      'Each word of the files is mapped by a person’s choice, or else by the first rule that fits. What nothing fits stays “not mapped”.',
    ],
    ...nothingHere(basis, request.slice),
  }
}
