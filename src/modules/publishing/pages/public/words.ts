import type { PublicStage } from '../../model/publication.ts'

const STAGE_WORDS: Readonly<Record<PublicStage, string>> = {
  planning: 'Planned',
  tender: 'Open or assessed',
  award: 'Awarded',
  contract: 'Contract',
  implementation: 'At work',
}

/** A contract whose last day is past is over, though nothing was published of its end. */
export const stageWords = (
  { stage, endsOn }: { readonly stage: PublicStage; readonly endsOn: string | null },
  on: string,
): string =>
  (stage === 'contract' || stage === 'implementation') && endsOn !== null && endsOn < on
    ? 'Over'
    : STAGE_WORDS[stage]

const QUANTITY = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 })
/** `492,750 pounds`, of an exact decimal. */
export const quantityWords = (decimal: string): string => QUANTITY.format(decimal as `${number}`)

/** What sort of pounds a value is; they are never added up. */
export const BASIS_WORDS: Readonly<Record<string, string>> = {
  spend: 'Paid locally',
  fiscal: 'Saved for public bodies',
  economic: 'Economic value',
  wellbeing: 'Wellbeing value',
  carbon: 'Carbon value',
  none: 'Counted, not priced',
}
export const basisWords = (basis: string): string => BASIS_WORDS[basis] ?? basis

export const PROMISE_STATUS_WORDS: Readonly<Record<string, string>> = {
  promised: 'Promised',
  replaced: 'Replaced',
  met: 'Kept',
  partlyMet: 'Kept in part',
  missed: 'Missed',
}

/** What a release told of, by its tag. */
export const TAG_WORDS: Readonly<Record<string, string>> = {
  planning: 'planned',
  planningUpdate: 'the plan changed',
  tender: 'opened to bids',
  tenderUpdate: 'the tender changed',
  tenderAmendment: 'the tender was amended',
  tenderCancellation: 'given up',
  award: 'awarded',
  awardUpdate: 'the award changed',
  awardCancellation: 'the award was withdrawn',
  contract: 'contract and what was promised',
  contractUpdate: 'the contract or what was promised changed',
  contractAmendment: 'the contract was amended',
  implementation: 'payments and deliveries',
  implementationUpdate: 'more payments or deliveries',
  contractTermination: 'the contract ended',
}
