import type { Range, ShareName, WorkedInputs } from '../model/valuation.ts'
import { remainder } from './additionality.ts'
import { type Exact, ONE, sum, ZERO } from './exact.ts'

/** One set of inputs without ranges. A list shorter than the years repeats its last entry. */
export type Parts = {
  readonly years: number
  readonly quantities: readonly Exact[]
  readonly unitValues: readonly Exact[]
  readonly shares: Readonly<Record<ShareName, Exact>>
  readonly factors: readonly Exact[]
}

export type YearWorking = {
  readonly quantity: Exact
  readonly unitValue: Exact
  readonly gross: Exact
  readonly afterDeadweight: Exact
  readonly afterDisplacement: Exact
  readonly afterAttribution: Exact
  readonly net: Exact
  readonly factor: Exact
  readonly present: Exact
}

export type Working = { readonly years: readonly YearWorking[]; readonly present: Exact }

const nth = (list: readonly Exact[], index: number): Exact => list[index] ?? list.at(-1) ?? ZERO

/**
 * net(t) = quantity x unit value x (1 - deadweight) x (1 - displacement) x (1 - attribution) x (1 - drop-off)^(t-1),
 * and its present value. The order is that of the guide to SROI; nothing is rounded.
 */
export const workOut = ({ years, quantities, unitValues, shares, factors }: Parts): Working => {
  const [deadweight, displacement] = [remainder(shares.deadweight), remainder(shares.displacement)]
  const [attribution, dropOff] = [remainder(shares.attribution), remainder(shares.dropOff)]
  const worked: YearWorking[] = []
  let left = ONE
  for (let year = 0; year < years; year++) {
    const [quantity, unitValue, factor] = [nth(quantities, year), nth(unitValues, year), nth(factors, year)]
    const gross = quantity.times(unitValue)
    const afterDeadweight = gross.times(deadweight)
    const afterDisplacement = afterDeadweight.times(displacement)
    const afterAttribution = afterDisplacement.times(attribution)
    const net = afterAttribution.times(left)
    worked.push({
      quantity,
      unitValue,
      gross,
      afterDeadweight,
      afterDisplacement,
      afterAttribution,
      net,
      factor,
      present: net.times(factor),
    })
    left = left.times(dropOff)
  }
  return { years: worked, present: sum(worked.map(({ present }) => present)) }
}

type End = keyof Range
const OTHER_END: Record<End, End> = { low: 'high', central: 'central', high: 'low' }

/** The parts that give the result at one end: the worst takes the least of what is good and the most of what is taken away. */
export const partsAt = (
  end: End,
  { years, quantities, unitValues, shares, factors }: WorkedInputs,
): Parts => {
  const other = OTHER_END[end]
  return {
    years,
    quantities: quantities.map((range) => range[end]),
    unitValues: unitValues.map((range) => range[end]),
    shares: {
      deadweight: shares.deadweight[other],
      displacement: shares.displacement[other],
      attribution: shares.attribution[other],
      dropOff: shares.dropOff[other],
    },
    factors,
  }
}
