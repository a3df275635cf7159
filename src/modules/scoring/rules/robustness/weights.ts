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
  [
    ...groups,
    ...leaves.map(({ name, path, weight, index }) => ({ name, path, weight, leaves: [index] })),
  ].filter(({ weight }) => weight.gt(0) && weight.lt(totalWeight))

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
  leaves.length === 1
    ? (points[leaves[0] as number] as Exact)
    : sum(leaves.map((leaf) => points[leaf] as Exact))

const NEAR = 1e-6

/** Rivals that may draw level nearest to the weight, on each side, found in binary fractions with room to spare. */
const candidates = (
  unit: Unit,
  whole: number,
  leads: readonly { rival: number; lead: number; onUnit: number }[],
) => {
  const weight = unit.weight.toNumber()
  const found = leads.map(({ rival, lead, onUnit }) => {
    const rest = (lead - onUnit) / (whole - weight)
    return { rival, at: (whole * rest) / (rest - onUnit / weight) }
  })
  const inside = found.filter(({ at }) => at >= -NEAR * whole && at <= whole * (1 + NEAR))
  const below = Math.max(...inside.filter(({ at }) => at <= weight + NEAR * whole).map(({ at }) => at))
  const above = Math.min(...inside.filter(({ at }) => at >= weight - NEAR * whole).map(({ at }) => at))
  return inside
    .filter(({ at }) => Math.abs(at - below) <= NEAR * whole * 2 || Math.abs(at - above) <= NEAR * whole * 2)
    .map(({ rival }) => rival)
}

type Column = { readonly exact: readonly Exact[]; readonly numbers: readonly number[] }
const columnOf = (values: readonly Exact[]): Column => ({
  exact: values,
  numbers: values.map((value) => value.toNumber()),
})

const nearer = (known: Breaking | null, found: Breaking, isBelow: boolean): Breaking =>
  known === null || (isBelow ? found.weight.gt(known.weight) : found.weight.lt(known.weight)) ? found : known

const testUnit = (
  competition: Competition,
  { sums, compared }: Scored,
  winner: number,
  unit: Unit,
  totals: Column,
): WeightTest => {
  const { totalWeight, weightRange } = competition
  const points = columnOf(compared.map((bid) => pointsOn(sums[bid] as Sum, unit)))
  const own = compared.indexOf(winner)
  const difference = ({ numbers }: Column, place: number): number =>
    (numbers[own] as number) - (numbers[place] as number)
  const exactDifference = ({ exact }: Column, place: number): Exact =>
    (exact[own] as Exact).minus(exact[place] as Exact)
  const leads = compared.flatMap((bid, place) =>
    bid === winner
      ? []
      : [{ rival: place, lead: difference(totals, place), onUnit: difference(points, place) }],
  )
  let [below, above]: [Breaking | null, Breaking | null] = [null, null]
  for (const place of candidates(unit, totalWeight.toNumber(), leads)) {
    const weight = breakingWeight(
      unit,
      totalWeight,
      exactDifference(totals, place),
      exactDifference(points, place),
    )
    if (weight === null) continue
    const found = { weight, rival: compared[place] as number }
    if (weight.lte(unit.weight)) below = nearer(below, found, true)
    else above = nearer(above, found, false)
  }
  const isInRange = (found: Breaking | null): boolean =>
    found !== null && found.weight.minus(unit.weight).abs().lte(weightRange)
  const { name, path, weight } = unit
  return { name, path, weight, below, above, holds: !isInRange(below) && !isInRange(above) }
}

/** Moves the weight of every criterion and group, one at a time; the others keep their proportions. */
export const weightTests = (
  competition: Competition,
  scored: Scored,
  winner: number,
): readonly WeightTest[] => {
  const totals = columnOf(scored.compared.map((bid) => (scored.sums[bid] as Sum).added))
  return unitsOf(competition).map((unit) => testUnit(competition, scored, winner, unit, totals))
}
