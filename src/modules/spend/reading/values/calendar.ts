import { type PlainDate, plainDate } from '../../../../kernel/plain-date.ts'

export { type PlainDate, plainDate }

const MILLISECONDS_A_DAY = 86_400_000

/** The day so many days later (or earlier, for negative numbers). */
export const addDays = (day: PlainDate, days: number): PlainDate => {
  const start = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
  return new Date(start + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
}
