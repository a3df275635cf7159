import type { FinancialYear } from '../../kernel/financial-year.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'

export const DOCUMENT_KINDS = [
  'corporate-plan',
  'growth-plan',
  'climate-plan',
  'place-plan',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A version is written as a draft. From then on its text stands still and only its status moves on. */
export const STATUSES = ['draft', 'consulted', 'adopted', 'superseded'] as const
export type Status = (typeof STATUSES)[number]

/** Decimals are text, `12.5`: never a JavaScript number, so nothing is lost on the way. */
export type DecimalText = string

export type Place = { readonly code: string; readonly name: string }
export type Target = { readonly year: FinancialYear; readonly value: DecimalText }
/** An outcome or a measure of a framework, by its code. */
export type FrameworkCode = { readonly framework: string; readonly code: string }

export type VersionText = {
  readonly title: string
  readonly summary: string
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
}
export type DocumentDraft = VersionText & { readonly kind: DocumentKind }

export type Step = {
  readonly status: Status
  readonly decidedOn: PlainDate
  readonly note: string
  readonly personName: string
  readonly recordedAt: Date
}

export type Version = VersionText & {
  readonly documentId: string
  readonly code: string
  readonly kind: DocumentKind
  readonly version: number
  readonly status: Status
}

export type ObjectiveText = { readonly title: string; readonly description: string }
export type Objective = ObjectiveText & { readonly id: string }

/** The indicator that shows whether a priority comes true, and where it started. */
export type Indicator = {
  readonly indicator: string
  readonly unit: string
  /** Which way is better. */
  readonly direction: 'up' | 'down'
  readonly baseline: DecimalText | null
  readonly baselineOn: PlainDate | null
  readonly targets: readonly Target[]
}

export type PriorityText = Indicator & {
  readonly title: string
  readonly plainWords: string
  readonly description: string
  /** Empty for all of the authority's area. */
  readonly places: readonly Place[]
  readonly outcomes: readonly FrameworkCode[]
  readonly measures: readonly FrameworkCode[]
}

export type Origin = {
  readonly authorityId: string
  readonly shareId: string
}

export type PriorityDraft = PriorityText & {
  readonly objectiveId: string
  readonly ownerRoleId: string | null
  readonly origin: Origin | null
}

export type Priority = PriorityDraft & {
  readonly id: string
  readonly code: string
  readonly documentId: string
  readonly version: number
}

/** A document's version with all that hangs beneath it. */
export type Tree = {
  readonly version: Version
  readonly objectives: readonly Objective[]
  readonly priorities: readonly Priority[]
}

export type SharedPriority = {
  readonly id: string
  readonly authorityId: string
  readonly priorityId: string
  readonly version: number
  readonly organisationName: string
  readonly documentTitle: string
  readonly content: PriorityText
  readonly sharedAt: Date
}

export type Holder = {
  readonly id: string
  readonly personName: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
}
export type OwnerRole = { readonly id: string; readonly name: string; readonly holders: readonly Holder[] }

export type ReadingDraft = {
  readonly priorityId: string
  readonly place: Place | null
  readonly measuredOn: PlainDate
  readonly value: DecimalText
  readonly source: string
  readonly note: string
}
export type Reading = ReadingDraft & {
  readonly id: string
  readonly personName: string
  readonly recordedAt: Date
  readonly supersededBy: string | null
}

/** The lengths the editor keeps, so that a plan always fits its page. The tables hold the same limits. */
export const TEXT_LIMITS = {
  documentTitle: 120,
  priorityTitle: 60,
  plainWords: 160,
  indicator: 100,
  unit: 30,
  ownerRole: 80,
  planTitle: 80,
  planIntroduction: 300,
  planPriorities: 10,
  prose: 4000,
  places: 200,
} as const

export type PlanPriority = {
  readonly id: string
  readonly title: string
  readonly plainWords: string
  /** `Households in fuel poverty: from 4,100 (2024) to 2,900 by March 2028`; empty without a target. */
  readonly promise: string
  readonly owner: string
  readonly document: string
  readonly places: string
  /** The organisation it was adopted from; empty where it is the council's own. */
  readonly origin: string
}
export type PlanContent = {
  readonly organisation: string
  readonly title: string
  readonly introduction: string
  readonly priorities: readonly PlanPriority[]
  /** The documents it was made from: `Corporate plan 2025 to 2029, version 2`. */
  readonly sources: readonly string[]
}
export type Plan = {
  readonly edition: number
  readonly slug: string
  readonly publishedAt: Date
  readonly personName: string
  readonly content: PlanContent
}

export type StrategyRefusal =
  | 'not-a-draft'
  | 'changed-meanwhile'
  | 'removed-meanwhile'
  | 'ends-before-start'
  | 'period-too-long'
  | 'draft-exists'
  | 'nothing-to-carry-on'
  | 'nothing-published'
  | 'objective-missing'
  | 'priority-missing'
  | 'priority-incomplete'
  | 'not-consulted'
  | 'not-adopted'
  | 'decided-in-future'
  | 'decided-before-last-step'
  | 'objective-has-priorities'
  | 'name-taken'
  | 'holders-overlap'
  | 'holder-ends-before-start'
  | 'already-shared'
  | 'already-adopted-here'
  | 'share-unknown'
  | 'owner-unknown'
  | 'reading-exists'
  | 'reading-same'
  | 'reading-in-future'
  | 'plan-empty'
  | 'plan-too-many'
  | 'plan-not-adopted'
  | 'link-upside-down'
  | 'node-unknown'
