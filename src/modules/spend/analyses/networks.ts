import { formatCount, formatNumber, formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords } from '../basis-words.ts'
import { kindLabel } from '../kind-words.ts'
import type { Basis } from '../model.ts'
import { inNetworkAnalysis, type NetworkView } from '../network-calculator.ts'
import { compareYears, type YearFact } from '../rules/like-for-like.ts'
import { calculateLeakage } from '../rules/money-map.ts'
import { deriveRanges, type TierRange } from '../rules/ranges.ts'
import { measureBasis } from '../store/analysis.ts'
import { sumByColumns } from '../store/columns.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, percentText, shareOf, tableOf } from './analysis.ts'
import { add, type Line, readLines, rungsOf, tiersOf, tiersOfPostcodes } from './network-lines.ts'
import { tierChart } from './tier-chart.ts'
import { chooseYears, yearsAnalysis } from './years.ts'

const NOBODY = {
  title: 'No payments yet',
  purpose: 'None of the organisations that joined has payments that count.',
} as const
const EMPTY_BASIS = { period: 'No dated payments', coverage: 'no payments' } as const

const nothing = (title: string, lead: string): Analysis => ({
  title,
  lead,
  basis: EMPTY_BASIS,
  figures: [],
  charts: [],
  table: { caption: title, columns: [], rows: [] },
  empty: NOBODY,
})

const linksOf = (id: string) => [
  { text: 'Suppliers they share', href: `/spend/networks/${id}/suppliers` },
  { text: 'Year on year, like for like', href: `/spend/networks/${id}/years` },
  { text: 'Who is in the network', href: '/spend/networks' },
]

type Found = { readonly lines: Line[]; readonly basis: Basis }
const readAll = ({ ctx, slice, params }: AnalysisRequest) =>
  inNetworkAnalysis<Found>(ctx, params.networkId ?? '', async (calculator, view) => ({
    lines: await readLines(calculator, view, slice),
    basis: await measureBasis(calculator, slice),
  }))

const basisOf = ({ basis, lines }: Found) =>
  basisWords({ ...basis, unknownPence: add(lines.filter((line) => line.tier === 'unknown')) })

const memberTable = (lines: readonly Line[], view: NetworkView, ranges: readonly TierRange[]) => {
  const rows = [
    ...[...view.members].map(([id, name]) => ({ name, own: lines.filter((line) => line.org === id) })),
    { name: 'All together', own: lines },
  ].map(({ name, own }) => ({ name, own, ranges: deriveRanges(tiersOf(own, view)) }))
  return tableOf({ caption: 'Each organisation and all together' }, rows, [
    { name: 'organisation', header: 'Organisation', kind: 'text', value: (row) => row.name },
    {
      name: 'suppliers',
      header: 'Suppliers',
      kind: 'number',
      value: (row) => new Set(row.own.map((line) => line.supplier)).size,
    },
    { name: 'amount', header: 'Amount', kind: 'pence', value: (row) => add(row.own) },
    ...ranges.map((range, at) => ({
      name: `within-${at + 1}`,
      header: at === 0 ? `In ${range.placeName}` : `Within ${range.placeName}`,
      kind: 'share' as const,
      value: (row: (typeof rows)[number]) => row.ranges[at]?.leastShare ?? null,
    })),
    {
      name: 'unknown',
      header: 'Not known',
      kind: 'share',
      value: (row) => shareOf(add(row.own.filter((line) => line.tier === 'unknown')), add(row.own)),
    },
  ])
}

/** Several organisations together: tiers from the network's home place, and each member beside the others. */
export const readNetworkMap = async (request: AnalysisRequest): Promise<Analysis> => {
  const { view, result } = await readAll(request)
  const title = view.network.name
  const lead = `${formatCount(view.members.size, 'organisation')} together, each supplier counted once.`
  if (!result) return nothing(title, lead)
  const { lines } = result
  const tiers = tiersOf(lines, view)
  const ranges = deriveRanges(tiers)
  const rung = Math.min(1, ranges.length - 1)
  const leaving = calculateLeakage(tiers, rung)
  return {
    title,
    lead,
    basis: basisOf(result),
    figures: [
      ...ranges.slice(0, 2).map((range, at) => ({
        label: at === 0 ? `In ${range.placeName}` : `In ${range.placeName} and all inside it`,
        value: percentText(range.leastShare),
        meaning: `${formatPoundsCompact(range.pence)}; up to ${percentText(range.mostShare)} if all of the unknown were there`,
        isMain: at === 0,
      })),
      {
        label: `Leaving ${ranges[rung]?.placeName ?? ''}`,
        value: formatPoundsCompact(leaving.pence),
        meaning: `${percentText(leaving.share)} of ${formatPoundsCompact(add(lines))}`,
      },
      {
        label: 'Suppliers, each once',
        value: formatNumber(new Set(lines.map((line) => line.supplier)).size),
      },
    ],
    charts: [tierChart('Where the money of all goes', tiers)],
    table: memberTable(lines, view, ranges),
    links: linksOf(view.network.id),
    notes: [
      'Only organisations that agreed are counted; each can leave, and its money leaves with it.',
      'A supplier is one where it was identified as the same. Payees that nobody has identified count once for each organisation, so the number of suppliers is at most what is shown.',
      'Payments between members are not taken out: what one pays another stands here as spending.',
    ],
    ...(lines.length === 0 ? { empty: NOBODY } : {}),
  }
}

