import { ARRANGEMENTS, AUTHORITIES, DIRECT_AWARD_GROUNDS, RESERVATIONS, ROUTES } from '../facts.ts'
import { DATE_FIELDS } from './date-fields.ts'
import { amount, type Field, field, flag } from './field.ts'
import {
  plain,
  type Read,
  readDay,
  readList,
  readNumber,
  readText,
  readVatRate,
  readWord,
} from './read-values.ts'
import { ARRANGEMENT_WORDS, AUTHORITY_WORDS, GROUND_WORDS, RESERVATION_WORDS, ROUTE_WORDS } from './words.ts'

const nation = (raw: unknown): Read<string> => {
  const text = readText(raw)
  return text.ok ? { ok: true, value: plain(text.value) } : text
}

const MAIN: readonly Field[] = [
  field('nation', 'nation', nation, 'jurisdiction', 'country'),
  field(
    'authority',
    'authority',
    readWord(AUTHORITIES, AUTHORITY_WORDS),
    'authorityType',
    'authorityKind',
    'buyer',
    'contractingAuthority',
  ),
  field(
    'procurementCommencedOn',
    'procurementCommencedOn',
    readDay,
    'commencedOn',
    'commencementDate',
    'procurementCommenced',
    'procurementCommencementDate',
    'procurementStartedOn',
    'procurementStartDate',
    'procurementDate',
    'commencement',
  ),
  field(
    'frameworkCommencedOn',
    'frameworkCommencedOn',
    readDay,
    'frameworkProcurementCommencedOn',
    'frameworkDate',
  ),
  field('cpv', 'cpv', readList(readText), 'cpvCode', 'cpvCodes'),
  flag('lightTouch', 'isLightTouch', 'lightTouchServices', 'lightTouchContract'),
  flag('reservableLightTouch', 'isReservableLightTouch', 'reservable', 'reservableServices'),
  flag('concession', 'isConcession', 'concessionContract'),
  flag('utilities', 'isUtilities', 'utility', 'utilitiesContract', 'utilityActivity'),
  flag('defence', 'isDefence', 'defenceAndSecurity', 'defense'),
  flag(
    'regulatedHealth',
    'isRegulatedHealth',
    'healthServices',
    'providerSelectionRegime',
    'regulatedHealthProcurement',
  ),
  flag('includesServices', 'includesServices', 'withServices'),
  flag('separablePartAboveThreshold', 'hasSeparablePartAboveThreshold', 'separablePart'),
  field(
    'arrangement',
    'arrangement',
    readWord(ARRANGEMENTS, ARRANGEMENT_WORDS),
    'instrument',
    'vehicle',
    'contractKind',
  ),
  flag('singleSupplierFramework', 'isSingleSupplierFramework', 'singleSupplier'),
  field(
    'directAwardGround',
    'directAwardGround',
    readWord(DIRECT_AWARD_GROUNDS, GROUND_WORDS),
    'ground',
    'directAwardJustification',
    'justification',
  ),
  flag(
    'authorityPaysOver100m',
    'paysOver100mAYear',
    'paysOver100m',
    'pipelineAuthority',
    'authorityExpectsOver100m',
  ),
  flag('estimatedFromSpendFile', 'isFromSpendFile', 'fromSpendFile'),
  flag('advertised', 'isAdvertised', 'willAdvertise', 'advertise', 'advertisedOpenly'),
  flag(
    'preliminaryMarketEngagement',
    'hasMarketEngagement',
    'marketEngagement',
    'pme',
    'preliminaryEngagement',
  ),
  flag(
    'qualifyingPlannedProcurementNotice',
    'isQualifyingPlannedNotice',
    'qualifyingPlannedNotice',
    'qualifyingUk3',
  ),
  flag('urgency', 'isUrgent', 'urgent', 'stateOfUrgency'),
  flag(
    'electronicSubmission',
    'isElectronic',
    'electronic',
    'electronicTenders',
    'eSubmission',
    'tendersSubmittedElectronically',
  ),
  flag(
    'allDocumentsAtOnce',
    'areDocumentsAllAtOnce',
    'allDocumentsTogether',
    'allDocumentsWithNotice',
    'documentsAllAtOnce',
  ),
  flag('preselectedSuppliersOnly', 'isPreselectedOnly', 'preselectedOnly', 'preselected'),
  flag(
    'tenderPeriodAgreed',
    'isTenderPeriodAgreed',
    'negotiatedTenderPeriod',
    'negotiatedTenderingPeriod',
    'negotiatedPeriod',
    'tenderingPeriodAgreed',
  ),
  flag('participationStage', 'hasParticipationStage', 'requestsToParticipate', 'hasParticipationStage'),
  flag('standstillOffered', 'isStandstillOffered', 'voluntaryStandstill'),
  field(
    'standstillWorkingDays',
    'standstillWorkingDays',
    readNumber,
    'standstillDays',
    'voluntaryStandstillWorkingDays',
  ),
  flag('kpisNotAppropriate', 'areKpisInappropriate', 'kpisInappropriate'),
  flag('outsourcing', 'isOutsourcing', 'outsourced'),
  field(
    'maximumTermMonths',
    'maximumTermMonths',
    readNumber,
    'termMonths',
    'maxTermMonths',
    'durationMonths',
  ),
  field(
    'reservations',
    'reservations',
    readList(readWord(RESERVATIONS, RESERVATION_WORDS)),
    'reservation',
    'reservedTo',
    'reservedFor',
  ),
]

const part = (name: string, ...aliases: string[]): Field[] =>
  amount(name, 'amounts.addedPence', ...aliases).map((each) => ({ ...each, adds: true }))

const AMOUNTS: readonly Field[] = [
  ...amount(
    'estimatedValue',
    'amounts.estimatedPence',
    'value',
    'totalValue',
    'contractValue',
    'estimatedContractValue',
  ),
  ...amount('initialValue', 'amounts.initialPence', 'baseValue', 'coreValue'),
  ...part('optionsValue', 'options', 'optionValue'),
  ...part('extensionsValue', 'extensionValue', 'renewalsValue'),
  ...part('feesValue', 'fees'),
  ...part('prizesValue', 'prizes'),
  ...part('suppliedFreeValue', 'freeIssueValue'),
  ...part('alreadyPaidValue', 'alreadyPaid'),
  ...amount('relatedContractsValue', 'amounts.relatedPence', 'relatedValue', 'aggregatedWith'),
  flag('goodReasonsNotToCombine', 'amounts.hasGoodReasonsNotToCombine', 'goodReasons'),
  flag(
    'valueCannotBeEstimated',
    'amounts.cannotBeEstimated',
    'cannotBeEstimated',
    'valueUnknown',
    'unknownValue',
  ),
  field('vatRate', 'amounts.vatRateBasisPoints', readVatRate, 'vatRatePercent', 'vatPercent'),
]

export const TOP_FIELDS: readonly Field[] = [...MAIN, ...AMOUNTS, ...DATE_FIELDS]
export const ROUTE_READER = readWord(ROUTES, ROUTE_WORDS)
