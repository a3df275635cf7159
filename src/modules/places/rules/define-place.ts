import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Place, PlaceDraft, PlaceId, PlacePart, PlaceRefusal } from '../model.ts'
import { areaOfDistrict, parsePlacePart, parsePostcode } from './postcode.ts'
import { POSTCODE_AREAS } from './postcode-areas.ts'

/** The last part of a place's address: small letters, digits and hyphens. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80)

export type PartProblem = {
  /** Counted from 1, as an editor shows it. */
  readonly line: number
  readonly text: string
  readonly problem: 'full-postcode' | 'not-in-the-uk' | 'not-a-part'
}
export type PartsRead = { readonly parts: readonly PlacePart[]; readonly problems: readonly PartProblem[] }

const readPart = (text: string): PlacePart | PartProblem['problem'] => {
  const part = parsePlacePart(text)
  if (!part) return parsePostcode(text) ? 'full-postcode' : 'not-a-part'
  if (part.kind === 'area-code') return part
  return POSTCODE_AREAS.has(areaOfDistrict(part.code)) ? part : 'not-in-the-uk'
}

/** Reads the parts of a place, several a line with commas or one a line; a part that comes twice counts once. */
export const readParts = (text: string): PartsRead => {
  const parts = new Map<string, PlacePart>()
  const problems: PartProblem[] = []
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    for (const piece of line.split(/[,;]/)) {
      const trimmed = piece.trim()
      if (trimmed === '') continue
      const part = readPart(trimmed)
      if (typeof part === 'string') problems.push({ line: at + 1, text: trimmed.slice(0, 60), problem: part })
      else parts.set(part.code, part)
    }
  }
  return { parts: [...parts.values()], problems }
}

export type PlaceQuestion = {
  readonly draft: PlaceDraft
  /** The place that changes; null for a new one. */
  readonly placeId: PlaceId | null
  /** Who it belongs to; null for a place all share. */
  readonly ownerId: string | null
  readonly isOperator: boolean
  /** All places that may be seen. */
  readonly places: readonly Place[]
}

/** Whether making `parentId` the place around `placeId` would make it lie inside itself. */
const liesInside = (places: readonly Place[], parentId: PlaceId, placeId: PlaceId): boolean => {
  const byId = new Map(places.map((place) => [place.id, place]))
  const seen = new Set<PlaceId>()
  for (let next: PlaceId | null = parentId; next !== null && !seen.has(next); ) {
    if (next === placeId) return true
    seen.add(next)
    next = byId.get(next)?.parentId ?? null
  }
  return false
}

const decideParent = (question: PlaceQuestion): PlaceRefusal | undefined => {
  const { draft, placeId, ownerId, places } = question
  if (draft.parentId === null) return undefined
  if (draft.parentId === placeId) return 'parent-is-itself'
  const parent = places.find((place) => place.id === draft.parentId)
  if (!parent) return 'parent-unknown'
  // A place of one authority inside another's would change what the other's figures count.
  if (parent.authorityId !== null && parent.authorityId !== ownerId) return 'parent-of-another-authority'
  return placeId !== null && liesInside(places, draft.parentId, placeId) ? 'parent-lies-inside' : undefined
}

/** Whether a place may be made, or changed to this; the value is the place as it will be stored. */
export const decidePlace = (
  question: PlaceQuestion,
): Decision<PlaceDraft & { readonly slug: string }, PlaceRefusal> => {
  const { draft, placeId, ownerId, places } = question
  const name = draft.name.trim().replaceAll(/\s+/g, ' ')
  const slug = slugOf(name)
  if (ownerId === null && !question.isOperator) return refuse('shared-place-by-operator-only')
  if (slug === '') return refuse('place-has-no-name')
  const parentRefusal = decideParent(question)
  if (parentRefusal) return refuse(parentRefusal)
  const hasInnerPlaces = places.some((place) => place.parentId === placeId && placeId !== null)
  if (draft.parts.length === 0 && !hasInnerPlaces) return refuse('place-without-parts')
  const twin = places.find(
    (place) => place.slug === slug && place.authorityId === ownerId && place.id !== placeId,
  )
  return twin ? refuse('place-name-taken', { name: twin.name }) : accept({ ...draft, name, slug })
}
