import type { ImportRefusal } from './actions/count-import.ts'
import type { ImportStatus } from './model.ts'

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
}
export const locatedByText = (how: string | null): string =>
  how === null ? 'not found' : (LOCATED_BY[how] ?? how)
