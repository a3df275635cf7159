import { z } from 'zod'
import { type FinancialYear } from '../../../kernel/financial-year.ts'
import { listOf, readDayFields, typedDay, typedOfDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { type FrameworkBook, frameworkKey, readKeys } from '../framework-book.ts'
import { placeProblemSentence } from '../messages.ts'
import { type Priority, type PriorityDraft, type Target, TEXT_LIMITS } from '../model.ts'
import { readFigure } from '../rules/decimal.ts'
import { type PlaceList, readPlaces } from '../rules/read-places.ts'
import { NOT_A_FIGURE, priorityFields } from '../typed-fields.ts'

type Form = PageRequest['form']

const PriorityForm = z.object({
  objectiveId: z.uuid('Choose an objective from the list'),
  ownerRoleId: z.union([z.literal(''), z.uuid()], { error: 'Choose a role from the list' }).default(''),
  ...priorityFields,
})

const FIELDS = [
  'objectiveId',
  'title',
  'plainWords',
  'description',
  'ownerRoleId',
  'indicator',
  'unit',
  'direction',
  'baseline',
  'places',
] as const

/** What the fields of a priority hold, as typed. */
export type PriorityFields = Readonly<Record<(typeof FIELDS)[number], string>> & {
  readonly baselineOn: ReturnType<typeof typedDay>
  readonly targets: Readonly<Record<string, string>>
  readonly outcomes: readonly string[]
  readonly measures: readonly string[]
}

export const targetField = (year: FinancialYear): string => `target-${year.replace('/', '-')}`

export const fieldsOfForm = (form: Form, years: readonly FinancialYear[]): PriorityFields => ({
  ...(Object.fromEntries(FIELDS.map((field) => [field, typed(form, field)])) as Record<
    (typeof FIELDS)[number],
    string
  >),
  baselineOn: typedDay(form, 'baselineOn'),
  targets: Object.fromEntries(years.map((year) => [year, typed(form, targetField(year))])),
  outcomes: listOf(form, 'outcomes'),
  measures: listOf(form, 'measures'),
})

export const fieldsOfPriority = (priority: Priority): PriorityFields => ({
  objectiveId: priority.objectiveId,
  title: priority.title,
  plainWords: priority.plainWords,
  description: priority.description,
  ownerRoleId: priority.ownerRoleId ?? '',
  indicator: priority.indicator,
  unit: priority.unit,
  direction: priority.direction,
  baseline: priority.baseline ?? '',
  baselineOn: typedOfDay(priority.baselineOn),
  places: priority.places.map(({ code, name }) => (code.startsWith('place:') ? name : code)).join('\n'),
  targets: Object.fromEntries(priority.targets.map(({ year, value }) => [year, value])),
  outcomes: priority.outcomes.map(frameworkKey),
  measures: priority.measures.map(frameworkKey),
})

export type PriorityOutcome =
  | { readonly ok: true; readonly draft: PriorityDraft }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

const readTargets = (form: Form, years: readonly FinancialYear[], errors: FieldError[]): Target[] =>
  years.flatMap((year) => {
    const text = typed(form, targetField(year)).trim()
    if (text === '') return []
    const value = readFigure(text)
    if (value !== undefined) return [{ year, value }]
    errors.push({ field: targetField(year), message: `Target for ${year}: ${NOT_A_FIGURE.toLowerCase()}` })
    return []
  })

const readBaseline = (form: Form, errors: FieldError[]) => {
  const text = typed(form, 'baseline').trim()
  const day = readDayFields(form, 'baselineOn', 'the day of the baseline', text !== '')
  const value = text === '' ? null : readFigure(text)
  if (value === undefined) errors.push({ field: 'baseline', message: NOT_A_FIGURE })
  if (!day.ok) errors.push(...day.errors)
  return { baseline: value ?? null, baselineOn: text !== '' && day.ok ? day.value : null }
}

/** Reads a priority's form against the years its document covers and the places that are known. */
export const readPriorityForm = (
  form: Form,
  years: readonly FinancialYear[],
  known: { readonly places: PlaceList; readonly book: FrameworkBook },
): PriorityOutcome => {
  const read = readForm(PriorityForm, form)
  const errors: FieldError[] = read.ok ? [] : [...read.errors]
  const targets = readTargets(form, years, errors)
  const { baseline, baselineOn } = readBaseline(form, errors)
  const { places, problems } = readPlaces(known.places, typed(form, 'places'))
  errors.push(
    ...problems.slice(0, 10).map((problem) => ({ field: 'places', message: placeProblemSentence(problem) })),
  )
  if (places.length > TEXT_LIMITS.places)
    errors.push({ field: 'places', message: `Enter at most ${TEXT_LIMITS.places} places` })
  if (read.ok && read.value.indicator === '' && (baseline !== null || targets.length > 0))
    errors.push({ field: 'indicator', message: 'Say what the baseline and targets count' })
  if (!read.ok || errors.length > 0) return { ok: false, errors }
  const { ownerRoleId, ...text } = read.value
  return {
    ok: true,
    draft: {
      ...text,
      ownerRoleId: ownerRoleId === '' ? null : ownerRoleId,
      baseline,
      baselineOn,
      targets,
      places,
      outcomes: readKeys(known.book.outcomes, listOf(form, 'outcomes')).codes,
      measures: readKeys(known.book.measures, listOf(form, 'measures')).codes,
      origin: null,
    },
  }
}
