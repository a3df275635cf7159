import { areaKindOf, type Deprivation, listDeprivation, locatePostcodes, readAreaBook } from '#places'
import { formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords, unknownWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import { COUNTED_ONCE } from '../kind-words.ts'
import type { Basis, GroupSum } from '../model.ts'
import { readLadder } from '../money-map.ts'
import { measureBasis, sumByGroup } from '../store/analysis.ts'
import type { Calculator } from '../store/calculator.ts'
import { sumByColumns } from '../store/columns.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, percentText, shareOf, tableOf } from './analysis.ts'
import { nothingHere } from './nothing-here.ts'

type Located = GroupSum & { readonly codes: readonly string[]; readonly parties: readonly string[] }
type Row = {
  readonly key: string | null
  readonly label: string
  readonly suppliers: number
  readonly payees: number
  readonly payments: number
  readonly pence: number
}

/** Sums by the postcode of the payee, each with the official areas it lies in where the lookup knows them. */
const locateSums = async (calculator: Calculator, slice: AnalysisRequest['slice']): Promise<Located[]> => {
  const sums = await sumByGroup(calculator, 'postcode', slice)
  // A group, or a supplier with two offices, is one in an area: who is paid is kept until postcodes are put together.
  const heads = Map.groupBy(
    await sumByColumns(calculator, ['postcode', 'party'], slice),
    ({ postcode }) => postcode,
  )
  const locations = await locatePostcodes(
    calculator.db as never,
    sums.map((sum) => sum.key ?? ''),
  )
  return sums.map((sum, at) => ({
    ...sum,
    codes: locations[at]?.areaCodes ?? [],
    parties: (heads.get(sum.key) ?? []).map(({ party }) => party ?? ''),
  }))
}

const gather = (
  located: readonly Located[],
  keyOf: (one: Located) => string | null,
  label: (key: string | null) => string,
): Row[] =>
  [...Map.groupBy(located, keyOf)].map(([key, own]) => ({
    key,
    label: label(key),
    suppliers: new Set(own.flatMap(({ parties }) => parties)).size,
    payees: own.reduce((sum, one) => sum + one.payees, 0),
    payments: own.reduce((sum, one) => sum + one.payments, 0),
    pence: own.reduce((sum, one) => sum + one.pence, 0),
  }))

const columns = (header: string, total: number) => [
  { name: 'area', header, kind: 'text' as const, value: (row: Row) => row.label },
  { name: 'suppliers', header: 'Suppliers', kind: 'number' as const, value: (row: Row) => row.suppliers },
  { name: 'payees', header: 'Payees', kind: 'number' as const, value: (row: Row) => row.payees },
  { name: 'payments', header: 'Payments', kind: 'number' as const, value: (row: Row) => row.payments },
  { name: 'amount', header: 'Amount', kind: 'pence' as const, value: (row: Row) => row.pence },
  { name: 'share', header: 'Share', kind: 'share' as const, value: (row: Row) => shareOf(row.pence, total) },
]

const bars = (rows: readonly Row[]) =>
  rows.slice(0, 20).map((row) => ({
    label: row.label,
    value: row.pence,
    display: formatPoundsCompact(row.pence),
    tone: row.key === null ? ('unknown' as const) : (1 as const),
  }))

const NO_LOOKUP = {
  title: 'No areas are loaded',
  purpose: 'This page needs a postcode lookup with wards, such as the ONS Postcode Directory.',
  firstStep: { text: 'Places', href: '/places' },
}

type WardsFound = {
  readonly basis: Basis
  readonly located: Located[]
  readonly names: ReadonlyMap<string, { readonly name: string }>
}

/** By ward of the supplier, in the home place unless another rung is asked for. */
export const readWards = async ({ ctx, slice, query }: AnalysisRequest): Promise<Analysis> => {
  const { ladder } = await readLadder(ctx)
  const rung = ladder.find((one) => one.id === (query.within ?? slice.tier)) ?? ladder[0]
  const inPlace = { ...slice, tier: rung?.id ?? slice.tier }
  const { basis, located, names } = await inAnalysis<WardsFound>(ctx, async (calculator) => ({
    basis: await measureBasis(calculator, inPlace),
    located: await locateSums(calculator, inPlace),
    names: await readAreaBook(calculator.db as never),
  }))
  const wardOf = (one: Located) => one.codes.find((code) => areaKindOf(code) === 'ward') ?? null
  const rows = gather(located, wardOf, (key) =>
    key === null ? 'Ward not known' : (names.get(key)?.name ?? key),
  ).sort((a, b) => b.pence - a.pence)
  const unknown = rows.find((row) => row.key === null)?.pence ?? 0
  return {
    title: 'Wards',
    lead: `In which wards the suppliers are that lie in ${rung?.name ?? 'the home place'}.`,
    basis: basisWords(basis, unknownWords('ward', unknown, basis.pence)),
    figures: [],
    charts: [
      {
        kind: 'bars',
        title: 'By ward of the supplier',
        description: 'Wards by what their suppliers were paid, largest first.',
        bars: bars(rows),
      },
    ],
    table: tableOf({ caption: 'Wards', sortedBy: 'amount' }, rows, columns('Ward', basis.pence)),
    choices: [
      {
        name: 'within',
        label: 'Suppliers in',
        value: rung?.id ?? '',
        options: ladder.map((one, at) => ({
          value: one.id,
          text: at === 0 ? one.name : `Rest of ${one.name}`,
        })),
      },
    ],
    notes: [
      'The ward is that of the supplier’s postcode. It says where the firm is, not where its people live or where the money is spent on.',
      COUNTED_ONCE,
    ],
    ...nothingHere(basis, inPlace),
    ...(rows.every((row) => row.key === null) && rows.length > 0 ? { empty: NO_LOOKUP } : {}),
  }
}

type DeprivationFound = {
  readonly basis: Basis
  readonly located: Located[]
  readonly deciles: ReadonlyMap<string, Deprivation>
}

const readDeciles = (
  ctx: AnalysisRequest['ctx'],
  slice: AnalysisRequest['slice'],
): Promise<DeprivationFound> =>
  inAnalysis<DeprivationFound>(ctx, async (calculator) => {
    const sums = await locateSums(calculator, slice)
    const known = await listDeprivation(calculator.db as never, [
      ...new Set(sums.flatMap((sum) => sum.codes)),
    ])
    // Newest edition first: the first of an area stands.
    const byArea = new Map<string, Deprivation>()
    for (const row of known)
      if (row.indexName === 'imd' && row.decile !== null && !byArea.has(row.areaCode))
        byArea.set(row.areaCode, row)
    return { basis: await measureBasis(calculator, slice), located: sums, deciles: byArea }
  })

/** By decile of deprivation of the supplier's small area, where the index is loaded. */
export const readDeprivation = async ({ ctx, slice }: AnalysisRequest): Promise<Analysis> => {
  const { basis, located, deciles } = await readDeciles(ctx, slice)
  const decileOf = (one: Located): string | null => {
    const found = one.codes.flatMap((code) => deciles.get(code) ?? [])[0]
    return found?.decile ? String(found.decile) : null
  }
  const words = (key: string | null): string => {
    if (key === null) return 'Not known'
    return key === '1' ? '1, most deprived tenth' : key === '10' ? '10, least deprived tenth' : key
  }
  const rows = gather(located, decileOf, words).sort((a, b) => Number(a.key ?? 11) - Number(b.key ?? 11))
  const unknown = rows.find((row) => row.key === null)?.pence ?? 0
  const deprived = rows
    .filter((row) => row.key === '1' || row.key === '2')
    .reduce((sum, row) => sum + row.pence, 0)
  const editions = [...new Set([...deciles.values()].map((row) => row.edition))]
  return {
    title: 'Deprivation',
    lead: 'How deprived the areas are where the suppliers are.',
    basis: basisWords(basis, unknownWords('decile', unknown, basis.pence)),
    figures: [
      {
        label: 'In the most deprived fifth of areas',
        value: percentText(shareOf(deprived, basis.pence)),
        meaning: formatPoundsCompact(deprived),
        isMain: true,
      },
      {
        label: 'Decile not known',
        value: percentText(shareOf(unknown, basis.pence)),
        meaning: formatPoundsCompact(unknown),
      },
    ],
    charts: [
      {
        kind: 'bars',
        title: 'By decile of deprivation',
        description: 'Tenths of England’s small areas, the most deprived first.',
        bars: bars(rows),
      },
    ],
    table: tableOf({ caption: 'Deciles of deprivation' }, rows, columns('Decile', basis.pence)),
    notes: [
      `Index of Multiple Deprivation${editions.length > 0 ? `, ${editions.join(', ')}` : ''}: each small area of England by its decile; nations other than England have indices of their own, which must not be mixed.`,
      'The decile is that of the area a firm is in, and says nothing about the firm or its people.',
      COUNTED_ONCE,
    ],
    ...nothingHere(basis, slice),
    ...(deciles.size === 0 && basis.payments > 0
      ? {
          empty: {
            ...NO_LOOKUP,
            title: 'No index of deprivation is loaded',
            purpose:
              'This page needs a postcode lookup with small areas, and the Indices of Deprivation for them.',
          },
        }
      : {}),
  }
}
