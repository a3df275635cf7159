import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { changePlace, removePlace } from '../actions/define-place.ts'
import { PLACE_KIND_NAMES } from '../messages.ts'
import type { PlacePart, PlaceWithParts } from '../model.ts'
import { type AreaBook, currentCode } from '../rules/area-book.ts'
import { readAreaBook } from '../store/areas.ts'
import { getPlace, listPlaces } from '../store/places.ts'
import type { PlacesTables } from '../tables.ts'
import { EditPlaceView, type EditPlaceViewProps } from './edit-place.view.tsx'
import {
  buildPlaceForm,
  errorOfRefusal,
  fieldsOfForm,
  fieldsOfPlace,
  NO_ERRORS,
  type PlaceFields,
  readPlaceForm,
} from './place-form.ts'

type Around = {
  readonly place: PlaceWithParts
  readonly visible: readonly PlaceWithParts[]
  readonly book: AreaBook
}

const readPlace = async ({ ctx, params: { placeId = '' } }: PageRequest): Promise<Around> => {
  if (!isId(placeId)) throw new NotFound('There is no such place.')
  const around = await inReading<PlacesTables, Around>(ctx, async (db) => ({
    place: await getPlace(db, placeId),
    visible: await listPlaces(db, ctx.authorityId),
    book: await readAreaBook(db),
  }))
  if (around.place.authorityId !== null && around.place.authorityId !== ctx.authorityId) {
    throw new NotFound('There is no such place.')
  }
  return around
}

const nameOfPart = (book: AreaBook, { kind, code }: PlacePart): string => {
  if (kind !== 'area-code') return code
  const current = currentCode(book, code)
  const name = book.get(code)?.name ?? 'not among the official areas that are loaded'
  return current === code
    ? `${code} ${name}`
    : `${code} ${name}, now ${current} ${book.get(current)?.name ?? ''}`
}

const show = async (
  request: PageRequest,
  { place, visible, book }: Around,
  fields: PlaceFields,
  outcome: Parameters<typeof buildPlaceForm>[2],
): Promise<Answer> => {
  const parent = visible.find((candidate) => candidate.id === place.parentId)
  const view: EditPlaceViewProps = {
    id: place.id,
    name: place.name,
    kind: PLACE_KIND_NAMES[place.kind],
    version: place.version,
    isShared: place.authorityId === null,
    mayChange: place.authorityId !== null && request.visitor.permissions.has('places.manage'),
    parent: parent ? { id: parent.id, name: parent.name } : null,
    inner: visible
      .filter((candidate) => candidate.parentId === place.id)
      .map(({ id, name }) => ({ id, name })),
    parts: place.parts.map((part) => nameOfPart(book, part)),
    form: await buildPlaceForm(request.ctx, fields, outcome, place.id),
  }
  const hasErrors = outcome.errors.length > 0
  return page(place.name, h(EditPlaceView, view), {
    status: hasErrors ? 400 : 200,
    hasErrors,
    backLink: { href: '/places', text: 'Places' },
  })
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const around = await readPlace(request)
  return show(request, around, fieldsOfPlace(around.place), NO_ERRORS)
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const around = await readPlace(request)
  const read = readPlaceForm(request.form)
  const again = (outcome: Parameters<typeof buildPlaceForm>[2]) =>
    show(request, around, fieldsOfForm(request.form), outcome)
  if (!read.ok) return again(read)
  const version = Number(typed(request.form, 'version')) || 0
  const decision = await changePlace(request.ctx, around.place.id, version, read.draft)
  return decision.ok
    ? redirect(`/places/${around.place.id}`)
    : again({ errors: [errorOfRefusal(decision.refusal)], partErrors: [] })
}

export const postRemoval = async (request: PageRequest): Promise<Answer> => {
  const around = await readPlace(request)
  const decision = await removePlace(request.ctx, around.place.id)
  return decision.ok
    ? redirect('/places')
    : show(request, around, fieldsOfPlace(around.place), {
        errors: [errorOfRefusal(decision.refusal)],
        partErrors: [],
      })
}
