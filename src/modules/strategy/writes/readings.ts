import { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { dayField } from '../../../platform/writes/fields.ts'
import { asWrite, refused, type Write } from '../../../platform/writes/write.ts'
import { correctReading, recordReading } from '../actions/readings.ts'
import { readKnownPlaces } from '../known-places.ts'
import { placeProblemSentence } from '../messages.ts'
import { findPlace, isProblem } from '../rules/read-places.ts'
import { reportPriority } from '../strategy-report.ts'
import { figureField, readingFields } from '../typed-fields.ts'
import { no, priorityArg } from './draft-write.ts'

const figure = z.object({ value: figureField, ...readingFields })
const made = z.object({ made: z.string().describe('the id of the reading') })

export const readingWrites: readonly Write[] = [
  asWrite({
    command: 'strategy readings add',
    method: 'POST',
    path: '/api/v1/strategy/priorities/:priority/readings',
    args: priorityArg,
    access: 'strategy.measure',
    audit: 'READING_RECORDED',
    page: 'strategy/writes#readings-add',
    summary: 'Record one reading of an indicator, for a place or for the whole area',
    body: figure.extend({
      measuredOn: dayField,
      place: z.string().trim().max(200).nullable().default(null).describe('official code or name'),
    }),
    answer: made,
    example: '{"value":"40.6","measuredOn":"2026-03-31","source":"Housing stock survey"}',
    write: async (ctx, { priority = '' }, { place: named, ...reading }) => {
      const { id: priorityId } = await reportPriority(ctx, priority)
      const known = await inReading(ctx, (db) => readKnownPlaces(db as never, ctx.authorityId ?? ''))
      const place = named === null || named === '' ? null : findPlace(known, named)
      if (place && isProblem(place)) return refused(place.code, `${placeProblemSentence(place)}.`)
      const recorded = await recordReading(ctx, { ...reading, priorityId, place })
      return recorded.ok ? { ok: true, isNew: true, value: { made: recorded.value } } : no(recorded)
    },
  }),
  asWrite({
    command: 'strategy readings correct',
    method: 'PUT',
    path: '/api/v1/strategy/readings/:reading',
    args: { reading: { name: 'READING-ID', example: '0199a1d2-…' } },
    access: 'strategy.measure',
    audit: 'READING_CORRECTED',
    page: 'strategy/writes#readings-correct',
    summary: 'Put a corrected reading in the place of one that stands; the first is kept as superseded',
    body: figure,
    answer: made,
    example: '{"value":"40.2","source":"Housing stock survey","note":"Revised in June"}',
    write: async (ctx, { reading = '' }, correction) => {
      if (!isId(reading)) throw new NotFound('There is no such reading.')
      const corrected = await correctReading(ctx, reading, correction)
      return corrected.ok ? { ok: true, value: { made: corrected.value } } : no(corrected)
    },
  }),
]
