import { formatDate } from '../../../platform/views/views.ts'
import type {
  AdjustmentStatus,
  LifeRefusal,
  NoticeStatus,
  PerformanceNotice,
  Rating,
  Way,
} from '../model/life.ts'

type Facts = Readonly<Record<string, string | number>> | undefined

const REFUSALS: Readonly<Record<LifeRefusal, (facts: Facts) => string>> = {
  'code-unknown': () =>
    'This code is not known, was used or has run out. Ask the contract manager at the council for a new one',
  'already-linked': () => 'Your organisation reports on this contract already',
  'sub-contractor-unknown': () => 'Choose a sub-contractor that still works on this contract',
  'assessment-to-come': () => 'Enter a period that is over: an assessment is of a time gone by',
  'period-upside-down': () => 'The last day is before the first. Check both days',
  'rating-beside-target': () => 'Say why: the rating is “Other”, or it differs from what the figure suggests',
  'indicator-closed': () => 'This indicator is closed',
  'reason-needed': () => 'Enter a reason',
  'chance-needed': () => 'First give the supplier a proper chance to improve, and write it down',
  'chance-not-over': (facts) =>
    `The chance to improve runs until ${formatDate(String(facts?.until))}. Wait for it to end`,
  'event-to-come': () => 'Enter a day that is not in the future',
  'own-approval': () => 'Whoever wrote it cannot approve it. Ask a colleague',
  'approved-already': () => 'You have approved it already. Somebody else has to',
  'not-open': () => 'It is settled already',
  'held-in-future': () => 'Enter a day that is not in the future: a review that was held',
  'not-an-agreed-way': () => 'This way to adjust was not agreed for this review point',
  'nothing-changes': () => 'Enter what changes: the value, the last day or a commitment',
  'swap-needs-both': () => 'Choose the commitment that goes, and write down the one that comes in its place',
  'swap-worth-less': (facts) =>
    `What comes is worth ${facts?.comes}, and what goes is worth ${facts?.goes}. Offer at least as much`,
  'swap-other-basis': () =>
    'What goes and what comes are different kinds of value, which are never set off against each other',
  'swap-not-priced': () => 'Both commitments need the value of one unit, or they cannot be compared',
  'not-allowed-by-law': () => 'No way of section 74 is open for this change. It needs a new procurement',
  'law-not-settled': () => 'More must be known before it can be said whether the law allows this change',
  'change-notice-first': () => 'Publish the contract change notice first, and enter the day it was published',
  'approvals-missing': (facts) => `It has ${facts?.has} of the ${facts?.needs} approvals it needs`,
  'approved-so-settled': () => 'Somebody has approved it, so it stands as it is. Withdraw it and begin again',
  'ends-before-start': () => 'The last day is before the first. Check both days',
  'award-known': () => 'This award has become a contract already',
  'nothing-to-confirm': () => 'There is no hand-over pack for this contract',
  'confirmed-already': () => 'This side has confirmed the hand-over already',
}

export const lifeSentence = (refused: { readonly refusal: LifeRefusal; readonly facts?: Facts }): string =>
  REFUSALS[refused.refusal](refused.facts)

/** The names are those of the Procurement Regulations 2024, reg. 39(5). */
export const RATING_NAMES: Readonly<Record<Rating, string>> = {
  good: 'Good',
  approaching: 'Approaching target',
  'requires-improvement': 'Requires improvement',
  inadequate: 'Inadequate',
  other: 'Other',
}
export const RATING_HINTS: Readonly<Record<Rating, string>> = {
  good: 'At or above the indicator',
  approaching: 'Close to it',
  'requires-improvement': 'Below it',
  inadequate: 'Significantly below it',
  other: 'None of the others describes it; say how it is',
}
export const WAY_NAMES: Readonly<Record<Way, string>> = {
  scope: 'Change what is done',
  volume: 'Change how much is done',
  'price-index': 'Let prices follow an index',
  term: 'Change how long it runs',
  swap: 'Swap a commitment for one of at least equal value',
}
export const ADJUSTMENT_NAMES: Readonly<Record<AdjustmentStatus, string>> = {
  proposed: 'Under test',
  made: 'Made',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
}
export const NOTICE_NAMES: Readonly<Record<NoticeStatus, string>> = {
  chance: 'Chance to improve',
  proposed: 'Waits for approval',
  approved: 'Approved twice',
  withdrawn: 'Withdrawn',
}
export const NOTICE_KIND_NAMES: Readonly<Record<PerformanceNotice['kind'], string>> = {
  'poor-performance': 'Poor performance',
  breach: 'Breach that led to termination, damages or a settlement',
}
