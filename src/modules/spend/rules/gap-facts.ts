import { type PaidSupplier, sumCapacity } from './capacity.ts'
import type { Outcome } from './influence.ts'

/** What one supplier was paid for one category, as far as gaps look at it. */
export type GapLine = {
  readonly supplier: string
  readonly supplierName: string
  readonly kind: string
  readonly tier: string
  readonly outcome: Outcome
  readonly pence: number
}

/** One category: its money by what becomes of it, and the local suppliers that are paid for it, largest first. */
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
}

const add = <Line extends GapLine>(lines: readonly Line[], of: (line: Line) => boolean): number =>
  lines.reduce((sum, line) => sum + (of(line) ? line.pence : 0), 0)

/** Kinds that nothing is bought from on a market. */
const NO_TRADERS: ReadonlySet<string> = new Set(['public', 'individual'])

/** Whether a line is known to be paid outside. */
export const isLeaving = (line: GapLine, inside: ReadonlySet<string>): boolean =>
  line.tier !== 'unknown' && !inside.has(line.tier)

const paidOf = (
  lines: readonly GapLine[],
  inside: ReadonlySet<string>,
  totals: ReadonlyMap<string, number>,
): PaidSupplier[] =>
  [
    ...Map.groupBy(
      lines.filter((line) => inside.has(line.tier) && !NO_TRADERS.has(line.kind)),
      (line) => line.supplier,
    ),
  ]
    .map(([key, own]) => ({
      key,
      // Payees of one supplier may differ in these; the first by letter, whatever their order.
      name: own.map((line) => line.supplierName).sort()[0] ?? '',
      kind: own.map((line) => line.kind).sort()[0] ?? 'unknown',
      pence: add(own, () => true),
      allPence: totals.get(key) ?? 0,
    }))
    .filter((supplier) => supplier.pence > 0)
    .sort((a, b) => b.pence - a.pence || (a.key < b.key ? -1 : 1))

/** The lines of a slice by category, `nameOf` saying which; largest leak first. */
export const deriveGapCategories = <Line extends GapLine>(
  lines: readonly Line[],
  inside: ReadonlySet<string>,
  nameOf: (line: Line) => { readonly key: string; readonly name: string },
): GapCategory<Line>[] => {
  const totals = new Map<string, number>()
  for (const line of lines) totals.set(line.supplier, (totals.get(line.supplier) ?? 0) + line.pence)
  const names = new Map<string, string>()
  const groups = Map.groupBy(lines, (line) => {
    const { key, name } = nameOf(line)
    names.set(key, name)
    return key
  })
  return [...groups]
    .map(([key, own]) => {
      const leaving = own.filter((line) => isLeaving(line, inside))
      return {
        key,
        name: names.get(key) ?? key,
        lines: own,
        allPence: add(own, () => true),
        insidePence: add(own, (line) => inside.has(line.tier)),
        unknownPence: add(own, (line) => line.tier === 'unknown'),
        leavingPence: add(leaving, () => true),
        leakPence: Math.max(
          0,
          add(leaving, (line) => line.outcome === 'influenceable'),
        ),
        unsurePence: Math.max(
          0,
          add(leaving, (line) => line.outcome === 'unsure'),
        ),
        paid: paidOf(own, inside, totals),
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
