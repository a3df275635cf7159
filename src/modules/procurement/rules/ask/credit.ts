import { type Exact, exact, ZERO } from '../../../../kernel/exact.ts'
import type { ExistingCredit } from '../../model/ask.ts'

const SHARES: Readonly<Record<ExistingCredit, Exact>> = {
  'in-full': exact(1),
  half: exact('0.5'),
  'additional-only': ZERO,
}

/**
 * What counts of an offer: all that is new, and the share of what the organisation does already that the ask gives
 * credit for. An organisation that has paid the living wage for years is not beaten by one that only promises it.
 */
export const countedOffer = (added: Exact, already: Exact, credit: ExistingCredit): Exact =>
  added.plus(already.times(SHARES[credit]))
