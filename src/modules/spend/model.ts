import type { MatchCandidate } from '#suppliers'
import type { PlainDate } from '../../kernel/plain-date.ts'

/**
 * The life of a payment file: handed in, queued, read, and then counted; or waiting for a choice because it
 * overlaps with files counted before; or not readable at all. Only 'counted' files are in any figure.
 */
export const IMPORT_STATUSES = [
  'uploaded',
  'queued',
  'reading',
  'overlapping',
  'counted',
  'unreadable',
  'failed',
  'undone',
] as const
export type ImportStatus = (typeof IMPORT_STATUSES)[number]

export type ImportWarning = { readonly code: string; readonly message: string }

/** Payments that stand in this file and in files counted before: same day, payee, amount and reference. */
export type Overlap = {
  readonly payments: number
  readonly pence: number
  readonly files: readonly {
    readonly importId: string
    readonly fileName: string
    readonly payments: number
  }[]
}

/** What to do with the shared payments: leave them out, count them again, or give the file up. */
export const OVERLAP_CHOICES = ['skip', 'keep', 'cancel'] as const
export type OverlapChoice = (typeof OVERLAP_CHOICES)[number]

/** Which payments a figure is about. Months are `2026-04`; both ends are included. */
export type Slice = {
  readonly fromMonth: string | null
  readonly toMonth: string | null
  readonly tier: string | null
  readonly category: string | null
  readonly department: string | null
  readonly payeeId: number | null
  readonly importId: string | null
  /** A kind of supplier: `micro`, `vcse`, … */
  readonly kind: string | null
  /** A section of the Standard Industrial Classification, `A` to `U`. */
  readonly sector: string | null
  /** The key of a supplier, which may be several payees. */
  readonly supplier: string | null
}

export const EVERYTHING: Slice = {
  fromMonth: null,
  toMonth: null,
  tier: null,
  category: null,
  department: null,
  payeeId: null,
  importId: null,
  kind: null,
  sector: null,
  supplier: null,
}

/** What every figure on a page stands on. */
export type Basis = {
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly files: number
  readonly payments: number
  readonly pence: number
  /** Pence paid to payees whose place is not known. */
  readonly unknownPence: number
  readonly undatedPence: number
  readonly rejectedRows: number
  readonly rejectedPence: number
}

/** The sum of one group: a tier, a payee, a month, a category, a department. */
export type PlainSum = { readonly key: string | null; readonly payments: number; readonly pence: number }
export type GroupSum = PlainSum & { readonly payees: number }
/** Payees that are known to be one supplier count once, and so do the companies of a confirmed group. */
export type SupplierSum = PlainSum & { readonly suppliers: number }
export type HeadSum = GroupSum & SupplierSum

/** One band of the money map. `withinPence` adds up this tier and all inside it: "the county including the city". */
export type Tier = {
  readonly key: string
  readonly label: string
  readonly kind: 'place' | 'elsewhere' | 'unknown'
  readonly placeName: string | null
  readonly payees: number
  readonly payments: number
  readonly pence: number
  /** Of all money, in tenths of a per cent; null where there is no money to divide by. */
  readonly share: number | null
  readonly withinPence: number
  readonly withinShare: number | null
}

/** What became of a payee: identified by number, name or a person's decision; doubtful; or not a body one can look up. */
export const MATCH_STATES = [
  'unmatched',
  'number',
  'name',
  'decided',
  'doubtful',
  'unknown',
  'individual',
] as const
export type MatchState = (typeof MATCH_STATES)[number]

/** By what a payee was identified. */
export type IdentifiedBy = 'company-number' | 'charity-number' | 'exact-name' | 'matching' | 'decision'

/** What the matcher saw, as it is kept beside the payee: the candidates, best first, each with its reasons. */
export type MatchEvidence = { readonly candidates: readonly MatchCandidate[] }

/** The life of a run of the matcher. */
export type MatchingState = 'waiting' | 'running' | 'done' | 'failed'
