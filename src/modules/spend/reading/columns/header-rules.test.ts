import { describe, expect, it } from 'vitest'
import { basisOfHeader, rolesOfHeader } from './header-rules.ts'
import { headerTokens } from './header-tokens.ts'

const bestRole = (header: string): string | undefined =>
  [...rolesOfHeader(headerTokens(header))].sort((a, b) => b[1] - a[1])[0]?.[0]

describe('rolesOfHeader', () => {
  it.each([
    [
      'payee',
      'Supplier Name|Supplier|SUPPLIER_NAME|Vendor Name|Creditor|Beneficiary Name|Supplier (Beneficiary) Name|Merchant Name|Paid To|Payable To|Recipient|Suplier name|Third Party Name|Payee',
    ],
    [
      'amount',
      'Amount|Net Amount|Amount £ (Excl VAT)|Invoice Line Value (net of VAT)|Value (Exc VAT)|Ammount|Sum of Amount|Total (inc VAT)|Grand Total|Spend (£)|£|Net of recoverable VAT|Amount in local currency|Amount including irrecoverable VAT|Payment Amount (£)|NETAMT',
    ],
    [
      'date',
      'Payment Date|Date Paid|Date of Payment|Clearing Date|Trans Date|Invoice Date|Updated|PAYDATE|Posting Date|Period|Week Ending|Value Date',
    ],
    [
      'vat',
      'VAT|VAT Amount|Irrecoverable VAT|IrrecoverableVATAmount|VAT (£)|Value Added Tax that cannot be recovered|VAT not recoverable',
    ],
    ['ignored', 'VAT Reg No|VAT Registration Number|Supplier Type|SME?'],
    ['supplierId', 'Supplier ID|Vendor No|Supplier Number|Creditor Ref|BeneficiaryOtherID|ApArID'],
    [
      'companyNumber',
      'Company Reg No|Companies House Number|Supplier Registered Company Number|Co. Reg No|CRN',
    ],
    ['charityNumber', 'Charity No.|Charity Registration|Supplier Registered Charity Number'],
    ['postcode', 'Post Code|Supplier Postcode'],
    [
      'body',
      'Body Name|Organisation Name|Organistion Name|OrganisationLabel|Authority Name|Council|Name of Body',
    ],
    ['bodyCode', 'Organisation Code|OrganisationURI|Body ID'],
    [
      'department',
      'Directorate|Directotate|Department|Portfolio|OrganisationalUnit|Service Area|Expense Area|Strategic Group',
    ],
    [
      'category',
      'Expenditure Category|Expense Type|ProClass Description|Procurement Classification|Merchant Category|Category Family|Subjective|Account',
    ],
    ['categoryCode', 'Expense Code|ProclassCode|Merchant Category Code|Subjective Code|Cost Element'],
    ['description', 'Narrative|Description|Purpose of Spend|Extended Description|Item Text'],
    [
      'reference',
      'Transaction Number|TransNo|Document No|Voucher|Internal Ref|Payment Reference|Trans Ref/No',
    ],
    ['invoiceNumber', 'Invoice Number|Supplier Invoice No'],
    ['expenseType', 'Capital/Revenue|Cap / Rev|Capital or revenue'],
    ['contractReference', 'Contract Ref|Contract Number'],
    ['currency', 'Currency'],
    ['sign', 'DR/CR|Document Type'],
  ])('reads %s', (role, headers) => {
    for (const header of headers.split('|')) expect([header, bestRole(header)]).toEqual([header, role])
  })

  it('finds nothing in sentences and unknown words', () => {
    expect(bestRole('Wieviel')).toBeUndefined()
    expect(bestRole('Local Supplier? ward')).not.toBe('amount')
    expect(bestRole('')).toBeUndefined()
  })
})

describe('basisOfHeader', () => {
  it.each([
    ['net', 'Net Amount'],
    ['net', 'Amount excluding VAT'],
    ['net', 'Amount including irrecoverable VAT'],
    ['gross', 'Gross'],
    ['gross', 'Total (inc VAT)'],
    ['unstated', 'Amount'],
  ])('reads %s from %j', (basis, header) => expect(basisOfHeader(headerTokens(header))).toBe(basis))
})
