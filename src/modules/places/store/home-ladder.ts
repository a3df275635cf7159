import type { Reader } from '../../../platform/database.ts'
import type { PlaceId } from '../model.ts'
import { areaBook } from '../rules/area-book.ts'
import { buildLadder, type Ladder } from '../rules/ladder.ts'
import type { PlacesTables } from '../tables.ts'
import { readAreaBook } from './areas.ts'
import { listPlaces } from './places.ts'

/** A ladder without a rung: everything in the United Kingdom is simply in the United Kingdom. */
const noLadder = (): Ladder => ({
  places: [],
  rungs: [],
  book: areaBook([]),
  known: new WeakMap(),
  spreadTiers: new WeakMap(),
})

/** An authority's home place and the places around it, made ready for questions. Empty without a home place. */
export const getHomeLadder = async (
  db: Reader<PlacesTables>,
  authorityId: string,
  homePlaceId: string | null,
): Promise<Ladder> =>
  homePlaceId === null
    ? noLadder()
    : buildLadder(await listPlaces(db, authorityId), homePlaceId as PlaceId, await readAreaBook(db))
