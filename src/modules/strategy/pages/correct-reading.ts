import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { correctReading } from '../actions/readings.ts'
import { refusalSentence } from '../messages.ts'
import type { Reading } from '../model.ts'
import { findReading } from '../store/readings.ts'
import type { StrategyTables } from '../tables.ts'
import { figureField, readingFields } from '../typed-fields.ts'
import { CorrectReadingView } from './correct-reading.view.tsx'
import { readingsPath } from './paths.ts'

const CorrectionForm = z.object({ value: figureField, ...readingFields })

const readStanding = async (request: PageRequest): Promise<Reading> => {
  const id = idOf(request, 'readingId')
  const reading = await inReading(request.ctx, (db: Reader<StrategyTables>) => findReading(db, id))
  if (!reading || reading.supersededBy !== null) throw new NotFound('This reading does not stand any more.')
  return reading
}

const show = async (
  request: PageRequest,
  isTyped: boolean,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const reading = await readStanding(request)
  const { form } = request
  const fields = isTyped
    ? { value: typed(form, 'value'), source: typed(form, 'source'), note: typed(form, 'note') }
    : { value: reading.value, source: reading.source, note: reading.note }
  return page('Correct a reading', h(CorrectReadingView, { reading, fields, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: readingsPath(reading.priorityId), text: 'Readings' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, false, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const { priorityId, id } = await readStanding(request)
  const form = readForm(CorrectionForm, request.form)
  if (!form.ok) return show(request, true, form.errors)
  const corrected = await correctReading(request.ctx, id, form.value)
  return corrected.ok
    ? redirect(`${readingsPath(priorityId)}?done=corrected`)
    : show(request, true, [{ field: 'value', message: refusalSentence(corrected.refusal) }])
}
