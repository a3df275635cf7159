import type { PlainDate } from '../../../kernel/plain-date.ts'
import { quarterNamed, quartersBefore } from '../rules/publication/quarter.ts'
import type { PaymentPeriod } from './duties.ts'

const QUARTERS = 4

/** The last four quarters that are over. */
export const quartersOver = (on: PlainDate): PaymentPeriod[] => quartersBefore(on, QUARTERS)

/** The last two halves of a financial year that are over: to 31 March, to 30 September. */
export const halfYearsOver = (on: PlainDate): PaymentPeriod[] =>
  quartersBefore(on, QUARTERS)
    .filter(({ name }) => name.endsWith('Q1') || name.endsWith('Q3'))
    .flatMap(({ name, to }) => {
      const year = Number(name.slice(0, 4))
      const before = quarterNamed(name.endsWith('Q3') ? `${year}-Q2` : `${year - 1}-Q4`)
      return before ? [{ name: `half-year to ${to}`, from: before.from, to }] : []
    })

/** A period by the name that a notice keeps. */
export const periodNamed = (name: string): PaymentPeriod | undefined => {
  const to = /^half-year to (\d{4}-\d\d-\d\d)$/.exec(name)?.[1]
  if (to === undefined) return quarterNamed(name)
  const year = Number(to.slice(0, 4))
  const before = quarterNamed(to.slice(5, 7) === '09' ? `${year}-Q2` : `${year - 1}-Q4`)
  return before && { name, from: before.from, to }
}
