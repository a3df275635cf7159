import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locationOf } from './location.ts'
import { aPostcode } from './postcode-arbitraries.ts'
import {
  findPostcode,
  locateIn,
  openChunk,
  type PostcodeIndex,
  packChunk,
  spreadOf,
  TERMINATED,
} from './postcode-index.ts'
import { areaNumberOf, areaNumberOfKey, postcodeKey } from './postcode-key.ts'

type Row = { postcode: string; set: number; easting?: number; northing?: number; isTerminated?: boolean }

const SETS = [['E05000001', 'E07000123'], ['E05000002', 'E07000126'], []]

const indexOf = (rows: readonly Row[]): PostcodeIndex => {
  const words = rows.map((row) => ({
    area: areaNumberOfKey(postcodeKey(row.postcode)),
    row: [
      postcodeKey(row.postcode),
      row.isTerminated ? (row.set | TERMINATED) >>> 0 : row.set,
      row.easting ?? -1,
      row.northing ?? -1,
    ],
  }))
  const byArea = Map.groupBy(words, ({ area }) => area)
  return new Map(
    [...byArea].map(([area, found]) => [
      area,
      openChunk(packChunk(Uint32Array.from(found.flatMap(({ row }) => row))), SETS),
    ]),
  )
}

const index = indexOf([
  { postcode: 'PR1 2HE', set: 0, easting: 353463, northing: 429675 },
  { postcode: 'PR1 2HA', set: 0 },
  { postcode: 'PR1 9XX', set: 1, isTerminated: true },
  { postcode: 'PR1 3AA', set: 2 },
  { postcode: 'PR10 1AA', set: 1 },
  { postcode: 'M1 1AE', set: 1 },
])

describe('findPostcode', () => {
  test('tells areas, position and whether it is still used', () => {
    expect(findPostcode(index, 'pr12he')).toEqual({
      areaCodes: ['E05000001', 'E07000123'],
      easting: 353463,
      northing: 429675,
      isTerminated: false,
    })
    expect(findPostcode(index, 'PR1 9XX')).toMatchObject({
      isTerminated: true,
      easting: null,
      northing: null,
    })
  })

  test.each(['PR1 2HB', 'LS1 1UR', 'PR1', '', 'nonsense'])('does not know %j', (text) => {
    expect(findPostcode(index, text)).toBeUndefined()
  })

  test('finds exactly the postcodes that went in, in whatever order they came; the last of two alike counts', () => {
    const rows = fc.array(
      fc.record({
        postcode: fc.oneof(aPostcode, fc.constantFrom('PR1 2HE', 'PR1 2HF', 'M1 1AE')),
        set: fc.integer({ min: 0, max: 2 }),
      }),
      {
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(rows, aPostcode, (list, other) => {
        const made = indexOf(list)
        const expected = new Map(list.map(({ postcode, set }) => [postcode, SETS[set]]))
        for (const [postcode, areas] of expected)
          expect(findPostcode(made, postcode)?.areaCodes).toEqual(areas)
        expect(findPostcode(made, other) !== undefined).toBe(expected.has(other))
      }),
    )
  })

  test('reads a chunk that lies anywhere in a larger buffer, as the database driver hands it over', () => {
    const content = packChunk(Uint32Array.of(postcodeKey('PR1 2HE'), 0, 1, 2))
    const buffer = Buffer.concat([Buffer.from([9, 9, 9]), content, Buffer.from([9])]).subarray(
      3,
      3 + content.length,
    )
    const chunk = openChunk(buffer, SETS)
    expect(findPostcode(new Map([[areaNumberOf('PR'), chunk]]), 'PR1 2HE')).toMatchObject({
      easting: 1,
      northing: 2,
    })
  })
})

describe('spreadOf', () => {
  test('counts the postcodes in use of a district and of a sector, not those of PR10 in PR1', () => {
    expect(spreadOf(index, 'PR1')).toEqual([
      { sector: 'PR1 2', areaCodes: SETS[0], postcodes: 2 },
      { sector: 'PR1 3', areaCodes: [], postcodes: 1 },
    ])
    expect(spreadOf(index, 'PR1 2')).toEqual([{ sector: 'PR1 2', areaCodes: SETS[0], postcodes: 2 }])
  })

  test('counts terminated ones where no other is left', () => {
    expect(spreadOf(index, 'PR1 9')).toEqual([{ sector: 'PR1 9', areaCodes: SETS[1], postcodes: 1 }])
  })

  test.each(['PR7', 'LS1', 'PR1 8', 'nonsense', ''])('is empty for %j', (name) =>
    expect(spreadOf(index, name)).toEqual([]),
  )
})

describe('locateIn', () => {
  test('gives a known postcode its areas', () => {
    expect(locateIn(index, locationOf('PR1 2HE'))).toMatchObject({ areaCodes: SETS[0], isTerminated: false })
  })

  test('gives a postcode that is not known the spread of its sector, else of its district', () => {
    expect(locateIn(index, locationOf('PR1 2ZZ'))).toMatchObject({ areaCodes: [], spreadOf: 'sector' })
    expect(locateIn(index, locationOf('PR1 7ZZ'))).toMatchObject({ areaCodes: [], spreadOf: 'district' })
  })

  test('leaves alone what no lookup can tell', () => {
    for (const text of ['LS1 1UR', 'JE2 3QQ', 'BFPO 801', '', 'PR']) {
      expect(locateIn(index, locationOf(text))).toEqual(locationOf(text))
    }
  })
})
