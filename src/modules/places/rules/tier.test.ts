import { describe, expect, test } from 'vitest'
import { anArea, aPlace, inAreas } from '../builders.ts'
import type { Location, SpreadItem } from '../model.ts'
import { areaBook } from './area-book.ts'
import { buildLadder } from './ladder.ts'
import { locationOf } from './location.ts'
import { placesHolding, tierOf } from './tier.ts'

const id = (name: string) => name
const book = areaBook([
  anArea({ code: 'E07000123', name: 'Preston', parentCodes: ['E10000017', 'E12000002'] }),
  anArea({ code: 'E07000126', name: 'South Ribble', parentCodes: ['E10000017', 'E12000002'] }),
  anArea({ code: 'E08000003', name: 'Manchester', parentCodes: ['E47000001', 'E12000002'] }),
  anArea({ code: 'E10000017', name: 'Lancashire', parentCodes: ['E12000002'] }),
  anArea({ code: 'E07000026', name: 'Allerdale', successorCode: 'E06000063', parentCodes: ['E12000002'] }),
  anArea({ code: 'E07000029', name: 'Copeland', successorCode: 'E06000063', parentCodes: ['E12000002'] }),
  anArea({ code: 'E06000063', name: 'Cumberland', parentCodes: ['E12000002'] }),
])

const byDistricts = aPlace({ name: 'Preston', parts: 'PR1, PR2', parentId: id('Lancashire') })
const lancashire = aPlace({ name: 'Lancashire', parts: 'E10000017', parentId: id('North West') })
const northWest = aPlace({ name: 'North West', parts: 'E12000002', parentId: id('England') })
const england = aPlace({ name: 'England', parts: 'E92000001' })
const byCodes = { ...aPlace({ name: 'Preston', parts: 'E07000123' }), parentId: id('Lancashire') }
const ladderOf = (...places: ReturnType<typeof aPlace>[]) =>
  buildLadder(places, places[0]?.id ?? id(''), book)
const districts = ladderOf(byDistricts, lancashire, northWest, england)
const codes = ladderOf(byCodes, lancashire, northWest, england)

const located = (text: string, ...areaCodes: string[]): Location => ({ ...locationOf(text), areaCodes })
const nameOf = (ladder: typeof codes, location: Location): string => {
  const tier = tierOf(ladder, location)
  return tier.kind === 'place' ? tier.placeId : tier.kind
}

describe('a home place made of postcode districts', () => {
  test('holds its postcodes exactly, without any lookup', () => {
    expect(tierOf(districts, locationOf('PR1 2HE'))).toEqual({
      kind: 'place',
      placeId: 'Preston',
      rung: 0,
      certainty: 'exact',
      basis: 'postcode',
      share: 1,
    })
    expect(tierOf(districts, locationOf('PR2'))).toMatchObject({
      placeId: 'Preston',
      certainty: 'exact',
      basis: 'district',
    })
  })

  test('leaves open where other postcodes are until a lookup tells', () => {
    expect(tierOf(districts, locationOf('PR9 9YP'))).toEqual({
      kind: 'unknown',
      why: 'needs-lookup',
      within: 'England',
    })
    expect(nameOf(districts, located('PR9 9YP', 'E08000014'))).toBe('unknown')
    expect(nameOf(districts, located('PR5 4AW', 'E07000126'))).toBe('Lancashire')
    expect(nameOf(districts, located('M1 1AE', 'E08000003'))).toBe('North West')
  })

  test('cannot tell a postcode area that it holds a part of', () => {
    expect(tierOf(ladderOf(byDistricts), locationOf('PR')).kind).toBe('unknown')
    expect(tierOf(ladderOf(byDistricts), locationOf('LS')).kind).toBe('rest-of-uk')
  })
})

describe('a home place made of official areas', () => {
  test('holds what the lookup puts there', () => {
    expect(nameOf(codes, located('PR1 2HE', 'E05012196', 'E07000123'))).toBe('Preston')
    expect(nameOf(codes, located('PR5 4AW', 'E07000126'))).toBe('Lancashire')
    expect(nameOf(codes, located('LS1 1UR', 'E08000035'))).toBe('unknown')
    expect(nameOf(codes, located('LS1 1UR', 'E08000035', 'E12000003'))).toBe('England')
    expect(nameOf(codes, located('EH1 1YZ', 'S12000036'))).toBe('rest-of-uk')
  })

  test('needs a lookup for a postcode whose areas are not known', () => {
    expect(tierOf(codes, locationOf('PR1 2HE'))).toEqual({
      kind: 'unknown',
      why: 'needs-lookup',
      within: 'England',
    })
  })

  test('knows without a lookup that Belfast, Edinburgh and Cardiff are elsewhere', () => {
    for (const text of ['BT1 5GS', 'EH1 1YZ', 'CF10 1EP'])
      expect(nameOf(codes, locationOf(text))).toBe('rest-of-uk')
  })

  test('does not guess on a border', () => {
    expect(nameOf(codes, locationOf('CH5 1AA'))).toBe('unknown')
  })
})

