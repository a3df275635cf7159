import { type Exact, sum, ZERO } from '../../../kernel/exact.ts'
import { type Competition, isRelative, type Rejection, type Rounding } from '../model.ts'
import { type Field, fieldOf, shareOf } from './comparison.ts'
import { type Place, rankBids } from './rank-bids.ts'
import { rejectionsAfter, rejectionsBefore } from './reject-bids.ts'
import { settled } from './settled.ts'

/** Points of each leaf, what they add up to, and that total under the rounding that was published. */
export type Sum = { readonly points: readonly Exact[]; readonly added: Exact; readonly total: Exact }
export type Scored = {
  /** By index of the bid; null where it was rejected. */
  readonly sums: readonly (Sum | null)[]
  /** By index of the leaf: what the bids that are compared offer. */
  readonly fields: readonly Field[]
  readonly compared: readonly number[]
  readonly rejections: readonly Rejection[]
  readonly places: readonly Place[]
}

export const roundTo = (value: Exact, { decimals, when }: Rounding, at: Rounding['when']): Exact =>
  when === at ? settled(value).toDecimalPlaces(decimals) : value

export const sumOf = (points: readonly Exact[], rounding: Rounding): Sum => {
  const each = points.map((value) => roundTo(value, rounding, 'each-criterion'))
  const added = sum(each)
  return { points: each, added, total: roundTo(added, rounding, 'total') }
}

const fieldsOf = ({ leaves, bids }: Competition, compared: readonly number[]): Field[] =>
  leaves.map((leaf) => {
    if (!isRelative(leaf.method)) return { lowest: ZERO, highest: ZERO, mean: ZERO }
    return fieldOf(compared.map((index) => bids[index]?.values[leaf.index] as Exact))
  })

/** The points a bid earns on every leaf, before any rounding. */
export const pointsOf = (
  { leaves }: Competition,
  values: readonly Exact[],
  fields: readonly Field[],
): Exact[] =>
  leaves.map((leaf) =>
    leaf.weight.times(shareOf(leaf, values[leaf.index] as Exact, fields[leaf.index] as Field)),
  )

const scoreCompared = (competition: Competition, compared: readonly number[]) => {
  const fields = fieldsOf(competition, compared)
  const sums = new Map(
    compared.map((index) => {
      const values = competition.bids[index]?.values ?? []
      return [index, sumOf(pointsOf(competition, values, fields), competition.rounding)] as const
    }),
  )
  return { fields, sums }
}

/**
 * Scores and ranks every bid. A rejected bid is no longer there for the others: relative formulas look only at the bids
 * that are left. Where points themselves decide (a threshold on a group), the rest is scored again until nothing changes.
 */
export const scoreBids = (competition: Competition): Scored => {
  const rejections = [...rejectionsBefore(competition)]
  for (;;) {
    const gone = new Set(rejections.map(({ bid }) => bid))
    const compared = competition.bids.map(({ index }) => index).filter((index) => !gone.has(index))
    const { fields, sums } = scoreCompared(competition, compared)
    const more = compared.flatMap((index) =>
      rejectionsAfter(competition, index, sums.get(index)?.points ?? []),
    )
    if (more.length === 0) {
      const all = competition.bids.map(({ index }) => sums.get(index) ?? null)
      return { sums: all, fields, compared, rejections, places: rankBids(competition, compared, all) }
    }
    rejections.push(...more)
  }
}
