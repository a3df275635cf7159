/** Closed codelists of OCDS 1.1.5: no other code is allowed (https://standard.open-contracting.org/1.1/en/schema/codelists/). */
export const RELEASE_TAGS = [
  'planning',
  'planningUpdate',
  'tender',
  'tenderAmendment',
  'tenderUpdate',
  'tenderCancellation',
  'award',
  'awardUpdate',
  'awardCancellation',
  'contract',
  'contractUpdate',
  'contractAmendment',
  'implementation',
  'implementationUpdate',
  'contractTermination',
  'compiled',
] as const
export type ReleaseTag = (typeof RELEASE_TAGS)[number]

export const TENDER_STATUSES = [
  'planning',
  'planned',
  'active',
  'cancelled',
  'unsuccessful',
  'complete',
  'withdrawn',
] as const
export const AWARD_STATUSES = ['pending', 'active', 'cancelled', 'unsuccessful'] as const
export const CONTRACT_STATUSES = ['pending', 'active', 'cancelled', 'terminated'] as const
export const METHODS = ['open', 'selective', 'limited', 'direct'] as const
export const CATEGORIES = ['goods', 'works', 'services'] as const
export const MILESTONE_STATUSES = ['scheduled', 'met', 'notMet', 'partiallyMet'] as const

/** Codelists of our own extension; extension/codelists has them with their meaning. */
export const SOCIAL_VALUE_BASES = ['spend', 'fiscal', 'economic', 'wellbeing', 'carbon', 'none'] as const
export const COMMITMENT_STATUSES = ['promised', 'replaced', 'met', 'partlyMet', 'missed'] as const
export const DELIVERY_STATUSES = ['reported', 'verified', 'partlyVerified', 'rejected'] as const
