import { expect } from 'vitest'
import { type Exact, exact } from './rules/exact.ts'

/** How near a published figure can be reached, in the words of whoever gathered the examples. */
export type Match =
  | 'exact to published rounding'
  | 'within rounding of published inputs (not exact)'
  | 'rule published, numbers ours'
  | 'constructed by us, no published output'
  | 'derived by us'
  | 'published inputs only, output computed by us'
  | 'rule published, no numeric output'

/** Ours, rounded as the published figure is printed, is that figure: its last printed digit decides. */
export const reachesExactly = (ours: Exact, published: string): void => {
  const decimals = published.split('.')[1]?.length ?? 0
  expect(ours.toFixed(decimals)).toBe(exact(published).toFixed(decimals))
}

/** Ours differs from the published figure by exactly so much, for the reason the test gives. */
export const differsBy = (ours: Exact, published: string, difference: string): void => {
  const decimals = difference.split('.')[1]?.length ?? 0
  expect(ours.minus(published).toFixed(decimals)).toBe(exact(difference).toFixed(decimals))
}

/** Every example there is, with how near it is reached; a test holds the list to the gathered file. */
export const COVERED: Readonly<Record<string, Match>> = {
  'gmca-uprating': 'exact to published rounding',
  'gmca-public-value': 'exact to published rounding',
  'gmca-homelessness-build': 'exact to published rounding',
  'gmca-parenting': 'exact to published rounding',
  'gmca-dv': 'exact to published rounding',
  'wellby-package': 'exact to published rounding',
  'wellby-jacobs': 'exact to published rounding',
  'carbon-npv': 'exact to published rounding',
  discount: 'exact to published rounding',
  'sroi-employment': 'exact to published rounding',
  'sroi-befriending': 'exact to published rounding',
  'rlw-2025': 'exact to published rounding',
  'rlw-2023': 'exact to published rounding',
  'rlw-2026-gap': 'derived by us',
  'ons-volunteering': 'within rounding of published inputs (not exact)',
  'wrap-meals': 'within rounding of published inputs (not exact)',
  'ho-crime': 'exact to published rounding',
  rotherham: 'published inputs only, output computed by us',
  'lm3-northumberland': 'exact to published rounding',
  'fsb-cles': 'within rounding of published inputs (not exact)',
  preston: 'published inputs only, output computed by us',
  'lm3-formula': 'constructed by us, no published output',
  'cheshire-west': 'exact to published rounding',
  'ppn-regime': 'rule published, no numeric output',
}
