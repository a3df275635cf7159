import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'

export const AUTHORITIES = [
  'council',
  'parish-council',
  'other-sub-central',
  'central-government',
  'school',
] as const
export const SUBJECTS = ['goods', 'services', 'works'] as const
export const ARRANGEMENTS = ['contract', 'framework', 'open-framework', 'call-off', 'dynamic-market'] as const
export const ROUTES = [
  'open',
  'competitive-flexible',
  'dynamic-market-award',
  'direct-award',
  'switch-to-direct-award',
  'invited-suppliers',
] as const
/** The justifications of Schedule 5, and regulations under section 42 (`protect-life`). */
export const DIRECT_AWARD_GROUNDS = [
  'prototype',
  'artistic',
  'exclusive-rights',
  'technical',
  'additional',
  'similar',
  'commodity',
  'insolvency',
  'urgency',
  'protect-life',
  'user-choice',
] as const
export const EXEMPTIONS = ['vertical', 'horizontal', 'land', 'employment', 'other'] as const
export const RESERVATIONS = [
  'uk',
  'local-area',
  'sme-vcse',
  'supported-employment',
  'public-service-mutual',
] as const

export type Authority = (typeof AUTHORITIES)[number]
export type Subject = (typeof SUBJECTS)[number]
export type Arrangement = (typeof ARRANGEMENTS)[number]
export type Route = (typeof ROUTES)[number]
export type DirectAwardGround = (typeof DIRECT_AWARD_GROUNDS)[number]
export type Reservation = (typeof RESERVATIONS)[number]

/** Days on which something was or will be done; each anchors a rule's dates. */
export const DATE_NAMES = [
  'plannedProcurementNoticeOn',
  'marketEngagementNoticeOn',
  'conflictsAssessedOn',
  'socialValueConsideredOn',
  'firstSupplierContactOn',
  'tenderNoticeOn',
  'transparencyNoticeOn',
  'participationInvitedOn',
  'participationDeadlineOn',
  'tendersInvitedOn',
  'tenderDeadlineOn',
  'assessmentSummariesOn',
  'awardNoticeOn',
  'contractEnteredOn',
  'contractDetailsNoticeOn',
  'contractCopyPublishedOn',
  'startsOn',
  'endsOn',
  'contractEndedOn',
  'terminationNoticeOn',
  'performanceEventOn',
  'performanceNoticeOn',
  'invoiceReceivedOn',
  'paymentDueOn',
  'invoicePaidOn',
  'exclusionOn',
  'exclusionNotifiedOn',
  'earlierAwardOn',
  'supplierKnewOn',
] as const
export type DateName = (typeof DATE_NAMES)[number]
export type Dates = { readonly [Name in DateName]?: PlainDate | undefined }

/** Amounts as the council writes them. Everything is brought to "including VAT" before any test (s.123(2)). */
export type Amounts = {
  readonly isVatIncluded?: boolean | undefined
  /** In hundredths of a percent: 2000 is 20 %. */
  readonly vatRateBasisPoints?: number | undefined
  /** The most that could be paid, options and extensions in it; for a concession, the most the supplier could receive. */
  readonly estimatedPence?: Pence | undefined
  /** Or in parts: the first term, and what options, extensions, fees and the like could add. */
  readonly initialPence?: Pence | undefined
  readonly addedPence?: Pence | undefined
  readonly cannotBeEstimated?: boolean | undefined
  /** Other contracts that could reasonably be one with this (Sch 3 para 4). */
  readonly relatedPence?: Pence | undefined
  readonly hasGoodReasonsNotToCombine?: boolean | undefined
}

