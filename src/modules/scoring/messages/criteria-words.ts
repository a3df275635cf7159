import type { Words } from './problem-words.ts'

const METHOD_LIST =
  'fixed-benchmark, fixed-range, bands (absolute), or lowest-price, between-worst-and-best, gap-to-best, distance-from-mean, closest-to-mean (relative to other bids)'

export const CRITERIA_WORDS: Words = {
  'criteria-missing': () =>
    'What are the award criteria? Write "criteria": [{ "name": "Price", "weight": 40, "method": … }, …].',
  'criterion-unreadable': ({ given }) =>
    `${given} is no criterion. Write { "name": "Price", "weight": 40, … }.`,
  'criteria-unreadable': () => 'The parts of a criterion have to be a list of criteria, at most eight deep.',
  'criteria-too-many': ({ count }) => `There are ${count} criteria; at most 500 are scored at once.`,
  'criterion-twice': ({ name }) => `Two criteria are called "${name}". What is each one's own name?`,
  'weight-missing': ({ within }) => `What weight has "${within}"?`,
  'weight-negative': ({ within }) =>
    `The weight of "${within}" is below nothing. A weight is nothing or more.`,
  'weights-do-not-add-up': ({ sum, parent, total, within }) =>
    within === ''
      ? `The weights add up to ${sum}, not to ${total}. Weights have to add up to ${total}; if another total was published, say so in "weightsTotal".`
      : `The parts of "${within}" add up to ${sum}. They have to add up to its weight, ${parent}, or to 100 as shares of it.`,
  'weights-total-not-positive': () =>
    'What do the weights add up to? It has to be more than nothing; usually 100.',
  'kind-unknown': ({ given }) =>
    `${given} is no kind of criterion. Is it price, quality, social-value-quantitative, social-value-qualitative, quantity or condition?`,
  'kind-missing': () =>
    'Is this price, quality, social-value-quantitative (an amount offered), social-value-qualitative (judged on a scale), quantity (another number) or condition (pass or fail)?',
  'condition-with-weight': ({ name }) =>
    `"${name}" is pass or fail and has a weight. Which is it: a condition without weight, or a scored criterion?`,
  'better-unknown': ({ given }) =>
    `${given}: is a lower or a higher number better? Write "lower" or "higher".`,
  'better-missing': () => 'Is a lower or a higher number better? Write "better": "lower" or "higher".',
  'method-unknown': ({ given }) =>
    `${given} is no method known here. The methods are: scale (for what is judged), ${METHOD_LIST}.`,
  'price-method-missing': () => `How does a price become points? Give "method": ${METHOD_LIST}.`,
  'method-missing': () =>
    'How does the amount become points? Give "method": fixed-benchmark (a target), bands, fixed-range, or relative-to-highest and the like.',
  'method-needs-judgement': ({ kind }) =>
    `A scale is for what is judged, and this is ${kind}. Give the number and another method, or make the kind quality.`,
  'measured-as-unknown': ({ given }) => `${given}: is it measured as "amount" or as "share-of-price"?`,
  'scale-missing': () =>
    'Out of how many is it scored? Write "scale": 5 (for 0 to 5), { "min": 1, "max": 5 } or a list of levels with their meaning.',
  'scale-upside-down': ({ given }) =>
    `${given} is no scale: the highest score has to be above the lowest, and the lowest at least 0.`,
  'counts-from-unknown': () =>
    '"countsFrom" is "zero" (score over highest score) or "lowest" (the lowest score earns nothing).',
  'levels-unreadable': ({ given }) =>
    `${given} are no levels. Write a list such as [{ "score": 0, "described": "no answer" }, …].`,
  'levels-twice': () => 'Two levels have the same score. Which score has each?',
  'level-without-score': () => 'Which score has this level?',
  'bands-missing': () =>
    'Which bands are there? Write "bands": [{ "upTo": 100000, "percent": 100 }, { "upTo": 120000, "percent": 60 }, { "percent": 0 }].',
  'band-unreadable': ({ given }) => `${given} is no band. Write { "from": 0, "to": 100000, "percent": 100 }.`,
  'band-without-marks': () => 'What does this band earn? Give "percent" (of the weight) or "points".',
  'band-beyond-weight': ({ points, weight }) =>
    `This band earns ${points} points, and the criterion weighs only ${weight}. How many points does it earn?`,
  'bands-overlap': ({ at }) => `Two bands hold ${at}. Which of them does?`,
  'range-missing': () =>
    'At which value are there full marks, and at which none? Give "fullMarksAt" and "noMarksAt".',
  'range-upside-down': ({ better }) =>
    `Where ${better} is better, full marks have to be at the ${better} end. What are "fullMarksAt" and "noMarksAt"?`,
  'benchmark-missing': () => 'What is the benchmark (the published estimate or target)? Give "benchmark".',
  'benchmark-not-positive': () => 'The benchmark has to be more than nothing. What is it?',
  'decimals-beyond': () => 'To how many decimals is it rounded? A whole number from 0 to 10.',
  'round-when-unknown': ({ given }) =>
    `${given}: is rounding "only-shown" (sums stay exact), of the "total", or of "each-criterion"?`,
  'ranking-unknown': ({ given }) =>
    `${given} is no way to rank known here: weighted-total, price-per-quality-point, value-for-money-index (quality per pound), weighted-value-for-money-index, quality-adjusted-price.`,
  'ranking-without-quality': () =>
    'Bids are to be ranked by quality and price together. Which criteria are not price?',
  'ranking-needs-one-price': () => 'There are several price criteria. Which one is divided by or adjusted?',
  'ranking-needs-price-weight': () =>
    'The weighted index takes quality to the power of (weight of quality / weight of price). What is the weight of price?',
  'ranking-uses-no-price-weight': ({ by }) =>
    `Price has a weight, and ${by} uses none: leave it out (or 0), so that the other weights add up to 100; or rank by weighted-value-for-money-index or weighted-total.`,
  'pounds-per-point-missing': () =>
    'How many pounds is one per cent of quality worth? Give "poundsPerPoint".',
  'tie-break-unknown': ({ given, near }) =>
    `${given} decides no tie: write "price" or the name of a criterion${near ? `, such as "${near}"` : ''}.`,
  'low-rule-unknown': ({ given }) =>
    `${given} is no rule for abnormally low prices: below-mean-of-others, below-second-lowest or below-benchmark.`,
  'low-percent-missing': () => 'How many per cent below is abnormally low? Give "percent".',
  'weight-range-beyond': () =>
    'By how many points are weights moved? Nothing or more, and no more than the total.',
}
