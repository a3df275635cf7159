import { h } from 'preact'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { definePlace } from '../actions/define-place.ts'
import { DefinePlaceView } from './define-place.view.tsx'
import {
  buildPlaceForm,
  errorOfRefusal,
  fieldsOfForm,
  NO_ERRORS,
  type PlaceFormView,
  readPlaceForm,
} from './place-form.ts'

const show = (view: PlaceFormView): Answer =>
  page('Define a place', h(DefinePlaceView, { view }), {
    status: view.errors.length > 0 ? 400 : 200,
    hasErrors: view.errors.length > 0,
    backLink: { href: '/places', text: 'Places' },
  })

export const get = async ({ ctx, query }: PageRequest): Promise<Answer> =>
  show(
    await buildPlaceForm(
      ctx,
      { name: '', kind: '', parentId: query.inside ?? '', parts: '' },
      NO_ERRORS,
      null,
    ),
  )

export const post = async ({ ctx, form }: PageRequest): Promise<Answer> => {
  const read = readPlaceForm(form)
  const again = async (outcome: Parameters<typeof buildPlaceForm>[2]) =>
    show(await buildPlaceForm(ctx, fieldsOfForm(form), outcome, null))
  if (!read.ok) return again(read)
  const decision = await definePlace(ctx, read.draft)
  return decision.ok
    ? redirect(`/places/${decision.value}`)
    : again({ errors: [errorOfRefusal(decision.refusal)], partErrors: [] })
}
