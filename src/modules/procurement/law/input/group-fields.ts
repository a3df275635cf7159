import { EXEMPTIONS } from '../facts.ts'
import { amount, type Field, field, flag } from './field.ts'
import { readDay, readNumber, readWord } from './read-values.ts'
import { EXEMPTION_WORDS } from './words.ts'

export const PAYMENT_FIELDS: readonly Field[] = [
  ...amount('amount', 'payment.amountPence', 'value'),
  field('madeOn', 'payment.madeOn', readDay, 'paidOn', 'date', 'on', 'paymentOn'),
  field('publishedOn', 'payment.publishedOn', readDay),
]

export const MODIFICATION_FIELDS: readonly Field[] = [
  field('madeOn', 'modification.madeOn', readDay, 'on', 'date', 'modifiedOn'),
  ...amount('valueBefore', 'modification.valueBeforePence', 'originalValue', 'before'),
  ...amount('valueAfter', 'modification.valueAfterPence', 'newValue', 'after'),
  field('valueChangePercent', 'modification.valueChangePercent', readNumber, 'valuePercent'),
  field(
    'maximumTermMonths',
    'modification.maximumTermMonths',
    readNumber,
    'originalTermMonths',
    'maxTermMonths',
  ),
  field('termChangeMonths', 'modification.termChangeMonths', readNumber, 'extensionMonths'),
  field('termChangePercent', 'modification.termChangePercent', readNumber, 'termPercent'),
  ...amount(
    'earlierSmallChangesValue',
    'modification.earlierSmallChangesPence',
    'earlierChangesValue',
    'previousChangesValue',
  ),
  flag(
    'newKindOfSupply',
    'modification.isNewKindOfSupply',
    'changesScope',
    'scopeChange',
    'materialScopeChange',
  ),
  flag('favoursSupplier', 'modification.favoursSupplier', 'economicBalanceToSupplier', 'economicShift'),
  flag('changesOverallNature', 'modification.changesOverallNature', 'changesNature'),
  flag('providedFor', 'modification.isProvidedFor', 'providedForInContractAndNotice'),
  flag('urgentOrProtectsLife', 'modification.isUrgentOrProtectsLife', 'urgent', 'urgency'),
  flag('unforeseeable', 'modification.isUnforeseeable', 'unforeseen'),
  flag('knownRisk', 'modification.isKnownRisk'),
  flag('incompatibleElsewhere', 'modification.isIncompatibleElsewhere', 'additionalSupply'),
  flag('restructuring', 'modification.isRestructuring', 'corporateRestructuring'),
  flag('changesSupplier', 'modification.changesSupplier', 'supplierChange'),
  flag('supplierExcluded', 'modification.isSupplierExcluded'),
  flag('couldHaveBeenMadeTogether', 'modification.couldHaveBeenMadeTogether', 'split'),
  field('changeNoticeOn', 'modification.changeNoticeOn', readDay, 'uk10On', 'uk10PublishedOn'),
  field('standstillWorkingDays', 'modification.standstillWorkingDays', readNumber),
  field('copyPublishedOn', 'modification.copyPublishedOn', readDay),
]

export const EXEMPTION_FIELDS: readonly Field[] = [
  field('kind', 'exemption.kind', readWord(EXEMPTIONS, EXEMPTION_WORDS), 'type'),
  flag('isControlledByAuthority', 'exemption.isControlledByAuthority', 'controlled'),
  flag('isParentUndertaking', 'exemption.isParentUndertaking', 'parentUndertaking'),
  flag('hasOtherDecisiveInfluence', 'exemption.hasOtherDecisiveInfluence', 'otherDecisiveInfluence'),
  field(
    'ownActivitiesPercent',
    'exemption.ownActivitiesPercent',
    readNumber,
    'activitiesPercent',
    'activitiesForAuthorityPercent',
  ),
  flag('hasPrivateShares', 'exemption.hasPrivateShares', 'privateShares', 'privateShareholders'),
  flag('isJointControl', 'exemption.isJointControl', 'jointControl'),
  flag('isEveryAuthorityOnBoard', 'exemption.isEveryAuthorityOnBoard', 'everyAuthorityOnBoard'),
  flag('actsAgainstAnAuthority', 'exemption.actsAgainstAnAuthority', 'actsAgainstInterests'),
  flag('hasUtilityCounterpart', 'exemption.hasUtilityCounterpart', 'publicUndertakingOrUtility'),
  flag('isAuthoritiesOnly', 'exemption.isAuthoritiesOnly', 'authoritiesOnly'),
  flag('hasCommonPublicAims', 'exemption.hasCommonPublicAims', 'commonObjectives'),
  flag('isSolelyPublicInterest', 'exemption.isSolelyPublicInterest', 'solelyPublicInterest'),
  field('otherActivitiesPercent', 'exemption.otherActivitiesPercent', readNumber),
]

export const EXEMPTION_READER = readWord(EXEMPTIONS, EXEMPTION_WORDS)
