import { createHash } from 'node:crypto'
import type { Competition } from './model.ts'

/**
 * Everything that decides how bids are scored, as text that does not depend on the order or the spelling of the input.
 * No bid is in it: taken when the tender is published, it shows later whether the criteria are still the same.
 */
const criteriaText = (competition: Competition): string => {
  const { totalWeight, leaves, groups, conditions, rounding, ranking, tieBreaks, abnormallyLow } = competition
  const byPath = <Item extends { readonly path: readonly string[] }>(items: readonly Item[]): Item[] =>
    items.toSorted((a, b) => (a.path.join('\u0000') < b.path.join('\u0000') ? -1 : 1))
  return JSON.stringify({
    totalWeight,
    leaves: byPath(leaves).map(({ index: _index, ...leaf }) => leaf),
    groups: byPath(groups).map(({ path, weight, leastPoints }) => ({ path, weight, leastPoints })),
    conditions: conditions.toSorted(),
    rounding,
    ranking,
    tieBreaks: tieBreaks.map((tieBreak) => (tieBreak.by === 'price' ? 'price' : tieBreak.name)),
    abnormallyLow: abnormallyLow.isStated ? abnormallyLow : null,
  })
}

/** SHA-256 of the criteria, weights, methods, rounding and tie-breaks, in hexadecimal. */
export const criteriaFingerprint = (competition: Competition): string =>
  createHash('sha256').update(criteriaText(competition)).digest('hex')
