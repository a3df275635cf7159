import { listPlaces, type PlacesTables } from '#places'
import type { Context } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'

/** The names of these places, in the order in which places are listed. */
export const placeNames = async (ctx: Context, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return []
  const places = await inReading<PlacesTables, { id: string; name: string }[]>(ctx, (db) =>
    listPlaces(db, ctx.authorityId),
  )
  return places.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
}
