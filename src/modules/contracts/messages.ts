import { FILE_REFUSALS } from '../../platform/uploads/file-words.ts'
import { formatCount, formatDate } from '../../platform/views/views.ts'
import type { EvidenceRefusal } from './actions/evidence.ts'
import type { ContractsRefusal, DeliveryStatus, Source, TermState } from './model.ts'
import type { RowFinding } from './reading/read-register.ts'
import type { SupplierLists } from './reading/supplier-list.ts'
import type { CommitmentState } from './rules/progress.ts'
import type { SpendOfContract } from './rules/spend-of-contract.ts'

type Facts = Readonly<Record<string, string | number>> | undefined

const REFUSALS: Readonly<Record<ContractsRefusal, (facts: Facts) => string>> = {
  'reference-taken': () => 'Another contract has this reference. Enter one of its own',
  'ends-before-start': () => 'The last day is before the first. Check both days',
  'extension-not-later': () => 'Enter a day after the last day and after the options before',
  'extension-without-end': () => 'A contract without a last day cannot be extended. Enter its last day first',
  'extension-unknown': () => 'There is no such option',
  'extension-taken': () => 'This option is taken already',
  'taken-in-future': () => 'Enter a day that is not in the future',
  'schedule-differs': (facts) =>
    `The years add up to ${facts?.planned}, and ${facts?.promised} are promised. Make them the same`,
  'priority-unknown': () => 'Choose a priority of an adopted document',
  'scale-without-value': () =>
    'What grows with spending needs the value of the contract to grow by. Enter the value first',
  'delivery-in-future': () => 'Enter days that are not in the future: a delivery is something done',
  'period-upside-down': () => 'The last day is before the first. Check both days',
  'more-than-activity': (facts) =>
    `Only ${facts?.left} of this activity is left; other contracts have the rest`,
  'activity-differs': (facts) =>
    `This activity was reported before, with ${facts?.quantity} ${facts?.unit} in all. Enter the same, or another name`,
  'activity-on-same-contract': () => 'This contract has reported its share of this activity already',
  'maybe-shared': (facts) =>
    `This supplier has “${facts?.activity}” shared out between its contracts, in the same days and of the same measure. Say whether this is part of it`,
  'maybe-counted': (facts) =>
    `“${facts?.title}” of ${facts?.contract} is verified for the same supplier, days and measure. Tick that this is another one, or reject what is counted already`,
  'already-decided': () => 'This delivery was decided on already',
  'reason-needed': () => 'Enter a reason that the supplier can read',
  'more-than-reported': (facts) =>
    `Enter less than the ${facts?.reported} that were reported, or accept all of it`,
  'nothing-accepted': () => 'Enter how much you accept, or reject it',
  'commitment-has-deliveries': () =>
    'Deliveries were reported to this commitment, so quantity, unit and measure stand still',
  'not-asked': () => 'Nobody has asked about this delivery',
  'commitment-over': () => 'This commitment did not hold then. Choose the one that took its place',
  'personal-data': () => '',
}

export const refusalSentence = (refused: {
  readonly refusal: ContractsRefusal
  readonly facts?: Readonly<Record<string, string | number>>
}): string => REFUSALS[refused.refusal](refused.facts)

export const TERM_NAMES: Readonly<Record<TermState, string>> = {
  'to-come': 'To come',
  running: 'Running',
  ending: 'Ends within six months',
  ended: 'Ended',
  'not-known': 'Term not known',
}
export const SOURCE_NAMES: Readonly<Record<Source, string>> = {
  form: 'Entered by hand',
  file: 'From a file',
  'open-data': 'From open data',
  award: 'From an award',
}
export const COMMITMENT_NAMES: Readonly<Record<CommitmentState, string>> = {
  exceeded: 'More than promised',
  kept: 'Kept',
  'on-track': 'On track',
  behind: 'Behind',
  'at-risk': 'At risk',
  'not-due': 'Not due yet',
  missed: 'Missed',
  replaced: 'Replaced',
}
export const DELIVERY_NAMES: Readonly<Record<DeliveryStatus, string>> = {
  reported: 'Waits for a decision',
  asked: 'Asked about',
  accepted: 'Verified',
  partly: 'Verified in part',
  rejected: 'Rejected',
}
export const BASIS_NAMES: Readonly<Record<string, string>> = {
  spend: 'Money spent',
  fiscal: 'Public money saved',
  economic: 'Output and earnings',
  wellbeing: 'Wellbeing',
  carbon: 'Carbon',
  none: 'Counted, not priced',
}

