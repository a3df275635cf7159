import { normaliseEmail } from '#identity'
import { parsePostcode } from '#places'
import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import { readCharityNumber, readCompanyNumber } from '../../matching/identifiers.ts'
import type { EntryFacts, RegisteredForm, RejectReason, Scheme } from '../../model.ts'
import { readEntryStatus } from '../../rules/entry-status.ts'
import { deriveFormFromName } from '../../rules/form-from-name.ts'
import { readRegisteredForm } from '../../rules/registered-form.ts'
import { readSicCodes } from '../../rules/sic-code.ts'
import { addressTail, type Columns, countFault, nameFault, readDay, tidyCell } from '../cells.ts'
import type { LayoutFinder } from './layout.ts'

/** The names that lists give to what is read, in order of preference. */
const NAMES = {
  companyNumber: [
    'companynumber',
    'companyregistrationnumber',
    'companyregno',
    'companyregnumber',
    'companiesshousenumber',
    'companieshousenumber',
    'companyno',
    'crn',
    'registrationnumber',
    'registerednumber',
    'regno',
    'number',
    'companynumbers',
    'companyid',
  ],
  charityNumber: [
    'charitynumber',
    'charityregistrationnumber',
    'charityno',
    'registeredcharitynumber',
    'regcharitynumber',
  ],
  name: [
    'currentname',
    'companyname',
    'registeredname',
    'organisationname',
    'organizationname',
    'suppliername',
    'employername',
    'charityname',
    'name',
    'company',
    'organisation',
    'supplier',
    'title',
  ],
  otherNames: [
    'othernames',
    'formernames',
    'formername',
    'previousnames',
    'previousname',
    'previouscompanyname',
    'aliases',
    'tradingname',
    'tradingnames',
    'employername',
  ],
  postcode: ['postcode', 'regaddresspostcode', 'registeredpostcode', 'postalcode', 'addresspostcode', 'zip'],
  email: ['contactemail', 'charitycontactemail', 'email', 'emailaddress'],
  address: ['address', 'registeredofficeaddress', 'registeredaddress', 'fulladdress'],
  sic: ['sic', 'siccodes', 'siccode', 'sic2007', 'natureofbusiness'],
  status: ['status', 'companystatus', 'registrationstatus'],
  form: [
    'companytype',
    'companycategory',
    'legalform',
    'type',
    'organisationtype',
    'legalstatus',
    'constitution',
    'kind',
  ],
  accounts: ['accountsaccountcategory', 'accountscategory', 'accountcategory'],
  employees: ['employees', 'employersize', 'numberofemployees', 'staff'],
  incorporated: ['incorporationdate', 'incorporatedon', 'dateofcreation', 'registrationdate', 'incorporated'],
  dissolved: ['dissolutiondate', 'dissolvedon', 'dateofcessation', 'removaldate'],
} as const satisfies Record<string, readonly string[]>

type Field = keyof typeof NAMES
type Places = Record<Field, number> & {
  readonly sicTexts: readonly number[]
  readonly formerNames: readonly number[]
}

const placesOf = (columns: Columns): Places => ({
  ...(Object.fromEntries(
    Object.entries(NAMES).map(([field, names]) => [field, columns.find(...names)]),
  ) as Record<Field, number>),
  sicTexts: columns.findAll(/^siccodesictext\d|^siccode\d$|^sic\d$/),
  formerNames: columns.findAll(/^previousname\d+companyname$|^(?:former|previous|other)name\d+$/),
})

type Identifier = { readonly scheme: Scheme; readonly number: string }

/** As Companies House writes its numbers; anything else has to be mended first. */
const TIDY_NUMBER = /^(?:\d{8}|[A-Z]{2}\d{6}|IP\d{5}R|SP\d{4}RS)$/

const charityScheme = (number: string): Scheme =>
  number.startsWith('SC') ? 'GB-SC' : number.startsWith('NIC') ? 'GB-NIC' : 'GB-CHC'

const readIdentifier = (company: string, charity: string): Decision<Identifier, RejectReason> => {
  const tidy = company.toUpperCase()
  if (TIDY_NUMBER.test(tidy) && tidy !== '00000000') return accept({ scheme: 'GB-COH', number: tidy })
  const mended = readCompanyNumber(company)
  if (mended) return accept({ scheme: 'GB-COH', number: mended.number })
  const found = readCharityNumber(charity)
  if (found) return accept({ scheme: charityScheme(found.number), number: found.number })
  return refuse(company === '' && charity === '' ? 'number-missing' : 'number-unreadable')
}

/** The gender pay gap service lists bodies of the public sector under SIC code 1, which does not exist. */
const isMarkedPublic = (sic: string): boolean => /(?:^|,)\s*1\s*(?:,|$)/.test(sic)

const readForm = (form: string, sic: string, name: string, identifier: Identifier): RegisteredForm | null => {
  if (isMarkedPublic(sic)) return 'public-body'
  const stated = readRegisteredForm(form)
  if (stated !== null && stated !== 'other') return stated
  if (identifier.scheme !== 'GB-COH') return 'charity'
  return deriveFormFromName(name, identifier.number) ?? stated
}

const readNames = (cells: readonly string[], places: Places, name: string): string[] => {
  const texts = places.formerNames.map((at) => cells[at] ?? '')
  if (places.otherNames !== -1) texts.push(...(cells[places.otherNames] ?? '').split(/[|;]/))
  return [...new Set(texts.map(tidyCell))].filter((other) => other !== name && nameFault(other) === null)
}

const readRow = (
  cells: readonly string[],
  places: Places,
  count: number,
): Decision<EntryFacts, RejectReason> => {
  const needed =
    Math.max(
      places.name,
      Math.min(...[places.companyNumber, places.charityNumber].filter((at) => at !== -1)),
    ) + 1
  const tooMany = countFault(cells, count, needed)
  if (tooMany) return refuse(tooMany)
  const at = (field: Field): string => (places[field] === -1 ? '' : tidyCell(cells[places[field]] ?? ''))
  const identifier = readIdentifier(at('companyNumber'), at('charityNumber'))
  if (!identifier.ok) return identifier
  const name = at('name')
  const fault = nameFault(name)
  if (fault) return refuse(fault)
  const statusText = at('status')
  const sic = at('sic')
  const sicTexts = places.sicTexts.map((place) => cells[place] ?? '').join(';')
  const dissolvedOn = readDay(at('dissolved'))
  const status = readEntryStatus(statusText)
  return accept({
    ...identifier.value,
    name,
    formerNames: readNames(cells, places, name),
    postcode: parsePostcode(at('postcode') || addressTail(at('address')))?.postcode ?? null,
    form: readForm(at('form'), sic, name, identifier.value),
    status: status === 'unknown' && dissolvedOn ? 'closed' : status,
    statusText: status === 'unknown' || /^(?:active|registered)?$/i.test(statusText) ? null : statusText,
    accountsCategory: at('accounts').toUpperCase() || null,
    employees: at('employees') || null,
    sicCodes: readSicCodes(sic || sicTexts),
    incorporatedOn: readDay(at('incorporated')),
    dissolvedOn,
    companyNumber: null,
    contactEmail: normaliseEmail(at('email')) ?? null,
  })
}

/** Any list that has a column for a number and one for a name. */
export const findPlain: LayoutFinder = (columns) => {
  const places = placesOf(columns)
  if (places.name === -1 || (places.companyNumber === -1 && places.charityNumber === -1)) return undefined
  return { kind: 'plain', readRow: (cells) => readRow(cells, places, columns.count) }
}
