import { formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import { COUNTED_ONCE } from '../kind-words.ts'
import type { Slice, SupplierSum, Tier } from '../model.ts'
import { readMoneyMap } from '../money-map.ts'
import { deriveRanges } from '../rules/ranges.ts'
import { sliceHref } from '../slice-query.ts'
import { sumWithSuppliers } from '../store/analysis.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, percentText, shareOf, tableOf } from './analysis.ts'
import { nothingHere } from './nothing-here.ts'
import { tierChart } from './tier-chart.ts'

const tierTable = (tiers: readonly Tier[], suppliers: ReadonlyMap<string, number>, slice: Slice) => {
  const rangeOf = new Map(deriveRanges(tiers).map((range) => [range.key, range]))
  return tableOf({ caption: 'Tiers of place' }, tiers, [
    {
      name: 'tier',
      header: 'Tier',
      kind: 'text',
      value: (tier) => tier.label,
      href: (tier) => sliceHref('/spend/payees', slice, { tier: tier.key }),
    },
    {
      name: 'suppliers',
      header: 'Suppliers',
      kind: 'number',
      value: (tier) => suppliers.get(tier.key) ?? 0,
    },
    { name: 'payees', header: 'Payees', kind: 'number', value: (tier) => tier.payees },
    {
      name: 'payments',
      header: 'Payments',
      kind: 'number',
      value: (tier) => tier.payments,
      href: (tier) => sliceHref('/spend/payments', slice, { tier: tier.key }),
    },
    { name: 'amount', header: 'Amount', kind: 'pence', value: (tier) => tier.pence },
    { name: 'share', header: 'Share', kind: 'share', value: (tier) => tier.share },
    {
      name: 'within',
      header: 'Amount within',
      kind: 'pence',
      value: (tier) => (tier.kind === 'place' ? tier.withinPence : null),
    },
    {
      name: 'least',
      header: 'Share within, at least',
      kind: 'share',
      value: (tier) => rangeOf.get(tier.key)?.leastShare ?? null,
    },
    {
      name: 'most',
      header: 'Share within, at most',
      kind: 'share',
      value: (tier) => rangeOf.get(tier.key)?.mostShare ?? null,
    },
  ])
}

/** Tiers of place with the range that the unknown part allows. */
export const readTiers = async ({ ctx, slice }: AnalysisRequest): Promise<Analysis> => {
  const map = await readMoneyMap(ctx, slice)
  const heads = await inAnalysis<SupplierSum[]>(ctx, (calculator) =>
    sumWithSuppliers(calculator, 'tier', slice),
  )
  const suppliers = new Map(heads.map((sum) => [sum.key ?? 'unknown', sum.suppliers]))
  const ranges = deriveRanges(map.tiers)
  return {
    title: 'Tiers of place and their range',
    lead: 'How much stays in each place: as known, and as it could be if all of what we do not know were there.',
    basis: basisWords(map.basis),
    figures: ranges.map((range, at) => ({
      label: at === 0 ? `In ${range.placeName}` : `In ${range.placeName} and all inside it`,
      value:
        range.leastShare === range.mostShare
          ? percentText(range.leastShare)
          : `${percentText(range.leastShare)} to ${percentText(range.mostShare)}`,
      meaning: `${formatPoundsCompact(range.pence)} known; ${formatPoundsCompact(range.mostPence)} if all of the unknown were there`,
      isMain: at === 0,
    })),
    charts: [tierChart('Where the money goes', map.tiers)],
    table: tierTable(map.tiers, suppliers, slice),
    notes: [
      `${percentText(shareOf(map.basis.unknownPence, map.basis.pence))} went to payees whose place is not known. At least: none of them is there. At most: all are.`,
      'A supplier is where its registered or stated postcode is; a branch that does the work may be elsewhere.',
      'Each company of a group is where it is itself, and its pounds with it.',
      COUNTED_ONCE,
    ],
    ...nothingHere(map.basis, slice),
  }
}
