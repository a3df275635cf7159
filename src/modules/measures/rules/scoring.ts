import { type Exact, exact, sum } from './exact.ts'

const HUNDRED = exact(100)
const FIFTY = exact(50)
const TWO = exact(2)

const lowest = (prices: readonly Exact[]): Exact =>
  prices.reduce((least, price) => (price.lt(least) ? price : least))
const clipped = (value: Exact, max: Exact): Exact => (value.lt(0) ? exact(0) : value.gt(max) ? max : value)

/** Relative: weight x lowest / price. Depends on the lowest bid, serious or not. */
export const lowestPriceScores = (prices: readonly Exact[], weight: Exact): Exact[] =>
  prices.map((price) => weight.times(lowest(prices)).div(price))

/** Relative: weight x bid / highest bid. One inflated promise presses all the others down. */
export const relativeToHighest = (bid: Exact, highest: Exact, weight: Exact): Exact =>
  bid.times(weight).div(highest)

/** Fifty marks for the mean price, one mark for each per cent below or above it, between 0 and 100. */
export const meanPriceScores = (prices: readonly Exact[]): Exact[] => {
  const mean = sum(prices).div(prices.length)
  return prices.map((price) => clipped(FIFTY.plus(mean.minus(price).div(mean).times(HUNDRED)), HUNDRED))
}

/** Absolute: weight x (2 - price / benchmark), between 0 and the weight. No other bid moves it. */
export const benchmarkPriceScore = (price: Exact, benchmark: Exact, weight: Exact): Exact =>
  clipped(weight.times(TWO.minus(price.div(benchmark))), weight)

/** Absolute: weight x promise / published target, between 0 and the weight. */
export const targetScore = (promised: Exact, target: Exact, weight: Exact): Exact =>
  clipped(weight.times(promised).div(target), weight)
