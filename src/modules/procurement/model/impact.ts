import type { PurchaseId } from './purchase.ts'

export const DIMENSIONS = ['social', 'economic', 'environmental'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** How a bad effect is met: by a change to what is bought, how, or from whom; or by accepting it with a reason. */
export const IMPACT_ANSWERS = ['subject', 'specification', 'questions', 'accepted'] as const
export type ImpactAnswer = (typeof IMPACT_ANSWERS)[number]

/** Who may feel it: the protected characteristics of the Equality Act 2010 s.4, and groups that councils ask about besides. */
export const GROUPS = [
  'Children and young people',
  'Older people',
  'Disabled people',
  'Women',
  'Men',
  'Minority ethnic people',
  'People of a religion or belief',
  'LGBT+ people',
  'Pregnant women and new parents',
  'Married people and civil partners',
  'People on low incomes',
  'Carers',
  'Care leavers',
  'Local businesses',
  'Voluntary organisations',
  'Our own workforce',
] as const

/** 1 to 4, for likelihood and for scale. */
export const GRADES = [1, 2, 3, 4] as const

export type ImpactDraft = {
  readonly direction: 'positive' | 'negative'
  readonly dimension: Dimension
  readonly effect: string
  readonly groups: readonly string[]
  readonly placeIds: readonly string[]
  readonly likelihood: number
  readonly scale: number
  readonly answer: ImpactAnswer | null
  readonly answerReason: string
}

export type Impact = ImpactDraft & { readonly id: string; readonly purchaseId: PurchaseId }
export type NoImpact = { readonly dimension: Dimension; readonly reason: string }

export type ImpactRefusal =
  | 'impact-without-effect'
  | 'impact-grade-unknown'
  | 'impact-answer-without-reason'
  | 'impact-of-published'
  | 'impact-none-without-reason'
  | 'impact-none-but-some'
