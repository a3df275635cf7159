import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { zipOf } from '../builders.ts'
import { countPoints } from '../rules/boundary-geometry.ts'
import { readBoundaries } from './read-boundaries.ts'

const folder = mkdtempSync(join(tmpdir(), 'places-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (content: unknown) => {
  const path = join(folder, 'shapes')
  writeFileSync(
    path,
    typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
  )
  return readBoundaries(path, 'shapes.geojson')
}

const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ],
]
const polygon = (x: number, y: number) => ({ type: 'Polygon', coordinates: square(x, y) })
const feature = (properties: unknown, geometry: unknown) => ({ type: 'Feature', properties, geometry })
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const preston = { LAD24CD: 'E07000123', LAD24NM: 'Preston', RGN24CD: 'E12000002' }

describe('readBoundaries', () => {
  test('reads GeoJSON, plain and in a ZIP', async () => {
    const json = collection(feature(preston, polygon(-2.7, 53.7)))
    for (const content of [
      json,
      zipOf({ 'lad.geojson': JSON.stringify(json) }),
      `\ufeff${JSON.stringify(json)}`,
    ]) {
      expect(await read(content)).toMatchObject([
        { areaCode: 'E07000123', name: 'Preston', parentCodes: ['E12000002'] },
      ])
    }
  })

  test('reads every layer of a TopoJSON topology', async () => {
    const topology = {
      type: 'Topology',
      arcs: [
        [
          [0, 0],
          [10, 0],
          [0, 10],
          [-10, 0],
          [0, -10],
        ],
      ],
      transform: { scale: [0.1, 0.1], translate: [-2.7, 53.7] },
      objects: {
        lad: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Polygon', arcs: [[0]], properties: { AREACD: 'E07000123', AREANM: 'Preston' } },
          ],
        },
        region: { type: 'Polygon', arcs: [[0]], properties: { AREACD: 'E12000002', AREANM: 'North West' } },
        itl: { type: 'Polygon', arcs: [[0]], properties: { AREACD: 'TLD4' } },
      },
    }
    expect((await read(topology)).map((boundary) => boundary.name)).toEqual(['Preston', 'North West'])
  })

  test('puts shapes of one code together and leaves out those without a shape', async () => {
    const json = collection(
      feature(preston, polygon(-2.7, 53.7)),
      feature(preston, { type: 'MultiPolygon', coordinates: [square(-5, 50), square(-4, 52)] }),
      feature({ LAD24CD: 'E07000126' }, null),
      feature({ LAD24CD: 'E07000127' }, { type: 'Point', coordinates: [-2, 53] }),
      null,
      { type: 'Feature' },
    )
    const read1 = await read(json)
    expect(read1).toHaveLength(1)
    expect(read1[0]?.polygons).toHaveLength(3)
  })

  test.each([
    ['is not JSON', 'LAD24CD,LAD24NM\nE07000123,Preston'],
    ['is not JSON', '{"type":"FeatureCollection","features":['],
    ['neither a GeoJSON FeatureCollection nor a TopoJSON topology', '{"type":"Feature"}'],
    ['not GeoJSON or TopoJSON', '[]'],
    ['not GeoJSON or TopoJSON', 'null'],
    ['neither', '{"type":"Topology"}'],
    ['No shape with an official area code', collection()],
    ['No shape with an official area code', '{"type":"FeatureCollection","features":"x"}'],
    ['No shape with an official area code', collection(feature({ name: 'Preston' }, polygon(-2.7, 53.7)))],
    [
      'British National Grid',
      collection(
        feature(preston, {
          type: 'Polygon',
          coordinates: [
            [
              [353463, 429675],
              [353464, 429675],
              [353464, 429676],
              [353463, 429675],
            ],
          ],
        }),
      ),
    ],
    ['longitude, then latitude', collection(feature(preston, polygon(53.7, -2.7)))],
    ['not pairs of numbers', collection(feature(preston, { type: 'Polygon', coordinates: [[['a', 'b']]] }))],
    ['not pairs of numbers', collection(feature(preston, { type: 'Polygon', coordinates: 7 }))],
    ['not pairs of numbers', collection(feature(preston, { type: 'Polygon', coordinates: [[null]] }))],
    [
      'is damaged',
      {
        type: 'Topology',
        arcs: [],
        objects: { a: { type: 'Polygon', arcs: [[7]], properties: { AREACD: 'E07000123' } } },
      },
    ],
    ['is a web page', '<html>'],
  ])('refuses with a sentence: %s', async (sentence, content) => {
    const error = await read(content).then(
      () => undefined,
      (thrown: Error) => thrown,
    )
    expect(error?.name).toBe('Unusable')
    expect(error?.message).toContain(sentence)
  })

  test('takes names such as __proto__ for what they are', async () => {
    const text =
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":{"x":1},"constructor":"y","LAD24CD":"E07000123"},"geometry":{"type":"Polygon","coordinates":[[[-2,53],[-1,53],[-1,54],[-2,53]]]}}]}'
    expect(await read(text)).toMatchObject([{ areaCode: 'E07000123' }])
  })

  test('refuses nesting without end', async () => {
    await expect(read('['.repeat(200_000))).rejects.toThrow('is not JSON')
  })

  const GEO = '../shared/data/geo'
  test.skipIf(!existsSync(GEO))('reads the published districts of the United Kingdom', async () => {
    const districts = await readBoundaries(`${GEO}/lad24_uk_generalised.geojson`, 'lad24.geojson')
    expect(districts).toHaveLength(361)
    expect(countPoints(districts)).toBeLessThan(150_000)
    const layers = await readBoundaries(`${GEO}/topojson_geogALL2022UK.json`, 'all.json')
    expect(layers.map((boundary) => boundary.areaCode)).toContain('E47000001')
  })
})
