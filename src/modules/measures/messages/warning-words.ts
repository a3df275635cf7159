import type { Notice } from '../model/valuation.ts'

type Facts = Notice['facts']

const age = (months: unknown): string => {
  const count = Number(months)
  if (count < 24) return `${count} months old`
  return `${Math.floor(count / 12)} years old`
}

const WARNINGS: Readonly<Record<string, (facts: Facts) => string>> = {
  'figure-to-check': () =>
    'Check: this figure was read in a copy. Confirm it at its source before it is relied on.',
  'figure-to-replace': () =>
    'Replace: a newer edition of this figure is published. Put it in before it is relied on.',
  'valued-through': ({ measure }) =>
    `It has no price of its own. Count the pounds once, under ${measure}, where that fits.`,
  'no-price': () => 'It has no price. The count is the result.',
  caution: ({ text }) => String(text),
  'zero-share': ({ share }) =>
    `${share} is 0: it says that nothing is to be taken away. Be ready to show it.`,
  'assumption-not-used': ({ assumption }) => `${assumption} was given and is not used here.`,
  'field-not-used': ({ field }) => `${field} is not a part of the input that is known; it was not used.`,
  'wellbeing-at-standard-rate': () =>
    'Wellbeing is discounted at the standard rate; the Treasury\u2019s rate for health and wellbeing is "green-book-health" (1.5 %).',
  'calendar-as-financial': ({ from, to }) =>
    `From ${from} to ${to}: a calendar year was read as the financial year that begins in it.`,
  'forecast-index': ({ to, vintage }) =>
    `The index that leads to ${to} is a forecast (${vintage}). The result will move when the outturn is known.`,
  'yearly-rate-uprated': ({ to }) =>
    `A rate that is set anew every year was carried to ${to} by the index. Use the rate of that year when it is known.`,
  'prices-only': () =>
    'Raised by prices only. The Treasury also raises wellbeing values with real income per head; give incomeGrowth to do so.',
  'nominal-not-uprated': () => 'The value is in pounds of no stated year and was not uprated.',
  'transfer-not-added': () => 'Money that moves from one pocket to another: shown, and left out of totals.',
  'no-range': () =>
    'The figure has no range. Low and high differ from the centre only through what else has one.',
  'one-sided-range': () => 'One end of the range is not known; the centre stands in for it.',
  'source-out-of-date': ({ source, months, nextDue, supersededBy }) =>
    `Out of date: ${source} is ${age(months)}${supersededBy ? `; newer: ${supersededBy}` : ''}${nextDue ? `; a newer edition was due or to be expected by ${nextDue}` : ''}.`,
  'own-measure': () => 'A measure of your own: nobody has checked its value.',
  'own-without-source': () => 'The measure says no source for its value.',
  'told-under-two-bases': ({ group, bases }) =>
    `Measures of the group "${group}" stand under ${bases}: the same change may be told twice, though it is not added.`,
  'different-price-years': ({ years }) =>
    `Not added up: the items are in prices of different years (${years}). Give them one priceYear.`,
  'different-valuation-years': ({ years }) =>
    `Not added up: the items are valued in different years (${years}). Give them one valuationYear.`,
}

/** What stands beside anything printed from a framework that may not be passed on. */
export const keptInside = (licence: string): string =>
  `The licence (${licence}) keeps this framework inside your organisation: do not publish or pass on what it says.`

export const warningSentence = ({ code, facts }: Notice): string => WARNINGS[code]?.(facts) ?? code

const REFUSALS: Readonly<Record<string, (facts: Facts) => string>> = {
  'unknown-measure': ({ code, near }) =>
    `There is no measure "${code}". ${near ? `Did you mean ${near}? ` : ''}goldthread measures list shows them all.`,
  'unknown-variant': ({ variant, known }) =>
    `The measure has no variant "${variant}". ${known ? `It has: ${known}.` : 'It has none.'}`,
  'no-value': ({ measure }) => `The measure ${measure} has no value to work with.`,
  'price-year-not-covered': ({ from, to, first, last }) =>
    `There is no index that leads from prices of ${from} to prices of ${to}.${first ? ` The indices run from ${first} to ${last}.` : ''}`,
  'unknown-deflator': ({ deflator, known }) => `There is no index "${deflator}"; there are: ${known}.`,
  'carbon-year-not-covered': ({ year, first, last }) =>
    `There is no carbon value for ${year}; the table runs from ${first} to ${last}.`,
  'unknown-unit': ({ unit, wanted }) =>
    `The unit "${unit}" is not known. ${wanted ? `This measure is counted in ${wanted}; leave the unit out to use that. ` : ''}goldthread measures units lists those that are.`,
  'unit-does-not-fit': ({ given, wanted }) =>
    `The quantity is in ${given}; this measure is counted in ${wanted}.`,
  'quantity-out-of-range': ({ min, max, unit }) =>
    max
      ? `The quantity is between ${min} and ${max} ${unit}.`
      : `The quantity is ${min} or more. Harm is described in words and not counted as a negative gain.`,
  'range-not-ordered': ({ input }) =>
    `The range of ${input} does not hold its centre: low comes first, then the centre, then high.`,
  'quantities-and-years-differ': ({ quantities, years }) =>
    `There are ${quantities} quantities for ${years} years; give one for each year, or a single one.`,
  'unknown-rates': ({ schedule, known }) =>
    `There is no schedule of rates "${schedule}"; there are: ${known}.`,
  'year-beyond-rates': ({ year }) => `There is no discount rate for year ${year}.`,
  'starts-before-valuation': ({ start, valuation }) =>
    `It starts in ${start}, before the year of valuation, ${valuation}. What is past is not discounted; value it in its own year.`,
  'no-inputs': () => 'What was put in is nothing, so there is no return on it.',
  'score-not-on-rubric': ({ score, rubric }) =>
    `${score} is not on the scale "${rubric}": give a whole number from 0 to 5.`,
  'no-rubric': ({ measure }) => `The measure ${measure} has no scale to be scored on.`,
}

export const refusalSentence = ({ code, facts }: Notice): string => REFUSALS[code]?.(facts) ?? code

const LEFT_OUT: Readonly<Record<string, string>> = {
  'same-group': 'it may tell of the same people or things as what is counted instead',
  'never-together': 'it holds the same money as what is counted instead',
  transfer: 'it moves money from one pocket to another',
}

export const leftOutWords = (because: string): string => LEFT_OUT[because] ?? because

const PROPORTION: Readonly<Record<string, string>> = {
  'one-plain-question': 'Under £30,000 one plain question is enough; small firms ask for no more.',
  'small-contract': 'Up to £100,000 one or two measures keep the effort of bidding in proportion.',
  'middle-contract': 'From £100,000 councils commonly begin to score and record social value.',
  'large-contract': 'From £1 million there is room for measures in several outcomes.',
  'largest-contract': 'From £5 million a contract can carry a full set.',
  'six-at-most': 'One council that publishes a cap allows six measures a tender.',
  'section-52':
    'Contracts over £5 million need at least three key performance indicators (Procurement Act 2023, section 52, with exceptions).',
  'short-contract': 'It runs for less than a year: one measure fewer, and none that needs longer to show.',
  'goods-employ-few': 'Goods employ few people on the contract: one measure fewer.',
  'small-suppliers':
    'Small suppliers are meant to be able to win: half as many, and only those that suit them.',
  'needs-longer': 'It needs a longer contract to show.',
  'other-kind': 'It does not suit this kind of contract.',
  'hard-for-small': 'It is hard for small suppliers.',
}

export const proportionWords = ({ code }: Notice): string => PROPORTION[code] ?? code