export type Modification = {
  readonly madeOn?: PlainDate | undefined
  readonly valueBeforePence?: Pence | undefined
  readonly valueAfterPence?: Pence | undefined
  readonly valueChangePercent?: number | undefined
  readonly maximumTermMonths?: number | undefined
  readonly termChangeMonths?: number | undefined
  readonly termChangePercent?: number | undefined
  /** What earlier changes under section 74(4) already added. */
  readonly earlierSmallChangesPence?: Pence | undefined
  readonly isNewKindOfSupply?: boolean | undefined
  readonly favoursSupplier?: boolean | undefined
  readonly changesOverallNature?: boolean | undefined
  readonly isProvidedFor?: boolean | undefined
  readonly isUrgentOrProtectsLife?: boolean | undefined
  readonly isUnforeseeable?: boolean | undefined
  readonly isKnownRisk?: boolean | undefined
  readonly isIncompatibleElsewhere?: boolean | undefined
  readonly isRestructuring?: boolean | undefined
  readonly changesSupplier?: boolean | undefined
  readonly isSupplierExcluded?: boolean | undefined
  readonly couldHaveBeenMadeTogether?: boolean | undefined
  readonly changeNoticeOn?: PlainDate | undefined
  readonly standstillWorkingDays?: number | undefined
  readonly copyPublishedOn?: PlainDate | undefined
}

export type Exemption = {
  readonly kind?: (typeof EXEMPTIONS)[number] | undefined
  readonly isControlledByAuthority?: boolean | undefined
  readonly isParentUndertaking?: boolean | undefined
  readonly hasOtherDecisiveInfluence?: boolean | undefined
  readonly ownActivitiesPercent?: number | undefined
  readonly hasPrivateShares?: boolean | undefined
  readonly isJointControl?: boolean | undefined
  readonly isEveryAuthorityOnBoard?: boolean | undefined
  readonly actsAgainstAnAuthority?: boolean | undefined
  readonly hasUtilityCounterpart?: boolean | undefined
  readonly isAuthoritiesOnly?: boolean | undefined
  readonly hasCommonPublicAims?: boolean | undefined
  readonly isSolelyPublicInterest?: boolean | undefined
  readonly otherActivitiesPercent?: number | undefined
}

export type Payment = {
  readonly amountPence?: Pence | undefined
  readonly madeOn?: PlainDate | undefined
  readonly publishedOn?: PlainDate | undefined
}

/** The facts of one purchase. A fact left out is not known; `checkFacts` says which of them must be. */
export type Facts = {
  readonly nation?: string | undefined
  readonly authority?: Authority | undefined
  readonly procurementCommencedOn?: PlainDate | undefined
  /** For a call-off: when the procurement of its framework commenced. */
  readonly frameworkCommencedOn?: PlainDate | undefined
  readonly subject?: Subject | undefined
  readonly cpv?: readonly string[] | undefined
  readonly isLightTouch?: boolean | undefined
  readonly isReservableLightTouch?: boolean | undefined
  readonly isConcession?: boolean | undefined
  readonly isUtilities?: boolean | undefined
  readonly isDefence?: boolean | undefined
  readonly isRegulatedHealth?: boolean | undefined
  readonly includesServices?: boolean | undefined
  readonly hasSeparablePartAboveThreshold?: boolean | undefined
  readonly arrangement?: Arrangement | undefined
  readonly isSingleSupplierFramework?: boolean | undefined
  readonly route?: Route | undefined
  readonly directAwardGround?: DirectAwardGround | undefined
  readonly amounts?: Amounts | undefined
  readonly paysOver100mAYear?: boolean | undefined
  readonly isFromSpendFile?: boolean | undefined
  readonly isAdvertised?: boolean | undefined
  readonly hasMarketEngagement?: boolean | undefined
  readonly isQualifyingPlannedNotice?: boolean | undefined
  readonly isUrgent?: boolean | undefined
  readonly isElectronic?: boolean | undefined
  readonly areDocumentsAllAtOnce?: boolean | undefined
  readonly isPreselectedOnly?: boolean | undefined
  readonly isTenderPeriodAgreed?: boolean | undefined
  readonly hasParticipationStage?: boolean | undefined
  readonly isStandstillOffered?: boolean | undefined
  readonly standstillWorkingDays?: number | undefined
  readonly areKpisInappropriate?: boolean | undefined
  readonly isOutsourcing?: boolean | undefined
  readonly maximumTermMonths?: number | undefined
  readonly reservations?: readonly Reservation[] | undefined
  readonly hasMutualWonBefore?: boolean | undefined
  readonly dates?: Dates | undefined
  readonly payment?: Payment | undefined
  readonly modification?: Modification | undefined
  readonly exemption?: Exemption | undefined
}
