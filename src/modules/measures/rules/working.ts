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

const lessShare = (value: Exact, share: Exact): Exact =>
  share.isZero() ? value : value.times(remainder(share))
const timesFactor = (value: Exact, factor: Exact): Exact => (factor === ONE ? value : value.times(factor))

type Gross = Omit<YearWorking, 'net' | 'factor' | 'present'>

const workOutGross = (quantity: Exact, unitValue: Exact, shares: Parts['shares']): Gross => {
  const gross = quantity.times(unitValue)
  const afterDeadweight = lessShare(gross, shares.deadweight)
  const afterDisplacement = lessShare(afterDeadweight, shares.displacement)
  return {
    quantity,
    unitValue,
    gross,
    afterDeadweight,
    afterDisplacement,
    afterAttribution: lessShare(afterDisplacement, shares.attribution),
  }
}

/**
 * net(t) = quantity x unit value x (1 - deadweight) x (1 - displacement) x (1 - attribution) x (1 - drop-off)^(t-1),
 * and its present value. The order is that of the guide to SROI; nothing is rounded.
 */
export const workOut = ({ years, quantities, unitValues, shares, factors }: Parts): Working => {
  const worked: YearWorking[] = []
  const kept = remainder(shares.dropOff)
  let left = ONE
  let gross: Gross | null = null
  for (let year = 0; year < years; year++) {
    const [quantity, unitValue, factor] = [nth(quantities, year), nth(unitValues, year), nth(factors, year)]
    // A year like the one before is not worked out again: pricing many offers spends its time here.
    if (gross?.quantity !== quantity || gross.unitValue !== unitValue)
      gross = workOutGross(quantity, unitValue, shares)
    const net = timesFactor(gross.afterAttribution, left)
    worked.push({ ...gross, net, factor, present: timesFactor(net, factor) })
    left = left === ONE ? kept : left.times(kept)
  }
  const [first] = worked
  return {
    years: worked,
    present: worked.length === 1 && first ? first.present : sum(worked.map(({ present }) => present)),
  }
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
