import { exact, readDecimal, ZERO } from '../../../../kernel/exact.ts'
import type { AwardCriterion } from '../../model/ask.ts'

type Band = { readonly from?: string; readonly to?: string; readonly percent: number }

const priceBands = (benchmark: string): Band[] => {
  const at = (percent: number) => (readDecimal(benchmark) ?? ZERO).times(exact(percent)).div(100).toFixed()
  return [
    { to: at(100), percent: 100 },
    { to: at(105), percent: 75 },
    { to: at(110), percent: 50 },
    { to: at(120), percent: 25 },
    { percent: 0 },
  ]
}

const offerBands = (benchmark: string): Band[] => {
  const at = (percent: number) => (readDecimal(benchmark) ?? ZERO).times(exact(percent)).div(100).toFixed()
  return [{ percent: 0 }, ...[25, 50, 75, 100].map((percent) => ({ from: at(percent), percent }))]
}

/** Absolute bands around a benchmark: a price at or below it has full marks, an offer at or above it has. */
export const bandsAround = ({ kind, benchmark }: Pick<AwardCriterion, 'kind' | 'benchmark'>): Band[] =>
  kind === 'price' ? priceBands(benchmark ?? '') : offerBands(benchmark ?? '')

const JUDGED_SCALE = 5

/** The criteria in the shape that `goldthread score` reads, so that anybody can check the fingerprint and the points. */
export const scoringInput = (title: string, criteria: readonly AwardCriterion[]) => ({
  title,
  weightsTotal: 100,
  rounding: { decimals: 2, when: 'only-shown' },
  criteria: criteria.map((criterion) => {
    const { name, weight, kind, method, benchmark } = criterion
    const common = { name, weight, kind }
    if (method === 'scale') return { ...common, scale: JUDGED_SCALE }
    if (method === 'bands') return { ...common, method, bands: bandsAround(criterion) }
    return method === 'fixed-benchmark' ? { ...common, method, benchmark } : { ...common, method }
  }),
})
