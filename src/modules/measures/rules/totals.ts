import type { Notice, Range } from '../model/valuation.ts'
import type { Basis, NeverTogether, PricedBasis, PriceYear } from '../model.ts'
import { BASES } from '../model.ts'
import { NOTHING, sumRanges } from './ranges.ts'

export type TotalItem = {
  readonly key: string
  readonly measure: string
  readonly basis: Basis
  readonly group: string | null
  readonly isTransfer: boolean
  readonly value: Range
  readonly priceYear: PriceYear | null
  readonly valuationYear: number | null
  /** Why it is about other people or things than the rest of its group. */
  readonly distinctBecause: string | null
}

export type LeftOut = {
  readonly key: string
  readonly because: 'same-group' | 'never-together' | 'transfer'
  readonly group: string | null
  readonly countedInstead: readonly string[]
  readonly why: string | null
}

export type BasisTotal = {
  readonly basis: PricedBasis
  /** Null where the items are in prices or values of different years, which do not add up. */
  readonly range: Range | null
  readonly counted: readonly string[]
  readonly leftOut: readonly LeftOut[]
  readonly notices: readonly Notice[]
}

export type Totals = { readonly byBasis: readonly BasisTotal[]; readonly notices: readonly Notice[] }

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
const sumOf = (items: readonly TotalItem[]): Range =>
  sumRanges([...items].sort(byKey).map(({ value }) => value))

/** Items that may overlap: one measure of one group. Items said to be about others stand alone. */
const bundles = (items: readonly TotalItem[]): TotalItem[][] => {
  const known = new Map<string, TotalItem[]>()
  for (const item of items) known.set(item.measure, [...(known.get(item.measure) ?? []), item])
  return [...known.values()]
}

/** The larger central value; of equals the one whose code comes first, so that the order given never matters. */
const largest = (lists: readonly TotalItem[][]): TotalItem[] | undefined =>
  [...lists].sort(
    (a, b) =>
      sumOf(b).central.comparedTo(sumOf(a).central) ||
      ((a[0]?.measure ?? '') < (b[0]?.measure ?? '') ? -1 : 1),
  )[0]

type Kept = { readonly kept: TotalItem[]; readonly leftOut: LeftOut[] }

const keysOf = (items: readonly TotalItem[]): string[] => items.map(({ key }) => key).sort()

/**
 * Of the measures of one double-count group only the largest counts: the others may lie wholly inside it, and the
 * whole is never less than its largest part. Several items of one measure are counted together.
 */
const settleGroups = (items: readonly TotalItem[]): Kept => {
  const kept = items.filter(({ group, distinctBecause }) => group === null || distinctBecause !== null)
  const leftOut: LeftOut[] = []
  const grouped = Map.groupBy(
    items.filter((item) => !kept.includes(item)),
    ({ group }) => group ?? '',
  )
  for (const [group, members] of grouped) {
    const winners = largest(bundles(members)) ?? []
    kept.push(...winners)
    const countedInstead = keysOf(winners)
    for (const { key } of members.filter((item) => !winners.includes(item)))
      leftOut.push({ key, because: 'same-group', group, countedInstead, why: null })
  }
  return { kept, leftOut }
}

/** Pay and the earnings it is part of, for one: the smaller side gives way. */
const settleNeverTogether = (items: readonly TotalItem[], rules: readonly NeverTogether[]): Kept => {
  let kept = [...items]
  const leftOut: LeftOut[] = []
  for (const { group, others, why } of rules) {
    const one = kept.filter((item) => item.group === group && item.distinctBecause === null)
    const other = kept.filter(
      (item) => item.group !== null && others.includes(item.group) && item.distinctBecause === null,
    )
    if (one.length === 0 || other.length === 0) continue
    const [stay, give] = sumOf(one).central.gt(sumOf(other).central) ? [one, other] : [other, one]
    kept = kept.filter((item) => !give.includes(item))
    const countedInstead = keysOf(stay)
    for (const item of give)
      leftOut.push({ key: item.key, because: 'never-together', group: item.group, countedInstead, why })
  }
  return { kept, leftOut }
}

const differing = (items: readonly TotalItem[]): Notice[] => {
  const prices = new Set(items.map(({ priceYear }) => priceYear))
  const years = new Set(items.map(({ valuationYear }) => valuationYear).filter((year) => year !== null))
  const notices: Notice[] = []
  if (prices.size > 1)
    notices.push({ code: 'different-price-years', facts: { years: [...prices].sort().join(', ') } })
  if (years.size > 1)
    notices.push({ code: 'different-valuation-years', facts: { years: [...years].sort().join(', ') } })
  return notices
}

const totalOf = (
  basis: PricedBasis,
  items: readonly TotalItem[],
  rules: readonly NeverTogether[],
): BasisTotal => {
  const transfers = items.filter(({ isTransfer }) => isTransfer)
  const groups = settleGroups(items.filter(({ isTransfer }) => !isTransfer))
  const settled = settleNeverTogether(groups.kept, rules)
  const notices = basis === 'spend' ? [] : differing(settled.kept)
  const leftOut = [
    ...transfers.map(
      ({ key, group }): LeftOut => ({ key, because: 'transfer', group, countedInstead: [], why: null }),
    ),
    ...groups.leftOut,
    ...settled.leftOut,
  ].sort(byKey)
  const range = notices.length > 0 ? null : settled.kept.length === 0 ? NOTHING : sumOf(settled.kept)
  return { basis, range, counted: keysOf(settled.kept), leftOut, notices }
}

/** The same change shown under two bases is not added up, but it is told twice. */
const toldTwice = (items: readonly TotalItem[]): Notice[] => {
  const grouped = Map.groupBy(
    items.filter(({ group, isTransfer }) => group !== null && !isTransfer),
    ({ group }) => group ?? '',
  )
  return [...grouped]
    .map(([group, members]) => ({ group, bases: [...new Set(members.map(({ basis }) => basis))].sort() }))
    .filter(({ bases }) => bases.length > 1)
    .sort((a, b) => (a.group < b.group ? -1 : 1))
    .map(({ group, bases }) => ({ code: 'told-under-two-bases', facts: { group, bases: bases.join(', ') } }))
}

/**
 * Totals by basis, and only by basis: there is no function that adds across bases, and no way to ask for it. Spend,
 * money saved, earnings, wellbeing and carbon are not the same thing, and a single figure would mostly say where
 * money went.
 */
export const totalByBasis = (
  items: readonly TotalItem[],
  neverTogether: readonly NeverTogether[],
): Totals => ({
  byBasis: BASES.filter((basis) => basis !== 'none')
    .map((basis) => ({ basis, items: items.filter((item) => item.basis === basis) }))
    .filter(({ items }) => items.length > 0)
    .map(({ basis, items }) => totalOf(basis, items, neverTogether)),
  notices: toldTwice(items),
})
