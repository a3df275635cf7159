import { h } from 'preact'
import { listPlaces, type PlacesTables, type PlaceWithParts } from '#places'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { actingAuthority } from '../actions/acting.ts'
import { setHomePlace } from '../actions/organisations.ts'
import type { Organisation } from '../model.ts'
import { getOrganisation } from '../store/organisations.ts'
import type { IdentityTables } from '../tables.ts'
import { HomePlaceView } from './home-place.view.tsx'

type Found = { readonly organisation: Organisation; readonly places: readonly PlaceWithParts[] }

const read = (ctx: PageRequest['ctx']): Promise<Found> => {
  const id = actingAuthority(ctx)
  return inReading<IdentityTables & PlacesTables, Found>(ctx, async (db) => ({
    organisation: await getOrganisation(db as never, id),
    places: await listPlaces(db as never, id),
  }))
}

const show = (found: Found, error: string | null): Answer =>
  page('Home place', h(HomePlaceView, { ...found, error }), {
    status: error === null ? 200 : 400,
    hasErrors: error !== null,
    backLink: { href: '/places', text: 'Places' },
  })

export const get = async (request: PageRequest): Promise<Answer> => show(await read(request.ctx), null)

export const post = async (request: PageRequest): Promise<Answer> => {
  const found = await read(request.ctx)
  const place = found.places.find((known) => known.id === typed(request.form, 'place'))
  if (!place) return show(found, 'Choose the place your organisation calls its own')
  await setHomePlace(request.ctx, found.organisation.id, place.id)
  return redirect('/spend')
}
