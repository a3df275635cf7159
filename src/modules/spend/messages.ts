import type { BookRefusal } from './actions/change-rule-book.ts'
import type { ImportRefusal } from './actions/count-import.ts'
import type { DecideRefusal } from './actions/decide-payees.ts'
import type { NetworkRefusal } from './actions/networks.ts'
import type { ImportStatus, MatchState } from './model.ts'
import type { Outcome, Subject } from './rules/influence.ts'
import type { TextTest } from './rules/text-tests.ts'

const REFUSALS: Record<ImportRefusal, string> = {
  'nothing-to-choose': 'This file does not wait for a choice: it counts already, or was undone.',
  'not-counted': 'This file does not count, so there is nothing to undo.',
}
export const refusalSentence = (refusal: ImportRefusal): string => REFUSALS[refusal]

type TagColour = 'green' | 'blue' | 'yellow' | 'red' | 'grey'

const STATUSES: Record<ImportStatus, { readonly text: string; readonly colour: TagColour }> = {
  uploaded: { text: 'Check the layout', colour: 'yellow' },
  queued: { text: 'Waiting', colour: 'blue' },
  reading: { text: 'Reading', colour: 'blue' },
  overlapping: { text: 'Your choice', colour: 'yellow' },
  counted: { text: 'Counted', colour: 'green' },
  unreadable: { text: 'Not readable', colour: 'red' },
  failed: { text: 'Failed', colour: 'red' },
  undone: { text: 'Undone', colour: 'grey' },
}
export const statusTag = (status: ImportStatus) => STATUSES[status]

/** What each role of a column is called on the layout page. */
export const ROLE_LABELS: Readonly<Record<string, string>> = {
  date: 'Date paid',
  year: 'Year',
  month: 'Month',
  payee: 'Supplier name',
  supplierId: 'Supplier number in the ledger',
  companyNumber: 'Company number',
  charityNumber: 'Charity number',
  postcode: 'Postcode',
  amount: 'Amount',
  vat: 'VAT',
  debit: 'Debit',
  credit: 'Credit',
  sign: 'Debit or credit mark',
  currency: 'Currency',
  body: 'Body',
  bodyCode: 'Body code',
  department: 'Department',
  service: 'Service',
  category: 'Category',
  categoryCode: 'Category code',
  description: 'Description',
  reference: 'Transaction number',
  invoiceNumber: 'Invoice number',
  expenseType: 'Capital or revenue',
  contractReference: 'Contract reference',
}

const ROW_KINDS: Readonly<Record<string, string>> = {
  blank: 'Blank',
  title: 'Title',
  header: 'Header',
  'repeated-header': 'Header again',
  group: 'Group heading',
  total: 'Total',
  subtotal: 'Subtotal',
  note: 'Note',
  'counted-in-another-file': 'Counted in another file',
}
export const rowKindText = (kind: string): string => ROW_KINDS[kind] ?? kind

const LOCATED_BY: Readonly<Record<string, string>> = {
  'file-postcode': 'the postcode in the payment file',
  'company-number': 'the company number in the file and the register',
  'charity-number': 'the charity number in the file and the register',
  'exact-name': 'exactly this name stands once in the register',
  matching: 'its name and the rest of the evidence fit one register entry',
  decision: 'a person’s decision, and the register',
}
export const locatedByText = (how: string | null): string =>
  how === null ? 'not found' : (LOCATED_BY[how] ?? how)

const DECIDE_REFUSALS: Record<DecideRefusal, string> = {
  'nobody-chosen': 'Tick at least one payee.',
  'no-such-payee': 'One of these payees is not here any more, or its name is withheld.',
  'no-such-entry': 'No register that is loaded has this number. Check it, or load the register it stands in.',
}
export const decideSentence = (refusal: DecideRefusal): string => DECIDE_REFUSALS[refusal]

const MATCH_STATE_TEXTS: Record<MatchState, { readonly text: string; readonly colour: TagColour }> = {
  unmatched: { text: 'Not matched yet', colour: 'blue' },
  number: { text: 'By number', colour: 'green' },
  name: { text: 'By name', colour: 'green' },
  decided: { text: 'Decided', colour: 'green' },
  doubtful: { text: 'Doubtful', colour: 'yellow' },
  unknown: { text: 'In no register', colour: 'grey' },
  individual: { text: 'Not looked up', colour: 'grey' },
}
export const matchStateTag = (state: MatchState) => MATCH_STATE_TEXTS[state]

const IDENTIFIED_BY: Readonly<Record<string, string>> = {
  'company-number': 'The company number in the file stands in the register, under a name that fits.',
  'charity-number': 'The charity number in the file stands in the register, under a name that fits.',
  'exact-name': 'Exactly this name stands once in the registers; the matcher has not looked yet.',
  matching: 'The name and the rest of the evidence fit one register entry and no other.',
  decision: 'A person decided this.',
}
/** Why a payee is taken for a supplier, in one sentence. */
export const matchReason = (state: MatchState, identifiedBy: string | null): string => {
  if (state === 'doubtful')
    return 'It may be a register entry, but not for certain. It waits on the review list.'
  if (state === 'unknown') return 'No entry of the registers comes near this name.'
  if (state === 'unmatched') return 'The matcher has not looked at this payee yet.'
  if (state === 'individual') return 'It reads as a natural person or is withheld, and is not looked up.'
  return IDENTIFIED_BY[identifiedBy ?? ''] ?? ''
}

/** Why a book of rules was not changed. */
export const bookRefusalSentence = (refusal: BookRefusal): string =>
  ({
    'no-such-version': 'There is no such version. Reload the page.',
    'no-such-rule': 'There is no such rule. Reload the page.',
    'changed-meanwhile':
      'Somebody else has changed this since you opened the page. Nothing was saved; look at the new state and try again.',
  })[refusal]

/** The parts of rules in words. */
export const SUBJECT_WORDS: Readonly<Record<Subject, string>> = {
  category: 'Category',
  department: 'Department',
  kind: 'Kind of supplier',
  sector: 'Sector (letter)',
  supplier: 'Supplier’s name',
  'contract-ends-within': 'The known contract ends within',
  'contract-lasts-beyond': 'The known contract lasts beyond',
  framework: 'Framework of the known contract',
  anything: 'Everything else',
}
export const TEST_WORDS: Readonly<Record<TextTest, string>> = {
  word: 'has a word that begins with',
  contains: 'contains',
  is: 'is',
  begins: 'begins with',
}
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  influenceable: 'can be influenced',
  not: 'cannot be influenced',
  unsure: 'is not sure',
}

export const networkRefusalSentence = (refusal: NetworkRefusal): string =>
  ({
    'network-name-length': 'Give the network a name of at most 120 characters.',
    'not-an-authority': 'Choose an organisation that uses Goldthread.',
    'already-in-network': 'This organisation is in the network or invited already.',
    'not-agreed-yet': 'Join the network before you invite others.',
  })[refusal]
