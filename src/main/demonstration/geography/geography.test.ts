import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type ExtendedFeature, type ExtendedFeatureCollection, geoContains } from 'd3-geo'
import { describe, expect, test } from 'vitest'
import { locationOf, parsePlacePart, parsePostcode } from '#places'
import { checkPosition } from '../../../modules/places/rules/boundary-geometry.ts'
import { type DrawnDistrict, drawDistricts } from './draw-places.ts'
import { degreesOf, type GridRing } from './hexagon-mesh.ts'
import {
  ALL_DISTRICTS,
  CITY_WARDS,
  COUNTY_CODE,
  NEIGHBOUR_COUNTY_CODE,
  postcodeDistrictsOf,
  REGION_CODE,
} from './made-up-places.ts'
import { wardShapesFile } from './place-files.ts'
import { makePostcodes, postcodeLookupFile } from './postcodes.ts'

const drawn = drawDistricts()
const postcodes = makePostcodes(drawn)

/** d3-geo takes a ring that is not drawn clockwise for all the world but its inside. */
const clockwise = (shape: ExtendedFeature): ExtendedFeature => {
  const { coordinates } = shape.geometry as unknown as { coordinates: [number, number][][] }
  return {
    ...shape,
    geometry: { type: 'Polygon', coordinates: coordinates.map((ring) => ring.toReversed()) },
  }
}

const areaOf = (ring: GridRing): number =>
  ring.slice(1).reduce((sum, [x, y], at) => sum + (ring[at]?.[0] ?? 0) * y - x * (ring[at]?.[1] ?? 0), 0) / 2

const edgesOf = (ring: GridRing): [string, string][] =>
  ring.slice(1).map((point, at) => [String(ring[at]), String(point)])

describe('the shapes', () => {
  test('come out the same each time', () => expect(drawDistricts()).toEqual(drawn))

  test('tile the region: neighbours share their border, drawn the other way round, and nothing lies twice', () => {
    const edges = drawn.flatMap(({ cell }) => edgesOf(cell.outline))
    const there = new Set(edges.map(([from, to]) => `${from} ${to}`))
    expect(there.size).toBe(edges.length)
    const shared = edges.filter(([from, to]) => there.has(`${to} ${from}`)).length
    // 12 hexagons of 96 steps each; those of the city all lie against another district.
    const cityEdges = edgesOf(drawn[0]!.cell.outline)
    expect(cityEdges.every(([from, to]) => there.has(`${to} ${from}`))).toBe(true)
    expect(shared).toBeGreaterThan(600)
  })

  test.each(drawn.map(({ district, cell }) => [district.name, cell] as const))(
    'the wedges of %s make up the whole',
    (_name, cell) => {
      const whole = areaOf(cell.outline)
      expect(whole).toBeGreaterThan(50e6)
      expect(cell.wedges.reduce((sum, wedge) => sum + areaOf(wedge), 0)).toBeCloseTo(whole, 0)
    },
  )

  test('lie where boundaries may lie', () => {
    for (const { cell } of drawn)
      for (const point of cell.outline) expect(checkPosition(degreesOf(point))).toBeUndefined()
  })
})

describe('the postcodes', () => {
  test('are some 3,000, each once, the same each time', () => {
    expect(postcodes.length).toBe(3000)
    expect(new Set(postcodes.map(({ postcode }) => postcode)).size).toBe(3000)
    expect(makePostcodes(drawn)).toEqual(postcodes)
  })

  test('are read by the product as they are written, in the district they were made for', () => {
    for (const { postcode } of postcodes) expect(parsePostcode(postcode)?.postcode).toBe(postcode)
    for (const part of postcodeDistrictsOf(ALL_DISTRICTS))
      expect(parsePlacePart(part)).toEqual({ kind: 'district', code: part })
    expect(locationOf('NN31 1AA').outside).toBeUndefined()
  })

  test('lie inside the ward that they name, as the map itself sees it', () => {
    const wards = JSON.parse(wardShapesFile(drawn[0] as DrawnDistrict)) as ExtendedFeatureCollection
    const shapes = new Map(wards.features.map((ward) => [ward.properties?.WD26CD, clockwise(ward)]))
    const inCity = postcodes.filter(({ wardCode }) => wardCode !== '')
    const beside = inCity.filter(
      ({ point, wardCode }) => !geoContains(shapes.get(wardCode) as ExtendedFeature, [...degreesOf(point)]),
    )
    // Degrees are rounded, so that one that lies on a border may fall to its other side.
    expect(beside.length).toBeLessThan(inCity.length / 200)
  })

  test('stand in the lookup with district, county, region and country', () => {
    const [header, first] = postcodeLookupFile(postcodes).split('\r\n')
    expect(header).toBe('pcds,dointr,doterm,oscty,oslaua,osward,oseast1m,osnrth1m,ctry,rgn,lsoa21')
    expect(first?.split(',').slice(3, 6)).toEqual(['', 'E06990001', 'E05990001'])
  })

  const codePoint = '../shared/data/geo/postcode-unit_gb_codepoint-2025-11.csv.gz'
  test.skipIf(!existsSync(codePoint))('lie in districts that Royal Mail never issued', () => {
    const issued = new Set(
      gunzipSync(readFileSync(codePoint))
        .toString('latin1')
        .split('\n')
        .map((line) => line.slice(0, line.indexOf(' '))),
    )
    expect(issued.has('NN1')).toBe(true)
    for (const district of postcodeDistrictsOf(ALL_DISTRICTS)) expect(issued.has(district)).toBe(false)
  })
})

test('the official codes are none of the real ones, which have 00 where ours have 99', () => {
  const codes = [...ALL_DISTRICTS, ...CITY_WARDS].map(({ code }) => code)
  for (const code of [...codes, COUNTY_CODE, NEIGHBOUR_COUNTY_CODE, REGION_CODE])
    expect(code).toMatch(/^E(?:05|06|07|10|12)99\d{4}$/)
  expect(new Set(codes).size).toBe(codes.length)
})
