import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Exact } from './exact.ts'

/** What was delivered of what was promised. Parts not yet due belong neither to it nor to what was missed. */
export const deliveryRate = (delivered: Exact, committed: Exact): Decision<Exact, 'nothing-committed'> =>
  committed.lte(0) ? refuse('nothing-committed') : accept(delivered.div(committed))

/** The part of a spend that stays or goes. */
export const partOf = (spend: Exact, share: Exact): Exact => spend.times(share)
export const restOf = (spend: Exact, share: Exact): Exact => spend.minus(partOf(spend, share))
