import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { UNITS, type Unit } from '../model/units.ts'
import { type Exact, exact } from './exact.ts'

export const WEEKS_IN_YEAR: Exact = exact(52)
const MONTHS_IN_YEAR = exact(12)

/** A full-time equivalent for a year: paid hours over full-time weekly hours times 52. */
export const fteYearsFromHours = (paidHours: Exact, fullTimeHoursPerWeek: Exact): Exact =>
  paidHours.div(fullTimeHoursPerWeek.times(WEEKS_IN_YEAR))

export const personYearsFromWeeks = (weeks: Exact): Exact => weeks.div(WEEKS_IN_YEAR)

/** One person in work for a year is one job-year: 10 apprentices for 18 months are 15. */
export const jobYears = (people: Exact, months: Exact): Exact => people.times(months).div(MONTHS_IN_YEAR)

/** One activity that serves several contracts counts on each with its part only. */
export const perContract = (amount: Exact, contracts: Exact): Exact => amount.div(contracts)

/** What a whole lot of volunteered hours is worth, per hour. */
export const perHour = (value: Exact, hours: Exact): Exact => value.div(hours)

const KG_IN_TONNE = exact(1000)
/** Surplus food: 420 g a meal, the figure in use among redistributors. */
const KG_IN_MEAL = exact('0.42')
export const mealsFromTonnes = (tonnes: Exact): Exact => tonnes.times(KG_IN_TONNE).div(KG_IN_MEAL)

const KNOWN: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((unit) =>
    [unit.code, unit.one, unit.many, ...unit.also].map((name) => [name.toLowerCase(), unit] as const),
  ),
)

/** The unit a person means by `hours`, `t`, `%` or `FTE`; undefined where there is none. */
export const findUnit = (text: string): Unit | undefined => KNOWN.get(text.trim().toLowerCase())

/**
 * The unit meant by a text beside what a measure is counted in: plain `weeks` are person-weeks where person-years are
 * counted, and weeks of placement where those are.
 */
export const findUnitBeside = (text: string, counted: Unit): Unit | undefined => {
  const word = text.trim().toLowerCase().replace(/s$/, '')
  const isNear = ({ code, family }: Unit): boolean =>
    code === counted.code || (family !== null && family.base === counted.family?.base)
  return findUnit(text) ?? UNITS.find((unit) => isNear(unit) && unit.code.endsWith(`-${word}`))
}

export type Conversion = { readonly quantity: Exact; readonly formula: string; readonly by: Exact }
type ConversionRefusal = 'unit-does-not-fit' | 'full-time-hours-needed'

const HOURS = new Set(['hour', 'paid-hour'])

/**
 * A quantity in the unit that a measure is counted in. Hours become person-years only with the full-time hours of
 * the employer, because nobody's working week is a matter of course.
 */
export const convertQuantity = (
  quantity: Exact,
  from: Unit,
  to: Unit,
  fullTimeHours: Exact | null,
): Decision<Conversion, ConversionRefusal> => {
  if (from.code === to.code) return accept({ quantity, formula: '', by: exact(1) })
  if (HOURS.has(from.code) && HOURS.has(to.code)) return accept({ quantity, formula: '', by: exact(1) })
  if (HOURS.has(from.code) && to.family?.base === 'person-year') {
    if (!fullTimeHours) return refuse('full-time-hours-needed')
    const years = fteYearsFromHours(quantity, fullTimeHours)
    const by = fullTimeHours.times(WEEKS_IN_YEAR)
    return accept({
      quantity: years.times(to.family.perBase),
      formula: 'hours / (full-time hours a week x 52)',
      by,
    })
  }
  if (!from.family || !to.family || from.family.base !== to.family.base) {
    return refuse('unit-does-not-fit', { given: from.many, wanted: to.many })
  }
  const by = exact(from.family.perBase).div(to.family.perBase)
  return accept({ quantity: quantity.div(by), formula: `${from.many} / ${by.toFixed()}`, by })
}
