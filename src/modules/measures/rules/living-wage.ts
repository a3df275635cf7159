import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { WageKind, WageRate } from '../model/reference.ts'
import { type Exact, ZERO } from './exact.ts'

/** The rate of a kind on a day; undefined where the rate of that day is not loaded. */
export const wageOn = (
  wages: readonly WageRate[],
  day: PlainDate,
  kind: WageKind,
  place: 'uk' | 'london' = 'uk',
): WageRate | undefined =>
  wages.find((wage) => wage.kind === kind && wage.place === place && wage.from <= day && day <= wage.to)

/** What a higher wage is worth an hour; nothing to those who were already paid as much. */
export const hourlyUplift = (livingWage: Exact, wageBefore: Exact): Exact => {
  const gap = livingWage.minus(wageBefore)
  return gap.gt(0) ? gap : ZERO
}

/** What the hours worked bring those who were lifted. Income that moves from employer to worker, not a net benefit. */
export const livingWageUplift = (hours: Exact, livingWage: Exact, wageBefore: Exact): Exact =>
  hours.times(hourlyUplift(livingWage, wageBefore))

/** The same for somebody in full-time work for a year. */
export const yearlyUplift = (
  livingWage: Exact,
  wageBefore: Exact,
  hoursPerWeek: Exact,
  weeks: Exact,
): Exact => livingWageUplift(hoursPerWeek.times(weeks), livingWage, wageBefore)
