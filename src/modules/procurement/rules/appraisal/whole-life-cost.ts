import { type Exact, exact, ONE, sum, toPence } from '../../../../kernel/exact.ts'

export type WholeLifeCost = {
  readonly years: number
  readonly totalPence: bigint
  /** In today's money: each year's cost times its factor, rounded once. */
  readonly presentPence: bigint
}

/** `factors[0]` is the first year's (1); a year without a factor is not discounted. Rounded once, to whole pence. */
export const wholeLifeCost = (costsPence: readonly number[], factors: readonly Exact[]): WholeLifeCost => {
  const pounds = costsPence.map((pence) => exact(pence).div(100))
  return {
    years: costsPence.length,
    totalPence: toPence(sum(pounds)),
    presentPence: toPence(sum(pounds.map((amount, year) => amount.times(factors[year] ?? ONE)))),
  }
}
