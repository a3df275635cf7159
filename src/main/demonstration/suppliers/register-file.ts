import { csvFile } from '../files/csv-text.ts'
import type { LegalForm, MadeUpSupplier } from './made-up-supplier.ts'

export const REGISTER_NAME = 'Northmere demonstration register'

/** Legal forms in the words of Companies House and the registers of charities and mutuals. */
const FORM_WORDS: Readonly<Record<LegalForm, string>> = {
  company: 'Private Limited Company',
  'public-company': 'Public Limited Company',
  partnership: 'Limited Liability Partnership',
  'community-interest-company': 'Community Interest Company',
  'charitable-organisation': 'Charitable Incorporated Organisation',
  charity: 'Registered charity',
  'co-operative': 'Co-operative society',
  'community-benefit-society': 'Community benefit society',
}

const HEADER = [
  'CompanyName',
  'CompanyNumber',
  'CharityNumber',
  'PostCode',
  'CompanyCategory',
  'CompanyStatus',
  'AccountCategory',
  'SICCode',
  'IncorporationDate',
  'FormerNames',
  'Email',
]

/** Letters reach suppliers nearby; the register has no address of those further away. Nobody has a `.example` mailbox. */
export const registeredEmail = (supplier: MadeUpSupplier): string | null =>
  supplier.home === 'city' || supplier.home === 'county'
    ? `office@${supplier.plainName
        .toLowerCase()
        .normalize('NFKD')
        .replaceAll(/[^a-z]+/g, '-')
        .replaceAll(/^-|-$/g, '')}.example`
    : null

/** The registered suppliers as a plain list, in capitals as registers print them. */
export const registerFile = (suppliers: readonly MadeUpSupplier[]): string =>
  csvFile([
    HEADER,
    ...suppliers
      .filter((supplier) => supplier.isRegistered)
      .map((supplier) => [
        supplier.name.toUpperCase(),
        supplier.companyNumber ?? '',
        supplier.charityNumber ?? '',
        supplier.postcode,
        FORM_WORDS[supplier.form],
        supplier.status,
        supplier.accounts,
        supplier.trade.sic,
        supplier.incorporatedOn,
        supplier.formerName?.toUpperCase() ?? '',
        registeredEmail(supplier) ?? '',
      ]),
  ])
