import { feature } from 'topojson-client'
import { Unusable } from '../../../platform/errors.ts'
import {
  type Boundary,
  type CoordinateProblem,
  checkPosition,
  codePropertyOf,
  nameBeside,
  type Polygon,
  parentsBeside,
  simplify,
} from '../rules/boundary-geometry.ts'
import { isAreaCode } from '../rules/postcode.ts'
import { readText } from './read-table.ts'

type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const SENTENCES: Readonly<Record<CoordinateProblem, string>> = {
  'national-grid':
    'The coordinates are metres on the British National Grid. Download the file in WGS84 (EPSG:4326, longitude and latitude) instead.',
  'not-in-the-uk':
    'The shapes do not lie in the United Kingdom. The coordinates must be longitude, then latitude.',
  'not-numbers': 'A shape has coordinates that are not pairs of numbers.',
}

const readPolygon = (polygon: unknown): Polygon => {
  if (!Array.isArray(polygon)) throw new Unusable(SENTENCES['not-numbers'])
  for (const ring of polygon as unknown[]) {
    if (!Array.isArray(ring)) throw new Unusable(SENTENCES['not-numbers'])
    for (const position of ring as unknown[]) {
      const problem = checkPosition(position)
      if (problem) throw new Unusable(SENTENCES[problem])
    }
  }
  return polygon as Polygon
}

const readPolygons = (geometry: unknown): readonly Polygon[] => {
  if (!isObject(geometry)) return []
  const { type, coordinates } = geometry
  if (type === 'Polygon') return [readPolygon(coordinates)]
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) return coordinates.map(readPolygon)
  return []
}

type Shape = { readonly properties: JsonObject; readonly geometry: unknown }

const shapesOf = (collection: JsonObject): Shape[] => {
  const features = Array.isArray(collection.features) ? (collection.features as unknown[]) : []
  return features
    .filter(isObject)
    .flatMap((item) =>
      isObject(item.properties) ? [{ properties: item.properties, geometry: item.geometry }] : [],
    )
}

/** A topology may hold several layers; each is read on its own, since each may name its codes differently. */
const layersOf = (json: unknown): Shape[][] => {
  if (!isObject(json)) throw new Unusable('This is not GeoJSON or TopoJSON.')
  if (json.type === 'FeatureCollection') return [shapesOf(json)]
  if (json.type !== 'Topology' || !isObject(json.objects)) {
    throw new Unusable('This is neither a GeoJSON FeatureCollection nor a TopoJSON topology.')
  }
  try {
    return Object.values(json.objects).map((layer) => {
      const made = feature(json, layer as object) as JsonObject
      return made.type === 'Feature' ? shapesOf({ features: [made] }) : shapesOf(made)
    })
  } catch {
    throw new Unusable('The TopoJSON file is damaged: a shape names lines that are not there.')
  }
}

const readLayer = (shapes: readonly Shape[], found: Map<string, Boundary>): void => {
  const property = codePropertyOf(shapes.map((shape) => shape.properties))
  if (property === undefined) return
  const layer = new Map<string, Boundary>()
  for (const { properties, geometry } of shapes) {
    const value = properties[property]
    const areaCode = typeof value === 'string' ? value.trim() : ''
    const polygons = readPolygons(geometry)
    if (!isAreaCode(areaCode) || polygons.length === 0) continue
    const earlier = layer.get(areaCode)?.polygons ?? []
    layer.set(areaCode, {
      areaCode,
      name: nameBeside(properties, property),
      parentCodes: parentsBeside(properties, areaCode),
      polygons: [...earlier, ...polygons],
    })
  }
  for (const [code, boundary] of layer) if (!found.has(code)) found.set(code, boundary)
}

/**
 * Reads the shapes of official areas from GeoJSON or TopoJSON in WGS84, plain, gzip or ZIP, made small enough to
 * draw. Which property holds the code is found by its content. Throws Unusable with a sentence.
 */
export const readBoundaries = async (path: string, name: string): Promise<readonly Boundary[]> => {
  const text = await readText(path, name, /\.(geo)?json$/i)
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new Unusable(`${name} is not JSON. Boundaries are loaded from GeoJSON or TopoJSON.`)
  }
  const found = new Map<string, Boundary>()
  for (const shapes of layersOf(json)) readLayer(shapes, found)
  const boundaries = simplify([...found.values()])
  if (boundaries.length === 0) {
    throw new Unusable('No shape with an official area code (such as E07000123) was found in this file.')
  }
  return boundaries
}
