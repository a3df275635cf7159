import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareSquash, squash, tokeniseName } from './name-tokens.ts'

const core = (name: string): string => tokeniseName(name).tokens.join(' ')

describe('tokeniseName', () => {
  it.each([
    ['Northmoor Roofing Ltd', 'northmoor roofing', 'limited'],
    ['NORTHMOOR ROOFING LIMITED.', 'northmoor roofing', 'limited'],
    ['Northmoor Roofing Limted', 'northmoor roofing', 'limited'],
    ['Northmoor Roofing (UK) P.L.C.', 'northmoor roofing uk', 'plc'],
    ['Northmoor Roofing Public Limited Company', 'northmoor roofing', 'plc'],
    ['Northmoor & Co LLP', 'northmoor company', 'llp'],
    ['Northmoor Arts C.I.C.', 'northmoor arts', 'cic'],
    ['Northmoor Arts Community Interest Company', 'northmoor arts', 'cic'],
    ['The Northmoor Trust CIO', 'northmoor trust', 'cio'],
    ['Cwmni Northmoor Cyfyngedig', 'cwmni northmoor', 'limited'],
    ['Northmoor Trust', 'northmoor trust', null],
  ])('reads %s as %s with the form %s', (name, tokens, form) => {
    expect(tokeniseName(name)).toMatchObject({ legalForm: form })
    expect(core(name)).toBe(tokens)
  })

  it.each([
    ['Northmoor Bros', 'Northmoor Brothers'],
    ['Northmoor Mgmt Svcs', 'Northmoor Management Services'],
    ['St. Agnes’ School', 'SAINT AGNES SCHOOL'],
    ['Childrens Fund', 'Children\\xB4s Fund'],
    ['Childrens Fund', 'Children´s Fund'],
    ['G P Northmoor', 'GP NORTHMOOR'],
    ['L & J Northmoor', 'L&J Northmoor'],
    ['L and J Northmoor', 'L + J Northmoor'],
    ['T. H. Northmoor', 'T.H.Northmoor'],
    ['Northmoor U.K.', 'Northmoor (United Kingdom)'],
    ['Northmoor Co-operative', 'NORTHMOOR COOPERATIVE'],
    ['Northmoor Organization', 'Northmoor Organisation'],
    ['Café Northmoor', 'CAFE NORTHMOOR'],
  ])('reads %s and %s alike', (one, other) => {
    expect(core(one)).toBe(core(other))
  })

  it('keeps numbers apart from letters', () => {
    expect(core('24 X 7')).toBe('24 x 7')
    expect(squash(tokeniseName('24x7').tokens)).toBe(squash(tokeniseName('24 X 7 Ltd').tokens))
  })

  it('takes a legal form cut by a narrow field only as the last word', () => {
    expect(tokeniseName('Northmoor Roofing Limi').legalForm).toBe('limited')
    expect(tokeniseName('Northmoor Residential Care L').legalForm).toBe('limited')
    expect(tokeniseName('Northmoor L').legalForm).toBeNull()
    expect(tokeniseName('Limit Northmoor').legalForm).toBeNull()
  })

  it('says where the legal form stood', () => {
    expect(tokeniseName('Northmoor Ltd Sales').legalEnd).toBe(1)
    expect(tokeniseName('Northmoor Sales').legalEnd).toBeNull()
  })

  it.each([
    ['AL&NV CONSTRUCTION LTD', 'al nv construction', 'limited'],
    ['Northmoor NV', 'northmoor', 'foreign'],
    ['Northmoor B.V. (UK)', 'northmoor uk', 'foreign'],
    ['Northmoor BV Trading Ltd', 'northmoor bv trading', 'limited'],
  ])('takes two letters for a legal form only where the name ends: %s', (name, words, form) => {
    expect(core(name)).toBe(words)
    expect(tokeniseName(name).legalForm).toBe(form)
  })

  it('does not take words that every object knows for abbreviations', () => {
    expect(core('Constructor Prototype')).toBe('constructor prototype')
  })

  it('reads its own words as it wrote them', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (name) => {
        const once = tokeniseName(name).tokens.filter((word) => word.length > 1)
        const twice = tokeniseName(once.join(' ')).tokens
        expect(twice.length).toBeLessThanOrEqual(once.length + 4)
        for (const word of twice) expect(word).toMatch(/^[a-z0-9]+$/)
      }),
    )
  })

  it('does not change with case', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'b', 'C', 'E', ' ', '.', '&', '-', '(', ')', '1'),
          maxLength: 40,
        }),
        (name) => {
          expect(core(name.toUpperCase())).toBe(core(name.toLowerCase()))
        },
      ),
    )
  })

  it('is quick with a text that no register holds', () => {
    const from = performance.now()
    tokeniseName(`${'a.'.repeat(50_000)} & ${'('.repeat(50_000)}`)
    // A slow expression would take minutes.
    expect(performance.now() - from).toBeLessThan(10_000)
  })
})

describe('bareSquash', () => {
  it('leaves out country and structure', () => {
    expect(bareSquash(['northmoor', 'group', 'uk'])).toBe('northmoor')
  })
  it('keeps a name made of nothing else', () => {
    expect(bareSquash(['uk', 'group'])).toBe('ukgroup')
  })
})
