import { isPlaceholderCode } from './area-codes.ts'
import { isAreaCode } from './postcode.ts'

/** Longitude and latitude. */
type Position = readonly [number, number]
export type Ring = readonly Position[]
/** An outer ring and its holes. */
export type Polygon = readonly Ring[]

/** An area's shape: always many polygons, as islands are many. */
export type Boundary = {
  readonly areaCode: string
  readonly name: string
  /** Other official codes the shape came with: the areas around it. */
  readonly parentCodes: readonly string[]
  readonly polygons: readonly Polygon[]
}

export type CoordinateProblem = 'national-grid' | 'not-in-the-uk' | 'not-numbers'

/** The United Kingdom and the Crown dependencies, with room: degrees. */
const WEST = -14
const EAST = 4
const SOUTH = 48
const NORTH = 62

/** What is wrong with the coordinates, or undefined. Metres of the National Grid are told from degrees by their size. */
export const checkPosition = (position: unknown): CoordinateProblem | undefined => {
  if (!Array.isArray(position)) return 'not-numbers'
  const [x, y] = position as unknown[]
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    return 'not-numbers'
  if (Math.abs(x) > 180 || Math.abs(y) > 90) return 'national-grid'
  return x < WEST || x > EAST || y < SOUTH || y > NORTH ? 'not-in-the-uk' : undefined
}

const twiceSignedArea = (ring: Ring): number => {
  let sum = 0
  for (let at = 0; at + 1 < ring.length; at++) {
    const [x1 = 0, y1 = 0] = ring[at] ?? []
    const [x2 = 0, y2 = 0] = ring[at + 1] ?? []
    sum += x1 * y2 - x2 * y1
  }
  return sum
}

const wound = (ring: Ring, isClockwise: boolean): Ring =>
  twiceSignedArea(ring) < 0 === isClockwise ? ring : ring.toReversed()

/** Rounds to a grid. Neighbours share the points of their border, so both round to the same points and leave no gap. */
const roundRing = (ring: Ring, decimals: number): Ring => {
  const scale = 10 ** decimals
  const points: Position[] = []
  for (const [x, y] of ring) {
    const next: Position = [Math.round(x * scale) / scale, Math.round(y * scale) / scale]
    const last = points.at(-1)
    if (!last || last[0] !== next[0] || last[1] !== next[1]) points.push(next)
  }
  return points
}

const isRing = (ring: Ring): boolean => ring.length >= 4 && twiceSignedArea(ring) !== 0

/** Outer rings clockwise and holes the other way round, as d3-geo draws them (the opposite of RFC 7946). */
const roundPolygon = (polygon: Polygon, decimals: number): Polygon => {
  const [outer, ...holes] = polygon.map((ring) => roundRing(ring, decimals))
  if (!outer || !isRing(outer)) return []
  return [wound(outer, true), ...holes.filter(isRing).map((hole) => wound(hole, false))]
}

const FINEST = 6

/** One area with fewer points. Islands that vanish at this grain are left out, unless nothing would be left. */
const roundBoundary = (boundary: Boundary, decimals: number): Boundary => {
  for (let finer = decimals; finer <= FINEST; finer++) {
    const polygons = boundary.polygons
      .map((polygon) => roundPolygon(polygon, finer))
      .filter((polygon) => polygon.length > 0)
    if (polygons.length > 0) return { ...boundary, polygons }
  }
  return { ...boundary, polygons: [] }
}

export const countPoints = (boundaries: readonly Boundary[]): number =>
  boundaries.reduce(
    (sum, { polygons }) => sum + polygons.flat().reduce((points, ring) => points + ring.length, 0),
    0,
  )

/** Enough to draw every district of the country; a page is slow with more. */
const MANY_POINTS = 150_000

/**
 * Makes boundaries small enough for a page: the finest of grids of 1 m, 10 m, 100 m and 1 km (in latitude) that
 * leaves a sane number of points.
 */
export const simplify = (boundaries: readonly Boundary[]): readonly Boundary[] => {
  let simple: readonly Boundary[] = boundaries
  for (const decimals of [5, 4, 3, 2]) {
    simple = boundaries
      .map((boundary) => roundBoundary(boundary, decimals))
      .filter((b) => b.polygons.length > 0)
    if (countPoints(simple) <= MANY_POINTS) break
  }
  return simple
}

type Properties = Readonly<Record<string, unknown>>

const codeIn = (properties: Properties, name: string): string | undefined => {
  const value = properties[name]
  return typeof value === 'string' && isAreaCode(value.trim()) && !isPlaceholderCode(value.trim())
    ? value.trim()
    : undefined
}

/**
 * Which property holds each shape's own code, found by content: the one with most different codes, as the codes of
 * the areas around it repeat; the first of several alike. Undefined where none holds official codes.
 */
export const codePropertyOf = (all: readonly Properties[]): string | undefined => {
  const codes = new Map<string, Set<string>>()
  for (const properties of all) {
    for (const name of Object.keys(properties)) {
      const code = codeIn(properties, name)
      if (code === undefined) continue
      const known = codes.get(name) ?? new Set()
      codes.set(name, known.add(code))
    }
  }
  let best: string | undefined
  for (const [name, found] of codes) {
    if (best === undefined || found.size > (codes.get(best)?.size ?? 0)) best = name
  }
  return best
}

/** The name that goes with a code: LAD24NM with LAD24CD, area_name with area_code. */
export const nameBeside = (properties: Properties, codeProperty: string): string => {
  const candidates = [
    codeProperty.replace(/cd$/i, (end) => (end === 'cd' ? 'nm' : 'NM')),
    codeProperty.replace(/code$/i, 'name'),
    'name',
  ]
  const name = candidates
    .filter((candidate) => candidate !== codeProperty)
    .map((candidate) => properties[candidate])
    .find((value) => typeof value === 'string' && value.trim() !== '')
  return typeof name === 'string' ? name.trim().slice(0, 200) : String(properties[codeProperty]).trim()
}

/** The official codes of other levels that a shape carries: the district beside the ward. */
export const parentsBeside = (properties: Properties, areaCode: string): readonly string[] => [
  ...new Set(
    Object.keys(properties)
      .map((name) => codeIn(properties, name))
      .filter((code) => code !== undefined)
      .filter((code) => code.slice(0, 3) !== areaCode.slice(0, 3)),
  ),
]
