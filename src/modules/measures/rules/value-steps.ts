import type { Assumptions, Range, ShareName, Step, ValueRequest } from '../model/valuation.ts'
import { type Exact, exact, ONE } from './exact.ts'
import { mapRange } from './ranges.ts'
import type { Working, YearWorking } from './working.ts'

export type Workings = { readonly low: Working; readonly central: Working; readonly high: Working }

/** What the discounting steps tell besides the factor. */
export type DiscountFacts = {
  readonly source: string | null
  readonly reason: string | null
  readonly firstYears: number
  readonly convention: string
  readonly rateOf: (year: number) => Exact | undefined
}

type Pick = (year: YearWorking) => Exact

const at = ({ low, central, high }: Workings, year: number, pick: Pick): Range => {
  const of = (working: Working): Exact => pick(working.years[year] as YearWorking)
  const centre = of(central)
  return {
    low: low === central ? centre : of(low),
    central: centre,
    high: high === central ? centre : of(high),
  }
}

const step = (
  code: string,
  formula: string,
  inputs: Step['inputs'],
  result: Step['result'],
  more: Partial<Step> = {},
): Step => ({
  code,
  formula,
  inputs,
  result,
  unit: 'pounds',
  source: null,
  reason: null,
  facts: {},
  ...more,
})

const SHARE_STEPS: readonly { readonly name: ShareName; readonly before: Pick; readonly after: Pick }[] = [
  { name: 'deadweight', before: (year) => year.gross, after: (year) => year.afterDeadweight },
  { name: 'displacement', before: (year) => year.afterDeadweight, after: (year) => year.afterDisplacement },
  { name: 'attribution', before: (year) => year.afterDisplacement, after: (year) => year.afterAttribution },
]

const shareInput = ({
  share,
  low,
  high,
}: {
  share: Exact
  low: Exact | null
  high: Exact | null
}): Exact | Range => (low || high ? { low: low ?? share, central: share, high: high ?? share } : share)

const firstYearSteps = (workings: Workings, assumptions: Assumptions, facts: Step['facts']): Step[] => [
  step(
    'gross',
    'quantity x unit value',
    {
      quantity: at(workings, 0, (year) => year.quantity),
      'unit value': at(workings, 0, (year) => year.unitValue),
    },
    at(workings, 0, (year) => year.gross),
    { facts },
  ),
  ...SHARE_STEPS.flatMap(({ name, before, after }) => {
    const share = assumptions[name]
    if (!share) return []
    const inputs = { value: at(workings, 0, before), [name]: shareInput(share) }
    return [
      step(name, `value x (1 - ${name})`, inputs, at(workings, 0, after), { reason: share.reason, facts }),
    ]
  }),
]

const laterYearStep = (
  workings: Workings,
  year: number,
  assumptions: Assumptions,
  facts: Step['facts'],
): Step => {
  const { dropOff } = assumptions
  const inputs = {
    quantity: at(workings, year, (each) => each.quantity),
    'unit value': at(workings, year, (each) => each.unitValue),
    'left of it': at(workings, year, ({ gross, afterAttribution }) =>
      gross.isZero() ? ONE : afterAttribution.div(gross),
    ),
    dropOff: dropOff ? shareInput(dropOff) : '0',
    years: exact(year),
  }
  const formula = 'quantity x unit value x left of it x (1 - dropOff) ^ years'
  return step(
    'year',
    formula,
    inputs,
    at(workings, year, (each) => each.net),
    { reason: dropOff?.reason ?? null, facts },
  )
}

const discountStep = (
  workings: Workings,
  year: number,
  discount: DiscountFacts,
  facts: Step['facts'],
): Step[] => {
  const factor = workings.central.years[year]?.factor ?? ONE
  const yearsDiscounted = discount.firstYears + year
  if (yearsDiscounted === 0) return []
  const rate = discount.rateOf(yearsDiscounted)
  const inputs = {
    net: at(workings, year, (each) => each.net),
    factor,
    years: exact(yearsDiscounted),
    ...(rate ? { 'rate of that year': rate } : {}),
  }
  const { source, reason, convention } = discount
  return [
    step(
      'discounting',
      'net x factor',
      inputs,
      at(workings, year, (each) => each.present),
      { source, reason, facts: { ...facts, convention } },
    ),
  ]
}

/** The sum as it was done, step by step, from the first year's gross to the pennies. */
export const valueSteps = (
  request: ValueRequest,
  workings: Workings,
  discount: DiscountFacts | null,
): Step[] => {
  const { years, startYear, assumptions } = request
  const steps: Step[] = []
  for (let year = 0; year < years; year++) {
    const facts = { number: year + 1, year: startYear === null ? '' : startYear + year }
    steps.push(
      ...(year === 0
        ? firstYearSteps(workings, assumptions, facts)
        : [laterYearStep(workings, year, assumptions, facts)]),
    )
    if (discount) steps.push(...discountStep(workings, year, discount, facts))
  }
  const total: Range = {
    low: workings.low.present,
    central: workings.central.present,
    high: workings.high.present,
  }
  if (years > 1) steps.push(step('sum', 'sum of the years', { years: exact(years) }, total))
  steps.push(roundingStep(total))
  return steps
}

export const roundingStep = (value: Range): Step =>
  step(
    'rounding',
    'rounded once, to pence, halves away from zero',
    { unrounded: value },
    mapRange(value, (amount) => amount.toDecimalPlaces(2)),
  )
