import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutLedgerNoise } from './ledger-noise.ts'
import { readPayeeName } from './name-forms.ts'

/** `role:words:form`, with `!` before the readings that may name the body that is paid. */
const read = (name: string): string[] =>
  readPayeeName(name).map(
    ({ role, tokens, legalForm, primary }) =>
      `${primary ? '!' : ''}${role}:${tokens.join(' ')}:${legalForm ?? '-'}`,
  )

describe('withoutLedgerNoise', () => {
  it.each([
    ['NORTHMOOR LTD (DO NOT USE)', 'NORTHMOOR LTD'],
    ['NORTHMOOR LTD - DO NOT USE USE 1234', 'NORTHMOOR LTD'],
    ['NORTHMOOR SCHOOL (use DA0059)', 'NORTHMOOR SCHOOL'],
    ['NORTHMOOR LTD *CLOSED*', 'NORTHMOOR LTD'],
    ['Northmoor Limited (CLOSED)', 'Northmoor Limited'],
    ['Northmoor Ltd (in administration)', 'Northmoor Ltd'],
    ['NORTHMOOR LTD_****3201', 'NORTHMOOR LTD'],
    ['NORTHMOOR LTD (1000060392)', 'NORTHMOOR LTD'],
    ['NORTHMOOR LTD(A/C 71510622)', 'NORTHMOOR LTD'],
    ['NORTHMOOR LTD (PO BOX 279)', 'NORTHMOOR LTD'],
    ['Northmoor LLP Client Account', 'Northmoor LLP'],
    ['100234 - Northmoor Ltd', 'Northmoor Ltd'],
    ['Northmoor Ltd#2', 'Northmoor Ltd'],
    ['T/A Northmoor Hotel', 'Northmoor Hotel'],
    ['Northmoor Education Ltd#REDACTED - Personal Data', 'Northmoor Education Ltd'],
  ])('reads %s as %s', (name, clean) => {
    expect(withoutLedgerNoise(name)).toBe(clean)
  })

  it.each([
    'Northmoor (1985) Ltd',
    'Northmoor House Ltd',
    'A C Northmoor',
    'Trustees of Northmoor',
    'Northmoor 2000 Ltd',
  ])('leaves %s as it is', (name) => {
    expect(withoutLedgerNoise(name)).toBe(name)
  })

  it('leaves the text when noise is all there is', () => {
    expect(withoutLedgerNoise('DO NOT USE')).toBe('DO NOT USE')
  })
})

describe('readPayeeName', () => {
  it('takes the legal name before "T/A" for the body', () => {
    expect(read('NORTHMOOR LTD T/A BIG FISH')).toEqual([
      '!legal:northmoor:limited',
      'trading:big fish:-',
      'whole:northmoor ta big fish:limited',
    ])
  })

  it.each(['t/a', 'T/AS', 'trading as', 'Trading As', 'T.A.', '(t/a', 'also known as'])(
    'knows "%s"',
    (words) => {
      expect(read(`Northmoor Ltd ${words} Big Fish`).slice(0, 2)).toEqual([
        '!legal:northmoor:limited',
        'trading:big fish:-',
      ])
    },
  )

  it('takes the side with the legal form when only the second has one', () => {
    expect(read('Rose House t/a Northmoor Care Ltd').slice(0, 2)).toEqual([
      'legal:rose house:-',
      '!trading:northmoor care:limited',
    ])
  })

  it('lets both sides name the body when neither has a legal form', () => {
    expect(read('Northmoor Services T/A Smithwaites').slice(0, 2)).toEqual([
      '!legal:northmoor services:-',
      '!trading:smithwaites:-',
    ])
  })

  it('pays the supplier behind a factor, and the group behind a home', () => {
    expect(read('Swift Factoring Co re Northmoor Installations Ltd').slice(0, 2)).toEqual([
      'legal:swift factoring company:-',
      '!behalf:northmoor installations:limited',
    ])
    expect(read('Northmoor Care Ltd re Rose House').slice(0, 2)).toEqual([
      '!legal:northmoor care:limited',
      'behalf:rose house:-',
    ])
  })

  it('does not take a name that begins with "Re" for one on behalf', () => {
    expect(read('RE Northmoor Services')).toEqual(['!whole:re northmoor services:-'])
  })

  it('takes the owner of a division', () => {
    expect(read('Rose House School (A Division of Northmoor Group Ltd)').slice(0, 2)).toEqual([
      'part:rose house school:-',
      '!owner:northmoor group:limited',
    ])
  })

  it('keeps former names as weak readings', () => {
    expect(read('Northmoor Ltd (formerly Parkstone)').slice(0, 2)).toEqual([
      '!legal:northmoor:limited',
      'former:parkstone:-',
    ])
  })

  it('ends the body with its legal form', () => {
    expect(read('NORTHMOOR LIMITED FAMILY SERVICES')).toContain('!legal:northmoor:limited')
    expect(read('NORTHMOOR LTD 02')).toContain('!legal:northmoor:limited')
  })

  it('reads without brackets, unless the bracket names a sister company', () => {
    expect(read('Northmoor (Tillers) Ltd')).toContain('!outer:northmoor:limited')
    for (const sister of ['(UK)', '(Yorkshire)', '(Holdings)', '(Construction)', '(2)'])
      expect(read(`Northmoor ${sister} Ltd`).some((form) => form.includes('outer:'))).toBe(false)
  })

  it('takes the long form of an abbreviation in brackets', () => {
    expect(read('NwM (Northwatermoor)')).toContain('!inner:northwatermoor:-')
    expect(read('Northmoor (Stonegate)')).toContain('inner:stonegate:-')
  })

  it('reads each side of a dash, slash or hash', () => {
    expect(read('Rose Sports - Northmoor Education Ltd')).toContain('!legal:northmoor education:limited')
    expect(read('Northmoor Homes#Rose House')).toContain('!head:northmoor homes:-')
    expect(read('Northmoor Homes#Rose House')).toContain('part:rose house:-')
  })

  it('gives readings that agree once', () => {
    expect(read('Northmoor (Northmoor)').filter((form) => form.endsWith('outer:northmoor:-'))).toHaveLength(1)
  })

  it('never fails and never gives an empty reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        for (const { tokens } of readPayeeName(name)) expect(tokens.length).toBeGreaterThan(0)
      }),
    )
  })

  it.each([
    '('.repeat(20_000),
    'a - '.repeat(10_000),
    'ltd '.repeat(10_000),
    `${'x'.repeat(9)} `.repeat(9_000),
    '* '.repeat(20_000),
  ])('is quick with a hostile text', (text) => {
    const from = performance.now()
    readPayeeName(text)
    // A slow expression would take minutes.
    expect(performance.now() - from).toBeLessThan(10_000)
  })
})
