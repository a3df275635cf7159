import { describe, expect, it } from 'vitest'
import { compareNames } from './compare-names.ts'
import { type Candidate, gatherEvidence, gradeName, type Payee, rowFacts } from './evidence.ts'
import { readPayeeName } from './name-forms.ts'
import { tokeniseName } from './name-tokens.ts'

/** Every word as rare as one name in a thousand. */
const rarity = (): number => 10
const LOG_ROWS = 16

const grade = (payee: string, register: string): string =>
  gradeName(compareNames(tokeniseName(payee).tokens, tokeniseName(register).tokens, rarity))

describe('gradeName', () => {
  it.each([
    ['Northmoor Roofing', 'NORTHMOOR ROOFING LIMITED', 'identical'],
    ['Northmoor Promotions', 'NORTHMOOR PROMOTION LTD', 'inflected'],
    ['Rose Plant Skip Hire', 'ROSE SKIP PLANT HIRE LTD', 'reordered'],
    ['Retail Park', 'PARK RETAIL LTD', 'reordered-two'],
    ['Prioty Overdale', 'PRIORY OVERDALE LTD', 'slip-in-several'],
    ['Prioty', 'PRIORY LTD', 'slip-in-one'],
    ['Prioty', 'PRIORY OVERDALE LTD', 'slip-and-part'],
    ['Northmoor', 'NORTHMOOR (UK) GROUP LTD', 'register-adds-weak'],
    ['Northmoor', 'NORTHMOOR (YORKSHIRE) LTD', 'register-adds-place'],
    ['Northmoor', 'NORTHMOOR SOLUTIONS LTD', 'register-adds-general'],
    ['Northmoor', 'NORTHMOOR QUILLBY LTD', 'register-adds-telling'],
    ['Northmoor', 'QUILLBY NORTHMOOR LTD', 'register-adds-telling-before'],
    ['Northmoor Quillby', 'NORTHMOOR QUILLBY FOR STANNARD', 'register-adds-phrase'],
    ['Northmoor Quillby', 'NORTHMOOR QUILLBY STANNARD', 'register-adds-telling'],
    ['Northmoor', 'NORTHMOOR FOR STANNARD', 'register-adds-telling'],
    ['Northmoor Group', 'NORTHMOOR LTD', 'payee-adds-weak'],
    ['Northmoor Leeds', 'NORTHMOOR LTD', 'payee-adds-place'],
    ['Northmoor Sales', 'NORTHMOOR LTD', 'payee-adds-general'],
    ['Northmoor Quillby', 'NORTHMOOR LTD', 'payee-adds-telling'],
    ['Quillby Northmoor', 'NORTHMOOR LTD', 'payee-adds-telling-before'],
    ['Northmoor Sales', 'NORTHMOOR GROUP LTD', 'both-add-general'],
    ['Rose Overdale Parkstone Quillby', 'ROSE OVERDALE PARKSTONE STANNARD', 'both-add-less'],
    ['Northmoor Quillby', 'NORTHMOOR STANNARD', 'little'],
    ['QUJA', 'QUILLBY UNIVERSITIES JOINT ADMISSIONS', 'initials'],
  ])('calls %s against %s %s', (payee, register, expected) => {
    expect(grade(payee, register)).toBe(expected)
  })
})

describe('gatherEvidence', () => {
  const payee = (name: string, postcode: string | null, charityNumber: string | null): Payee => {
    return { key: '1', name, postcode, place: null, companyNumber: null, charityNumber }
  }
  const row = (number: string, status: string | null = null): Candidate => {
    return {
      number,
      kind: null,
      name: 'x',
      postcode: 'WF1 2AB',
      place: null,
      sic: '43910',
      status,
      names: [],
    }
  }
  const seenOf = (
    name: string,
    register: string,
    number = '04000001',
    status: string | null = null,
    charityNumber: string | null = null,
  ): string[] => {
    const who = payee(name, 'WF1 2AB', charityNumber)
    const read = tokeniseName(register)
    const [form] = readPayeeName(name)
    if (!form) return []
    const seen = compareNames(form.tokens, read.tokens, rarity)
    const reading = { form, seen, name: { words: read.tokens, other: false, legalForm: read.legalForm } }
    const candidate = row(number, status)
    return gatherEvidence(reading, candidate, rowFacts(who, candidate), LOG_ROWS).map(
      (one) => `${one.about}:${one.seen}`,
    )
  }

  it('weighs the rest by how the names compare', () => {
    const full = seenOf('Northmoor Roofing Ltd', 'NORTHMOOR ROOFING LIMITED')
    expect(full).toEqual(
      expect.arrayContaining([
        'legal-form:full-same',
        'postcode:full-unit',
        'sector:full-agrees',
        'reading:main',
      ]),
    )
    const near = seenOf('Northmoor Roofing', 'NORTHMOOR ROOFING GROUP LIMITED')
    expect(near).toEqual(expect.arrayContaining(['legal-form:near-payee-silent', 'postcode:near-unit']))
  })

  it.each([
    ['Northmoor LLP', 'NORTHMOOR LIMITED', 'legal-form:full-differs'],
    ['Northmoor PLC', 'NORTHMOOR LIMITED', 'legal-form:full-near'],
    ['Northmoor BV', 'NORTHMOOR LIMITED', 'legal-form:full-foreign'],
    ['Northmoor Ltd', 'NORTHMOOR', 'legal-form:full-register-silent'],
    ['Northmoor', 'NORTHMOOR', 'legal-form:full-neither'],
  ])('sees in %s against %s %s', (name, register, expected) => {
    expect(seenOf(name, register)).toContain(expected)
  })

  it.each([
    ['04000001', 'register:home'],
    ['OC300001', 'register:home'],
    ['SC123456', 'register:scotland'],
    ['NI012345', 'register:northern-ireland'],
    ['FC012345', 'register:overseas'],
    ['BR012345', 'register:overseas'],
  ])('reads %s as %s', (number, expected) => {
    expect(seenOf('Northmoor', 'NORTHMOOR', number)).toContain(expected)
  })

  it.each([
    ['Active', 'status:live'],
    ['Active - Proposal to Strike off', 'status:live'],
    ['Registered', 'status:live'],
    ['Dissolved', 'status:ended'],
    ['Inactive', 'status:ended'],
    ['Removed', 'status:ended'],
    [null, 'status:unknown'],
  ])('reads the status %s as %s', (status, expected) => {
    expect(seenOf('Northmoor', 'NORTHMOOR', '04000001', status)).toContain(expected)
  })

  it.each([
    ['NORTHMOOR QUILLBY', 'charity:exempt'],
    ['NORTHMOOR QUILLBY LIMITED', 'charity:limited'],
    ['NORTHMOOR QUILLBY PLC', 'charity:other'],
  ])('holds a charity number against the form of %s: %s', (register, expected) => {
    expect(seenOf('Northmoor', register, '04000001', null, '1131243')).toContain(expected)
    for (const none of [null, 'n/a', 'none', '0'])
      expect(seenOf('Northmoor', register, '04000001', null, none).join(' ')).not.toContain('charity:')
  })

  it('leaves the form of the very name to what is said of legal forms', () => {
    const full = seenOf('Northmoor Roofing', 'NORTHMOOR ROOFING LIMITED', '04000001', null, '1131243')
    expect(full.join(' ')).not.toContain('charity:')
  })
})
