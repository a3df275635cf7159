import { DATE_NAMES, type DateName } from '../facts.ts'
import { type Field, field } from './field.ts'
import { readDay } from './read-values.ts'

const DATE_ALIASES: Readonly<Partial<Record<DateName, readonly string[]>>> = {
  plannedProcurementNoticeOn: [
    'uk3On',
    'uk3PublishedOn',
    'plannedProcurementNoticePublishedOn',
    'plannedProcurementNotice',
  ],
  marketEngagementNoticeOn: [
    'uk2On',
    'uk2PublishedOn',
    'preliminaryMarketEngagementNoticeOn',
    'preliminaryMarketEngagementNoticePublishedOn',
  ],
  conflictsAssessedOn: ['conflictsAssessmentOn', 'conflictsAssessmentPreparedOn'],
  socialValueConsideredOn: ['socialValueRecordOn', 'svaRecordOn', 'socialValueActRecordOn'],
  firstSupplierContactOn: ['firstContactOn', 'supplierContactedOn'],
  tenderNoticeOn: ['uk4On', 'uk4PublishedOn', 'tenderNoticePublishedOn', 'tenderNotice'],
  transparencyNoticeOn: ['uk5On', 'uk5PublishedOn', 'transparencyNoticePublishedOn'],
  participationInvitedOn: ['requestsInvitedOn', 'requestsToParticipateInvitedOn'],
  participationDeadlineOn: ['requestsDeadlineOn', 'participationDeadline'],
  tendersInvitedOn: ['invitationToTenderOn', 'ittOn', 'tenderInvitedOn', 'invitedOn', 'invitationOn'],
  tenderDeadlineOn: ['tendersDueOn', 'tenderDeadline', 'deadlineOn'],
  assessmentSummariesOn: ['assessmentSummariesSentOn', 'summariesSentOn'],
  awardNoticeOn: [
    'uk6On',
    'uk6PublishedOn',
    'contractAwardNoticeOn',
    'contractAwardNoticePublishedOn',
    'awardNoticePublishedOn',
  ],
  contractEnteredOn: [
    'enteredIntoOn',
    'contractSignedOn',
    'signedOn',
    'contractEnteredIntoOn',
    'contractDate',
    'entryDate',
  ],
  contractDetailsNoticeOn: ['uk7On', 'uk7PublishedOn', 'contractDetailsNoticePublishedOn'],
  contractCopyPublishedOn: ['contractPublishedOn'],
  startsOn: ['startDate', 'contractStartsOn', 'contractStartDate', 'startOn'],
  endsOn: ['endDate', 'contractEndsOn', 'contractEndDate', 'endOn'],
  contractEndedOn: ['terminatedOn', 'endedOn', 'contractTerminatedOn', 'terminationDate'],
  terminationNoticeOn: ['uk11On', 'uk11PublishedOn', 'contractTerminationNoticeOn'],
  performanceEventOn: ['breachOn', 'breachEventOn', 'poorPerformanceOn', 'performanceTriggerOn'],
  performanceNoticeOn: ['uk9On', 'uk9PublishedOn'],
  invoiceReceivedOn: ['invoiceOn', 'invoiceDate'],
  paymentDueOn: ['invoiceDueOn', 'dueOn'],
  invoicePaidOn: ['paidOn'],
  exclusionOn: ['excludedOn', 'supplierExcludedOn'],
  earlierAwardOn: ['previousAwardOn', 'earlierContractAwardedOn'],
}
export const DATE_FIELDS: readonly Field[] = DATE_NAMES.map((name) =>
  field(name, `dates.${name}`, readDay, ...(DATE_ALIASES[name] ?? [])),
)
