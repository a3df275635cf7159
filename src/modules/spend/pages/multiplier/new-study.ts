import { h } from 'preact'
import { z } from 'zod'
import { parsePlainDate } from '../../../../kernel/plain-date.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { beginStudy } from '../../actions/multiplier/studies.ts'
import { MOST_SHEETS } from '../../model/multiplier.ts'
import { NewStudyView } from './new-study.view.tsx'
import { STUDIES_PATH, studyPath } from './paths.ts'

const month = z
  .string()
  .trim()
  .default('')
  .transform((text) => (text === '' ? null : parsePlainDate(`${text}-01`)))
  .refine((day) => day !== undefined, 'Enter a month as year and month, like 2026-04')
  .transform((day) => day ?? null)

const line = (sentence: string) =>
  z
    .string()
    .trim()
    .min(1, sentence)
    .max(200, 'Use 200 characters or fewer')
    .refine((text) => !text.includes('\0'), sentence)

const StudyForm = z.object({
  title: line('Enter a title'),
  place: line('Enter what counts as local, for example a city or county'),
  from: month,
  to: month,
  suppliers: z.coerce
    .number({ error: 'Enter how many suppliers' })
    .int('Enter a whole number')
    .min(1, 'Take at least one supplier')
    .max(MOST_SHEETS, `Take at most ${MOST_SHEETS} suppliers`),
})

const FIELDS = ['title', 'place', 'from', 'to', 'suppliers'] as const
export type TypedStudy = Readonly<Record<(typeof FIELDS)[number], string>>

const show = (form: PageRequest['form'], errors: readonly FieldError[]): Answer => {
  const filled = Object.fromEntries(FIELDS.map((field) => [field, typed(form, field)])) as TypedStudy
  return page('Begin a study', h(NewStudyView, { typed: filled, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: STUDIES_PATH, text: 'Local multiplier' },
  })
}

export const get = async (): Promise<Answer> => show({ suppliers: '30' }, [])

export const post = async ({ ctx, form }: PageRequest): Promise<Answer> => {
  const read = readForm(StudyForm, form)
  if (!read.ok) return show(form, read.errors)
  const { from, to, ...rest } = read.value
  const begun = await beginStudy(ctx, { ...rest, fromMonth: from, toMonth: to })
  if (begun.ok) return redirect(studyPath(begun.value))
  return show(form, [{ field: 'from', message: 'No supplier was paid in this period' }])
}
