import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Boundary, Polygon } from '../rules/boundary-geometry.ts'
import type { PlacesTables } from '../tables.ts'

/** A shape ready to draw, with the attribution that must stand beside the map. */
export type StoredBoundary = {
  readonly areaCode: string
  readonly name: string
  readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] }
  readonly source: string
  readonly licence: string
}

/** Stores shapes, replacing those of the same areas. */
export const saveBoundaries = async (
  tx: Writer<PlacesTables>,
  loadId: string,
  boundaries: readonly Boundary[],
): Promise<void> => {
  for (let at = 0; at < boundaries.length; at += 200) {
    const rows = boundaries.slice(at, at + 200).map((boundary) => ({
      area_code: boundary.areaCode,
      name: boundary.name,
      geometry: JSON.stringify({ type: 'MultiPolygon', coordinates: boundary.polygons }),
      load_id: loadId,
    }))
    await tx
      .insertInto('places.boundary')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('area_code').doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          geometry: eb.ref('excluded.geometry'),
          load_id: eb.ref('excluded.load_id'),
        })),
      )
      .execute()
  }
}

/** The shapes of the areas that lie in these and are of one level (`E05` wards), as many as are loaded, by code. */
export const listInnerBoundaries = (
  db: Reader<PlacesTables>,
  outerCodes: readonly string[],
  level: string,
): Promise<StoredBoundary[]> =>
  outerCodes.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('places.boundary')
        .innerJoin('places.load', 'places.load.id', 'places.boundary.load_id')
        .innerJoin('places.area', 'places.area.code', 'places.boundary.area_code')
        .select(['area_code as areaCode', 'places.boundary.name', 'geometry', 'source', 'licence'])
        .where('area_code', 'like', `${level}%`)
        .where(sql<boolean>`parent_codes && ${[...outerCodes]}::text[]`)
        .orderBy('area_code')
        .execute()

/** The shapes of these areas, as many as are loaded, by code. */
export const listBoundaries = (
  db: Reader<PlacesTables>,
  areaCodes: readonly string[],
): Promise<StoredBoundary[]> =>
  areaCodes.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('places.boundary')
        .innerJoin('places.load', 'places.load.id', 'places.boundary.load_id')
        .select(['area_code as areaCode', 'places.boundary.name', 'geometry', 'source', 'licence'])
        .where('area_code', 'in', [...areaCodes])
        .orderBy('area_code')
        .execute()
