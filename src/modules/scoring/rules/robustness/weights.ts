import { type Exact, sum } from '../../../../kernel/exact.ts'
import type { Competition } from '../../model.ts'
import type { Scored, Sum } from '../score-bids.ts'

export type Breaking = { readonly weight: Exact; readonly rival: number }
export type WeightTest = {
  readonly name: string
  readonly path: readonly string[]
  readonly weight: Exact
  /** The nearest weight below and above at which a rival draws level; null where none does. */
  readonly below: Breaking | null
  readonly above: Breaking | null
  /** Whether the winner stays first within the range that is tested. */
  readonly holds: boolean
}

type Unit = {
  readonly name: string
  readonly path: readonly string[]
  readonly weight: Exact
  readonly leaves: readonly number[]
}

const unitsOf = ({ leaves, groups, totalWeight }: Competition): readonly Unit[] =>
  [...groups, ...leaves.map(({ name, path, weight, index }) => ({ name, path, weight, leaves: [index] }))].filter(
    ({ weight }) => weight.gt(0) && weight.lt(totalWeight),
  )

/**
 * Where the lead over a rival is gone when one weight moves and all others share the rest as before. The lead is a
 * straight line in the weight, so this is exact: w' = W r / (r - d), with d the lead in share on the criterion and r the
 * lead per point on the rest.
 */
const breakingWeight = (unit: Unit, whole: Exact, lead: Exact, onUnit: Exact): Exact | null => {
  const perPoint = onUnit.div(unit.weight)
  const rest = lead.minus(onUnit).div(whole.minus(unit.weight))
  const slope = rest.minus(perPoint)
  if (slope.isZero()) return null
  const found = whole.times(rest).div(slope)
  return found.gte(0) && found.lte(whole) ? found : null
}

const pointsOn = ({ points }: Sum, { leaves }: Unit): Exact =>
  leaves.length === 1 ? (points[leaves[0] as number] as Exact) : sum(leaves.map((leaf) => points[leaf] as Exact))

const nearer = (known: Breaking | null, found: Breaking, isBelow: boolean): Breaking =>
  known === null || (isBelow ? found.weight.gt(known.weight) : found.weight.lt(known.weight)) ? found : known

const testUnit = (
  competition: Competition,
  { sums, compared }: Scored,
  winner: number,
  unit: Unit,
  totals: ReadonlyMap<number, Exact>,
): WeightTest => {
  const { totalWeight, weightRange } = competition
  const own = sums[winner] as Sum
  const [ownOnUnit, ownTotal] = [pointsOn(own, unit), totals.get(winner) as Exact]
  let [below, above]: [Breaking | null, Breaking | null] = [null, null]
  for (const rival of compared) {
    if (rival === winner) continue
    const theirs = sums[rival] as Sum
    const onUnit = ownOnUnit.minus(pointsOn(theirs, unit))
    const weight = breakingWeight(unit, totalWeight, ownTotal.minus(totals.get(rival) as Exact), onUnit)
    if (weight === null) continue
    if (weight.lte(unit.weight)) below = nearer(below, { weight, rival }, true)
    else above = nearer(above, { weight, rival }, false)
  }
  const isInRange = (found: Breaking | null): boolean =>
    found !== null && found.weight.minus(unit.weight).abs().lte(weightRange)
  const { name, path, weight } = unit
  return { name, path, weight, below, above, holds: !isInRange(below) && !isInRange(above) }
}

/** Moves the weight of every criterion and group, one at a time; the others keep their proportions. */
export const weightTests = (competition: Competition, scored: Scored, winner: number): readonly WeightTest[] => {
  const totals = new Map(scored.compared.map((bid) => [bid, sum((scored.sums[bid] as Sum).points)]))
  return unitsOf(competition).map((unit) => testUnit(competition, scored, winner, unit, totals))
}
