import { h } from 'preact'
import { z } from 'zod'
import { parsePlainDate } from '../../../../kernel/plain-date.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { draftSurvey } from '../../actions/survey/run-survey.ts'
import { surveyRefusal } from '../../messages/survey.ts'
import { MOST_INVITED } from '../../model/survey.ts'
import { NewSurveyView } from './new-survey.view.tsx'
import { SURVEYS_PATH, surveyPath } from './paths.ts'

const month = (what: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((text) => (text === '' ? null : parsePlainDate(`${text}-01`)))
    .refine((day) => day !== undefined, `Enter the ${what} month as year and month, like 2026-04`)
    .transform((day) => day ?? null)

const DraftForm = z.object({
  title: z.string().trim().min(1, 'Enter a title').max(200, 'The title must be 200 characters or fewer'),
  from: month('first'),
  to: month('last'),
  invite: z.coerce
    .number({ error: 'Enter how many suppliers to ask' })
    .int('Enter a whole number')
    .min(1, 'Ask at least one supplier')
    .max(MOST_INVITED, `Ask at most ${MOST_INVITED} suppliers`),
  closes: z
    .string()
    .trim()
    .default('')
    .transform((text, check) => {
      const day = parsePlainDate(text)
      if (day) return day
      check.addIssue('Enter the last day, like 2026-12-31')
      return z.NEVER
    }),
})

const FIELDS = ['title', 'from', 'to', 'invite', 'closes'] as const
export type TypedSurvey = Readonly<Record<(typeof FIELDS)[number], string>>

const show = (form: PageRequest['form'], errors: readonly FieldError[]): Answer => {
  const filled = Object.fromEntries(FIELDS.map((field) => [field, typed(form, field)])) as TypedSurvey
  return page('Plan a survey', h(NewSurveyView, { typed: filled, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: SURVEYS_PATH, text: 'Supplier surveys' },
  })
}

export const get = async (): Promise<Answer> => show({ invite: '300' }, [])

export const post = async ({ ctx, form }: PageRequest): Promise<Answer> => {
  const read = readForm(DraftForm, form)
  if (!read.ok) return show(form, read.errors)
  const { title, from, to, invite, closes } = read.value
  const drafted = await draftSurvey(ctx, { title, fromMonth: from, toMonth: to, invite, closesOn: closes })
  if (drafted.ok) return redirect(surveyPath(drafted.value))
  const field = drafted.refusal === 'closes-too-soon' ? 'closes' : 'from'
  const message =
    drafted.refusal === 'closes-too-soon'
      ? surveyRefusal(drafted.refusal)
      : 'No supplier was paid in this period'
  return show(form, [{ field, message }])
}
