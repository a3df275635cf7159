import type { GroupSum, Tier } from '../model.ts'

/** A place of the authority's home ladder, innermost first. */
export type Rung = { readonly id: string; readonly name: string }

const share = (pence: number, total: number): number | null => (total > 0 ? pence / total : null)

const labelOf = (ladder: readonly Rung[], index: number): string => {
  const name = ladder[index]?.name ?? ''
  return index === 0 ? `In ${name}` : `Rest of ${name}`
}

/**
 * The money map: what was paid in each place of the home ladder, in the rest of the United Kingdom, abroad,
 * and where nobody knows. What is unknown is a band of its own and never spread over the others.
 */
export const deriveTiers = (sums: readonly GroupSum[], ladder: readonly Rung[]): Tier[] => {
  const byKey = new Map(sums.map((sum) => [sum.key ?? 'unknown', sum]))
  const total = sums.reduce((pence, sum) => pence + sum.pence, 0)
  let within = 0
  const tier = (key: string, label: string, kind: Tier['kind'], placeName: string | null): Tier => {
    const sum = byKey.get(key)
    const pence = sum?.pence ?? 0
    within += pence
    const isPlace = kind === 'place'
    return {
      key,
      label,
      kind,
      placeName,
      payees: sum?.payees ?? 0,
      payments: sum?.payments ?? 0,
      pence,
      share: share(pence, total),
      withinPence: isPlace ? within : pence,
      withinShare: isPlace ? share(within, total) : null,
    }
  }
  return [
    ...ladder.map((rung, index) => tier(rung.id, labelOf(ladder, index), 'place', rung.name)),
    tier(
      'rest-of-uk',
      ladder.length > 0 ? 'Rest of the United Kingdom' : 'In the United Kingdom',
      'elsewhere',
      null,
    ),
    tier('abroad', 'Abroad', 'elsewhere', null),
    tier('unknown', 'Place not known', 'unknown', null),
  ]
}

/**
 * What leaves a place: known to be paid outside it. The unknown part is not counted as leaving; it is the
 * range that the true figure may have on top.
 */
export const calculateLeakage = (
  tiers: readonly Tier[],
  rungIndex: number,
): { pence: number; share: number | null; unknownPence: number } => {
  const total = tiers.reduce((pence, tier) => pence + tier.pence, 0)
  const unknownPence = tiers.find((tier) => tier.kind === 'unknown')?.pence ?? 0
  const pence = tiers
    .filter((tier, index) => tier.kind !== 'unknown' && index > rungIndex)
    .reduce((sum, tier) => sum + tier.pence, 0)
  return { pence, share: share(pence, total), unknownPence }
}