/** Suppliers of a network, each once, with how many members pay them. */
export const readNetworkSuppliers = async (request: AnalysisRequest): Promise<Analysis> => {
  const { view, result } = await readAll(request)
  const title = `${view.network.name}: suppliers`
  const lead =
    'Suppliers of all members, each once. Those that several pay are where buying together could begin.'
  if (!result) return nothing(title, lead)
  const labels = new Map(tiersOf([], view).map((tier) => [tier.key, tier.label]))
  const all = add(result.lines)
  const rows = [...Map.groupBy(result.lines, (line) => line.supplier).values()]
    .map((own) => ({
      name: own[0]?.name ?? '',
      kind: own[0]?.kind ?? 'unknown',
      tier: own[0]?.tier ?? 'unknown',
      payers: [...new Set(own.map((line) => line.org))],
      pence: add(own),
    }))
    .sort((a, b) => b.pence - a.pence)
  const shared = rows.filter((row) => row.payers.length > 1)
  return {
    title,
    lead,
    basis: basisOf(result),
    figures: [
      {
        label: 'Suppliers that several members pay',
        value: formatNumber(shared.length),
        meaning: `${formatPoundsCompact(shared.reduce((sum, row) => sum + row.pence, 0))} of ${formatPoundsCompact(all)}`,
        isMain: true,
      },
    ],
    charts: [
      {
        kind: 'bars',
        title: 'The largest that several pay',
        description: 'Suppliers that more than one member pays, largest first.',
        bars: shared.slice(0, 10).map((row) => ({
          label: row.name,
          value: row.pence,
          display: `${formatPoundsCompact(row.pence)}, ${row.payers.length} members`,
        })),
      },
    ],
    table: tableOf({ caption: 'Suppliers', sortedBy: 'amount' }, rows, [
      { name: 'supplier', header: 'Supplier', kind: 'text', value: (row) => row.name },
      { name: 'members', header: 'Members that pay', kind: 'number', value: (row) => row.payers.length },
      {
        name: 'payers',
        header: 'Which',
        kind: 'text',
        value: (row) => row.payers.map((id) => view.members.get(id) ?? id).join('; '),
      },
      { name: 'kind', header: 'Kind', kind: 'text', value: (row) => kindLabel(row.kind) },
      { name: 'where', header: 'Where', kind: 'text', value: (row) => labels.get(row.tier) ?? row.tier },
      { name: 'amount', header: 'Amount', kind: 'pence', value: (row) => row.pence },
      { name: 'share', header: 'Share', kind: 'share', value: (row) => shareOf(row.pence, all) },
    ]),
    links: linksOf(view.network.id).slice(1),
  }
}

type YearsFound = { readonly facts: YearFact[]; readonly basis: Basis }

/** Two years of a network like for like: organisations, months and departments that both have. */
export const readNetworkYears = async (request: AnalysisRequest): Promise<Analysis> => {
  const { ctx, params, slice, query } = request
  const { view, result } = await inNetworkAnalysis<YearsFound>(
    ctx,
    params.networkId ?? '',
    async (calculator, { ladder }) => {
      const sums = await sumByColumns(calculator, ['org', 'month', 'department', 'postcode'], slice)
      const tiers = await tiersOfPostcodes(
        calculator,
        ladder,
        sums.map((sum) => sum.postcode),
      )
      return {
        facts: sums.map(({ org, month, department, postcode, pence }) => ({
          org: org ?? '',
          month,
          department,
          tier: tiers.get(postcode) ?? 'unknown',
          pence,
        })),
        basis: await measureBasis(calculator, slice),
      }
    },
  )
  const title = `${view.network.name}: year on year`
  if (!result) return nothing(title, 'Two years compared.')
  const { years, before, after } = chooseYears(result.facts, query)
  const compared = compareYears(result.facts, before, after)
  const analysis = yearsAnalysis(
    compared,
    years,
    rungsOf(view),
    result.basis,
    (org) => view.members.get(org) ?? org,
  )
  return {
    ...analysis,
    title,
    links: linksOf(view.network.id).filter((link) => !link.href.endsWith('/years')),
  }
}
