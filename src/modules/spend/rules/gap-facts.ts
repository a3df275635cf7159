import { type PaidSupplier, sumCapacity } from './capacity.ts'
import type { Outcome } from './influence.ts'
import { type Party, sharedFact } from './parties.ts'

/** What one supplier was paid for one category, as far as gaps look at it. */
export type GapLine = Party & {
  readonly supplier: string
  readonly supplierName: string
  readonly kind: string
  readonly tier: string
  readonly outcome: Outcome
  readonly pence: number
}

/** One category: its money by what becomes of it, and the local suppliers that are paid for it, largest first; a group is one. */
export type GapCategory<Line extends GapLine> = {
  readonly key: string
  readonly name: string
  readonly lines: readonly Line[]
  readonly allPence: number
  readonly insidePence: number
  readonly unknownPence: number
  /** Known to leave: all of it, the part that can be influenced, and the part of which that is not sure. */
  readonly leavingPence: number
  readonly leakPence: number
  readonly unsurePence: number
  readonly paid: readonly PaidSupplier[]
  /** Local and paid for it as well, but no alternative: of the party that much of the leak goes to. */
  readonly linked: readonly PaidSupplier[]
  /** Parties that half or more of the leak goes to. */
  readonly leakers: ReadonlySet<string>
}

const add = <Line extends GapLine>(lines: readonly Line[], of: (line: Line) => boolean): number =>
  lines.reduce((sum, line) => sum + (of(line) ? line.pence : 0), 0)

/** Kinds that nothing is bought from on a market. */
const NO_TRADERS: ReadonlySet<string> = new Set(['public', 'individual'])

/** Whether a line is known to be paid outside. */
export const isLeaving = (line: GapLine, inside: ReadonlySet<string>): boolean =>
  line.tier !== 'unknown' && !inside.has(line.tier)

/** What a slice pays each supplier, and each party with the kinds of its companies, for anything anywhere. */
type Totals = {
  readonly ofSupplier: ReadonlyMap<string, number>
  readonly ofParty: ReadonlyMap<string, { readonly pence: number; readonly kinds: readonly string[] }>
}

const all = (): boolean => true

/** Payees of one company may differ in their kind; the first by letter, whatever their order. */
const kindOf = (lines: readonly GapLine[]): string => lines.map((line) => line.kind).sort()[0] ?? 'unknown'

const totalsOf = (lines: readonly GapLine[]): Totals => {
  const suppliers = Map.groupBy(lines, (line) => line.supplier)
  const parties = Map.groupBy(suppliers.values(), ([line]) => line?.party ?? '')
  return {
    ofSupplier: new Map([...suppliers].map(([key, own]) => [key, add(own, all)])),
    ofParty: new Map(
      [...parties].map(([key, companies]) => [
        key,
        { pence: add(companies.flat(), all), kinds: [...new Set(companies.map(kindOf))].sort() },
      ]),
    ),
  }
}

const paidOf = (lines: readonly GapLine[], inside: ReadonlySet<string>, totals: Totals): PaidSupplier[] =>
  [
    ...Map.groupBy(
      lines.filter((line) => inside.has(line.tier) && !NO_TRADERS.has(line.kind)),
      (line) => line.party,
    ),
  ]
    .map(([key, own]) => {
      const bySupplier = [...Map.groupBy(own, (line) => line.supplier)].sort(([a], [b]) => (a < b ? -1 : 1))
      const companies = bySupplier.map(([supplier, lines]) => ({
        kind: kindOf(lines),
        pence: add(lines, all),
        allPence: totals.ofSupplier.get(supplier) ?? 0,
      }))
      return {
        key,
        name: own.map((line) => line.partyName).sort()[0] ?? '',
        kind: sharedFact(companies.map(({ kind }) => kind)),
        pence: add(own, all),
        allPence: totals.ofParty.get(key)?.pence ?? 0,
        companies,
        kinds: totals.ofParty.get(key)?.kinds ?? [],
      }
    })
    .filter((supplier) => supplier.pence > 0)
    .sort((a, b) => b.pence - a.pence || (a.key < b.key ? -1 : 1))

/**
 * Parties that half or more of a leak goes to. A company of the same group, or another office of the same supplier, is no
 * alternative to them: with it there would be no competition, and the group would only pay itself.
 */
const leakersOf = (leak: readonly GapLine[]): Set<string> => {
  const sum = add(leak, all)
  return new Set(
    [...Map.groupBy(leak, (line) => line.party)]
      .filter(([, own]) => sum > 0 && add(own, all) * 2 >= sum)
      .map(([party]) => party),
  )
}

/** The lines of a slice by category, `nameOf` saying which; largest leak first. */
export const deriveGapCategories = <Line extends GapLine>(
  lines: readonly Line[],
  inside: ReadonlySet<string>,
  nameOf: (line: Line) => { readonly key: string; readonly name: string },
): GapCategory<Line>[] => {
  const totals = totalsOf(lines)
  const names = new Map<string, string>()
  const groups = Map.groupBy(lines, (line) => {
    const { key, name } = nameOf(line)
    names.set(key, name)
    return key
  })
  return [...groups]
    .map(([key, own]) => {
      const leaving = own.filter((line) => isLeaving(line, inside))
      const leakers = leakersOf(leaving.filter((line) => line.outcome === 'influenceable'))
      const paid = paidOf(own, inside, totals)
      return {
        key,
        name: names.get(key) ?? key,
        lines: own,
        allPence: add(own, all),
        insidePence: add(own, (line) => inside.has(line.tier)),
        unknownPence: add(own, (line) => line.tier === 'unknown'),
        leavingPence: add(leaving, all),
        leakPence: Math.max(
          0,
          add(leaving, (line) => line.outcome === 'influenceable'),
        ),
        unsurePence: Math.max(
          0,
          add(leaving, (line) => line.outcome === 'unsure'),
        ),
        paid: paid.filter(({ key }) => !leakers.has(key)),
        linked: paid.filter(({ key }) => leakers.has(key)),
        leakers,
      }
    })
    .sort((a, b) => b.leakPence - a.leakPence || (a.key < b.key ? -1 : 1))
}

/** A class counts for a category from this part of what its identified suppliers were paid, in hundredths of a per cent. */
export const CLASS_COUNTS_FROM = 1000

/** Classes of trade that a category is bought from: those of the suppliers paid for it, wherever they are. */
export const tradesOfCategory = (
  lines: readonly GapLine[],
  classesOf: ReadonlyMap<string, readonly string[]>,
): string[] => {
  const pence = new Map<string, number>()
  let known = 0
  for (const line of lines) {
    const classes = classesOf.get(line.supplier)
    if (!classes || classes.length === 0 || line.pence <= 0) continue
    known += line.pence
    for (const one of classes) pence.set(one, (pence.get(one) ?? 0) + line.pence)
  }
  return [...pence]
    .filter(([, sum]) => sum * 10_000 >= known * CLASS_COUNTS_FROM)
    .map(([one]) => one)
    .sort()
}

export const capacityOfCategory = (
  category: Pick<GapCategory<GapLine>, 'paid'>,
  growth: number,
  months: number,
): number => sumCapacity(category.paid, growth, months)
