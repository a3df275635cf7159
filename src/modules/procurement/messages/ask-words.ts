import type { AskMethod, AskRefusal, CriterionKind, ExistingCredit, Indexation } from '../model/ask.ts'
import type { AskFault, AskFaultCode } from '../rules/ask/check-ask.ts'
import type { AskChange } from '../rules/ask/compare-asks.ts'

export const EXISTING_WORDS: Readonly<Record<ExistingCredit, string>> = {
  'in-full': 'What an organisation already does counts in full',
  half: 'What an organisation already does counts by half',
  'additional-only': 'Only what is new counts',
}

export const INDEXATION_WORDS: Readonly<Record<Indexation, string>> = {
  fixed: 'The commitment is fixed',
  'actual-spend': 'The commitment follows what is really spent',
}

export const CRITERION_KIND_WORDS: Readonly<Record<CriterionKind, string>> = {
  price: 'Price',
  quality: 'Quality',
  'social-value-quantitative': 'Social value in numbers',
  'social-value-qualitative': 'Social value in words',
}

export const METHOD_WORDS: Readonly<Record<AskMethod, string>> = {
  'fixed-benchmark': 'Fixed benchmark: compared with a figure we publish',
  bands: 'Absolute bands: marks for each band we publish',
  scale: 'Judged on a scale of 0 to 5, with reasons',
  'relative-to-best': 'Relative: compared with the best bid',
  'between-worst-and-best': 'Relative: between the worst and the best bid',
  'distance-from-mean': 'Relative: distance from the average bid',
}

/** The fixed point of a criterion: pounds for a price, else pounds or units, as the question says. */
export const benchmarkWords = (kind: CriterionKind, benchmark: string): string => {
  const grouped = benchmark.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
  return kind === 'price' ? `£${grouped}` : grouped
}

type Facts = AskFault['facts']

const FAULTS: Readonly<Record<AskFaultCode, (facts: Facts) => string>> = {
  'nothing-asked': () => 'No measure is chosen yet. Choose at least one.',
  'too-many-measures': ({ count, max }) =>
    `${count} measures are more than the ${max} in proportion to this contract. Take some out, or say why so many.`,
  'measure-unsuitable': ({ name }) =>
    `“${name}” does not suit this contract. Take it out, or say why it stays.`,
  'minimum-unreadable': ({ name }) => `The minimum of “${name}” is not a number of 0 or more.`,
  'criteria-missing': () => 'There are no award criteria yet.',
  'weights-do-not-add-up': ({ total }) => `The weights add up to ${total}, not to 100.`,
  'weight-unreadable': ({ name }) => `The weight of “${name}” is not a number above 0 and up to 100.`,
  'price-missing': () => 'Price is no criterion. That is allowed; say in the documents how the price is set.',
  'name-twice': () => 'Two criteria have the same name.',
  'benchmark-missing': ({ name }) => `“${name}” needs the figure that bids are compared with.`,
  'method-needs-judgement': ({ name }) =>
    `“${name}” has a method that does not fit: quality and words are judged on a scale, prices and numbers are not.`,
  'question-missing': ({ name }) => `“${name}” needs the question that bidders answer.`,
  'weight-off-policy': ({ given, policy }) =>
    `Social value weighs ${given} points; your policy says ${policy}. Give the reason, or change the weights.`,
  'numbers-without-criterion': () =>
    'Measures are asked for in numbers, and no criterion scores social value in numbers.',
  'words-without-criterion': () =>
    'Measures are asked for in words, and no criterion scores social value in words.',
  'lots-not-explained': () =>
    'It is not divided into lots. Say why it could not be (Procurement Act 2023, section 18), or add lots.',
  'lots-exceed-value': ({ lots, value }) =>
    `The lots add up to £${lots}, more than the value of the purchase, £${value}.`,
  'indexation-missing': ({ name }) =>
    `No volume is guaranteed, and the minimum of “${name}” is fixed. Think about letting it follow actual spend.`,
  'relative-method': ({ name }) =>
    `“${name}” compares bids with each other: a losing bid can change who wins. Try it on simulated bids.`,
}

export const askFaultSentence = ({ code, facts }: AskFault): string => FAULTS[code](facts)

export const ASK_REFUSALS: Readonly<Record<AskRefusal, string>> = {
  'ask-is-ready': 'The ask is ready, or suppliers have seen it. Open it again before you change it.',
  'ask-not-ready': 'The ask is not ready, so there is nothing to open again.',
  'ask-has-faults': 'The ask is not complete. Put right what the list says, then try again.',
  'ask-unchanged': 'Nothing was changed.',
  'ask-changed-meanwhile':
    'Somebody else has changed the ask since you read it. Nothing was saved: load it again to see theirs, then bring yours in.',
  'note-unknown': 'That note of the market engagement does not belong to this purchase.',
  'ask-too-long': 'That is too much for one ask: at most 30 measures, 12 criteria and 20 lots.',
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  askedAs: 'asked as',
  minimum: 'minimum',
  existing: 'credit for what is done already',
  indexation: 'indexation',
  reason: 'reason',
  priorities: 'priorities served',
  weight: 'weight',
  method: 'method',
  benchmark: 'benchmark',
  question: 'question',
  wordLimit: 'word limit',
  valuePence: 'value in pence',
  isForSmallSuppliers: 'meant for small suppliers',
  isVolumeGuaranteed: 'volume guaranteed',
  introduction: 'introduction',
  weightReason: 'reason for the weight',
  lotsReason: 'reason about lots',
  proportionReason: 'reason for the number of measures',
}
const PARTS = { measure: 'Measure', criterion: 'Criterion', lot: 'Lot', text: 'Text' } as const

export const fieldName = (field: string): string => FIELD_NAMES[field] ?? field

export const changeTitle = ({ part, what, act }: AskChange): string =>
  part === 'text'
    ? `${fieldName(what).replace(/^./, (letter) => letter.toUpperCase())} ${act}`
    : `${PARTS[part]} ${act}: ${what}`
