import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { DecimalText, PriceYear } from '../model.ts'

/** Where a figure comes from, under which licence, and how old it is. */
export type Source = {
  readonly id: string
  readonly title: string
  readonly url: string | null
  readonly licence: string
  /** As precise as is known: `2015`, `2023-11`, `2026-08-05`. */
  readonly publishedOn: string
  /** The day from which a newer edition is expected; null where the publisher works to no calendar. */
  readonly nextDue: PlainDate | null
  /** A newer edition that is known to exist and is not loaded. */
  readonly supersededBy: string | null
  /** False where the figure was read in a copy and not at the publisher's own page. */
  readonly isConfirmed: boolean
  readonly note: string | null
}

export type DeflatorPoint = {
  readonly year: PriceYear
  readonly index: DecimalText
  readonly isForecast: boolean
}

/** An index of prices. `vintage` goes with every figure that was uprated by it, because indices are revised. */
export type DeflatorSeries = {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly vintage: string
  readonly indexBase: string
  readonly years: 'financial' | 'calendar'
  /** 'reproduction': only to repeat somebody's published sum. */
  readonly purpose: 'current' | 'reproduction'
  readonly points: readonly DeflatorPoint[]
}

export type CarbonPoint = {
  readonly year: number
  readonly low: DecimalText
  readonly central: DecimalText
  readonly high: DecimalText
}

/** Pounds per tonne by the year in which the emission happens. */
export type CarbonSeries = {
  readonly id: string
  readonly source: string
  readonly priceYear: PriceYear
  readonly points: readonly CarbonPoint[]
}

export type RateBand = {
  readonly fromYear: number
  readonly toYear: number | null
  readonly rate: DecimalText
}

/** Discount rates as dated data: a review may change them. */
export type RateSchedule = {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly inForceFrom: PlainDate
  readonly inForceTo: PlainDate | null
  readonly bands: readonly RateBand[]
}

export const WAGE_KINDS = [
  'legal-minimum',
  'real-living-wage',
  'median',
  'median-professional',
  'median-administrative',
] as const
export type WageKind = (typeof WAGE_KINDS)[number]

/** An hourly rate and the days on which it holds. Rounds that are not loaded leave a gap, so no old rate stands in for them. */
export type WageRate = {
  readonly kind: WageKind
  readonly place: 'uk' | 'london'
  readonly who: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly hourly: DecimalText
  readonly source: string
}

export type Reference = {
  readonly sources: ReadonlyMap<string, Source>
  readonly deflators: readonly DeflatorSeries[]
  readonly carbon: CarbonSeries
  readonly rates: readonly RateSchedule[]
  readonly wages: readonly WageRate[]
}
