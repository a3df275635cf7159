import { dayNumber, daysInMonth, type PlainDate } from '../../../kernel/plain-date.ts'
import type { DeliveryStatus } from '../model.ts'
import type { CommitmentState } from './progress.ts'

/** Our own rule of when to remind; no source sets one. Days. */
export const REMIND_AFTER = { waiting: 14, asked: 7, ahead: 14 } as const

export type ReminderFacts = {
  readonly contractId: string
  readonly deliveries: readonly {
    readonly id: string
    readonly title: string
    readonly status: DeliveryStatus
    /** The day of its last step. */
    readonly sinceOn: PlainDate
  }[]
  readonly commitments: readonly {
    readonly id: string
    readonly title: string
    readonly state: CommitmentState
    readonly waiting: string
  }[]
  readonly assessments: readonly { readonly id: string; readonly title: string; readonly dueOn: PlainDate }[]
  readonly reviews: readonly { readonly id: string; readonly title: string; readonly plannedOn: PlainDate }[]
  readonly actions: readonly { readonly id: string; readonly what: string; readonly dueOn: PlainDate }[]
}
export type Reminder = {
  readonly contractId: string
  readonly side: 'council' | 'supplier'
  /** The same text for the same reminder, so that it goes out once. */
  readonly about: string
  readonly code: 'waits' | 'question' | 'late' | 'assess' | 'review' | 'action'
  readonly title: string
  readonly on: PlainDate
}

const daysFrom = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

const ofDeliveries = (today: PlainDate, { contractId, deliveries }: ReminderFacts): Reminder[] =>
  deliveries.flatMap(({ id, title, status, sinceOn }): Reminder[] => {
    const age = daysFrom(sinceOn, today)
    if (status === 'reported' && age >= REMIND_AFTER.waiting)
      return [
        { contractId, side: 'council', about: `waits:${id}:${sinceOn}`, code: 'waits', title, on: sinceOn },
      ]
    return status === 'asked' && age >= REMIND_AFTER.asked
      ? [
          {
            contractId,
            side: 'supplier',
            about: `asked:${id}:${sinceOn}`,
            code: 'question',
            title,
            on: sinceOn,
          },
        ]
      : []
  })

/** In the last week of a quarter, for what is late and has nothing waiting: once a quarter each. */
const ofCommitments = (today: PlainDate, { contractId, commitments }: ReminderFacts): Reminder[] => {
  const [year, month, day] = [+today.slice(0, 4), +today.slice(5, 7), +today.slice(8)]
  if (month % 3 !== 0 || day < daysInMonth(year, month) - 6) return []
  return commitments
    .filter(({ state, waiting }) => (state === 'behind' || state === 'at-risk') && waiting === '0')
    .map(({ id, title }) => ({
      contractId,
      side: 'supplier',
      about: `late:${id}:${year}-${month}`,
      code: 'late',
      title,
      on: today,
    }))
}

const comesUp = (today: PlainDate, on: PlainDate): boolean => daysFrom(today, on) <= REMIND_AFTER.ahead

const ofPlans = (today: PlainDate, facts: ReminderFacts): Reminder[] => {
  const { contractId, assessments, reviews, actions } = facts
  const council = { contractId, side: 'council' as const }
  return [
    ...assessments.map(({ id, title, dueOn: on }) => ({
      ...council,
      about: `assess:${id}:${on}`,
      code: 'assess' as const,
      title,
      on,
    })),
    ...reviews.flatMap(({ id, title, plannedOn: on }) =>
      (['council', 'supplier'] as const).map((side) => ({
        contractId,
        side,
        about: `review:${id}:${on}`,
        code: 'review' as const,
        title,
        on,
      })),
    ),
    ...actions.map(({ id, what: title, dueOn: on }) => ({
      ...council,
      about: `action:${id}:${on}`,
      code: 'action' as const,
      title,
      on,
    })),
  ].filter(({ on }) => comesUp(today, on))
}

/** What either side of a contract should be reminded of on a day, whether or not it was before. */
export const remindersOn = (today: PlainDate, facts: ReminderFacts): Reminder[] => [
  ...ofDeliveries(today, facts),
  ...ofCommitments(today, facts),
  ...ofPlans(today, facts),
]
