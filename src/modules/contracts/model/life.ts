import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { CommitmentText, DecimalText } from '../model.ts'

/** Who does part of the work for the supplier; `above` is the sub-contractor it works for, null for the supplier itself. */
export type SubContractor = {
  readonly id: string
  readonly contractId: string
  readonly above: string | null
  readonly name: string
  readonly number: string
  readonly work: string
  readonly valuePence: Pence | null
  readonly leftOn: PlainDate | null
}

export const SUBJECTS = ['goods', 'services', 'works'] as const
export const ARRANGEMENTS = ['contract', 'framework', 'call-off'] as const

/** What the law asks of a contract hangs on these; null is not known. */
export type LegalFacts = {
  readonly subject: (typeof SUBJECTS)[number] | null
  readonly isLightTouch: boolean | null
  readonly arrangement: (typeof ARRANGEMENTS)[number]
  readonly commencedOn: PlainDate | null
  readonly enteredOn: PlainDate | null
  /** With VAT, options and extensions. */
  readonly mostPence: Pence | null
  readonly termMonths: number | null
  /** Why performance could not be judged by indicators; empty where it can. */
  readonly noIndicatorsBecause: string
}
export const NO_LEGAL_FACTS: LegalFacts = {
  subject: null,
  isLightTouch: null,
  arrangement: 'contract',
  commencedOn: null,
  enteredOn: null,
  mostPence: null,
  termMonths: null,
  noIndicatorsBecause: '',
}

export type SupplierLink = {
  readonly contractId: string
  readonly supplierId: string
  readonly supplierName: string
  readonly email: string
  readonly how: 'code' | 'award'
  readonly linkedAt: Date
  readonly endedAt: Date | null
}

/** Of Procurement Regulations 2024 reg. 39(5). */
export const RATINGS = ['good', 'approaching', 'requires-improvement', 'inadequate', 'other'] as const
export type Rating = (typeof RATINGS)[number]

export type IndicatorText = {
  readonly title: string
  readonly howMeasured: string
  readonly unit: string
  readonly target: DecimalText | null
  readonly direction: 'at-least' | 'at-most'
  readonly isSocial: boolean
  readonly isStatutory: boolean
  readonly everyMonths: number
  readonly firstDueOn: PlainDate
}
export type Indicator = IndicatorText & {
  readonly id: string
  readonly contractId: string
  readonly closedOn: PlainDate | null
}
export type AssessmentText = {
  readonly fromOn: PlainDate
  readonly toOn: PlainDate
  readonly value: DecimalText | null
  readonly rating: Rating
  readonly note: string
}
export type Assessment = AssessmentText & {
  readonly indicatorId: string
  readonly number: number
  readonly assessedOn: PlainDate
  readonly personName: string
}

/** An assessment as the supplier reads it: the council's notes, and who wrote them, are the council's own. */
export type SeenRating = Pick<Assessment, 'fromOn' | 'toOn' | 'value' | 'rating' | 'assessedOn'>

export const NOTICE_KINDS = ['poor-performance', 'breach'] as const
export const NOTICE_STATUSES = ['chance', 'proposed', 'approved', 'withdrawn'] as const
export type NoticeStatus = (typeof NOTICE_STATUSES)[number]

/** A contract performance notice on its way. Poor performance begins with a chance to improve. */
export type PerformanceNotice = {
  readonly id: string
  readonly contractId: string
  readonly kind: (typeof NOTICE_KINDS)[number]
  readonly whatHappened: string
  readonly indicatorId: string | null
  readonly chance: string
  readonly chanceFromOn: PlainDate | null
  readonly chanceUntilOn: PlainDate | null
  readonly whatCameOfIt: string
  readonly eventOn: PlainDate | null
  readonly status: NoticeStatus
  readonly authorId: string | null
  readonly authorName: string
  readonly recordedAt: Date
}

export type Approval = {
  readonly personId: string
  readonly personName: string
  readonly note: string
  readonly recordedAt: Date
}

export const WAYS = ['scope', 'volume', 'price-index', 'term', 'swap'] as const
export type Way = (typeof WAYS)[number]

export type Review = {
  readonly id: string
  readonly contractId: string
  readonly title: string
  readonly plannedOn: PlainDate
  readonly heldOn: PlainDate | null
  readonly isReviewPoint: boolean
  readonly ways: readonly Way[]
  readonly notes: string
}
export type ReviewAction = {
  readonly reviewId: string
  readonly number: number
  readonly what: string
  readonly owner: string
  readonly dueOn: PlainDate | null
  readonly doneOn: PlainDate | null
}

/** What people answer to the tests of section 74; a test that is not answered is not known. */
export const CHANGE_QUESTIONS = [
  'isNewKindOfSupply',
  'favoursSupplier',
  'changesOverallNature',
  'isProvidedFor',
  'isUrgentOrProtectsLife',
  'isUnforeseeable',
  'isKnownRisk',
  'isIncompatibleElsewhere',
  'couldHaveBeenMadeTogether',
] as const
export type ChangeQuestion = (typeof CHANGE_QUESTIONS)[number]
export type ChangeAnswers = Readonly<Partial<Record<ChangeQuestion, boolean>>>

/** One line of what the law said, kept word for word. */
export type LawLine = {
  readonly id: string
  readonly title: string
  readonly applies: boolean | 'depends'
  readonly sentence: string
  readonly provision: string
  readonly inForceFrom: PlainDate | null
  readonly source: string
  readonly confidence: string
}
export type Finding = {
  readonly testedOn: PlainDate
  /** The value of the contract before the change. */
  readonly beforePence: Pence | null
  readonly isAllowed: boolean | null
  readonly needsNotice: boolean | null
  readonly lines: readonly LawLine[]
  readonly questions: readonly string[]
}

export type AdjustmentText = {
  readonly reviewId: string | null
  readonly way: Way
  readonly title: string
  readonly reason: string
  readonly valuePence: Pence | null
  readonly endsOn: PlainDate | null
  readonly commitmentId: string | null
  readonly newCommitment: CommitmentText | null
  readonly answers: ChangeAnswers
}
export type AdjustmentStatus = 'proposed' | 'made' | 'rejected' | 'withdrawn'
export type Adjustment = AdjustmentText & {
  readonly id: string
  readonly contractId: string
  readonly finding: Finding | null
  readonly status: AdjustmentStatus
  readonly madeOn: PlainDate | null
  readonly changeNoticeOn: PlainDate | null
  readonly authorId: string | null
  readonly authorName: string
  readonly recordedAt: Date
}

export type LifeRefusal =
  | 'code-unknown'
  | 'already-linked'
  | 'sub-contractor-unknown'
  | 'assessment-to-come'
  | 'period-upside-down'
  | 'rating-beside-target'
  | 'indicator-closed'
  | 'reason-needed'
  | 'chance-needed'
  | 'chance-not-over'
  | 'event-to-come'
  | 'own-approval'
  | 'approved-already'
  | 'not-open'
  | 'held-in-future'
  | 'not-an-agreed-way'
  | 'nothing-changes'
  | 'swap-needs-both'
  | 'swap-worth-less'
  | 'swap-other-basis'
  | 'swap-not-priced'
  | 'not-allowed-by-law'
  | 'law-not-settled'
  | 'change-notice-first'
  | 'approvals-missing'
  | 'approved-so-settled'
  | 'ends-before-start'
  | 'award-known'
  | 'nothing-to-confirm'
  | 'confirmed-already'
