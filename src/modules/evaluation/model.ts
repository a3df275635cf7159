import type { BidAnswer, OpenedBid } from '#bids'
import type { Basis } from '#measures'
import type { AskLine, AwardCriterion } from '#procurement'
import type { TenderLot, TenderQuestion } from '#tenders'
import type { PlainDate } from '../../kernel/plain-date.ts'

export type { EvaluationRefusal } from './model/refusals.ts'

/** The life of an evaluation, in its order; `cancelled` can come at any time before the award is signed. */
export const STAGES = [
  'preparing',
  'scoring',
  'moderation',
  'approval',
  'standstill',
  'awarded',
  'cancelled',
] as const
export type Stage = (typeof STAGES)[number]

/** What may follow what. A refused approval sends the result back to the panel. */
export const STAGE_MOVES: Readonly<Record<Stage, readonly Stage[]>> = {
  preparing: ['scoring', 'cancelled'],
  scoring: ['moderation', 'cancelled'],
  moderation: ['approval', 'cancelled'],
  approval: ['moderation', 'standstill', 'cancelled'],
  standstill: ['awarded', 'cancelled'],
  awarded: [],
  cancelled: [],
}

export type Lot = Pick<TenderLot, 'code' | 'name'>
export type Question = TenderQuestion
export type { BidAnswer } from '#bids'
/** A bid as the opening hands it over. */
export type HandedBid = Omit<OpenedBid, 'tenderId' | 'supplierId'> & { readonly supplierId: string }

/** What the tender says at the moment of opening. */
export type TenderFacts = {
  readonly tenderId: string
  readonly purchaseId: string
  readonly reference: string
  readonly title: string
  readonly valuePence: number
  readonly criteria: readonly AwardCriterion[]
  readonly lots: readonly Lot[]
  readonly questions: readonly Question[]
  readonly askLines: readonly AskLine[]
  /** SHA-256 of the criteria as they were published. */
  readonly fingerprint: string
}

export type Evaluation = TenderFacts & {
  readonly id: string
  readonly leadId: string
  readonly leadName: string
  readonly stage: Stage
  readonly startedAt: Date
  readonly noticeOn: PlainDate | null
  readonly standstillEndsOn: PlainDate | null
  /** The first day on which the contract may be entered into. */
  readonly contractFrom: PlainDate | null
  readonly standstillWords: string | null
  readonly endedBecause: string | null
}

export type Bid = {
  readonly id: string
  readonly lot: string
  /** `A`, `B`, …: what the panel knows a bidder by. */
  readonly letter: string
  readonly fingerprint: string
  readonly tenderVersion: number
  readonly submittedAt: Date
  readonly excludedBecause: string | null
  readonly excludedBy: string | null
}
export type Bidder = {
  readonly supplierId: string
  readonly name: string
  readonly supplierKey: string | null
}
export type Answer = BidAnswer & { readonly bidId: string; readonly criterion: string | null }

export type Panellist = {
  readonly personId: string
  readonly name: string
  readonly criteria: readonly string[]
  readonly removedAt: Date | null
  readonly removedBecause: string | null
  readonly handedInAt: Date | null
}
export type Declaration = {
  readonly personId: string
  readonly personName: string
  readonly supplierId: string
  readonly number: number
  readonly hasInterest: boolean
  readonly detail: string
  readonly declaredAt: Date
}

export const FINDING_KINDS = [
  'met',
  'failed',
  'asked',
  'answered',
  'exclusion-proposed',
  'exclusion-approved',
  'exclusion-refused',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]
export type Finding = {
  readonly bidId: string
  readonly number: number
  readonly question: string | null
  readonly kind: FindingKind
  readonly words: string
  readonly personId: string | null
  readonly personName: string
  readonly foundAt: Date
}

