import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anArea } from '../builders.ts'
import { ancestorsOf, areaBook, areasHolding, currentCode, mergeAreas, successorsOf } from './area-book.ts'
import { areaKindOf, shippedAreas } from './area-codes.ts'

const CUMBRIA = [
  anArea({
    code: 'E07000026',
    name: 'Allerdale',
    successorCode: 'E06000063',
    parentCodes: ['E10000006', 'E12000002'],
  }),
  anArea({ code: 'E07000029', name: 'Copeland', successorCode: 'E06000063' }),
  anArea({ code: 'E06000063', name: 'Cumberland', parentCodes: ['E12000002'] }),
]

describe('currentCode', () => {
  const book = areaBook([...CUMBRIA, anArea({ code: 'E00000001', successorCode: 'E07000026' })])

  test('follows a chain of successors to its end', () => {
    expect(currentCode(book, 'E00000001')).toBe('E06000063')
    expect(successorsOf(book, 'E00000001')).toEqual(['E00000001', 'E07000026', 'E06000063'])
  })

  test('is the code itself where nothing succeeded it or it is not known', () => {
    expect(currentCode(book, 'E06000063')).toBe('E06000063')
    expect(currentCode(book, 'E09999999')).toBe('E09999999')
  })

  test('ends for any successors, circles too', () => {
    const code = fc.integer({ min: 0, max: 9 }).map((n) => `E0700000${n}`)
    const areas = fc.array(
      fc.tuple(code, code).map(([from, to]) => anArea({ code: from, successorCode: to })),
    )
    fc.assert(
      fc.property(areas, code, (circle, from) => {
        const chain = successorsOf(areaBook(circle), from)
        expect(new Set(chain).size).toBe(chain.length)
      }),
    )
  })
})

describe('ancestorsOf', () => {
  test('reaches the country and the nations', () => {
    expect(ancestorsOf(areaBook(CUMBRIA), 'E06000063')).toEqual(
      new Set(['E06000063', 'E12000002', 'E92000001', 'K04000001', 'K03000001', 'K02000001']),
    )
  })

  test('tells the country of a code that no file named', () => {
    expect(ancestorsOf(areaBook([]), 'S12000036')).toEqual(
      new Set(['S12000036', 'S92000003', 'K03000001', 'K02000001']),
    )
    expect(ancestorsOf(areaBook([]), 'N09000003').has('N92000002')).toBe(true)
  })

  test('does not take a successor for the area around', () => {
    const book = areaBook([
      anArea({ code: 'E07000026', successorCode: 'E06000063', parentCodes: ['E06000063', 'E12000002'] }),
    ])
    expect(ancestorsOf(book, 'E07000026').has('E06000063')).toBe(false)
  })

  test('ends where areas hold each other', () => {
    const book = areaBook([
      anArea({ code: 'E07000001', parentCodes: ['E10000001'] }),
      anArea({ code: 'E10000001', parentCodes: ['E07000001'] }),
    ])
    expect(ancestorsOf(book, 'E07000001').has('E10000001')).toBe(true)
  })
})

test('areasHolding tells the areas as they are named from those that succeeded them', () => {
  const { asNamed, withSuccessors } = areasHolding(areaBook(CUMBRIA), ['E07000026'])
  expect(asNamed.has('E06000063')).toBe(false)
  expect(withSuccessors.has('E06000063')).toBe(true)
  expect(asNamed.has('E10000006')).toBe(true)
})

describe('mergeAreas', () => {
  const known = new Map([
    [
      'E07000123',
      anArea({
        code: 'E07000123',
        name: 'Preston',
        parentCodes: ['E10000017', 'E12000002'],
        registerCode: 'PRE',
      }),
    ],
  ])

  test('keeps what a new file leaves out', () => {
    const [merged] = mergeAreas(known, [anArea({ code: 'E07000123' })])
    expect(merged).toEqual(known.get('E07000123'))
  })

  test('takes the newer of two holders of one level', () => {
    const [merged] = mergeAreas(known, [
      anArea({ code: 'E07000123', name: 'Preston City', parentCodes: ['E10000099'] }),
    ])
    expect(merged).toMatchObject({ name: 'Preston City', parentCodes: ['E10000099', 'E12000002'] })
  })
})

test('the shipped areas are four countries, nine regions and the nations, without a file', () => {
  const shipped = shippedAreas()
  const kinds = Map.groupBy(shipped, (area) => areaKindOf(area.code))
  expect(kinds.get('country')?.map((area) => area.name)).toEqual([
    'England',
    'Wales',
    'Scotland',
    'Northern Ireland',
  ])
  expect(kinds.get('region')).toHaveLength(9)
  expect(shipped.find((area) => area.code === 'E12000002')?.name).toBe('North West')
})
