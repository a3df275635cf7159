import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Confidence, Means } from '../law/answer.ts'
import type { PurchaseId } from './purchase.ts'

/** One day of a purchase: planned by the council (`plan`), or set by the law. */
export type TimetableEntry = {
  readonly id: string
  readonly what: string
  readonly means: Means | 'plan'
  readonly date: PlainDate
  readonly planned: PlainDate | null
  readonly isMet: boolean | null
  /** Null where the table of bank holidays does not reach. */
  readonly isWorkingDay: boolean | null
  readonly provision: string | null
  readonly confidence: Confidence | null
}

/** A calendar at a secret address; only the SHA-256 of the secret is kept. */
export type CalendarFeed = {
  readonly id: string
  readonly personId: string
  /** Null: every purchase. */
  readonly purchaseId: PurchaseId | null
  readonly createdAt: Date
}
