import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'

const MOST_YEARS = 15

/** A document runs for some time, and for no longer than a generation of councillors could answer for. */
export const decidePeriod = (
  startsOn: PlainDate,
  endsOn: PlainDate,
): Decision<null, 'ends-before-start' | 'period-too-long'> => {
  if (endsOn <= startsOn) return refuse('ends-before-start')
  return Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4)) > MOST_YEARS
    ? refuse('period-too-long')
    : accept(null)
}
