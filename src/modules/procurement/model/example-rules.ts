import type { LocalRuleDraft } from './local-rule.ts'

export type ExampleRule = Omit<LocalRuleDraft, 'inForceFrom'> & {
  readonly code: string
  /** Where a council does it so. */
  readonly practice: string
}

const NONE = {
  fromPence: null,
  belowPence: null,
  kinds: [],
  quotes: null,
  localQuotes: null,
  weightPercent: null,
}

/** Rules that councils in England run, as published accounts of their practice tell it. None holds until a council adopts it. */
export const EXAMPLE_RULES: readonly ExampleRule[] = [
  {
    ...NONE,
    code: 'consider-over-5000',
    title: 'Consider social value over £5,000',
    duty: 'consider-social-value',
    fromPence: 500_001,
    source: '',
    practice: 'Sunderland considers social value in every purchase over £5,000; Halton does from £1,000.',
  },
  {
    ...NONE,
    code: 'single-local-to-10000',
    title: 'A single local source will do up to £10,000',
    duty: 'single-local-source',
    belowPence: 1_000_001,
    source: '',
    practice: 'Southend lets officers go to one local source up to £10,000.',
  },
  {
    ...NONE,
    code: 'two-local-quotes-under-25000',
    title: 'At least two local quotes under £25,000',
    duty: 'quotes',
    fromPence: 1_000_001,
    belowPence: 2_500_000,
    quotes: 3,
    localQuotes: 2,
    source: '',
    practice: 'Southend asks for at least two quotes from local suppliers under £25,000.',
  },
  {
    ...NONE,
    code: 'weight-10',
    title: 'Social value is at least 10 % of the score',
    duty: 'minimum-weight',
    fromPence: 2_500_000,
    weightPercent: 10,
    source: '',
    practice: 'Central government departments give at least 10 %.',
  },
  {
    ...NONE,
    code: 'weight-20',
    title: 'Social value is at least 20 % of the score',
    duty: 'minimum-weight',
    fromPence: 2_500_000,
    weightPercent: 20,
    source: '',
    practice: 'Greater Manchester gives 20 %.',
  },
]
