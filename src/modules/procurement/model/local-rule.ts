import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { DecimalText } from './ask.ts'
import type { PurchaseId, PurchaseKind } from './purchase.ts'

export type LocalRuleId = string & { readonly __localRuleId?: true }

/** What a rule of the council asks, or allows. */
export const DUTIES = ['consider-social-value', 'single-local-source', 'quotes', 'minimum-weight'] as const
export type Duty = (typeof DUTIES)[number]

/** What a council writes down. The value is the whole value without VAT: at or above `fromPence`, below `belowPence`. */
export type LocalRuleDraft = {
  readonly title: string
  readonly duty: Duty
  readonly fromPence: Pence | null
  readonly belowPence: Pence | null
  /** Empty: every kind. */
  readonly kinds: readonly PurchaseKind[]
  /** How many quotes in all, and how many of them from local suppliers; for `quotes`. */
  readonly quotes: number | null
  readonly localQuotes: number | null
  /** Per cent of the whole score; for `minimum-weight`. */
  readonly weightPercent: number | null
  /** The policy that says so. */
  readonly source: string
  readonly inForceFrom: PlainDate
}

export type LocalRule = LocalRuleDraft & {
  readonly id: LocalRuleId
  readonly version: number
  /** The last day, where the rule was ended. */
  readonly inForceUntil: PlainDate | null
  /** The shipped example it was adopted from. */
  readonly example: string | null
}

export type RuleOverride = {
  readonly id: string
  readonly purchaseId: PurchaseId
  readonly ruleId: LocalRuleId
  readonly ruleVersion: number
  readonly reason: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly decision: 'approved' | 'refused' | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly note: string
}

/** Facts that only local rules ask for, under these names in the facts of a purchase. */
export const LOCAL_FACTS = {
  considered: 'local.socialValueConsidered',
  quotes: 'local.quotes',
  localQuotes: 'local.localQuotes',
} as const

export type LocalAnswer = {
  readonly rule: LocalRule
  /** `depends` while the value or the kind is not known. */
  readonly applies: boolean | 'depends'
  /** Null where it does not apply, only allows, or is not known yet. */
  readonly isMet: boolean | null
  readonly why: 'value-unknown' | 'kind-unknown' | 'value-outside' | 'kind-outside' | 'applies'
  /** Points of a hundred that the ask gives to social value; null while it has no criteria, or where the rule is about something else. */
  readonly weight: DecimalText | null
  /** The newest override asked for on this purchase. */
  readonly override: RuleOverride | null
}

export type LocalRuleRefusal =
  | 'rule-has-no-title'
  | 'rule-band-empty'
  | 'rule-quotes-missing'
  | 'rule-quotes-beyond'
  | 'rule-weight-missing'
  | 'rule-starts-before-version'
  | 'rule-ends-before-start'
  | 'example-unknown'
  | 'example-adopted'

export type OverrideRefusal =
  | 'override-without-reason'
  | 'override-not-needed'
  | 'override-asked-already'
  | 'override-decided-already'
  | 'override-own'
