import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Place, PlaceDraft, PlaceId, PlacePart, PlaceWithParts } from '../model.ts'
import type { PlacesTables } from '../tables.ts'

type PlaceRow = PlacesTables['places.place']

const placeOf = (row: PlaceRow): Place => ({
  id: row.id,
  authorityId: row.authority_id,
  name: row.name,
  slug: row.slug,
  kind: row.kind,
  parentId: row.parent_id,
  version: row.version,
})

/** Every place, of all authorities, by name. */
export const listAllPlaces = async (db: Reader<PlacesTables>): Promise<PlaceWithParts[]> => {
  const rows = await db.selectFrom('places.place').selectAll().orderBy('name').orderBy('id').execute()
  const parts = await db
    .selectFrom('places.place_part')
    .selectAll()
    .orderBy('place_id')
    .orderBy('code')
    .execute()
  const byPlace = Map.groupBy(parts, (part) => part.place_id)
  return rows.map((row) => ({
    ...placeOf(row),
    parts: (byPlace.get(row.id) ?? []).map(({ kind, code }) => ({ kind, code })),
  }))
}

/** The places that count for an authority: the shared ones and its own. */
export const listPlaces = async (
  db: Reader<PlacesTables>,
  authorityId: string | null,
): Promise<PlaceWithParts[]> => {
  const places = await listAllPlaces(db)
  return places.filter((place) => place.authorityId === null || place.authorityId === authorityId)
}

export const getPlace = async (db: Reader<PlacesTables>, id: PlaceId): Promise<PlaceWithParts> => {
  const row = await db.selectFrom('places.place').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such place.')
  const parts = await db
    .selectFrom('places.place_part')
    .select(['kind', 'code'])
    .where('place_id', '=', id)
    .orderBy('code')
    .execute()
  return { ...placeOf(row), parts }
}

export const insertPlace = async (
  tx: Writer<PlacesTables>,
  id: PlaceId,
  authorityId: string | null,
  place: PlaceDraft & { readonly slug: string },
): Promise<void> => {
  await tx
    .insertInto('places.place')
    .values({
      id,
      authority_id: authorityId,
      name: place.name,
      slug: place.slug,
      kind: place.kind,
      parent_id: place.parentId,
      version: 1,
    })
    .execute()
  await insertParts(tx, id, place.parts)
}

const insertParts = async (
  tx: Writer<PlacesTables>,
  id: PlaceId,
  parts: readonly PlacePart[],
): Promise<void> => {
  if (parts.length === 0) return
  await tx
    .insertInto('places.place_part')
    .values(parts.map((part) => ({ place_id: id, ...part })))
    .execute()
}

/** Changes a place that still has this version; false where somebody changed it meanwhile, or may not be changed. */
export const setPlace = async (
  tx: Writer<PlacesTables>,
  id: PlaceId,
  version: number,
  place: PlaceDraft & { readonly slug: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('places.place')
    .set({
      name: place.name,
      slug: place.slug,
      kind: place.kind,
      parent_id: place.parentId,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await tx.deleteFrom('places.place_part').where('place_id', '=', id).execute()
  await insertParts(tx, id, place.parts)
  return true
}

export const deletePlace = async (tx: Writer<PlacesTables>, id: PlaceId): Promise<void> => {
  await tx.deleteFrom('places.place').where('id', '=', id).execute()
}

/** Lets one change of places at a time through, so that two changes together cannot nest places in a circle. */
export const lockPlaces = async (tx: Writer<PlacesTables>): Promise<void> => {
  await tx.selectNoFrom((eb) => eb.fn('pg_advisory_xact_lock', [eb.val(7_101_001)]).as('locked')).execute()
}
