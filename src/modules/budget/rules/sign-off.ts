import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { BudgetRefusal, Statement, YearDays } from '../model.ts'

/** A statement is of a whole year: it is prepared once the year is over, and one at a time waits for a signature. */
export const decidePreparing = (
  days: YearDays,
  today: string,
  before: readonly Pick<Statement, 'edition' | 'status'>[],
): Decision<number, BudgetRefusal> => {
  if (today <= days.to) return refuse('year-not-over')
  if (before.some(({ status }) => status === 'prepared')) return refuse('statement-waits')
  return accept(Math.max(0, ...before.map(({ edition }) => edition)) + 1)
}

/** Signed is what was read: the fingerprint on the page is that of the statement. Nobody signs their own preparation. */
export const decideSigning = (
  waiting: Statement | undefined,
  signer: string | null,
  shown: string,
): Decision<Statement, BudgetRefusal> => {
  if (!waiting) return refuse('nothing-to-sign')
  if (waiting.fingerprint !== shown) return refuse('not-the-one-shown')
  if (signer !== null && waiting.preparedBy === signer) return refuse('signer-prepared')
  return accept(waiting)
}
