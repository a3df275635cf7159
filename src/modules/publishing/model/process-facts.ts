import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type {
  AWARD_STATUSES,
  CATEGORIES,
  COMMITMENT_STATUSES,
  CONTRACT_STATUSES,
  DELIVERY_STATUSES,
  METHODS,
  ReleaseTag,
  SOCIAL_VALUE_BASES,
  TENDER_STATUSES,
} from './codes.ts'

/** Our own facts of one purchase, from which releases are written. Money is whole pence, days are plain. */
export type MoneyFacts = { readonly netPence?: Pence; readonly grossPence?: Pence }
export type TermFacts = {
  readonly startsOn?: PlainDate
  readonly endsOn?: PlainDate
  readonly latestEndOn?: PlainDate
}
export type PlaceFacts = { readonly name: string; readonly gss?: string }
export type Basis = (typeof SOCIAL_VALUE_BASES)[number]

export type PartyFacts = {
  /** `GB-COH-01234567`: scheme and number from org-id.guide. */
  readonly id: string
  readonly name: string
  readonly scheme?: string
  readonly number?: string
  readonly roles: readonly string[]
  readonly postcode?: string
  readonly isSme?: boolean
  readonly isVcse?: boolean
}
export type DocumentFacts = {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly type?: string
  /** UK1 to UK17. */
  readonly notice?: string
  readonly publishedAt?: string
}
export type PlanningFacts = {
  readonly rationale?: string
  readonly budget?: MoneyFacts
  readonly noEngagementReason?: string
  readonly documents?: readonly DocumentFacts[]
}
export type AskFacts = {
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly measure?: string
  readonly quantity?: number
  readonly unit?: string
  readonly basis?: Basis
  readonly weight?: number
  readonly priority?: string
  readonly place?: PlaceFacts
}
export type LotFacts = {
  readonly id: string
  readonly title: string
  readonly value?: MoneyFacts
  readonly term?: TermFacts
  readonly suitsSme?: boolean
  readonly suitsVcse?: boolean
}
export type TenderFacts = {
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly status: (typeof TENDER_STATUSES)[number]
  readonly value?: MoneyFacts
  readonly category?: (typeof CATEGORIES)[number]
  readonly method?: (typeof METHODS)[number]
  readonly methodDetails?: string
  readonly directAwardReason?: string
  readonly cpv?: readonly string[]
  readonly opensAt?: string
  readonly deadlineAt?: string
  readonly requestsDeadlineAt?: string
  readonly term?: TermFacts
  readonly lots?: readonly LotFacts[]
  readonly noLotsReason?: string
  readonly isAboveThreshold?: boolean
  readonly specialRegimes?: readonly string[]
  readonly risks?: string
  readonly numberOfTenderers?: number
  readonly asks?: readonly AskFacts[]
  readonly documents?: readonly DocumentFacts[]
}
export type AwardFacts = {
  readonly id: string
  readonly title?: string
  readonly status: (typeof AWARD_STATUSES)[number]
  readonly awardedAt?: string
  readonly value?: MoneyFacts
  readonly suppliers: readonly string[]
  readonly lots?: readonly string[]
  readonly standstill?: TermFacts
  readonly summariesSentAt?: string
  readonly isAboveThreshold?: boolean
  readonly documents?: readonly DocumentFacts[]
}
export type CommitmentFacts = AskFacts & {
  readonly ask?: string
  readonly unitValue?: MoneyFacts
  readonly priceYear?: string
  readonly due?: TermFacts
  readonly evidence?: string
  readonly status: (typeof COMMITMENT_STATUSES)[number]
  readonly replacedBy?: string
  readonly responsible?: string
}
export type DeliveryFacts = {
  readonly id: string
  readonly commitment?: string
  readonly title: string
  readonly unit?: string
  readonly done?: TermFacts
  readonly place?: PlaceFacts
  readonly reported?: number
  readonly verified?: number
  readonly status: (typeof DELIVERY_STATUSES)[number]
  readonly verifiedAt?: string
  /** A role, never a name. */
  readonly verifiedBy?: string
  /** Only what was approved for publication. */
  readonly story?: string
  readonly documents?: readonly DocumentFacts[]
}
export type PaymentFacts = {
  readonly id: string
  readonly paidOn: PlainDate
  readonly amount: MoneyFacts
  readonly payee?: string
}
export type ContractFacts = {
  readonly id: string
  readonly award: string
  readonly title?: string
  readonly description?: string
  readonly cpv?: readonly string[]
  readonly status: (typeof CONTRACT_STATUSES)[number]
  readonly value?: MoneyFacts
  readonly signedAt?: string
  readonly term?: TermFacts
  readonly isAboveThreshold?: boolean
  readonly noIndicatorsReason?: string
  readonly commitments?: readonly CommitmentFacts[]
  readonly deliveries?: readonly DeliveryFacts[]
  readonly payments?: readonly PaymentFacts[]
  readonly documents?: readonly DocumentFacts[]
}

/** All that may be published of one process as it stands at one moment. */
export type ProcessFacts = {
  readonly ocid: string
  readonly buyer: string
  readonly parties: readonly PartyFacts[]
  readonly planning?: PlanningFacts
  readonly tender?: TenderFacts
  readonly awards?: readonly AwardFacts[]
  readonly contracts?: readonly ContractFacts[]
}

export type Publication = {
  /** 1 for the first release of the process, and so on. */
  readonly number: number
  readonly tag: ReleaseTag
  /** With its zone: `2026-11-22T09:30:00Z`. */
  readonly at: string
}
