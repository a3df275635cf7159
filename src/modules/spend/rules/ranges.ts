import type { Tier } from '../model.ts'

/** How much stays in a place and all inside it: as known, and what it could be if all of the unknown part were there. */
export type TierRange = {
  readonly key: string
  readonly placeName: string
  readonly pence: number
  readonly leastShare: number | null
  readonly mostShare: number | null
  readonly mostPence: number
}

/**
 * The range that the unknown part allows for each place of the ladder: none of it is there, or all of it is. The truth lies
 * between; no share is spread over what nobody knows.
 */
export const deriveRanges = (tiers: readonly Tier[]): TierRange[] => {
  const total = tiers.reduce((sum, tier) => sum + tier.pence, 0)
  const unknown = tiers.find((tier) => tier.kind === 'unknown')?.pence ?? 0
  return tiers
    .filter((tier) => tier.kind === 'place')
    .map((tier) => ({
      key: tier.key,
      placeName: tier.placeName ?? '',
      pence: tier.withinPence,
      mostPence: tier.withinPence + unknown,
      leastShare: total > 0 ? tier.withinPence / total : null,
      mostShare: total > 0 ? (tier.withinPence + unknown) / total : null,
    }))
}
