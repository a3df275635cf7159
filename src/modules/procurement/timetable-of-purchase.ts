import { isWorkingDay } from './law/working-days.ts'
import { explainPurchase } from './law-of-purchase.ts'
import type { Purchase } from './model/purchase.ts'
import type { TimetableEntry } from './model/timetable.ts'
import { timetableOf } from './rules/timetable.ts'

const working = (day: string): boolean | null => {
  const counted = isWorkingDay(day)
  return counted.ok ? counted.value : null
}

/** The plan of a purchase with the days that the law sets. */
export const readTimetable = (purchase: Purchase): TimetableEntry[] =>
  timetableOf(purchase, explainPurchase(purchase).timetable, working)
