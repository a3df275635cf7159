import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Outage, Tender, TenderRefusal } from '../model.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Hours before a deadline in which an outage counts, and minutes from which it does; in the last hours any does. */
export const OUTAGE_RULE = { hours: 24, minutes: 15, lastHours: 2 } as const

type Times = Pick<Outage, 'fromAt' | 'toAt'>

const overlap = ({ fromAt, toAt }: Times, from: number, to: number): number =>
  Math.max(0, Math.min(toAt.getTime(), to) - Math.max(fromAt.getTime(), from))

export type Owed = { readonly minutesLost: number; readonly until: Date | null }

/** The same time of day on the next working day. */
const nextWorkingDay = (moment: Date, isWorkingDay: (day: PlainDate) => boolean): Date => {
  const next = new Date(moment.getTime() + DAY)
  return isWorkingDay(next.toISOString().slice(0, 10)) ? next : nextWorkingDay(next, isWorkingDay)
}

/**
 * What outages before a deadline justify: where the site was away for 15 minutes of the last 24 hours, or at all in the last two, bids
 * are due at the same time on the next working day. For everybody alike, whoever noticed. This software's own rule; the Act only
 * asks that times are reasonable and the same for all (Procurement Act 2023 s.54(1)–(2)).
 */
export const extensionOwed = (
  outages: readonly Times[],
  deadline: Date,
  isWorkingDay: (day: PlainDate) => boolean,
): Owed => {
  const end = deadline.getTime()
  const lost = (hours: number): number =>
    outages.reduce((total, outage) => total + overlap(outage, end - hours * HOUR, end), 0)
  const minutesLost = Math.ceil(lost(OUTAGE_RULE.hours) / MINUTE)
  const isOwed = minutesLost >= OUTAGE_RULE.minutes || lost(OUTAGE_RULE.lastHours) > 0
  return { minutesLost, until: isOwed ? nextWorkingDay(deadline, isWorkingDay) : null }
}

export type Extending = {
  readonly tender: Pick<Tender, 'status' | 'deadline'>
  readonly to: Date
  readonly reason: string
  /** The outage that it answers; null for any other reason. */
  readonly outage: Times | null
  readonly now: Date
}

/**
 * Whether a deadline may be put off: later than it was, with a reason, while bids can still be handed in. Once it has passed, only
 * for an outage before it, and within a day.
 */
export const decideExtension = ({
  tender,
  to,
  reason,
  outage,
  now,
}: Extending): Decision<Date, TenderRefusal> => {
  if (tender.status !== 'published') return refuse('not-published')
  if (reason.trim() === '') return refuse('reason-missing')
  const end = tender.deadline.getTime()
  const isLate = now.getTime() >= end
  const wasAway = outage !== null && overlap(outage, end - OUTAGE_RULE.hours * HOUR, end) > 0
  if (isLate && (!wasAway || now.getTime() >= end + DAY)) return refuse('deadline-passed')
  if (to <= tender.deadline || to <= now) return refuse('deadline-not-later')
  return accept(to)
}

/** Whether an outage can have been as told: it ended after it began, and not in the future. */
export const decideOutage = ({ fromAt, toAt }: Times, now: Date): Decision<Times, TenderRefusal> =>
  fromAt < toAt && toAt <= now ? accept({ fromAt, toAt }) : refuse('outage-times')

/** From so many minutes without a sign of life on, the site notes by itself that it was away. */
const SILENCE = 5 * MINUTE

/** The outage between two signs of life; null where they are close together. */
export const silenceBetween = (before: Date | null, now: Date): Times | null =>
  before !== null && now.getTime() - before.getTime() >= SILENCE ? { fromAt: before, toAt: now } : null
