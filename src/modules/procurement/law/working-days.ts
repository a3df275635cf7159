import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { addDays, type PlainDate } from '../../../kernel/plain-date.ts'
import { BANK_HOLIDAYS, BANK_HOLIDAYS_FROM, BANK_HOLIDAYS_UNTIL, DIVISIONS } from './bank-holidays.ts'
import { weekdayOf } from './periods.ts'

type Counted<Value> = Decision<Value, 'beyond-bank-holidays'>
const isKnown = (day: PlainDate): boolean => day >= BANK_HOLIDAYS_FROM && day <= BANK_HOLIDAYS_UNTIL
const beyond = () => refuse('beyond-bank-holidays', { from: BANK_HOLIDAYS_FROM, until: BANK_HOLIDAYS_UNTIL })
const isWeekend = (day: PlainDate): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6

/**
 * A working day is not a Saturday, a Sunday or a bank holiday in any part of the United Kingdom: a Scottish holiday
 * stops the clock of an English council (Procurement Act 2023 s.123(1)). Refused outside the table of holidays.
 */
export const isWorkingDay = (day: PlainDate): Counted<boolean> => {
  if (!isKnown(day)) return beyond()
  return accept(!isWeekend(day) && !DIVISIONS.some((division) => BANK_HOLIDAYS[division].has(day)))
}

/** The last day of a period of working days; with `countsStartDay` a start that is a working day is day 1. */
export const lastWorkingDay = (
  start: PlainDate,
  days: number,
  countsStartDay: boolean,
): Counted<PlainDate> => {
  let day = countsStartDay ? start : addDays(start, 1)
  for (let counted = 0; ; day = addDays(day, 1)) {
    const working = isWorkingDay(day)
    if (!working.ok) return working
    if (working.value && ++counted === days) return accept(day)
  }
}
