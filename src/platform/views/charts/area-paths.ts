import { type GeoPermissibleObjects, geoIdentity, geoPath, geoTransform, geoTransverseMercator } from 'd3-geo'

/** One area as a path in the map's own units. */
export interface AreaPath {
  readonly code: string
  readonly name: string
  readonly d: string
}

/** A map that is ready to draw. Made once, as projecting takes far longer than drawing. */
export interface AreaMap {
  readonly width: number
  readonly height: number
  readonly areas: readonly AreaPath[]
}

interface Geometry {
  readonly type: string
  readonly coordinates?: unknown
}

/** As much of GeoJSON (RFC 7946) as is needed: areas in degrees of longitude and latitude. */
export interface FeatureCollection {
  readonly type: 'FeatureCollection'
  readonly features: readonly {
    readonly type: 'Feature'
    readonly properties: Readonly<Record<string, unknown>> | null
    readonly geometry: Geometry | null
  }[]
}

interface AreaPathOptions {
  /** The property that holds an area's code, `LAD24CD`. */
  readonly codeProperty: string
  readonly nameProperty: string
  /** The longer side of the map, in units of the drawing. */
  readonly size?: number | undefined
}

/**
 * The flat map of Great Britain and its parts: transverse Mercator on the meridian of the National Grid, 2° west.
 * Points are projected one by one and not as shapes on a sphere, because files disagree on the direction of rings,
 * and a ring the wrong way round would be the whole earth but for the area.
 */
const flattened = () => {
  const project = geoTransverseMercator().rotate([2, -49]).scale(1).translate([0, 0])
  return geoTransform({
    point(longitude, latitude) {
      const point = project([longitude, latitude])
      if (point) this.stream.point(point[0], point[1])
    },
  })
}

const PRECISION = 1

const textOf = (property: unknown): string =>
  typeof property === 'string' || typeof property === 'number' ? String(property) : ''

/** Projects areas to paths that fill a map of the given size. Areas without a shape are left out. */
export const areaPaths = (collection: FeatureCollection, options: AreaPathOptions): AreaMap => {
  const drawn = collection.features.filter(({ geometry }) => geometry)
  const [[left, top], [right, bottom]] = geoPath(flattened()).bounds(
    asDrawable({ ...collection, features: drawn }),
  )
  const scale = (options.size ?? 600) / Math.max(right - left, bottom - top)
  const toSize = geoIdentity()
    .scale(scale)
    .translate([-left * scale, -top * scale])
  const path = geoPath({ stream: (out) => flattened().stream(toSize.stream(out)) }).digits(PRECISION)
  return {
    width: Math.ceil((right - left) * scale),
    height: Math.ceil((bottom - top) * scale),
    areas: drawn.map((feature) => ({
      code: textOf(feature.properties?.[options.codeProperty]),
      name: textOf(feature.properties?.[options.nameProperty]),
      d: path(asDrawable(feature)) ?? '',
    })),
  }
}

/** d3 reads the same GeoJSON under types of its own. */
const asDrawable = (shape: unknown): GeoPermissibleObjects => shape as GeoPermissibleObjects
