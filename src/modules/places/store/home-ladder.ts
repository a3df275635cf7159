import type { Reader } from '../../../platform/database.ts'
import { buildLadder, type Ladder } from '../rules/ladder.ts'
import type { PlacesTables } from '../tables.ts'
import { readAreaBook } from './areas.ts'
import { listPlaces } from './places.ts'

/**
 * The home place of an authority and the places around it, ready for `tierOf`; `places` names them, innermost first.
 * Shared places and the authority's own count. Without a home place, or where it is gone, the ladder has no rungs and
 * still tells the United Kingdom from abroad.
 */
export const getHomeLadder = async (
  db: Reader<PlacesTables>,
  authorityId: string | null,
  homePlaceId: string | null,
): Promise<Ladder> => {
  const book = await readAreaBook(db)
  if (homePlaceId === null) return buildLadder([], '', book)
  return buildLadder(await listPlaces(db, authorityId), homePlaceId, book)
}
