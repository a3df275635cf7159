import type { Framework, LicenceTerms, Measure, Outcome, Theme } from '../model.ts'

export const ENTRY_KINDS = ['theme', 'outcome', 'measure'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]
export type Entry = Theme | Outcome | Measure

export const WEIGHT_TARGETS = ['ward', 'priority'] as const
export type WeightTarget = (typeof WEIGHT_TARGETS)[number]

/** One thing an authority does differently. `fields` holds what differs from the origin, or all of what it adds. */
export type Change = {
  readonly kind: EntryKind
  readonly code: string
  readonly act: 'change' | 'off' | 'add'
  readonly fields: Readonly<Record<string, unknown>>
  readonly because: string
}

/** How much a measure matters for a ward (its area code) or a priority (its id or words): 0 to 10, 1 as much as others. */
export type Weight = {
  readonly measure: string
  readonly target: { readonly kind: WeightTarget; readonly id: string }
  readonly weight: string
  readonly because: string
}

/** Whose field stays where both sides have changed it. */
export type Side = 'ours' | 'theirs'

/** A version of a framework as it stands in the library. */
export type FrameworkVersion = {
  readonly id: string
  /** Null: shared by all authorities. */
  readonly authorityId: string | null
  readonly terms: LicenceTerms
  readonly fileName: string | null
  readonly addedAt: Date
  readonly framework: Framework
}

/** A framework as it counts for an authority: its origin, what was changed, and what comes of the two. */
export type LocalFramework = {
  readonly version: FrameworkVersion
  readonly framework: Framework
  /** How often it was changed here; 0 where it is used as published. */
  readonly revision: number
  readonly changes: readonly Change[]
  readonly weights: readonly Weight[]
  /** A newer version of the origin that waits to be taken in. */
  readonly newer: { readonly id: string; readonly version: string } | null
}

export type AdaptRefusal =
  | 'changed-meanwhile'
  | 'unknown-entry'
  | 'code-taken'
  | 'because-missing'
  | 'nothing-changed'
  | 'unknown-figure'
  | 'not-changed-here'
  | 'entry-faulty'
  | 'still-in-use'
  | 'weight-out-of-range'
  | 'target-missing'
  | 'no-newer-version'
  | 'conflict-open'

export const REFERENCE_KINDS = ['deflators', 'carbon-values', 'discount-rates', 'wages'] as const
export type ReferenceKind = (typeof REFERENCE_KINDS)[number]