describe('a district that several places share', () => {
  const item = (sector: string, postcodes: number, ...areaCodes: string[]): SpreadItem => ({
    sector,
    areaCodes,
    postcodes,
  })
  const around = (spread: readonly SpreadItem[]): Location => ({
    ...locationOf('PR4'),
    spread,
    spreadOf: 'district',
  })

  test('goes to the tier that holds most of its postcodes, marked as approximate with the share', () => {
    const spread = [item('PR4 0', 60, 'E07000123'), item('PR4 1', 40, 'E07000126')]
    expect(tierOf(codes, around(spread))).toEqual({
      kind: 'place',
      placeId: 'Preston',
      rung: 0,
      certainty: 'approximate',
      basis: 'district',
      share: 0.6,
    })
  })

  test('goes to the outer place where two hold as many, so as not to overclaim', () => {
    const spread = [item('PR4 0', 50, 'E07000123'), item('PR4 1', 50, 'E07000126')]
    expect(tierOf(codes, around(spread))).toMatchObject({ placeId: 'Lancashire', share: 0.5 })
  })

  test('is settled by a sector that is part of the place', () => {
    const bySector = aPlace({ name: 'Town', parts: 'PR4 0', parentId: id('Lancashire') })
    const spread = [item('PR4 0', 60, 'E07000123'), item('PR4 1', 40, 'E07000123')]
    expect(tierOf(ladderOf(bySector, lancashire), around(spread))).toMatchObject({
      placeId: 'Town',
      share: 0.6,
      certainty: 'approximate',
    })
  })

  test('leaves out postcodes whose areas nobody knows', () => {
    const spread = [item('PR4 0', 10, 'E07000123'), item('PR4 0', 90)]
    expect(tierOf(codes, around(spread))).toMatchObject({ placeId: 'Preston', share: 1 })
  })
})

describe('outside the United Kingdom', () => {
  test.each([
    ['JE2 3QQ', { kind: 'crown-dependency', name: 'Jersey' }],
    ['FIQQ 1ZZ', { kind: 'abroad' }],
    ['BFPO 801', { kind: 'unknown', why: 'non-geographic', within: null }],
    ['', { kind: 'unknown', why: 'no-postcode', within: null }],
  ])('%j is told apart', (text, tier) => {
    expect(tierOf(codes, locationOf(text))).toEqual(tier)
  })
})

describe('areas that merged', () => {
  const allerdale = aPlace({ name: 'Allerdale', parts: 'E07000026' })
  const cumberland = aPlace({ name: 'Cumberland', parts: 'E06000063' })

  test('an old code still holds what is only known by the new one', () => {
    expect(nameOf(ladderOf(allerdale), inAreas('E06000063'))).toBe('Allerdale')
  })

  test('a new code holds what is only known by an old one', () => {
    expect(nameOf(ladderOf(cumberland), inAreas('E07000026'))).toBe('Cumberland')
    expect(nameOf(ladderOf(cumberland), inAreas('E07000029'))).toBe('Cumberland')
  })

  test('an old code does not hold its neighbour that merged into the same', () => {
    expect(nameOf(ladderOf(allerdale), inAreas('E07000029'))).toBe('rest-of-uk')
  })
})

describe('nesting', () => {
  test('belonging to an inner place is belonging to the outer one, whose parts need not repeat it', () => {
    const inner = aPlace({ name: 'Estate', parts: 'PR2 6', parentId: id('Town') })
    const town = aPlace({ name: 'Town', parts: 'PR1' })
    const fromTown = buildLadder([town, inner], id('Town'), book)
    expect(nameOf(fromTown, locationOf('PR2 6AA'))).toBe('Town')
    expect(nameOf(fromTown, locationOf('PR2 7AA'))).toBe('rest-of-uk')
  })

  test('an outer place without parts of its own is what lies in it', () => {
    const county = aPlace({ name: 'County' })
    const town = aPlace({ name: 'Town', parts: 'PR1', parentId: id('County') })
    const other = aPlace({ name: 'Other', parts: 'PR2', parentId: id('County') })
    expect(nameOf(buildLadder([town, county, other], id('Town'), book), locationOf('PR2 1AA'))).toBe('County')
  })

  test('a ladder ends where places lie in each other', () => {
    const a = aPlace({ name: 'A', parts: 'PR1', parentId: id('B') })
    const b = aPlace({ name: 'B', parts: 'PR2', parentId: id('A') })
    expect(buildLadder([a, b], id('A'), book).places.map((place) => place.name)).toEqual(['A', 'B'])
  })

  test('without a home place it still tells the United Kingdom from abroad', () => {
    const none = buildLadder([], id('gone'), book)
    expect(tierOf(none, locationOf('PR1 2HE')).kind).toBe('rest-of-uk')
    expect(tierOf(none, locationOf('IM1 1EE')).kind).toBe('crown-dependency')
  })
})

test('placesHolding names every place that holds a location, the innermost first', () => {
  const found = placesHolding([england, northWest, byCodes, lancashire], book, inAreas('E07000126'))
  expect(found.map(({ place }) => place.name)).toEqual(['Lancashire', 'North West', 'England'])
})

test('places a hundred thousand payees, each by itself', () => {
  const shared = Array.from({ length: 500 }, (_, n) => [
    `E0500${String(n).padStart(4, '0')}`,
    n % 2 ? 'E07000123' : 'E08000003',
  ])
  const payees = Array.from({ length: 100_000 }, (_, n) => ({
    ...locationOf('PR5 4AW'),
    areaCodes: shared[n % 500] ?? [],
  }))
  const inPreston = payees.filter((payee) => nameOf(codes, payee) === 'Preston').length
  expect(inPreston).toBe(50_000)
})
