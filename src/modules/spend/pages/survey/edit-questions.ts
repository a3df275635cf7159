import { h } from 'preact'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { changeQuestions } from '../../actions/survey/run-survey.ts'
import { surveyRefusal } from '../../messages/survey.ts'
import { MOST_QUESTIONS, type Question, type Survey } from '../../model/survey.ts'
import { readQuestions } from '../../rules/survey/questions.ts'
import { getSurvey } from '../../store/survey.ts'
import type { SpendTables } from '../../tables.ts'
import { EditQuestionsView } from './edit-questions.view.tsx'
import { surveyPath } from './paths.ts'
import { surveyIdOf } from './survey-id.ts'

const SPARE = 3
const EMPTY: Question = { id: '', kind: 'number', text: '', hint: '' }

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const survey = await inReading<SpendTables, Survey>(request.ctx, (db) => getSurvey(db, surveyIdOf(request)))
  const canEdit = survey.state === 'draft' && request.visitor.permissions.has('spend.manage')
  const spare = Math.min(SPARE, MOST_QUESTIONS - survey.questions.length)
  const questions = canEdit
    ? [...survey.questions, ...Array.from({ length: spare }, () => EMPTY)]
    : survey.questions
  return page(`Questions: ${survey.title}`, h(EditQuestionsView, { survey, questions, canEdit, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: surveyPath(survey.id), text: survey.title },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const at = (field: string, index: number) => typed(request.form, `${field}-${index}`)
  const questions = readQuestions(
    Array.from({ length: MOST_QUESTIONS }, (_, index) => ({
      id: at('id', index),
      text: at('text', index),
      hint: at('hint', index),
      kind: at('kind', index),
    })),
  )
  const changed = await changeQuestions(request.ctx, surveyIdOf(request), questions)
  if (changed.ok) return redirect(surveyPath(changed.value))
  return show(request, [{ field: 'text-0', message: surveyRefusal(changed.refusal) }])
}
