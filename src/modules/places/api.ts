import { z } from 'zod'
import { NotFound } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { type Load, PART_KINDS, PLACE_KINDS, type PlaceWithParts } from './model.ts'
import { areaKindOf } from './rules/area-codes.ts'
import { findCurrentLookup } from './store/loads.ts'
import { getPlace, listPlaces } from './store/places.ts'
import type { PlacesTables } from './tables.ts'
import { whereIs } from './where-is.ts'

const placeSchema = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  kind: z.enum(PLACE_KINDS),
  parentId: z.string().nullable().describe('the place it lies in'),
  isShared: z.boolean().describe('shared by all organisations'),
  parts: z.array(z.object({ kind: z.enum(PART_KINDS), code: z.string() })),
})
const lookupSchema = z
  .object({ edition: z.string(), postcodes: z.number(), source: z.string(), licence: z.string() })
  .nullable()

const describePlace = ({ id, name, slug, kind, parentId, authorityId, parts }: PlaceWithParts) => ({
  id,
  name,
  slug,
  kind,
  parentId,
  isShared: authorityId === null,
  parts,
})

const describeLookup = (lookup: Load | undefined) =>
  lookup
    ? { edition: lookup.edition, postcodes: lookup.rowsKept, source: lookup.source, licence: lookup.licence }
    : null

const holderSchema = z.object({
  id: z.string(),
  name: z.string(),
  certainty: z.enum(['exact', 'approximate']),
  share: z.number().describe('the part of the surrounding postcodes for which this holds'),
})

export const api: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/places',
    access: 'places.read',
    audit: 'PLACES_READ',
    page: 'places/api#list',
    summary: 'Places, shared and of the acting organisation, and the postcode lookup in use',
    answer: z.object({ places: z.array(placeSchema), lookup: lookupSchema }),
    handle: async ({ ctx }) =>
      json(
        await inReading<PlacesTables, unknown>(ctx, async (db) => ({
          places: (await listPlaces(db, ctx.authorityId)).map(describePlace),
          lookup: describeLookup(await findCurrentLookup(db)),
        })),
      ),
  },
  {
    method: 'GET',
    path: '/api/v1/places/:placeId',
    access: 'places.read',
    audit: 'PLACE_READ',
    page: 'places/api#show',
    summary: 'One place with its parts',
    answer: placeSchema,
    handle: async ({ ctx, params: { placeId = '' } }) => {
      if (!isId(placeId)) throw new NotFound('There is no such place.')
      const place = await inReading<PlacesTables, PlaceWithParts>(ctx, (db) => getPlace(db, placeId))
      if (place.authorityId !== null && place.authorityId !== ctx.authorityId) {
        throw new NotFound('There is no such place.')
      }
      return json(describePlace(place))
    },
  },
  {
    method: 'GET',
    path: '/api/v1/postcodes/:postcode',
    access: 'places.read',
    audit: 'POSTCODE_LOOKED_UP',
    page: 'places/api#postcode',
    summary: 'Where a postcode, district or sector is: official areas and places, and how sure that is',
    answer: z.object({
      postcode: z.string().nullable(),
      sector: z.string().nullable(),
      district: z.string().nullable(),
      isTerminated: z.boolean(),
      outside: z.string().nullable().describe('a Crown dependency, abroad, or non-geographic'),
      areas: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })),
      places: z.array(holderSchema),
      lookup: lookupSchema,
    }),
    handle: async ({ ctx, params }) => {
      const { location, areas, holders, lookup } = await whereIs(ctx, params.postcode ?? '')
      if (location.precision === 'none' && !location.outside) {
        throw new NotFound('This is not a postcode, district or sector of the United Kingdom.')
      }
      return json({
        postcode: location.postcode ?? null,
        sector: location.sector ?? null,
        district: location.district ?? null,
        isTerminated: location.isTerminated ?? false,
        outside: location.outside ?? null,
        areas: areas.map((area) => ({ ...area, kind: areaKindOf(area.code) })),
        places: holders.map(({ place, certainty, share }) => ({
          id: place.id,
          name: place.name,
          certainty,
          share,
        })),
        lookup: describeLookup(lookup),
      })
    },
  },
]
