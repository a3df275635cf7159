import { describe, expect, test } from 'vitest'
import { deriveFormFromName } from './form-from-name.ts'
import { readRegisteredForm } from './registered-form.ts'

describe('a legal form', () => {
  test.each([
    ['Private Limited Company', 'private-limited'],
    ['PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)', 'guarantee'],
    [
      "PRI/LBG/NSC (Private, Limited by guarantee, no share capital, use of 'Limited' exemption)",
      'guarantee-exempt',
    ],
    ['PRIV LTD SECT. 30 (Private limited company, section 30 of the Companies Act)', 'guarantee-exempt'],
    ['Community Interest Company', 'community-interest-company'],
    ['Charitable Incorporated Organisation', 'charitable-incorporated-organisation'],
    ['Scottish Charitable Incorporated Organisation', 'charitable-incorporated-organisation'],
    ['Limited Liability Partnership', 'llp'],
    ['Limited Partnership', 'partnership'],
    ['Scottish Partnership', 'partnership'],
    ['Public Limited Company', 'public-limited'],
    ['Old Public Company', 'public-limited'],
    ['Private Unlimited', 'unlimited'],
    ['Private Unlimited Company', 'unlimited'],
    ['Overseas Entity', 'overseas'],
    ['Royal Charter Company', 'royal-charter'],
    ['Registered Society', 'registered-society'],
    ['Industrial and Provident Society', 'registered-society'],
    ['Further Education and Sixth Form College Corps', 'college-corporation'],
    ['Converted/Closed', 'other'],
    ['Investment Company with Variable Capital(Umbrella)', 'other'],
  ])('of Companies House, "%s", is %s', (text, form) => expect(readRegisteredForm(text)).toBe(form))

  test.each([
    ['Private limited company', 'private-limited'],
    ['Private company limited by guarantee without share capital', 'guarantee'],
    ['Co-operative Society', 'co-operative'],
    ['Cooperative', 'co-operative'],
    ['Community Benefit Society', 'community-benefit-society'],
    ['Pre-commencement society', 'registered-society'],
    ['Credit Union', 'credit-union'],
    ["Working Men's Club", 'friendly-society'],
    ['Registered charity', 'charity'],
    ['CIC', 'community-interest-company'],
    ['Local authority', 'public-body'],
    ['NHS body', 'public-body'],
    ['public sector', 'public-body'],
    ['Fire protection firm', 'other'],
  ])('of another list, "%s", is %s', (text, form) => expect(readRegisteredForm(text)).toBe(form))

  test('is null where none is named', () => {
    expect(readRegisteredForm('')).toBeNull()
    expect(readRegisteredForm('  ')).toBeNull()
  })
})

describe('a legal form that a list does not say', () => {
  test.each([
    ['NORTHMERE WORKS PLC', '01234568', 'public-limited'],
    ['Northmere Works Public Limited Company', '01234568', 'public-limited'],
    ['NORTHMERE LEGAL LLP', '01234568', 'llp'],
    ['Northmere Repair C.I.C.', '01234568', 'community-interest-company'],
    ['NORTHMERE HUB COMMUNITY INTEREST COMPANY', '01234568', 'community-interest-company'],
    ['NORTHMERE CIO', '01234568', 'charitable-incorporated-organisation'],
    ['NORTHMERE LEGAL', 'OC301234', 'llp'],
    ['NORTHMERE FUND', 'LP001234', 'partnership'],
    ['NORTHMERE HUB', 'CE012345', 'charitable-incorporated-organisation'],
    ['NORTHMERE HOMES LIMITED', 'IP30525R', 'registered-society'],
    ['NORTHMERE HOMES LIMITED', 'RS007318', 'registered-society'],
    ['UNIVERSITY OF NORTHMERE', 'RC000641', 'royal-charter'],
    ['NORTHMERE GMBH', 'FC012345', 'overseas'],
  ])('of %s with number %s is %s', (name, number, form) =>
    expect(deriveFormFromName(name, number)).toBe(form),
  )

  test.each([
    ['NORTHMERE SERVICES LIMITED', '01234568'],
    ['NORTHMERE SERVICES LTD', 'SC123456'],
    ['PLCHECK NORTHMERE', '01234568'],
    ['NORTHMERE COMPLC', '01234568'],
  ])('of %s with number %s stays open', (name, number) => expect(deriveFormFromName(name, number)).toBeNull())
})
