import type { Step } from '../model/valuation.ts'

const inYear = ({ facts }: Step): string => {
  const number = Number(facts.number ?? 1)
  const year = facts.year === '' || facts.year === undefined ? '' : ` (${facts.year})`
  return `year ${number}${year}`
}

const CONVENTIONS: Readonly<Record<string, string>> = {
  'first-year-undiscounted': 'the year of valuation is not discounted',
  'end-of-year': 'each year counts at its end',
}

const LABELS: Readonly<Record<string, (step: Step) => string>> = {
  'unit-conversion': ({ facts }) => `Quantity in the unit of the measure (${facts.from} to ${facts.to})`,
  'shared-between': () => 'This contract\u2019s part of a shared activity',
  'unit-value': ({ facts }) =>
    `Value of one unit, prices of ${facts.priceYear}${facts.entry ? ` (${facts.entry})` : ''}`,
  'carbon-value': ({ facts }) => `Value of a tonne avoided in ${facts.year}, prices of ${facts.priceYear}`,
  uprating: ({ facts }) =>
    `Taken from prices of ${facts.from} to prices of ${facts.to}; index: ${facts.vintage}`,
  'income-growth': () => 'Raised with real income per head',
  gross: (step) => `Gross change in ${inYear(step)}`,
  deadweight: () => 'Less what would have happened anyway (deadweight)',
  displacement: () => 'Less what only moved from elsewhere (displacement)',
  attribution: () => 'Less what others brought about (attribution)',
  year: (step) => `Net change in ${inYear(step)}, after what has faded (drop-off)`,
  discounting: (step) =>
    `Present value of ${inYear(step)}; ${CONVENTIONS[String(step.facts.convention)] ?? ''}`,
  sum: () => 'Present value of all years',
  rounding: () => 'Rounded to pence',
  return: () => 'Return on what was put in',
}

/** What a step of the sum is called. */
export const stepLabel = (step: Step): string => LABELS[step.code]?.(step) ?? step.code
