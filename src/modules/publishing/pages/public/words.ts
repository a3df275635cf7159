import type { PublicStage } from '../../model/publication.ts'

export const STAGE_WORDS: Readonly<Record<PublicStage, string>> = {
  planning: 'Planned',
  tender: 'Open or assessed',
  award: 'Awarded',
  contract: 'Contract',
  implementation: 'At work',
}

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
