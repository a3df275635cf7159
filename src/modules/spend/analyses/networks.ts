import { formatCount, formatNumber, formatPoundsCompact } from '../../../platform/views/views.ts'
import type { Basis } from '../model.ts'
import { inNetworkAnalysis, type NetworkView } from '../network-calculator.ts'
import { compareYears, type YearFact } from '../rules/like-for-like.ts'
import { calculateLeakage } from '../rules/money-map.ts'
import { deriveRanges, type TierRange } from '../rules/ranges.ts'
import { measureBasis } from '../store/analysis.ts'
import { sumByColumns } from '../store/columns.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, percentText, shareOf, tableOf } from './analysis.ts'
import { basisOf, groupNotes, groupWords, linksOf, NOBODY, nothing, readAll } from './network-found.ts'
import { add, countParties, type Line, rungsOf, tiersOf, tiersOfPostcodes } from './network-lines.ts'
import { tierChart } from './tier-chart.ts'
import { chooseYears, yearsAnalysis } from './years.ts'

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
      value: (row) => countParties(row.own),
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
        value: formatNumber(countParties(lines)),
        meaning: groupWords(result, view),
      },
    ],
    charts: [tierChart('Where the money of all goes', tiers)],
    table: memberTable(lines, view, ranges),
    links: linksOf(view.network.id),
    notes: [
      'Only organisations that agreed are counted; each can leave, and its money leaves with it.',
      'A supplier is one where it was identified as the same. Payees that nobody has identified count once for each organisation, so the number of suppliers is at most what is shown.',
      ...groupNotes(result, view),
      'Payments between members are not taken out: what one pays another stands here as spending.',
    ],
    ...(lines.length === 0 ? { empty: NOBODY } : {}),
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
        facts: sums.map(({ org, month, department, postcode, payments, pence }) => ({
          org: org ?? '',
          month,
          department,
          tier: tiers.get(postcode) ?? 'unknown',
          payments,
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
