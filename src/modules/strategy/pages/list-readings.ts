import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf, readDayFields, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { recordReading } from '../actions/readings.ts'
import { readKnownPlaces } from '../known-places.ts'
import { placeProblemSentence, refusalSentence } from '../messages.ts'
import type { Place, Reading } from '../model.ts'
import { currentOf } from '../rules/current.ts'
import { readFigure } from '../rules/decimal.ts'
import { findPlace, isProblem } from '../rules/read-places.ts'
import { versionsOf } from '../store/documents.ts'
import { listReadings } from '../store/readings.ts'
import { textsOfPriority } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { NOT_A_FIGURE, readingFields } from '../typed-fields.ts'
import { ListReadingsView } from './list-readings.view.tsx'
import { priorityPath, readingsPath } from './paths.ts'
import { chartOf } from './readings-chart.ts'

const read = (request: PageRequest) => {
  const id = idOf(request, 'priorityId')
  return inReading(request.ctx, async (db: Reader<StrategyTables>) => {
    const texts = await textsOfPriority(db, id)
    const [current] = currentOf(await versionsOf(db, texts[0].documentId))
    const priority = texts.find(({ version }) => version === current?.version) ?? texts[0]
    return { priority, readings: await listReadings(db, [id]) }
  })
}

const placesOf = (readings: readonly Reading[]): Place[] =>
  [...new Map(readings.flatMap(({ place }) => (place ? [[place.code, place] as const] : []))).values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'en-GB'),
  )

const SORTS = { date: 'measuredOn', value: 'value', place: 'place' } as const

const sorted = (readings: readonly Reading[], sort: string, isDown: boolean): Reading[] => {
  const by = SORTS[sort as keyof typeof SORTS] ?? 'measuredOn'
  const turn = isDown ? -1 : 1
  return [...readings].sort((a, b) => {
    if (by === 'value') return turn * (Number(a.value) - Number(b.value))
    if (by === 'place') return turn * (a.place?.name ?? '').localeCompare(b.place?.name ?? '', 'en-GB')
    return turn * a.measuredOn.localeCompare(b.measuredOn)
  })
}

const DONE: Readonly<Record<string, string>> = {
  recorded: 'The reading is recorded.',
  corrected: 'Corrected. The reading before it is kept below, crossed out.',
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { priority, readings } = await read(request)
  const { query, form, visitor } = request
  const place = placesOf(readings).find(({ code }) => code === query.place) ?? null
  const state = readTableState(query, {
    sortable: Object.keys(SORTS),
    defaultSort: 'date',
    defaultDirection: 'descending',
  })
  const rows = sorted(readings, state.sort ?? 'date', state.direction === 'descending')
  const { done: _done, ...rest } = query
  const view = {
    priority,
    chart: chartOf(priority, readings, place),
    place,
    places: placesOf(readings),
    rows: rows.slice((state.page - 1) * state.pageSize, state.page * state.pageSize),
    paging: { path: readingsPath(priority.id), query: rest, state, total: rows.length },
    errors,
    mayMeasure: visitor.permissions.has('strategy.measure'),
    typed: {
      place: typed(form, 'place'),
      value: typed(form, 'value'),
      source: typed(form, 'source'),
      note: typed(form, 'note'),
      measuredOn: typedDay(form, 'measuredOn'),
    },
  }
  const done = errors.length === 0 ? DONE[query.done ?? ''] : undefined
  return page(`Readings: ${priority.title}`, h(ListReadingsView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: priorityPath(priority.id), text: priority.title },
    notice: done ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const ReadingForm = z.object(readingFields)

const readPlace = async (request: PageRequest): Promise<Place | null | FieldError> => {
  const text = typed(request.form, 'place').trim()
  if (text === '') return null
  const known = await inReading(request.ctx, (db: Reader<never>) =>
    readKnownPlaces(db, request.ctx.authorityId ?? ''),
  )
  const found = findPlace(known, text)
  return isProblem(found) ? { field: 'place', message: placeProblemSentence(found) } : found
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(ReadingForm, request.form)
  const day = readDayFields(request.form, 'measuredOn', 'the day it was measured')
  const value = readFigure(typed(request.form, 'value'))
  const place = await readPlace(request)
  const errors: FieldError[] = [
    ...(place && 'field' in place ? [place] : []),
    ...(day.ok ? [] : day.errors),
    ...(value === undefined ? [{ field: 'value', message: NOT_A_FIGURE }] : []),
    ...(form.ok ? [] : form.errors),
  ]
  if (errors.length > 0 || !form.ok || !day.ok || day.value === null || value === undefined)
    return show(request, errors)
  const priorityId = idOf(request, 'priorityId')
  const { source, note } = form.value
  const draft = { priorityId, place: place as Place | null, measuredOn: day.value, value, source, note }
  const recorded = await recordReading(request.ctx, draft)
  return recorded.ok
    ? redirect(`${readingsPath(priorityId)}?done=recorded`)
    : show(request, [{ field: 'measuredOn-day', message: refusalSentence(recorded.refusal) }])
}

/** `…/readings.csv` and its sisters: every reading, superseded ones said to be so. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { priority, readings } = await read(request)
  return exportTable<Reading>(format, {
    name: `readings-${priority.code}`,
    basis: `Readings of ${priority.indicator} (${priority.unit}), superseded ones included and marked`,
    columns: [
      { header: 'priority', value: () => priority.code },
      { header: 'place', value: ({ place }) => place?.name ?? '' },
      { header: 'date', value: ({ measuredOn }) => measuredOn },
      { header: 'value', value: ({ value }) => value },
      { header: 'source', value: ({ source }) => source },
      { header: 'note', value: ({ note }) => note },
      { header: 'superseded', value: ({ supersededBy }) => (supersededBy === null ? 'no' : 'yes') },
    ],
    rows: readings,
  })
}
