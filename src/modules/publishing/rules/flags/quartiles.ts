/**
 * The quantile of some numbers by Hyndman and Fan's eighth definition, which Cardinal uses: nearly unbiased
 * whatever the distribution. Undefined for no numbers.
 */
export const quantile = (values: readonly number[], share: number): number | undefined => {
  const sorted = [...values].sort((a, b) => a - b)
  const position = (sorted.length + 1 / 3) * share + 1 / 3
  const below = Math.floor(position)
  if (below <= 0) return sorted[0]
  if (below >= sorted.length) return sorted.at(-1)
  const [low = 0, high = 0] = [sorted[below - 1], sorted[below]]
  return low + (position - below) * (high - low)
}

/** Tukey's fences: one and a half interquartile ranges beyond the quartiles. */
export const fences = (
  values: readonly number[],
): { lower: number; upper: number; q1: number } | undefined => {
  const [q1, q3] = [quantile(values, 0.25), quantile(values, 0.75)]
  if (q1 === undefined || q3 === undefined) return undefined
  return { lower: q1 - 1.5 * (q3 - q1), upper: q3 + 1.5 * (q3 - q1), q1 }
}
