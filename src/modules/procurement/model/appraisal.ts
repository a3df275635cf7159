import type { PlainDate } from '../../../kernel/plain-date.ts'

/** Ways to get a service done. A hybrid says part by part who administers and who delivers. */
export const DELIVERY_MODELS = {
  'in-house': 'In-house',
  outsourced: 'Outsourced',
  latco: 'Own trading company (LATCo)',
  'joint-venture': 'Joint venture',
  'shared-vehicle': 'Shared vehicle of several authorities',
  grant: 'Grant',
  hybrid: 'Hybrid',
} as const
export type DeliveryModel = keyof typeof DELIVERY_MODELS

export const DOERS = {
  council: 'The council',
  company: 'A company the council owns',
  authorities: 'Several authorities together',
  supplier: 'A supplier',
  voluntary: 'A charity or community organisation',
} as const
export type Doer = keyof typeof DOERS

export const CONFIDENCES = ['low', 'medium', 'high'] as const
export type ScoreConfidence = (typeof CONFIDENCES)[number]

export type OptionPart = {
  readonly name: string
  readonly administeredBy: Doer
  readonly deliveredBy: Doer
}

/** 0 to 5, with what it rests on. */
export type OptionScore = {
  readonly criterion: string
  readonly score: number
  readonly evidence: string
  readonly confidence: ScoreConfidence
}

export type DeliveryOption = {
  readonly id: string
  readonly name: string
  readonly model: DeliveryModel
  readonly parts: readonly OptionPart[]
  readonly scores: readonly OptionScore[]
  /** What it costs the authority in each year from the first, in whole pence; transition costs included. */
  readonly costsPence: readonly number[]
  /** Staff would change employer: TUPE 2006 and pensions have to be looked at. */
  readonly movesStaff: boolean
  /** Somebody would have an advantage from public money that others do not have. */
  readonly mayBeSubsidy: boolean
  readonly flagsNote: string
}

export type AppraisalCriterion = { readonly code: string; readonly name: string; readonly weight: string }

export type PublicInterestTest = {
  /** Each question of the test with its answer; empty answers are not shown. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
}

export type AppraisalContent = {
  readonly need: string
  readonly criteria: readonly AppraisalCriterion[]
  readonly options: readonly DeliveryOption[]
  readonly chosenId: string | null
  readonly chosenBecause: string
  readonly publicInterest: PublicInterestTest | null
}

export type Appraisal = {
  readonly purchaseId: string
  readonly version: number
  readonly content: AppraisalContent
  readonly status: 'draft' | 'published'
  readonly publishedOn: PlainDate | null
  readonly publishedBy: string | null
}

export const TEST_KINDS = ['vertical', 'horizontal'] as const
export type TestKind = (typeof TEST_KINDS)[number]

/** One limb of a controlled-entity or joint-working test as somebody answered it, with the evidence. */
export type LimbAnswer = {
  readonly limb: string
  readonly holds: boolean | null
  readonly evidence: string
}
export type ControlTest = {
  readonly id: string
  readonly purchaseId: string
  readonly kind: TestKind
  readonly body: string
  readonly testedOn: PlainDate
  readonly answers: readonly LimbAnswer[]
  /** Share of activities for others, in per cent; null where not known. */
  readonly outsidePercent: string | null
  /** Who answered it; null where nobody who signs in did. */
  readonly personId: string | null
  readonly personName: string
}

/** Criteria to begin with; an authority changes them. */
export const FIRST_CRITERIA: readonly AppraisalCriterion[] = [
  { code: 'residents', name: 'Good for residents who use it', weight: '30' },
  { code: 'social-value', name: 'Social value for the place', weight: '25' },
  { code: 'control', name: 'Control, and room to change', weight: '15' },
  { code: 'risk', name: 'Risk that it fails', weight: '15' },
  { code: 'workforce', name: 'Good for those who do the work', weight: '15' },
]

export const PUBLIC_INTEREST_QUESTIONS: readonly string[] = [
  'Would residents get a better service than from what there is now?',
  'What does it cost over its whole life, against doing it ourselves?',
  'What happens to the people who do the work?',
  'What does the place gain or lose: jobs, money that stays, carbon?',
  'Who answers for it, and can it be taken back?',
]

export const APPRAISAL_LIMITS = {
  criteria: 10,
  options: 8,
  parts: 8,
  years: 30,
  text: 4000,
  name: 120,
} as const

export const EMPTY_APPRAISAL: AppraisalContent = {
  need: '',
  criteria: FIRST_CRITERIA,
  options: [],
  chosenId: null,
  chosenBecause: '',
  publicInterest: null,
}

export type AppraisalRefusal =
  | 'appraisal-published'
  | 'appraisal-changed-meanwhile'
  | 'appraisal-has-faults'
  | 'too-many-options'
