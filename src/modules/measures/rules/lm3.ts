import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { type Exact, exact, ONE } from './exact.ts'

export type LocalRounds = { readonly first: Exact; readonly second: Exact; readonly third: Exact }

export type LocalMultiplier = {
  /** (R1 + R2 + R3) / R1: between 1 and 3. */
  readonly lm3: Exact
  /** What a pound sets off beyond itself. */
  readonly beyondTheFirst: Exact
  readonly secondRoundShare: Exact
  /** Of the second round; null where nothing was spent in it. */
  readonly thirdRoundShare: Exact | null
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

/**
 * What a pound is worth to the place, in two readings that must not be mixed: 'lands' counts only money that arrives
 * in the place (nothing of a contract with a supplier from outside), 'contract' counts the whole contract as round one.
 */
export const worthOfAPound = (
  respentInPlace: Exact,
  supplier: 'inside' | 'outside',
  reading: 'lands' | 'contract',
): Exact => (supplier === 'inside' || reading === 'contract' ? ONE : exact(0)).plus(respentInPlace)
