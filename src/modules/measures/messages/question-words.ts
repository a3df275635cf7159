import type { Notice } from '../model/valuation.ts'
import type { Measure } from '../model.ts'
import { unitWords } from './unit-words.ts'

export type Question = {
  readonly field: string
  readonly question: string
  readonly help: string
  readonly example: unknown
}

const SHARES: Readonly<Record<string, Omit<Question, 'field'>>> = {
  deadweight: {
    question: 'How much of it would have happened anyway?',
    help: '',
    example: {
      share: 0.2,
      reason: 'One in five jobseekers of the area finds work within the year (Jobcentre figures).',
    },
  },
  displacement: {
    question: 'How much of it only moved from somewhere else?',
    help: 'A job filled here that stands empty next door is displacement.',
    example: { share: 0.1, reason: 'Two of twenty came from local firms that did not replace them.' },
  },
  attribution: {
    question: 'How much of it is owed to others?',
    help: 'The share that other bodies brought about, such as a college or the Jobcentre; what is left is this contract\u2019s.',
    example: { share: 0.25, reason: 'The college paid a quarter of the course.' },
  },
  dropOff: {
    question: 'How much of it fades from one year to the next?',
    help: 'Asked because the effect lasts more than one year.',
    example: { share: 0.3, reason: 'Seven of ten were still in work a year later.' },
  },
  discount: {
    question: 'Why this discount rate?',
    help: '',
    example: {
      rate: 0.03,
      reason: 'Rate of the council\u2019s treasury strategy.',
      convention: 'end-of-year',
    },
  },
  incomeGrowth: {
    question: 'Where does the growth of real income per head come from?',
    help: '',
    example: { ratio: 1.04, reason: 'ONS, real GDP per head, 2026 over 2019.' },
  },
}

const FIXED: Readonly<Record<string, Question>> = {
  discount: {
    field: 'discount',
    question: 'At which rate does the future count, and from when?',
    help: 'The Green Book has "green-book" (3.5 %) and "green-book-health" (1.5 %, for health and wellbeing). Say "none" with a reason to leave it out.',
    example: { rate: 'green-book', convention: 'first-year-undiscounted' },
  },
  'discount-convention': {
    field: 'discount.convention',
    question: 'Is the first year discounted?',
    help: '"first-year-undiscounted": the year of valuation counts in full (Green Book). "end-of-year": each year counts at its end, so the first is discounted once.',
    example: 'first-year-undiscounted',
  },
  'emission-year': {
    field: 'startYear',
    question: 'In which year is the emission avoided?',
    help: 'A tonne takes the value of its year.',
    example: 2026,
  },
  'full-time-hours': {
    field: 'fullTimeHours',
    question: 'How many hours is a full-time week at this employer?',
    help: 'Needed to turn hours into years of work.',
    example: 37,
  },
  'proxy-value': {
    field: 'proxyValue',
    question: 'How many pounds is one unit worth?',
    help: '',
    example: 8500,
  },
  basis: {
    field: 'basis',
    question: 'What kind of value is it?',
    help: 'spend (pounds as paid), fiscal (public money saved), economic (output or earnings), wellbeing, carbon or none.',
    example: 'economic',
  },
  'price-year': {
    field: 'priceYear',
    question: 'In prices of which year is the value?',
    help: '',
    example: '2024/25',
  },
  score: {
    field: 'score',
    question: 'Which score, from 0 to 5?',
    help: 'goldthread measures show gives the scale in words.',
    example: 3,
  },
  'score-reason': {
    field: 'reason',
    question: 'Why this score?',
    help: '',
    example: 'Two residents confirm it in their own words.',
  },
  'score-evidence': {
    field: 'evidence',
    question: 'What shows it?',
    help: '',
    example: ['minutes of the residents\u2019 panel, 3 March'],
  },
}

/** Guidance is often written without its full stop. */
const ended = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`)

const shareQuestion = (share: string, measure: Measure): Question => {
  const words = SHARES[share] as Omit<Question, 'field'>
  const guidance = share === 'deadweight' && measure.deadweight ? measure.deadweight : words.help
  return {
    field: share,
    ...words,
    help: `${ended(guidance)} Give a share between 0 and 1 and the reason for it; 0 is an answer too.`.trim(),
  }
}

/** The sentence that asks for what is missing, where it goes, and how it looks. */
export const questionWords = ({ code, facts }: Notice, measure: Measure): Question => {
  const share = String(facts.share ?? '')
  if (code === 'share') return shareQuestion(share, measure)
  if (code === 'reason') {
    const { example } = SHARES[share] ?? { example: '' }
    return {
      field: `${share}.reason`,
      question: `What is the reason for this figure (${share})?`,
      help: 'A figure without a reason is a guess that nobody can check.',
      example,
    }
  }
  if (code === 'quantity')
    return {
      field: 'quantity',
      question: `How many ${unitWords(String(facts.unit))}?`,
      help: measure.howToCount,
      example: 3,
    }
  const known = FIXED[code] ?? { field: code, question: code, help: '', example: '' }
  return code === 'score-evidence'
    ? { ...known, help: `This level asks for: ${String(facts.wanted)}.` }
    : known
}
