import type { Case } from '../case.ts'
import { addMonths } from '../periods.ts'
import { actRow, depends, no, type Outcome, type Rule, yes } from '../row.ts'
import { requested } from './reservation-request.ts'

const supported: Rule = {
  reach: 'act',
  row: actRow(
    'reservation.supported-employment',
    'reservations',
    'Reserve to supported employment providers',
    's.32',
  ),
  decide: (it): Outcome => {
    const kind = 'supported-employment'
    const value = (isOpen: boolean) => ({ ...requested(it, kind, isOpen), minimumWorkforcePercent: 30 })
    if (!it.isPublic)
      return no(
        'Section 32 is for public contracts. Whether a below-threshold competition may be reserved in this way is not settled in our sources.',
        { value: value(false), confidence: it.isMarketItself ? 'sure' : 'unsure' },
      )
    if (!it.isCompetitive)
      return no('Only a competitive flexible procedure can be reserved.', { value: value(false) })
    if (it.route === 'open')
      return no('An open procedure cannot be reserved; use a competitive flexible procedure.', {
        value: value(false),
      })
    return yes(
      'A competitive flexible procedure may be reserved to providers with at least 30 % disabled or disadvantaged people in their workforce, or in the part or the parts together that will perform the contract.',
      { value: value(true) },
    )
  },
}

const FIVE_YEARS = 60

/** The maximum term in months, or whether the dates given stay within five years; null where neither is known. */
const isWithinFiveYears = (it: Case): boolean | null => {
  const { startsOn, endsOn } = it.dates
  if (it.facts.maximumTermMonths !== undefined) return it.facts.maximumTermMonths <= FIVE_YEARS
  return startsOn === undefined || endsOn === undefined ? null : endsOn < addMonths(startsOn, FIVE_YEARS)
}

const mutual: Rule = {
  reach: 'act',
  row: actRow(
    'reservation.public-service-mutual',
    'reservations',
    'Reserve to public service mutuals',
    's.33',
    { provision: 'Procurement Act 2023 s.33; Procurement Regulations 2024 Sch 1' },
  ),
  decide: (it): Outcome => {
    const kind = 'public-service-mutual'
    const value = (isOpen: boolean) => ({
      ...requested(it, kind, isOpen),
      maximumTermYears: 5,
      lookBackYears: 3,
    })
    if (!it.isPublic) return no('Section 33 is for public contracts.', { value: value(false) })
    if (!it.isCompetitive || it.route === 'open')
      return no('Only a competitive flexible procedure can be reserved.', { value: value(false) })
    if (!it.isLightTouch)
      return no('Only contracts for reservable light touch services can be reserved to mutuals.', {
        value: value(false),
      })
    if (it.isReservableLightTouch === false)
      return no('The services are not among those marked reservable in the list of light touch services.', {
        value: value(false),
      })
    const within = isWithinFiveYears(it)
    if (within === false)
      return no('The contract can last longer than five years, so it cannot be reserved to mutuals.', {
        value: value(false),
      })
    const terms =
      'A competitive flexible procedure for reservable light touch services of at most five years may be reserved to mutuals: not for profit or with profits for members only, run by their employees, and without such a reserved contract for the same services from this authority in the last three years.'
    const open = [
      ...(it.isReservableLightTouch === null ? ['reservableLightTouch'] : []),
      ...(within === null ? ['maximumTermMonths'] : []),
    ]
    return open.length === 0
      ? yes(terms, { value: value(true) })
      : depends(open, terms, { value: value(true) })
  },
}

const nonDiscrimination: Rule = {
  reach: 'act',
  row: actRow(
    'reservation.treaty-suppliers',
    'reservations',
    'No discrimination against treaty state suppliers',
    's.90',
    { confidence: 'likely' },
  ),
  decide: (it): Outcome =>
    it.isMarketItself || it.isPublic
      ? yes(
          'A supplier entitled to the benefit of an agreement in Schedule 9 may not be treated less favourably than a United Kingdom supplier.',
        )
      : depends(
          ['whether an agreement reaches the contract'],
          'The duty speaks of any procurement, so it reaches a below-threshold contract where an agreement covers it.',
        ),
}

export const publicContractReservations: readonly Rule[] = [supported, mutual, nonDiscrimination]
