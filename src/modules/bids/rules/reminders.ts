import { REMINDERS, type ReminderMark } from '../model.ts'

/**
 * Which letter is due before a deadline, and which marks are passed with it: whoever begins an hour before gets one
 * letter, not three. None where the nearest mark was sent, or the deadline has passed.
 */
export const dueReminder = (
  deadline: Date,
  now: Date,
  sent: readonly ReminderMark[],
): { readonly mark: ReminderMark; readonly passed: readonly ReminderMark[] } | null => {
  const minutesLeft = (deadline.getTime() - now.getTime()) / 60_000
  if (minutesLeft <= 0) return null
  const reached = REMINDERS.filter(({ minutes }) => minutesLeft <= minutes).map(({ mark }) => mark)
  const nearest = reached.at(-1)
  if (nearest === undefined || sent.includes(nearest)) return null
  return { mark: nearest, passed: reached.filter((mark) => !sent.includes(mark)) }
}
