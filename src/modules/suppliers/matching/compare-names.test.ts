import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, leftOverKind, oneSlipApart } from './compare-names.ts'
import { tokeniseName } from './name-tokens.ts'

const rarity = (): number => 10
const compare = (payee: string, register: string) =>
  compareNames(tokeniseName(payee).tokens, tokeniseName(register).tokens, rarity)

describe('oneSlipApart', () => {
  it.each([
    ['priory', 'prioty'],
    ['priory', 'prory'],
    ['priory', 'prioory'],
    ['priory', 'prioyr'],
    ['priory', 'rpiory'],
    ['a', ''],
  ])('finds one slip between %s and %s', (one, other) => {
    expect(oneSlipApart(one, other)).toBe(true)
    expect(oneSlipApart(other, one)).toBe(true)
  })

  it.each([
    ['priory', 'priory'],
    ['priory', 'pirroy'],
    ['priory', 'pri'],
    ['abcd', 'badc'],
    ['', ''],
  ])('finds none, or more than one, between %s and %s', (one, other) => {
    expect(oneSlipApart(one, other)).toBe(false)
  })

  it('finds every word with one letter dropped, changed or swapped', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      minLength: 2,
      maxLength: 12,
    })
    fc.assert(
      fc.property(word, fc.nat(), (text, place) => {
        const at = place % (text.length - 1)
        expect(oneSlipApart(text, text.slice(0, at) + text.slice(at + 1))).toBe(true)
        expect(oneSlipApart(text, `${text.slice(0, at)}z${text.slice(at + 1)}`)).toBe(true)
        const swapped = text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
        expect(oneSlipApart(text, swapped)).toBe(swapped !== text)
      }),
    )
  })
})

describe('compareNames', () => {
  it('finds names identical however their words are parted', () => {
    expect(compare('24x7', '24 X 7 LTD.')).toMatchObject({ identical: true, missing: [], extra: [] })
    expect(compare('Rose Wood Care', 'ROSEWOOD CARE LIMITED')).toMatchObject({ identical: true })
  })

  it('links plurals, slips and joined words', () => {
    const links = (payee: string, register: string) => compare(payee, register).links.map(({ link }) => link)
    expect(links('Northmoor Promotions', 'Northmoor Promotion')).toEqual(['same', 'inflected'])
    expect(links('Prioty Healthcare', 'Priory Healthcare')).toEqual(['same', 'misspelt'])
    expect(links('Horizoncare', 'Horizon Care and Education')).toEqual(['joined'])
    expect(links('Nine Hundred Media', 'Ninehundred Media Group')).toEqual(['same', 'joined'])
  })

  it('takes a beginning for the word only where the word is one of trade or the field was full', () => {
    expect(compare('Northmoor Engin', 'Northmoor Engineering').links).toHaveLength(2)
    expect(compare('Park Leisure', 'Parkwood Leisure').links).toHaveLength(1)
    expect(compare('Northmoor Leisure Overw', 'Northmoor Leisure Overwater').links).toHaveLength(3)
  })

  it('never takes one number for another', () => {
    expect(compare('Northmoor 1980 Homes', 'Northmoor 1990 Homes')).toMatchObject({
      missing: ['1980'],
      extra: ['1990'],
    })
  })

  it('tells order and the first word', () => {
    expect(compare('Plant Skip Hire', 'Skip Plant Hire')).toMatchObject({ ordered: false })
    expect(compare('Debenham Leung', 'Wakefield Debenham Leung')).toMatchObject({
      ordered: true,
      sameHead: false,
    })
    expect(compare('Northmoor Care', 'Northmoor Homes')).toMatchObject({ sameHead: true })
  })

  it('takes four letters or more for initials, with link words or without', () => {
    const links = (payee: string, register: string) => compare(payee, register).links.map(({ link }) => link)
    expect(links('NAFB', 'Northmoor Association of Fish Breeders')).toEqual(['initials'])
    expect(links('NAOFB Ltd', 'Northmoor Association of Fish Breeders')).toEqual(['initials'])
    expect(links('NAF', 'Northmoor Association of Fish')).toEqual([])
    expect(links('NAFC', 'Northmoor Association of Fish Breeders')).toEqual([])
  })

  it('counts every word once, linked or left over', () => {
    const name = fc.array(
      fc.constantFrom('alpha', 'bravo', 'care', 'delta', 'of', 'group', 'alphas', 'brav'),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(name, name, (a, b) => {
        const seen = compareNames(a, b, rarity)
        if (seen.identical) return
        const count = (words: readonly string[]): number => words.join(' ').split(' ').filter(Boolean).length
        expect(count(seen.links.map(({ payee }) => payee)) + seen.missing.length).toBe(a.length)
        expect(count(seen.links.map(({ register }) => register)) + seen.extra.length).toBe(b.length)
      }),
    )
  })

  it('is the same from both sides, but for words cut short', () => {
    const name = fc.array(fc.constantFrom('alpha', 'bravo', 'delta', 'group', 'alphas'), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [one, other] = [compareNames(a, b, rarity), compareNames(b, a, rarity)]
        expect(one.identical).toBe(other.identical)
        expect(one.links.length).toBe(other.links.length)
        expect([one.missing.length, one.extra.length]).toEqual([other.extra.length, other.missing.length])
      }),
    )
  })
})

describe('leftOverKind', () => {
  it.each([
    [[], 'none'],
    [['uk', 'group'], 'weak'],
    [['of'], 'weak'],
    [['yorkshire', 'uk'], 'place'],
    [['services', 'yorkshire'], 'general'],
    [['biopharm', 'services'], 'telling'],
  ] as const)('takes %j for %s', (words, kind) => {
    expect(leftOverKind(words)).toBe(kind)
  })
})
