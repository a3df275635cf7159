import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Stage } from '../../model/purchase.ts'
import type { RetestMoment } from '../../model/retest.ts'

/** Enough time to gather evidence before the year is over; ours, no rule of law. */
export const DAYS_BEFORE = 30

const OVER: ReadonlySet<Stage> = new Set<Stage>(['ended', 'stopped'])

/** Whether somebody is to be written to about a yearly test today, and why; null where nobody is. */
export const retestMoment = (
  purchase: { readonly stage: Stage },
  retestBy: PlainDate,
  { today, soonUntil }: { readonly today: PlainDate; readonly soonUntil: PlainDate },
): RetestMoment | null => {
  if (OVER.has(purchase.stage)) return null
  if (retestBy < today) return 'overdue'
  return retestBy <= soonUntil ? 'soon' : null
}