export type Score = {
  readonly personId: string
  readonly bidId: string
  readonly criterion: string
  readonly score: number
  readonly reason: string
}
export type Agreed = {
  readonly bidId: string
  readonly criterion: string
  readonly number: number
  /** An exact decimal: a score, or an amount that was counted. */
  readonly value: string
  readonly how: 'one-evaluator' | 'unanimous' | 'moderated' | 'counted'
  readonly reason: string
  readonly movedBecause: string
  readonly personName: string
  readonly agreedAt: Date
}
export type LowPriceCase = {
  readonly bidId: string
  readonly percentBelow: string
  readonly askedOn: PlainDate
  readonly asked: string
  readonly answeredOn: PlainDate | null
  readonly answer: string | null
  readonly decision: 'kept' | 'disregarded' | null
  readonly reason: string | null
  readonly decidedBy: string | null
}

export type ApprovalLimit = {
  /** Up to and including this value, without VAT; null for everything above. */
  readonly upToPence: number | null
  readonly roles: readonly string[]
  readonly people: number
}
export type Approval = {
  readonly personId: string
  readonly personName: string
  readonly role: string
  readonly isApproved: boolean
  readonly note: string
  readonly decidedAt: Date
}

export type SummaryLine = {
  readonly criterion: string
  readonly weight: string
  readonly value: string
  readonly points: string
  readonly reason: string
  readonly winnerValue: string | null
  readonly winnerPoints: string | null
  readonly winnerReason: string | null
}
/** What one bidder is told (Procurement Act 2023 s.50). */
export type AssessmentSummary = {
  readonly title: string
  readonly reference: string
  readonly lot: string
  readonly bidder: string
  readonly isWinner: boolean
  readonly rank: number | null
  readonly of: number
  readonly total: string | null
  readonly winner: string
  readonly winnerTotal: string
  readonly disregardedBecause: string | null
  readonly lines: readonly SummaryLine[]
}

export type AwardOffer = {
  readonly framework: string
  readonly measure: string
  readonly name: string
  readonly unit: string
  readonly quantity: string
  /** Null where the measure has no price, or one that is no whole number of pence. */
  readonly unitValuePence: number | null
  /** As the framework has it: `spend`, `economic`, …, `none`. */
  readonly basis: Basis
  readonly priceYear: string | null
}
/** What a contract is made of without typing it again. */
export type Award = {
  readonly id: string
  readonly evaluationId: string
  readonly tenderId: string
  readonly purchaseId: string
  readonly lot: string
  readonly lotName: string
  readonly bidId: string
  readonly supplierId: string
  readonly supplierName: string
  readonly supplierKey: string | null
  readonly pricePence: number | null
  readonly decidedOn: PlainDate
  /** Null until the standstill has passed and the award is final. */
  readonly signedOn: PlainDate | null
  readonly offers: readonly AwardOffer[]
  readonly words: readonly { readonly criterion: string; readonly text: string }[]
}

/** What each score means. Published with the tender; the same for every criterion that people judge. */
export const DESCRIPTORS = [
  { score: 0, name: 'No answer', described: 'Nothing that answers the question.' },
  { score: 1, name: 'Poor', described: 'Touches the question; most of what was asked is missing.' },
  { score: 2, name: 'Weak', described: 'Answers in part; important points are missing or not believable.' },
  { score: 3, name: 'Good enough', described: 'Answers what was asked; small points are open.' },
  { score: 4, name: 'Good', described: 'Answers all of it, in detail and with some evidence.' },
  {
    score: 5,
    name: 'Excellent',
    described: 'Answers all of it, with evidence throughout, and adds what helps us.',
  },
] as const
export const HIGHEST_SCORE = 5
/** Below this many characters a reason says nothing that a bidder could learn from. */
export const SHORTEST_REASON = 20
export const LONGEST_TEXT = 4000

/** Whom an authority that has set nothing itself asks for approval. Ours, not the law's; every council changes it. */
export const FIRST_LIMITS: readonly ApprovalLimit[] = [
  {
    upToPence: 25_000_000,
    roles: ['procurement-officer', 'commissioner', 'senior-owner', 'finance'],
    people: 2,
  },
  { upToPence: 100_000_000, roles: ['senior-owner', 'finance', 'policy-lead'], people: 2 },
  { upToPence: null, roles: ['senior-owner', 'finance'], people: 2 },
]
