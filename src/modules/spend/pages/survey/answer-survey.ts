import { h } from 'preact'
import { today } from '../../../../platform/context.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { type AskedSupplier, readAskedSupplier, saveAnswers } from '../../actions/survey/answer-survey.ts'
import { answerFaultText, surveyRefusal } from '../../messages/survey.ts'
import type { Answers } from '../../model/survey.ts'
import { answerFault, isOpen } from '../../rules/survey/answers.ts'
import { AnswerSentView, AnswerSurveyView, DeadLinkView } from './answer-survey.view.tsx'
import { answerPath } from './paths.ts'

const secretOf = ({ params }: PageRequest): string => (params.token ?? '').slice(0, 100)

const dead = (): Answer =>
  page('This link does not work', h(DeadLinkView, { sentence: surveyRefusal('link-unknown') }), {
    status: 404,
  })

const show = (
  request: PageRequest,
  asked: AskedSupplier,
  answers: Answers,
  errors: readonly FieldError[],
): Answer =>
  page(
    asked.survey.title,
    h(AnswerSurveyView, {
      ...asked,
      action: answerPath(secretOf(request)),
      answers,
      isOpen: isOpen(asked.survey, today(request.ctx)),
      isSaved: request.query.saved === 'yes',
      errors,
    }),
    { status: errors.length > 0 ? 400 : 200, hasErrors: errors.length > 0 },
  )

export const get = async (request: PageRequest): Promise<Answer> => {
  const asked = await readAskedSupplier(request.ctx, secretOf(request))
  return asked.ok ? show(request, asked.value, asked.value.invitee.answers, []) : dead()
}

/** What was typed is kept before it is judged, so that a wrong figure loses nobody their work. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const asked = await readAskedSupplier(request.ctx, secretOf(request))
  if (!asked.ok) return dead()
  const { questions } = asked.value.survey
  const answers = Object.fromEntries(questions.map(({ id }) => [id, typed(request.form, id)]))
  const errors = questions.flatMap((question): FieldError[] => {
    const fault = answerFault(question, answers[question.id] ?? '')
    return fault ? [{ field: question.id, message: `${answerFaultText(fault)}: ${question.text}` }] : []
  })
  const isSent = typed(request.form, 'do') === 'send' && errors.length === 0
  const saved = await saveAnswers(request.ctx, secretOf(request), answers, isSent)
  if (!saved.ok)
    return show(request, asked.value, answers, [{ field: '', message: surveyRefusal(saved.refusal) }])
  if (isSent) return page('Thank you', h(AnswerSentView, asked.value))
  if (errors.length > 0) return show(request, asked.value, answers, errors)
  return redirect(`${answerPath(secretOf(request))}?saved=yes`)
}
