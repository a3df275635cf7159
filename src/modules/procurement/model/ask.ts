import type { MethodName } from '#scoring'
import type { PlainDate } from '../../../kernel/plain-date.ts'

/** A decimal written out, as people enter it: `12.5`. */
export type DecimalText = string

/** What an organisation already does before the contract: how much of it counts towards the offer. */
export const EXISTING_CREDITS = ['in-full', 'half', 'additional-only'] as const
export type ExistingCredit = (typeof EXISTING_CREDITS)[number]

/** Whether a commitment follows what is really spent; for contracts that guarantee no volume. */
export const INDEXATIONS = ['fixed', 'actual-spend'] as const
export type Indexation = (typeof INDEXATIONS)[number]

export const ASKED_AS = ['number', 'words'] as const

/** One measure of the ask. Its words are copied, so that the ask stays as it was when the framework changes. */
export type AskLine = {
  readonly framework: string
  readonly measure: string
  readonly outcome: string
  readonly outcomeName: string
  readonly name: string
  readonly counts: string
  readonly unit: string
  readonly askedAs: (typeof ASKED_AS)[number]
  /** The priorities of the strategy that it serves. */
  readonly priorities: readonly string[]
  /** The least that is asked for; null where any offer is welcome. */
  readonly minimum: DecimalText | null
  readonly existing: ExistingCredit
  readonly indexation: Indexation
  /** Why it is asked although it does not suit the contract by the rule of proportion. */
  readonly reason: string
}

export const CRITERION_KINDS = [
  'price',
  'quality',
  'social-value-quantitative',
  'social-value-qualitative',
] as const
export type CriterionKind = (typeof CRITERION_KINDS)[number]

/** Methods that can be chosen for an ask, those that no other bid moves first. */
export const ASK_METHODS = [
  'fixed-benchmark',
  'bands',
  'scale',
  'relative-to-best',
  'between-worst-and-best',
  'distance-from-mean',
] as const satisfies readonly MethodName[]
export type AskMethod = (typeof ASK_METHODS)[number]
export const RELATIVE_METHODS: readonly AskMethod[] = [
  'relative-to-best',
  'between-worst-and-best',
  'distance-from-mean',
]

export type AwardCriterion = {
  readonly name: string
  readonly kind: CriterionKind
  readonly weight: DecimalText
  readonly method: AskMethod
  /** The fixed point that values are compared with, for a benchmark and for bands: pounds, or units of the measure. */
  readonly benchmark: DecimalText | null
  /** What bidders are asked, in their words. */
  readonly question: string
  readonly wordLimit: number | null
}

export type AskLot = {
  readonly name: string
  readonly description: string
  readonly valuePence: number | null
  readonly isForSmallSuppliers: boolean
}

/** Everything that one revision of an ask says. Never changed; the next revision takes its place. */
export type AskContent = {
  readonly introduction: string
  readonly lines: readonly AskLine[]
  readonly criteria: readonly AwardCriterion[]
  readonly lots: readonly AskLot[]
  readonly isForSmallSuppliers: boolean
  readonly isVolumeGuaranteed: boolean
  /** Why the weight of social value is not the policy's; empty where it is. */
  readonly weightReason: string
  /** Why it is not divided into lots (Procurement Act 2023 s.18); empty where it is. */
  readonly lotsReason: string
  /** Why there are more measures than is in proportion; empty where there are not. */
  readonly proportionReason: string
}

export type AskRevision = {
  readonly purchaseId: string
  readonly revision: number
  readonly content: AskContent
  /** Why it was changed, in words. */
  readonly because: string
  /** The note of market engagement that it came from. */
  readonly noteId: string | null
  readonly personName: string
  readonly savedAt: Date
}

export const ASK_STATUSES = ['draft', 'ready'] as const
export type AskStatus = (typeof ASK_STATUSES)[number]
export type AskHead = {
  readonly purchaseId: string
  readonly revision: number
  readonly status: AskStatus
  /** SHA-256 of the criteria, as `goldthread score` works it out; stored when the ask is ready. */
  readonly fingerprint: string | null
  readonly readyOn: PlainDate | null
  readonly readyBy: string | null
}

/** What rules of the ask need to know of the purchase. */
export type AskFacts = {
  readonly valuePence: number
  readonly months: number
  readonly kind: 'works' | 'services' | 'goods'
}

/** The policy's weight for social value, in points of a hundred. */
export type WeightPolicy = { readonly weight: DecimalText; readonly source: string }

/** As many as one ask can hold; beyond these it is no ask but a survey. */
export const ASK_LIMITS = { lines: 30, criteria: 12, lots: 20, text: 4000, reason: 1000, name: 120 } as const

export const EMPTY_ASK: AskContent = {
  introduction: '',
  lines: [],
  criteria: [],
  lots: [],
  isForSmallSuppliers: false,
  isVolumeGuaranteed: true,
  weightReason: '',
  lotsReason: '',
  proportionReason: '',
}

export type AskRefusal =
  | 'ask-is-ready'
  | 'ask-not-ready'
  | 'ask-has-faults'
  | 'ask-unchanged'
  | 'ask-changed-meanwhile'
  | 'note-unknown'
  | 'ask-too-long'
