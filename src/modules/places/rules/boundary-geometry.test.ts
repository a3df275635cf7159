import { geoArea } from 'd3-geo'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Boundary,
  checkPosition,
  codePropertyOf,
  countPoints,
  nameBeside,
  parentsBeside,
  type Ring,
  simplify,
} from './boundary-geometry.ts'

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const aBoundary = (...polygons: Boundary['polygons']): Boundary => ({
  areaCode: 'E07000123',
  name: 'Preston',
  parentCodes: [],
  polygons,
})
const areaOf = (boundary: Boundary | undefined): number =>
  geoArea({ type: 'MultiPolygon', coordinates: boundary?.polygons ?? [] } as never)

describe('checkPosition', () => {
  test.each([
    [[-2.7, 53.76], undefined],
    [[0, 51.5], undefined],
    [[353463, 429675], 'national-grid'],
    [[53.76, -2.7], 'not-in-the-uk'],
    [[2.35, 48.85, 30], undefined],
    [[-74, 40.7], 'not-in-the-uk'],
    [['-2.7', 53], 'not-numbers'],
    [[Number.NaN, 53], 'not-numbers'],
    [[Number.POSITIVE_INFINITY, 53], 'not-numbers'],
    [[-2.7], 'not-numbers'],
    [null, 'not-numbers'],
    [{ 0: 1, 1: 2 }, 'not-numbers'],
  ])('%j: %s', (position, problem) => expect(checkPosition(position)).toBe(problem))
})

describe('simplify', () => {
  test('winds outer rings as d3-geo draws them, whichever way they came', () => {
    const ring = square(-2.7, 53.7, 0.1)
    for (const way of [ring, ring.toReversed()]) {
      expect(areaOf(simplify([aBoundary([way])])[0])).toBeLessThan(0.001)
    }
  })

  test('keeps a hole a hole', () => {
    const [whole] = simplify([aBoundary([square(-2.7, 53.7, 0.1)])])
    const [holed] = simplify([aBoundary([square(-2.7, 53.7, 0.1), square(-2.68, 53.72, 0.02)])])
    expect(areaOf(holed)).toBeLessThan(areaOf(whole))
    expect(areaOf(holed)).toBeGreaterThan(0.9 * areaOf(whole))
  })

  test('rounds until there are few enough points, and neighbours still share theirs', () => {
    const many = Array.from({ length: 120_000 }, (_, n): [number, number] => [
      -2 + Math.cos(n / 19_098) / 10,
      53 + Math.sin(n / 19_098) / 10,
    ])
    const ring: Ring = [...many, many[0] ?? [0, 0]]
    const simple = simplify([aBoundary([ring]), { ...aBoundary([ring]), areaCode: 'E07000124' }])
    expect(countPoints(simple)).toBeLessThanOrEqual(150_000)
    expect(simple[0]?.polygons).toEqual(simple[1]?.polygons)
  })

  test('drops an island that vanishes but never the last one', () => {
    const speck = square(-2.7, 53.7, 0.000_004)
    expect(simplify([aBoundary([square(-2.6, 53.7, 0.1)], [speck])])[0]?.polygons).toHaveLength(1)
    expect(simplify([aBoundary([speck])])[0]?.polygons).toHaveLength(1)
  })

  test('drops rings that enclose nothing', () => {
    expect(
      simplify([
        aBoundary([
          [
            [-2, 53],
            [-2, 53],
            [-2, 53],
            [-2, 53],
          ],
        ]),
      ]),
    ).toEqual([])
    expect(simplify([aBoundary([])])).toEqual([])
  })

  test('moves no point by more than the grid it chose', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: 1, noNaN: true }),
        fc.double({ min: 50, max: 58, noNaN: true }),
        (x, y) => {
          const [simple] = simplify([aBoundary([square(x, y, 0.01)])])
          for (const [px, py] of simple?.polygons[0]?.[0] ?? []) {
            expect(Math.min(Math.abs(px - x), Math.abs(px - x - 0.01))).toBeLessThan(0.000_01)
            expect(Math.min(Math.abs(py - y), Math.abs(py - y - 0.01))).toBeLessThan(0.000_01)
          }
        },
      ),
    )
  })
})

describe('the code of a shape', () => {
  const wards = [
    { FID: 1, LAD25CD: 'E07000123', WD25CD: 'E05012193', WD25NM: 'Ashton', GlobalID: 'x' },
    { FID: 2, LAD25CD: 'E07000123', WD25CD: 'E05012194', WD25NM: 'Brookfield', GlobalID: 'y' },
  ]

  test('is found by content: the property with most different codes', () => {
    expect(codePropertyOf(wards)).toBe('WD25CD')
    expect(codePropertyOf([{ name: 'Preston' }, { id: 7 }, {}])).toBeUndefined()
    expect(codePropertyOf([{ code: 'E99999999' }])).toBeUndefined()
  })

  test('goes with its name and with the areas around it', () => {
    expect(nameBeside(wards[0] ?? {}, 'WD25CD')).toBe('Ashton')
    expect(nameBeside({ area_code: 'E05', area_name: 'Altrincham' }, 'area_code')).toBe('Altrincham')
    expect(nameBeside({ code: 'E05012193' }, 'code')).toBe('E05012193')
    expect(parentsBeside(wards[0] ?? {}, 'E05012193')).toEqual(['E07000123'])
  })
})
