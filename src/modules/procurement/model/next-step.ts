import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Confidence, Means } from '../law/answer.ts'
import type { Purchase } from './purchase.ts'

/** What is to happen next for a purchase. `limit` is the day the law sets, `planned` the day in the plan. */
export type NextStep = {
  readonly purchase: Purchase
  readonly what: string
  readonly means: Means | 'plan'
  readonly date: PlainDate
  readonly planned: PlainDate | null
  /** late: the day has gone by and nothing is recorded; wrong: the planned day breaks the rule. */
  readonly state: 'late' | 'wrong' | 'soon' | 'later'
  readonly provision: string | null
  readonly confidence: Confidence | null
}
