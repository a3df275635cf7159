import type { Decimal } from 'decimal.js'
import { accept, type Decision, refuse } from './decision.ts'

export type LocalRounds = { readonly first: Decimal; readonly second: Decimal; readonly third: Decimal }

export type LocalMultiplier = {
  /** (R1 + R2 + R3) / R1: between 1 and 3. */
  readonly lm3: Decimal
  /** What a pound sets off beyond itself. */
  readonly beyondTheFirst: Decimal
  readonly secondRoundShare: Decimal
  /** Of the second round; null where nothing was spent in it. */
  readonly thirdRoundShare: Decimal | null
}

/**
 * The local multiplier after three rounds (method: Sacks, 2002): the contract, what the supplier spends of it in the
 * place, and what those it pays spend in the place. No round can be larger than the one before.
 */
export const localMultiplier = ({
  first,
  second,
  third,
}: LocalRounds): Decision<LocalMultiplier, 'no-first-round' | 'negative-round' | 'round-grows'> => {
  if (first.lte(0)) return refuse('no-first-round')
  if (second.lt(0) || third.lt(0)) return refuse('negative-round')
  if (second.gt(first)) return refuse('round-grows', { round: 2 })
  if (third.gt(second)) return refuse('round-grows', { round: 3 })
  const lm3 = first.plus(second).plus(third).div(first)
  return accept({
    lm3,
    beyondTheFirst: lm3.minus(1),
    secondRoundShare: second.div(first),
    thirdRoundShare: second.isZero() ? null : third.div(second),
  })
}