export const SPEND_WORDS: Readonly<Record<SpendOfContract['how'], string>> = {
  'by-reference': 'Payments to the supplier within the term that bear this contract’s reference',
  'only-contract':
    'All payments to the supplier within the term: no payment bears the reference, and this is the supplier’s only contract here',
  'several-suppliers':
    'Not known: the contract has several suppliers, and payments are linked to the first alone',
  'several-contracts':
    'Not known: the supplier has other contracts here, and no payment bears this reference',
  'nothing-paid': 'Not known: no payment to this supplier within the term is in the payment files',
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  reference: 'reference',
  title: 'title',
  description: 'description',
  department: 'department',
  lot: 'lot',
  supplierName: 'supplier',
  companyNumber: 'company number',
  charityNumber: 'charity number',
  value: 'value',
  startsOn: 'first day',
  endsOn: 'last day',
  manager: 'contract manager',
  supplierContact: 'contact at the supplier',
  irrecoverableVat: 'VAT that cannot be recovered',
  invitation: 'invitation to quote or tender',
  isSme: 'small or medium-sized enterprise',
  isVcse: 'voluntary or community sector organisation',
  cpv: 'CPV codes',
}
export const roleWords = (role: string): string => ROLE_WORDS[role] ?? role

const seen = ({ seen: text }: RowFinding): string => (text === '' ? 'an empty cell' : `“${text}”`)

const FINDINGS: Readonly<Record<RowFinding['code'], (finding: RowFinding) => string>> = {
  'no-title': () => 'has no title',
  'no-supplier': () => 'has no supplier',
  'not-a-day': (one) => `${seen(one)} is not a day. Write 31/03/2028 or 2028-03-31`,
  'not-an-amount': (one) => `${seen(one)} is not an amount. Write 12,000 or £12,000.00`,
  'ends-before-start': (one) => `ends before it starts: ${one.seen}`,
  'too-long': (one) => `${seen(one)} … is too long`,
  formula: (one) => `${seen(one)} is a formula. Enter its result instead`,
  'reference-twice': (one) => `${seen(one)} stands in the file twice. Give each contract its own`,
  'left-open': (one) => `${seen(one)} was left open`,
  'no-number': () => 'has no company or charity number; payments are linked by the supplier’s name',
  'not-a-list': (one) =>
    `the list in brackets cannot be read from ${seen(one)} on. An entry is [Name|Address|Ref type|Ref Number|Is SME|Is VCSE]`,
  'several-suppliers': (one) =>
    `${one.count} suppliers, and all are kept. ${seen(one)} stands first and in the register`,
  'no-reference': (one) => `has no reference; it is called ${seen(one)}`,
}

/** What was read of lists of suppliers in brackets; null where the file has none. */
export const listsSentence = ({ rows, suppliers, several }: SupplierLists): string | null =>
  rows === 0
    ? null
    : `Suppliers were read from lists in brackets: ${formatCount(suppliers, 'supplier')} in ${formatCount(rows, 'row')}, ${several} of which ${several === 1 ? 'names' : 'name'} more than one. Each supplier is kept with its number; addresses are not.`

export const findingSentence = (finding: RowFinding): string => {
  const column = finding.column === null ? '' : `, ${roleWords(finding.column)}:`
  return `Row ${finding.row}${column} ${FINDINGS[finding.code](finding)}.`
}

/** `Fenwick Ltd and 3 others`. */
export const suppliersWords = (first: string, others: number): string =>
  others === 0 ? first : `${first} and ${formatCount(others, 'other')}`

export const termWords = (startsOn: string | null, endsOn: string | null): string => {
  if (startsOn === null && endsOn === null) return 'Not known'
  if (endsOn === null) return `From ${formatDate(startsOn ?? '')}, without a last day`
  return startsOn === null
    ? `Until ${formatDate(endsOn)}`
    : `${formatDate(startsOn)} to ${formatDate(endsOn)}`
}

const EVIDENCE: Readonly<Record<EvidenceRefusal, string>> = {
  ...FILE_REFUSALS,
  decided: 'This delivery is decided on, so nothing is added to it any more',
  'not-agreed':
    'Tick that nobody in the picture can be recognised, or that whoever can has agreed. Then choose the file again',
}
export const evidenceSentence = (refusal: EvidenceRefusal): string => EVIDENCE[refusal]
