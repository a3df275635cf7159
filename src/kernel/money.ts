/** Whole pence. A JavaScript number holds whole pence exactly up to £90 trillion, so sums stay exact. */
export type Pence = number

/** Rounds a ratio of whole numbers to the nearest whole number, halves away from zero. */
export const divideRounding = (numerator: bigint, denominator: bigint): bigint => {
  const sign = numerator < 0n !== denominator < 0n ? -1n : 1n
  const top = numerator < 0n ? -numerator : numerator
  const bottom = denominator < 0n ? -denominator : denominator
  return (sign * (2n * top + bottom)) / (2n * bottom)
}
