import { type Exact, sum } from '../../../kernel/exact.ts'
import type { Competition } from '../model.ts'

export type LowPrice = {
  readonly bid: number
  readonly price: Exact
  readonly comparedWith: Exact
  /** How far below, as a share of what it is compared with. */
  readonly below: Exact
}

const comparisonFor = (
  competition: Competition,
  bid: number,
  prices: ReadonlyMap<number, Exact>,
): Exact | null => {
  const { rule, benchmark } = competition.abnormallyLow
  if (rule === 'below-benchmark') return benchmark
  const others = [...prices].filter(([index]) => index !== bid).map(([, price]) => price)
  const [first] = others
  // With a single other bid nobody can tell which of the two is out of line.
  if (!first || others.length < 2) return null
  if (rule === 'below-second-lowest') {
    const own = prices.get(bid) as Exact
    const above = others.filter((price) => price.gt(own))
    return above.length === others.length
      ? above.reduce((least, price) => (price.lt(least) ? price : least))
      : null
  }
  return sum(others).div(others.length)
}

/**
 * Prices that stand so far below that the supplier has to be asked. A flag only: the authority notifies, the supplier may
 * explain, and a price that is explained may not be disregarded (Procurement Act 2023 s.19(4)-(5)).
 */
export const abnormallyLow = (competition: Competition, compared: readonly number[]): LowPrice[] => {
  const leaf = competition.leaves.find(({ kind }) => kind === 'price')
  const prices = new Map(
    compared.flatMap((index) => {
      const bid = competition.bids[index]
      const price = bid?.price ?? (leaf ? bid?.values[leaf.index] : null)
      return price ? [[index, price] as const] : []
    }),
  )
  return [...prices].flatMap(([bid, price]) => {
    const comparedWith = comparisonFor(competition, bid, prices)
    if (!comparedWith || comparedWith.isZero()) return []
    const below = comparedWith.minus(price).div(comparedWith)
    return below.gte(competition.abnormallyLow.share) ? [{ bid, price, comparedWith, below }] : []
  })
}
