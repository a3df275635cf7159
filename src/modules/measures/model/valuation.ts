import type { Decimal } from 'decimal.js'
import type { Basis, Measure, PriceYear } from '../model.ts'

/** Worst, central and best. Always low <= central <= high. */
export type Range = { readonly low: Decimal; readonly central: Decimal; readonly high: Decimal }

/**
 * A part of the gross change that is taken away, with the reason that makes it a judgement and not a default. An
 * empty reason is a reason still to be given.
 */
export type Share = {
  readonly share: Decimal
  readonly low: Decimal | null
  readonly high: Decimal | null
  readonly reason: string
}

/**
 * 'first-year-undiscounted': the year of valuation is year 0 (Green Book). 'end-of-year': what happens in the first
 * year is received at its end and is already discounted once. The choice moves a two-year return by one year's rate.
 */
export const DISCOUNT_CONVENTIONS = ['first-year-undiscounted', 'end-of-year'] as const
export type DiscountConvention = (typeof DISCOUNT_CONVENTIONS)[number]

export type DiscountChoice = {
  /** A published schedule by its id, or a rate of one's own with a reason; null where neither was said. */
  readonly rates: { readonly schedule: string } | { readonly rate: Decimal; readonly reason: string } | null
  readonly convention: DiscountConvention | null
}

export const SHARE_NAMES = ['deadweight', 'displacement', 'attribution', 'dropOff'] as const
export type ShareName = (typeof SHARE_NAMES)[number]

export type Assumptions = Readonly<Record<ShareName, Share | null>> & {
  readonly discount: DiscountChoice | null
  /** Real income per head, target year over price year, for wellbeing values; and where it comes from. */
  readonly incomeGrowth: { readonly ratio: Decimal; readonly reason: string } | null
}

export type ValueRequest = {
  readonly key: string
  readonly measure: Measure
  readonly variant: string | null
  /** One for every year, or a single one that holds in each of `years`. */
  readonly quantities: readonly Range[] | null
  readonly unit: string | null
  readonly fullTimeHours: Decimal | null
  readonly sharedBetween: Decimal | null
  readonly years: number
  readonly startYear: number | null
  readonly valuationYear: number | null
  readonly priceYear: PriceYear
  /** The index to uprate by; null for the current one. */
  readonly deflator: string | null
  readonly assumptions: Assumptions
  /** What was put in, by year from the year of valuation. */
  readonly investment: readonly Decimal[] | null
  /** Why this is about other people or things than the rest of its double-count group. */
  readonly distinctBecause: string | null
  /** What could not be read off what was given: a custom measure without a basis, for one. */
  readonly openQuestions: readonly Notice[]
}

export type Step = {
  readonly code: string
  /** Notation, not prose: `quantity x unit value`. */
  readonly formula: string
  readonly inputs: Readonly<Record<string, Decimal | Range | string>>
  readonly result: Decimal | Range
  readonly unit: 'pounds' | 'quantity' | 'ratio'
  readonly source: string | null
  /** The reason somebody gave for a share or a rate. */
  readonly reason: string | null
  readonly facts: Readonly<Record<string, string | number>>
}

export type Notice = { readonly code: string; readonly facts: Readonly<Record<string, string | number>> }

/** How far the result moves when one input moves and the rest stay: one bar of a tornado chart. */
export type Swing = {
  readonly input: string
  /** 'stated': between its own low and high. 'tested': by a step of ours, because no range was given. */
  readonly range: 'stated' | 'tested'
  readonly inputLow: Decimal
  readonly inputHigh: Decimal
  readonly resultAtLow: Decimal
  readonly resultAtHigh: Decimal
  readonly swing: Decimal
}

/** Everything the sum is made of, so that it can be worked out again with one input moved. */
export type WorkedInputs = {
  readonly years: number
  readonly quantities: readonly Range[]
  readonly unitValues: readonly Range[]
  /** As shares taken away: `low` is the smallest share, so the best result. */
  readonly shares: Readonly<Record<ShareName, Range>>
  readonly factors: readonly Decimal[]
  /** The factors with every rate moved by so much; null where nothing is discounted. */
  readonly factorsMovedBy: ((points: Decimal) => readonly Decimal[]) | null
}

export type ReturnOnInputs = {
  readonly inputs: Decimal
  readonly ratio: Range
  readonly netPresentValue: Range
}

export type Valuation = {
  readonly key: string
  readonly measure: Measure
  readonly basis: Basis
  readonly isTransfer: boolean
  readonly priceYear: PriceYear | null
  readonly startYear: number | null
  readonly valuationYear: number | null
  readonly years: number
  readonly deflatorVintage: string | null
  /** The sum step by step, written out when somebody asks for it. */
  readonly steps: () => readonly Step[]
  readonly quantity: Range
  /** Pounds, not rounded; null for a measure that has no price. */
  readonly value: Range | null
  readonly returned: ReturnOnInputs | null
  readonly worked: WorkedInputs | null
  readonly warnings: readonly Notice[]
  readonly distinctBecause: string | null
}

export type ValueOutcome =
  | { readonly kind: 'valued'; readonly valuation: Valuation }
  | {
      readonly kind: 'questions'
      readonly key: string
      readonly measure: Measure
      readonly questions: readonly Notice[]
    }
  | { readonly kind: 'refused'; readonly key: string; readonly refusals: readonly Notice[] }
