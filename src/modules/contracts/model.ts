import type { FinancialYear } from '../../kernel/financial-year.ts'
import type { Pence } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'

/** Decimals are text, `12.5`: never a JavaScript number, so nothing is lost on the way. */
export type DecimalText = string

export const SOURCES = ['form', 'file', 'open-data', 'award'] as const
export type Source = (typeof SOURCES)[number]

export type RegisterNumber = { readonly scheme: 'GB-COH' | 'GB-CHC'; readonly number: string }

/** A supplier as a register names it. */
export type NamedSupplier = { readonly name: string; readonly number: RegisterNumber | null }

/** What the register says of a contract, whoever wrote it down. */
export type ContractText = {
  /** The council's own name for it, as in its ledger. */
  readonly reference: string
  readonly title: string
  readonly description: string
  readonly department: string
  readonly lot: string
  readonly supplierName: string
  readonly supplierNumber: RegisterNumber | null
  /** Without VAT, over the whole term without extensions; null where it was not said. */
  readonly valuePence: Pence | null
  readonly startsOn: PlainDate | null
  /** The last day without extensions; null for a contract that rolls on. */
  readonly endsOn: PlainDate | null
  readonly manager: string
  readonly supplierContact: string
  readonly cpv: readonly string[]
}

export type Contract = ContractText & {
  readonly id: string
  readonly supplierKey: string
  readonly source: Source
  readonly sourceName: string
  readonly recordedAt: Date
  /** Where it came from; null for a contract that began elsewhere. */
  readonly awardId: string | null
  readonly purchaseId: string | null
}

export type Extension = {
  readonly number: number
  readonly untilOn: PlainDate
  /** Null while it is an option. */
  readonly takenOn: PlainDate | null
  readonly note: string
}

/** Where a contract is on a day. `ending` is its last half year. */
export const TERM_STATES = ['to-come', 'running', 'ending', 'ended', 'not-known'] as const
export type TermState = (typeof TERM_STATES)[number]

export type YearShare = { readonly year: FinancialYear; readonly quantity: DecimalText }

/** What a supplier promised beside the work. Unit value, price year and basis are those at award. */
export type CommitmentText = {
  readonly title: string
  readonly framework: string | null
  readonly measure: string | null
  readonly unit: string
  readonly quantity: DecimalText
  /** Pounds for one unit; null where it is counted and not priced. */
  readonly unitValue: DecimalText | null
  readonly priceYear: string | null
  readonly basis: string
  readonly schedule: readonly YearShare[]
  readonly placeCode: string
  readonly placeName: string
  readonly evidenceRule: string
  readonly owner: string
  readonly supplierOwner: string
  readonly priorityId: string | null
  /** Promised per pound: what is due grows with what was paid, not with time. */
  readonly scalesWithSpend: boolean
}
export type Commitment = CommitmentText & {
  readonly id: string
  readonly contractId: string
  /** The days it holds, where an adjustment has put it in or taken it out; null for the whole term. */
  readonly fromOn: PlainDate | null
  readonly untilOn: PlainDate | null
  readonly replaces: string | null
}

export const DELIVERY_STATUSES = ['reported', 'asked', 'accepted', 'partly', 'rejected'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

export type DeliveryReport = {
  readonly contractId: string
  readonly commitmentId: string | null
  readonly title: string
  readonly unit: string
  readonly quantity: DecimalText
  readonly fromOn: PlainDate
  readonly toOn: PlainDate
  readonly placeCode: string
  readonly placeName: string
  readonly story: string
  readonly reportedFor: string
  /** Who did it, where the supplier had it done. */
  readonly subContractorId?: string | null
  /** A shared activity: its name and how much was done in all, over every contract. */
  readonly activity: { readonly title: string; readonly quantity: DecimalText } | null
  /** The shared activity that it is part of, or that it is another one (`rules/twice.ts`); where somebody was asked. */
  readonly sameAs?: string | undefined
}
export type Delivery = Omit<DeliveryReport, 'activity' | 'sameAs' | 'subContractorId'> & {
  readonly id: string
  readonly reportedBy: 'council' | 'supplier'
  readonly subContractorId: string | null
  readonly activityId: string | null
  readonly status: DeliveryStatus
  readonly verifiedQuantity: DecimalText | null
  readonly reportedAt: Date
}

export type DeliveryStep = {
  readonly status: DeliveryStatus
  readonly quantity: DecimalText | null
  readonly note: string
  readonly personName: string
  readonly recordedAt: Date
}

export type Evidence = {
  readonly id: string
  readonly deliveryId: string
  readonly fileHash: string
  readonly fileName: string
  readonly contentType: string
  readonly bytes: number
  readonly scan: 'clean' | 'not-scanned'
  readonly hadMetadata: boolean
  readonly personName: string
  readonly recordedAt: Date
}

export type ContractsRefusal =
  | 'reference-taken'
  | 'ends-before-start'
  | 'extension-not-later'
  | 'extension-without-end'
  | 'extension-unknown'
  | 'extension-taken'
  | 'taken-in-future'
  | 'schedule-differs'
  | 'priority-unknown'
  | 'scale-without-value'
  | 'delivery-in-future'
  | 'period-upside-down'
  | 'more-than-activity'
  | 'activity-differs'
  | 'activity-on-same-contract'
  | 'maybe-shared'
  | 'maybe-counted'
  | 'already-decided'
  | 'reason-needed'
  | 'more-than-reported'
  | 'nothing-accepted'
  | 'commitment-has-deliveries'
  | 'not-asked'
  | 'commitment-over'
  | 'personal-data'
