import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'

export type PurchaseId = string & { readonly __purchaseId?: true }

/** The life of a purchase, in its order; `stopped` can come at any time before the contract. */
export const STAGES = [
  'idea',
  'planning',
  'engagement',
  'ask',
  'ready',
  'published',
  'assessing',
  'awarded',
  'in-contract',
  'ended',
  'stopped',
] as const
export type Stage = (typeof STAGES)[number]

/** What may follow what. Everything else is refused. */
export const STAGE_MOVES: Readonly<Record<Stage, readonly Stage[]>> = {
  idea: ['planning', 'stopped'],
  planning: ['engagement', 'ask', 'idea', 'stopped'],
  engagement: ['ask', 'planning', 'stopped'],
  ask: ['ready', 'engagement', 'planning', 'stopped'],
  ready: ['published', 'ask', 'stopped'],
  published: ['assessing', 'stopped'],
  assessing: ['awarded', 'stopped'],
  awarded: ['in-contract', 'stopped'],
  'in-contract': ['ended'],
  ended: [],
  stopped: ['idea'],
}
/** From here on the ask is settled: what suppliers have seen is not edited any more. */
export const PLANNING_STAGES: readonly Stage[] = ['idea', 'planning', 'engagement', 'ask', 'ready']

export const PURCHASE_KINDS = [
  'goods',
  'services',
  'works',
  'light-touch',
  'services-concession',
  'works-concession',
] as const
export type PurchaseKind = (typeof PURCHASE_KINDS)[number]

/** Facts for the law engine beside the columns, under the names that `goldthread law explain` takes. */
export type LawFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** What a person says of a purchase. Money is in pence without VAT; null is "not known yet". */
export type PurchaseDraft = {
  readonly title: string
  readonly purpose: string
  readonly kind: PurchaseKind | null
  readonly category: string
  readonly department: string
  readonly placeIds: readonly string[]
  /** The certain part: without options and extensions. */
  readonly valuePence: Pence | null
  readonly optionsPence: Pence
  readonly extensionsPence: Pence
  /** Whole per cent; null while nobody has answered. */
  readonly vatRate: number | null
  readonly commencesOn: PlainDate | null
  readonly tenderOn: PlainDate | null
  readonly tendersDueOn: PlainDate | null
  readonly awardOn: PlainDate | null
  readonly contractOn: PlainDate | null
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  /** The last day with every extension taken. */
  readonly extendedEndsOn: PlainDate | null
  /** The number or name of the contract that this one follows. */
  readonly expiringContract: string
  readonly expiringOn: PlainDate | null
  /** A role or a name. */
  readonly owner: string
  readonly isPublic: boolean
}

export type Purchase = PurchaseDraft & {
  readonly id: PurchaseId
  readonly authorityId: string
  /** Counts within the authority; people see it as `P-12`. */
  readonly number: number
  readonly stage: Stage
  readonly facts: LawFacts
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly version: number
}

export type PurchaseRefusal =
  | 'purchase-has-no-title'
  | 'value-negative'
  | 'dates-out-of-order'
  | 'place-unknown'
  | 'stage-not-next'
  | 'sections-to-do'
  | 'published-not-editable'
