import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { LetterChoice } from '../model/notes.ts'

export type Delivery = 'at-once' | 'digest' | 'inbox-only'

/** How a note leaves the house: pressing ones never wait, others as their reader chose. */
export const deliveryOf = (choice: LetterChoice, isPressing: boolean): Delivery => {
  if (isPressing || choice === 'at-once') return 'at-once'
  return choice === 'none' ? 'inbox-only' : 'digest'
}

const MONDAY = 1

/** Whether weekly digests go on this day: on Mondays. */
export const isWeeklyDay = (day: PlainDate): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === MONDAY
