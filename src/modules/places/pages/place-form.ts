import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import { readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { PLACE_KIND_NAMES, partProblemSentence, placeRefusalSentence } from '../messages.ts'
import {
  PLACE_KINDS,
  type PlaceDraft,
  type PlaceId,
  type PlaceRefusal,
  type PlaceWithParts,
} from '../model.ts'
import { readParts } from '../rules/define-place.ts'
import { nestPlaces } from '../rules/place-tree.ts'
import { listPlaces } from '../store/places.ts'
import type { PlacesTables } from '../tables.ts'

/** What the fields of a place's form hold, as typed. */
export type PlaceFields = {
  readonly name: string
  readonly kind: string
  readonly parentId: string
  readonly parts: string
}

type Choice = { readonly value: string; readonly text: string }

export type PlaceFormView = {
  readonly fields: PlaceFields
  readonly errors: readonly FieldError[]
  /** Problems of the list of parts, one sentence each. */
  readonly partErrors: readonly string[]
  readonly kinds: readonly Choice[]
  readonly parents: readonly Choice[]
}

const schema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Enter the name of the place')
    .max(120, 'Enter a name of at most 120 characters'),
  kind: z.enum(PLACE_KINDS, { error: 'Choose what kind of place it is' }),
  parentId: z
    .union([z.literal(''), z.uuid()], { error: 'Choose a place from the list for it to lie in' })
    .default(''),
  parts: z.string().max(200_000, 'Enter fewer parts').default(''),
})

export type FormOutcome =
  | { readonly ok: true; readonly draft: PlaceDraft }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly partErrors: readonly string[] }

const PARTS_WRONG = 'Correct the parts that are listed under the field'

/** Reads a place's form: field errors, and one sentence for each wrong part. */
export const readPlaceForm = (form: PageRequest['form']): FormOutcome => {
  const read = readForm(schema, form)
  const { parts, problems } = readParts(typed(form, 'parts'))
  const partErrors = problems.slice(0, 50).map(partProblemSentence)
  const partsError: FieldError[] = problems.length > 0 ? [{ field: 'parts', message: PARTS_WRONG }] : []
  if (!read.ok) return { ok: false, errors: [...read.errors, ...partsError], partErrors }
  if (problems.length > 0) return { ok: false, errors: partsError, partErrors }
  const { name, kind, parentId } = read.value
  return { ok: true, draft: { name, kind, parentId: parentId === '' ? null : parentId, parts } }
}

const FIELD_OF: Partial<Record<PlaceRefusal, string>> = {
  'place-has-no-name': 'name',
  'place-name-taken': 'name',
  'place-without-parts': 'parts',
  'parent-unknown': 'parentId',
  'parent-of-another-authority': 'parentId',
  'parent-is-itself': 'parentId',
  'parent-lies-inside': 'parentId',
}

/** The error a refusal makes, beside the field it is about. */
export const errorOfRefusal = (refusal: PlaceRefusal): FieldError => ({
  field: FIELD_OF[refusal] ?? '',
  message: placeRefusalSentence(refusal),
})

export const fieldsOfForm = (form: PageRequest['form']): PlaceFields => ({
  name: typed(form, 'name'),
  kind: typed(form, 'kind'),
  parentId: typed(form, 'parentId'),
  parts: typed(form, 'parts'),
})

export const fieldsOfPlace = (place: PlaceWithParts): PlaceFields => ({
  name: place.name,
  kind: place.kind,
  parentId: place.parentId ?? '',
  parts: place.parts.map((part) => part.code).join('\n'),
})

/** The form as it is shown; a place is not offered itself to lie in. */
export const buildPlaceForm = async (
  ctx: Context,
  fields: PlaceFields,
  outcome: { errors: readonly FieldError[]; partErrors: readonly string[] },
  ownId: PlaceId | null,
): Promise<PlaceFormView> => {
  const places = await inReading<PlacesTables, PlaceWithParts[]>(ctx, (db) => listPlaces(db, ctx.authorityId))
  return {
    fields,
    errors: outcome.errors,
    partErrors: outcome.partErrors,
    kinds: PLACE_KINDS.map((kind) => ({ value: kind, text: PLACE_KIND_NAMES[kind] })),
    parents: [
      { value: '', text: 'Nothing' },
      ...nestPlaces(places)
        .filter(({ place }) => place.id !== ownId)
        .map(({ place, depth }) => ({ value: place.id, text: `${'– '.repeat(depth)}${place.name}` })),
    ],
  }
}

export const NO_ERRORS = { errors: [], partErrors: [] } as const
