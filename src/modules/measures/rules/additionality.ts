import { type Exact, ONE } from './exact.ts'

/** What is left of one after a share is taken away. */
export const remainder = (share: Exact): Exact => ONE.minus(share)

/** What is left of the gross change after each share in turn: deadweight, displacement, attribution to others. */
export const netShare = (shares: readonly Exact[]): Exact =>
  shares.reduce((left, share) => left.times(remainder(share)), ONE)

/** What is left of the effect in its n-th year (0 = first) when it loses the same share every year. */
export const leftAfterDropOff = (dropOff: Exact, year: number): Exact => remainder(dropOff).pow(year)

export type AdditionalityCase = {
  readonly gross: Exact
  readonly leakage: Exact
  readonly displacement: Exact
  readonly substitution: Exact
  readonly multiplier: Exact
}

const netOf = (it: AdditionalityCase): Exact =>
  it.gross.times(netShare([it.leakage, it.displacement, it.substitution])).times(it.multiplier)

/**
 * The additionality guide's form: net of the intervention less net of what would have happened anyway.
 * AI = GI(1-L)(1-Dp)(1-S)M - GI*(1-L*)(1-Dp*)(1-S*)M*. English Partnerships (2008), HCA Additionality Guide 4th ed. (2014).
 */
export const additionalImpact = (intervention: AdditionalityCase, reference: AdditionalityCase): Exact =>
  netOf(intervention).minus(netOf(reference))
