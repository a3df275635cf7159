import { describe, expect, it } from 'vitest'
import { payeeFlag } from './payee-flag.ts'

describe('payeeFlag', () => {
  it.each([
    'REDACTED',
    'Redact',
    'Redacted Personal Data',
    '<REDACTED>',
    '[redacted]',
    'REDACTED UNDER DP ACT',
    'DETAILS REDACTED',
    'REDACTED - Personal Information',
    'REDACTED COMMERCIAL CONFIDENTIALITY',
    'Redacted - Personal Data#12',
    'Redacted under S40 FOIA',
    'Name withheld',
    'Payee name withheld - S40 exemption',
    'Personal Data',
    'Private Individual',
    'Data Protection Act 2018',
    'xxxx',
    'XXX XXX',
    '****',
  ])('marks %j as kept back', (name) => expect(payeeFlag(name)).toBe('redacted'))

  it.each(['', '-', 'nan', 'N/A', '(blank)', 'NULL', '#N/A'])('marks %j as unnamed', (name) =>
    expect(payeeFlag(name)).toBe('unnamed'),
  )

  it.each([
    'Redactive Publishing Limited',
    'Confidential Waste Ltd',
    'Anytown Private Hire',
    'Health Protection Agency',
    'Quality Protects Children Ltd',
    'Any Water ***BUSINESS***',
    'Anyplace Guest House#Redacted - Personal Data',
    'XXL Clothing Ltd',
    'Various - Total Expenses',
    'X',
  ])('takes %j for a name', (name) => expect(payeeFlag(name)).toBe('named'))
})
