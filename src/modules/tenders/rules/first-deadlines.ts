const DAY = 86_400_000
/** 25 days and the days on either side of them: enough for an open procedure with everything online (s.54(4)). */
const TENDER_DAYS = 35
const QUESTION_DAYS = 10

/** Deadlines to begin with: at 12:00 UTC, so that people are at work; questions end ten days before. */
export const firstDeadlines = (now: Date): { readonly deadline: Date; readonly questionDeadline: Date } => {
  const day = Math.floor(now.getTime() / DAY) * DAY + DAY / 2
  const deadline = new Date(day + TENDER_DAYS * DAY)
  return { deadline, questionDeadline: new Date(deadline.getTime() - QUESTION_DAYS * DAY) }
}
