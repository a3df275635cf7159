import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { AdaptRefusal, Weight } from '../model/adaptation.ts'

const WEIGHT = /^(?:10(?:\.0{1,2})?|\d(?:\.\d{1,2})?)$/

/** A weight for a ward or a priority, with its reason: 0 to 10, two decimals. */
export const decideWeight = (given: Weight): Decision<Weight, AdaptRefusal> => {
  if (given.target.id.trim() === '') return refuse('target-missing')
  if (!WEIGHT.test(given.weight.trim())) return refuse('weight-out-of-range')
  if (given.because.trim() === '') return refuse('because-missing')
  return accept({
    ...given,
    target: { ...given.target, id: given.target.id.trim() },
    weight: given.weight.trim(),
    because: given.because.trim(),
  })
}

const bare = (text: string): string => text.trim().toLowerCase()

/**
 * How much a measure matters here: the product of its weights for the ward and the priority asked about, 1 where none
 * was set. It orders suggestions and is shown beside them; it never changes pounds.
 */
export const weightOf = (
  measure: string,
  weights: readonly Weight[],
  targets: readonly Weight['target'][],
): number =>
  weights
    .filter(
      (each) =>
        each.measure === measure &&
        targets.some(({ kind, id }) => kind === each.target.kind && bare(id) === bare(each.target.id)),
    )
    .reduce((product, { weight }) => product * Number(weight), 1)
