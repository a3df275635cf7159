import type { ChangeQuestion } from '../model/life.ts'

/** What people are asked about a change: the tests of section 74 and Schedule 8, in an officer's words. */
export const CHANGE_WORDS: Readonly<Record<ChangeQuestion, string>> = {
  isNewKindOfSupply: 'Does a kind of supply come in that was not in the contract?',
  favoursSupplier: 'Does the economic balance move materially to the supplier?',
  changesOverallNature: 'Does the overall nature of the contract change?',
  isProvidedFor: 'Do the contract and its tender or transparency notice provide for it unambiguously?',
  isUrgentOrProtectsLife: 'Could its purpose be met by a direct award for urgency or to protect life?',
  isUnforeseeable: 'Could the circumstances not reasonably have been foreseen?',
  isKnownRisk:
    'Is it a risk that the notice named, with the possibility of a change, that came about without fault?',
  isIncompatibleElsewhere:
    'Would supply from another be incompatible, with substantial duplication of costs?',
  couldHaveBeenMadeTogether: 'Could it reasonably have been made together with another change?',
}
