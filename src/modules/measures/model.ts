/**
 * What kind of value a figure is. Figures of different bases are never added: money that changed hands, public
 * money saved, output or earnings, wellbeing, and carbon are different things (see rules/totals.ts).
 */
export const BASES = ['spend', 'fiscal', 'economic', 'wellbeing', 'carbon', 'none'] as const
export type Basis = (typeof BASES)[number]
export type PricedBasis = Exclude<Basis, 'none'>
export const PRICED_BASES = BASES.filter((basis) => basis !== 'none')

/**
 * How far a figure may be trusted as it stands: 'ready'; 'check' = read in a copy, to be confirmed at the source;
 * 'replace' = a newer edition is published and must take its place; 'face-value' = pounds as paid; 'report-only' = no figure.
 */
export const MEASURE_STATUSES = ['ready', 'check', 'replace', 'face-value', 'report-only'] as const
export type MeasureStatus = (typeof MEASURE_STATUSES)[number]

export const CONFIDENCE_GRADES = ['high', 'medium', 'low', 'not-priced'] as const
export type Confidence = (typeof CONFIDENCE_GRADES)[number]

export const MEASURE_KINDS = ['quantitative', 'qualitative'] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]

/** 'restricted': the licence does not let it be shown to the public or exported. */
export const LICENCE_TERMS = ['open', 'restricted'] as const
export type LicenceTerms = (typeof LICENCE_TERMS)[number]

export const CONTRACT_KINDS = ['works', 'services', 'goods'] as const
export type ContractKind = (typeof CONTRACT_KINDS)[number]

/** A decimal written out, `14610` or `0.74`: never a JavaScript number, so nothing is lost on the way. */
export type DecimalText = string

/** `2026/27` (April to March), `2019` (calendar), or `nominal`: pounds as paid, in whatever year. */
export type PriceYear = string

/** A figure that may be used in place of the measure's own: London instead of the UK, one severity instead of the mean. */
export type Variant = {
  readonly code: string
  readonly name: string
  readonly value: DecimalText
  readonly priceYear: PriceYear
  readonly basis: PricedBasis
  /** Benefit or tax that moves from one pocket to another: shown, never added to anything. */
  readonly isTransfer: boolean
}

/** Whether a value is its own, or that of the year of the emission in the table of carbon values. */
export const VALUE_ORIGINS = ['fixed', 'carbon-values'] as const

/** The pounds assigned to one unit. A carbon measure takes the value of the year of the emission instead of `value`. */
export type Proxy = {
  readonly value: DecimalText
  readonly low: DecimalText | null
  readonly high: DecimalText | null
  readonly priceYear: PriceYear
  readonly from: (typeof VALUE_ORIGINS)[number]
  /** A rate set anew every year: an uprated copy of it is a stand-in for the new rate. */
  readonly isYearlyRate: boolean
  /** Where in the source it stands: `E&E1.0`. */
  readonly entry: string | null
}

export type Measure = {
  readonly code: string
  readonly outcome: string
  readonly name: string
  readonly counts: string
  readonly doesNotCount: string
  /** A code of model/units.ts. */
  readonly unit: string
  readonly howToCount: string
  readonly evidence: readonly string[]
  readonly kind: MeasureKind
  readonly basis: Basis
  readonly proxy: Proxy | null
  readonly variants: readonly Variant[]
  readonly rubric: string | null
  /** The id of a source of the reference data, or the words of whoever handed the measure in. */
  readonly source: string | null
  /** Where its own definition or value can be read, beside what the source has. */
  readonly link: string | null
  readonly licence: string
  readonly status: MeasureStatus
  readonly confidence: Confidence
  /** Measures of one group may describe the same change: only one of them counts in a total. */
  readonly group: string | null
  readonly isTransfer: boolean
  /** Has no price of its own; the measure that prices the same change. */
  readonly valuedThrough: string | null
  readonly deadweight: string
  readonly suitsSmallSuppliers: boolean
  /** A contract shorter than this cannot show it. */
  readonly minimumMonths: number
  readonly contractKinds: readonly ContractKind[]
  readonly caution: string | null
}

export type Theme = { readonly code: string; readonly name: string }

export type Outcome = {
  readonly code: string
  readonly theme: string
  readonly name: string
  /** Words of a priority that this outcome answers. */
  readonly words: readonly string[]
}

/** Scores 0 to 5, each with what it takes. A score stands beside the numbers and never becomes pounds. */
export type RubricLevel = {
  readonly score: number
  readonly name: string
  readonly described: string
  readonly evidence: string | null
}
export type Rubric = { readonly code: string; readonly name: string; readonly levels: readonly RubricLevel[] }

/** Two groups of measures that tell of the same money twice, whoever they are about. */
export type NeverTogether = {
  readonly group: string
  readonly others: readonly string[]
  readonly why: string
}

export type Framework = {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly publishedOn: string
  readonly appliesFrom: string | null
  readonly licence: string
  readonly attribution: readonly string[]
  /** What a reader has to know before using it. */
  readonly notice: string | null
  readonly isOptionalTemplate: boolean
  readonly source: string | null
  readonly themes: readonly Theme[]
  readonly outcomes: readonly Outcome[]
  readonly measures: readonly Measure[]
  readonly rubrics: readonly Rubric[]
  readonly neverTogether: readonly NeverTogether[]
}
