import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { PLACE_KIND_NAMES } from '../messages.ts'
import { LOAD_KINDS, type Load, type LoadKind, type PlaceWithParts } from '../model.ts'
import { nestPlaces } from '../rules/place-tree.ts'
import { findCurrentLookup, findNewestLoaded } from '../store/loads.ts'
import { listPlaces } from '../store/places.ts'
import type { PlacesTables } from '../tables.ts'
import { ListPlacesView, type PlaceRow } from './list-places.view.tsx'

const MOST_PARTS = 6

const partsText = ({ parts }: PlaceWithParts): string => {
  const codes = parts.slice(0, MOST_PARTS).map((part) => part.code)
  const more = parts.length - codes.length
  return more > 0 ? `${codes.join(', ')} and ${more} more` : codes.join(', ')
}

const rowsOf = (places: readonly PlaceWithParts[]): PlaceRow[] =>
  nestPlaces(places).map(({ place, depth }) => ({
    id: place.id,
    name: place.name,
    depth,
    kind: PLACE_KIND_NAMES[place.kind],
    parts: partsText(place),
    isShared: place.authorityId === null,
  }))

type Seen = { readonly places: readonly PlaceWithParts[]; readonly sources: ReadonlyMap<LoadKind, Load> }

export const get = async ({ ctx, visitor }: PageRequest): Promise<Answer> => {
  const { places, sources } = await inReading<PlacesTables, Seen>(ctx, async (db) => {
    const found = new Map<LoadKind, Load>()
    for (const kind of LOAD_KINDS) {
      const load = kind === 'postcodes' ? await findCurrentLookup(db) : await findNewestLoaded(db, kind)
      if (load) found.set(kind, load)
    }
    return { places: await listPlaces(db, ctx.authorityId), sources: found }
  })
  const mayManage = visitor.permissions.has('places.manage')
  return page('Places', h(ListPlacesView, { places: rowsOf(places), sources, mayManage }), { width: 'wide' })
}
