import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { LifeRefusal, SubContractor } from '../model/life.ts'

export type SubContractorDraft = Pick<SubContractor, 'above' | 'name' | 'number' | 'work' | 'valuePence'>

/** A sub-contractor works for the supplier, or for a sub-contractor of this contract that is still there. */
export const decideSubContractor = (
  known: readonly SubContractor[],
  draft: SubContractorDraft,
): Decision<SubContractorDraft, LifeRefusal> =>
  draft.above === null || known.some(({ id, leftOn }) => id === draft.above && leftOn === null)
    ? accept(draft)
    : refuse('sub-contractor-unknown')

export type Tiered = SubContractor & { readonly tier: number }

/** Sub-contractors as a tree read from the top: tier 1 works for the supplier, tier 2 for one of those. */
export const inTiers = (all: readonly SubContractor[]): Tiered[] => {
  const below = (above: string | null, tier: number): Tiered[] =>
    all.flatMap((one) => (one.above === above ? [{ ...one, tier }, ...below(one.id, tier + 1)] : []))
  return below(null, 1)
}
