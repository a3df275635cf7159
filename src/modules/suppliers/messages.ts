import type { PlainDate } from '../../kernel/plain-date.ts'
import type {
  EntryStatus,
  RegisteredForm,
  RegisterKind,
  RegisterRefusal,
  RejectReason,
  SupplierKind,
  SupplierSize,
} from './model.ts'

/** 1,234,567 */
export const numberText = (value: number): string => value.toLocaleString('en-GB')

const REASONS: Readonly<Record<RejectReason, string>> = {
  'number-missing': 'there is no number',
  'number-unreadable': 'the number is not one that the register gives out',
  'number-repeated': 'an earlier row has the same number',
  'name-missing': 'there is no name',
  'name-too-long': 'the name is longer than 500 characters',
  'name-is-formula': 'the name is a spreadsheet formula',
  'cells-missing': 'the row has fewer cells than the header',
  'cells-too-many': 'the row has more cells than the header',
  'quote-never-closed': 'a quotation mark is opened and never closed',
  'quotes-broken': 'the quotation marks do not part the cells',
  'row-too-long': 'the row is longer than a megabyte',
  'object-broken': 'the JSON object cannot be read',
}

/** Why a row was not taken, for a person. */
export const reasonText = (reason: RejectReason): string => REASONS[reason]

const REFUSALS: Readonly<Record<RegisterRefusal, string>> = {
  'as-of-unknown': 'Say which day the register stands for: --as-of 2026-11-01. The file name does not tell.',
  'as-of-in-future': 'The register cannot stand for a day in the future.',
  'name-empty': 'Give the list a name, for example "Approved suppliers of Northmere".',
  'name-of-another-kind': 'A register of another kind has this name. Choose another name.',
  'already-loading': 'This register is being loaded at this moment. Wait until that is done.',
  'no-such-register': 'There is no such register.',
  'no-file': 'Choose a file.',
}

export const refusalText = (refusal: RegisterRefusal): string => REFUSALS[refusal]

export const KIND_OF_REGISTER_TEXT: Readonly<Record<RegisterKind, string>> = {
  'companies-house': 'Companies House: Basic Company Data',
  'charity-commission': 'Charity Commission: register extract',
  mutuals: 'Mutuals Public Register',
  plain: 'Another list with numbers and names',
}

export const SUPPLIER_KIND_TEXT: Readonly<Record<SupplierKind, string>> = {
  business: 'Business',
  vcse: 'Voluntary, community or social enterprise',
  public: 'Public body',
  unknown: 'Kind not known',
}

export const SUPPLIER_SIZE_TEXT: Readonly<Record<SupplierSize, string>> = {
  micro: 'Micro',
  small: 'Small',
  medium: 'Medium',
  large: 'Large',
}

export const ENTRY_STATUS_TEXT: Readonly<Record<EntryStatus, string>> = {
  active: 'Active',
  insolvent: 'Insolvent',
  closed: 'Closed',
  unknown: 'Status not known',
}

export const FORM_TEXT: Readonly<Record<RegisteredForm, string>> = {
  'private-limited': 'Private limited company',
  'public-limited': 'Public limited company',
  unlimited: 'Unlimited company',
  guarantee: 'Company limited by guarantee',
  'guarantee-exempt': 'Company limited by guarantee, exempt from "Limited"',
  'community-interest-company': 'Community interest company',
  llp: 'Limited liability partnership',
  partnership: 'Partnership',
  overseas: 'Overseas entity',
  'royal-charter': 'Body under Royal Charter',
  'charitable-incorporated-organisation': 'Charitable incorporated organisation',
  charity: 'Charity',
  'co-operative': 'Co-operative society',
  'community-benefit-society': 'Community benefit society',
  'registered-society': 'Registered society',
  'credit-union': 'Credit union',
  'friendly-society': 'Friendly society',
  'building-society': 'Building society',
  'college-corporation': 'College corporation',
  'public-body': 'Public body',
  other: 'Other',
}

/** `1 line`, `2,000 rows`. */
const counted = (count: number, one: string): string => `${numberText(count)} ${one}${count === 1 ? '' : 's'}`
export const linesText = (count: number): string => counted(count, 'line')
export const rowsText = (count: number): string => counted(count, 'row')
export const entriesText = (count: number): string =>
  count === 1 ? '1 entry' : `${numberText(count)} entries`

/** Why an edition that is whole was not put in the place of the one in use. */
export const smallerSentence = (loaded: number, inUse: number): string =>
  `These files hold ${entriesText(loaded)}, the edition in use ${numberText(inUse)}. If the register comes in several parts, import all of them together. If it really has become so small, import it again and say so.`

/** An edition from the past in the place of a later one: it may be meant, and should not pass in silence. */
export const olderSentence = (asOf: PlainDate, before: PlainDate): string =>
  `The edition before this one was of a later day: ${before}, and this is of ${asOf}. If that was not meant, import the later one again.`
