import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import { type Exact, exact } from '../../../../kernel/exact.ts'
import type { Indexation } from '../../model/ask.ts'

type Spend = { readonly expectedPence: number; readonly actualPence: number }

/**
 * What is owed of a commitment: with indexation to actual spend, as much of it as was spent of what was expected. A
 * supplier on a contract without guaranteed volume does not owe three apprentices for a tenth of the work. Whole units
 * (people) are rounded down, so that nobody owes a person for part of the work.
 */
export const commitmentOwed = (
  quantity: Exact,
  indexation: Indexation,
  { expectedPence, actualPence }: Spend,
  isWhole: boolean,
): Decision<Exact, 'expected-spend-missing'> => {
  if (indexation === 'fixed') return accept(quantity)
  if (expectedPence <= 0) return refuse('expected-spend-missing')
  const owed = quantity.times(exact(actualPence)).div(exact(expectedPence))
  return accept(isWhole ? owed.floor() : owed)
}
