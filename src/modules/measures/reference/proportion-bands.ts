import type { ProportionBand } from '../rules/proportionality.ts'

const pounds = (amount: number): number => amount * 100

/**
 * How much to ask, by whole-life value including VAT. A suggestion: councils publish caps (Bradford: at most six
 * measures a tender, from £100,000), small suppliers ask for one question on small contracts, and section 52 of the
 * Procurement Act 2023 wants at least three indicators over £5 million. An authority may set its own bands.
 */
export const PROPORTION_BANDS: readonly ProportionBand[] = [
  { fromPence: 0, min: 0, max: 1, indicators: 0, reasons: ['one-plain-question'] },
  { fromPence: pounds(30_000), min: 1, max: 2, indicators: 0, reasons: ['small-contract'] },
  { fromPence: pounds(100_000), min: 2, max: 4, indicators: 1, reasons: ['middle-contract'] },
  { fromPence: pounds(1_000_000), min: 3, max: 6, indicators: 2, reasons: ['large-contract', 'six-at-most'] },
  {
    fromPence: pounds(5_000_000),
    min: 4,
    max: 8,
    indicators: 3,
    reasons: ['largest-contract', 'section-52'],
  },
]
