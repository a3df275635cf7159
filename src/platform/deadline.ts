import type { PlainDate } from '../kernel/plain-date.ts'
import type { Context } from './context.ts'

/** A day, or a moment, that somebody has to know of. */
export type Deadline = {
  /** Stays the same from one reading to the next, so that a calendar changes an event instead of adding one. */
  readonly id: string
  readonly when: PlainDate | Date
  readonly what: string
  /** Where on this site it is looked after. */
  readonly href: string
}

/** Days that a module knows, for those whose role holds the permission. */
export type DeadlineSource = {
  readonly permission: string
  readonly list: (ctx: Context) => Promise<readonly Deadline[]>
}
