import { suggestCategories } from '#suppliers'
import { inReading } from '../../platform/reading.ts'
import type { AnalysisRequest } from './analyses/all.ts'
import { type InfluenceLine, readInfluenceLines } from './analyses/influence-lines.ts'
import { type NearbySupplier, readLocalSupply, readTradeClasses } from './local-supply.ts'
import type { Basis } from './model.ts'
import { readLadder } from './money-map.ts'
import { listSchemes, type SchemeInUse } from './read-rule-books.ts'
import { categorise } from './rules/categorise.ts'
import {
  capacityOfCategory,
  deriveGapCategories,
  type GapCategory,
  tradesOfCategory,
} from './rules/gap-facts.ts'
import { decideGap, GAP_SETTINGS, type Gap, type GapThresholds } from './rules/gaps.ts'
import type { Rung } from './rules/money-map.ts'
import { readSetting, type SetValue } from './rules/settings.ts'
import type { SpendTables } from './tables.ts'

/** A category with all that is known of its gap. */
export type CategoryGap = GapCategory<InfluenceLine> &
  Gap & {
    readonly capacityPence: number
    /** Classes of SIC 2007 that it is bought from. */
    readonly classes: readonly string[]
    /** Suppliers near by in those trades that are not paid for it yet. */
    readonly nearby: readonly NearbySupplier[]
  }

export type Gaps = {
  readonly basis: Basis
  readonly months: number
  readonly ladder: readonly Rung[]
  /** The place that counts as local. */
  readonly place: Rung | undefined
  readonly inside: ReadonlySet<string>
  readonly schemes: readonly SchemeInUse[]
  readonly scheme: SchemeInUse | undefined
  readonly settings: readonly SetValue[]
  readonly thresholds: GapThresholds
  readonly categories: readonly CategoryGap[]
}

/** How many months a basis spans, both ends counted; 12 where nothing is dated. */
export const monthsOf = ({ from, to }: Pick<Basis, 'from' | 'to'>): number => {
  if (!from || !to) return 12
  const at = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return at(to) - at(from) + 1
}

const CPV_SCHEME = 'cpv'
const NO_NAME = '(none)'

/** The category of a line: under a scheme, or in the files' words. */
export const categoryNamer = (scheme: SchemeInUse | undefined) => {
  const names = new Map(scheme?.entries.map((entry) => [entry.code, entry.name]))
  return (line: InfluenceLine): { key: string; name: string } => {
    if (!scheme) return { key: line.category ?? NO_NAME, name: line.category ?? '(not given)' }
    const code = categorise(scheme, line)?.code
    return code === undefined
      ? { key: NO_NAME, name: 'Not mapped' }
      : { key: code, name: names.get(code) ?? code }
  }
}

/** Divisions that the words of a category are read into, where nobody has mapped it. */
const MOST_SUGGESTED = 2

/**
 * The divisions of the Common Procurement Vocabulary, which a directory speaks in, that a category is bought under: as somebody
 * mapped its lines, and where nobody did, as the directory reads words.
 */
const divisionReader = (cpv: SchemeInUse | undefined) => {
  const suggested = new Map<string, readonly string[]>()
  const suggest = (words: string): readonly string[] => {
    const found = suggested.get(words) ?? suggestCategories(words, MOST_SUGGESTED)
    suggested.set(words, found)
    return found
  }
  return (category: GapCategory<InfluenceLine>): ReadonlySet<string> =>
    new Set(
      category.lines.flatMap((line) => {
        const mapped = cpv && categorise(cpv, line)
        return mapped ? [mapped.code] : suggest(line.category ?? '')
      }),
    )
}

/** Suppliers by each class and division they stand for, so that a category looks at its own only. */
const byTrade = (nearby: readonly NearbySupplier[]): ((trades: Iterable<string>) => NearbySupplier[]) => {
  const places = new Map<string, number[]>()
  for (const [at, { classes, divisions }] of nearby.entries())
    for (const trade of [...classes, ...divisions.map(divisionTrade)]) {
      const own = places.get(trade)
      if (own) own.push(at)
      else places.set(trade, [at])
    }
  return (trades) => {
    const found = new Set<number>()
    for (const trade of trades) for (const at of places.get(trade) ?? []) found.add(at)
    // In the order they came in: the directory goes before the registers.
    return [...found].sort((a, b) => a - b).flatMap((at) => nearby[at] ?? [])
  }
}

/** A class has four digits and a division two; the sign keeps them apart all the same. */
const divisionTrade = (division: string): string => `cpv ${division}`

const readNearby = async (
  { ctx }: AnalysisRequest,
  categories: readonly GapCategory<InfluenceLine>[],
  inside: ReadonlySet<string>,
) => {
  const leaking = categories.filter((category) => category.leakPence > 0)
  const keys = new Set(leaking.flatMap((category) => category.lines.map((line) => line.supplier)))
  const classesOf = await readTradeClasses(ctx, [...keys])
  const trades = new Map(leaking.map((one) => [one.key, tradesOfCategory(one.lines, classesOf)]))
  const nearby = await readLocalSupply(ctx, inside, new Set([...trades.values()].flat()))
  return { trades, suppliersOf: byTrade(nearby) }
}

/** Every category of a slice with its gap. Words: `leaving` the place, `scheme`, and the thresholds by their names. */
export const readGaps = async (request: AnalysisRequest): Promise<Gaps> => {
  const { ctx, slice, query } = request
  const { basis, lines, partyOf } = await readInfluenceLines(ctx, slice)
  const schemes = await inReading<SpendTables, SchemeInUse[]>(ctx, listSchemes)
  const scheme = schemes.find((candidate) => candidate.slug === query.scheme)
  const { ladder } = await readLadder(ctx)
  const asked = ladder.findIndex((rung) => rung.id === query.leaving)
  const rung = asked >= 0 ? asked : Math.min(1, ladder.length - 1)
  const inside = new Set(ladder.slice(0, rung + 1).map(({ id }) => id))
  const settings = Object.values(GAP_SETTINGS).map((setting) => readSetting(setting, query[setting.name]))
  const thresholds = Object.fromEntries(settings.map((one) => [one.setting.name, one.value])) as GapThresholds
  const months = monthsOf(basis)
  const categories = deriveGapCategories(lines, inside, categoryNamer(scheme))
  const { trades, suppliersOf } = await readNearby(request, categories, inside)
  const cpv = schemes.find((candidate) => candidate.slug === CPV_SCHEME)
  const divisionsOf = divisionReader(cpv)
  const gapOf = (category: GapCategory<InfluenceLine>): CategoryGap => {
    const classes = trades.get(category.key) ?? []
    // A group is one: whoever is paid, or is what leaks, is not near by once more under a sister's name.
    const seen = new Set([
      ...[...category.paid, ...category.linked].map(({ key }) => key),
      ...category.leakers,
    ])
    const fitting = suppliersOf([...classes, ...[...divisionsOf(category)].map(divisionTrade)])
    const near = fitting.filter((supplier) => {
      const { party } = partyOf(supplier.key, supplier.name)
      return !seen.has(party) && seen.add(party)
    })
    const capacityPence = capacityOfCategory(category, thresholds.growth, months)
    const count = (source: NearbySupplier['source']) => near.filter((one) => one.source === source).length
    const facts = {
      leakPence: category.leakPence,
      paidSuppliers: category.paid.length,
      capacityPence,
      registered: count('register'),
      listed: count('directory'),
    }
    return { ...category, ...decideGap(facts, thresholds), capacityPence, classes, nearby: near }
  }
  return {
    basis,
    months,
    ladder,
    place: ladder[rung],
    inside,
    schemes,
    scheme,
    settings,
    thresholds,
    categories: categories.map(gapOf),
  }
}
