import { h } from 'preact'
import { normaliseEmail } from '#identity'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { listHref } from '../../../../platform/views/views.ts'
import { closeSurvey, openSurvey, remindSuppliers, setAddresses } from '../../actions/survey/run-survey.ts'
import { surveyRefusal } from '../../messages/survey.ts'
import { addressLines, readAddressLines } from '../../rules/survey/addresses.ts'
import { surveyResults } from '../../rules/survey/results.ts'
import { standBasis } from '../../survey-words.ts'
import { SURVEYS_PATH, surveyPath } from './paths.ts'
import { ShowSurveyView } from './show-survey.view.tsx'
import { surveyIdOf } from './survey-id.ts'
import { inviteeExports, pickInvitees, readInvitees } from './survey-invitees.ts'

const show = async (
  request: PageRequest,
  errors: readonly FieldError[],
  typedAddresses?: string,
): Promise<Answer> => {
  const found = await readInvitees(request)
  const { survey, invitees } = found
  const { rows, filter, paging } = pickInvitees(request, found)
  const { response } = surveyResults([], invitees)
  const body = h(ShowSurveyView, {
    survey,
    rows,
    groups: found.groups,
    filter,
    paging,
    exports: inviteeExports(request, survey),
    response,
    basis: standBasis(survey, response),
    waiting: invitees.filter(({ email, invitedAt }) => email && !invitedAt).length,
    silent: invitees.filter(({ invitedAt, sentAt }) => invitedAt && !sentAt).length,
    withoutAddress: invitees.filter(({ email }) => !email).length,
    addresses: typedAddresses ?? addressLines(invitees),
    canManage: request.visitor.permissions.has('spend.manage'),
    isDemonstration: request.ctx.mailer.isDemonstration,
    done: request.query.done ?? '',
    errors,
  })
  return page(survey.title, body, {
    width: 'wide',
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: SURVEYS_PATH, text: 'Supplier surveys' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

/** Sends, reminds or closes, as the button says. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form } = request
  const id = surveyIdOf(request)
  const todo = typed(form, 'do')
  const decision =
    todo === 'send'
      ? await openSurvey(ctx, id)
      : todo === 'remind'
        ? await remindSuppliers(ctx, id, 'all')
        : await closeSurvey(ctx, id)
  if (!decision.ok) return show(request, [{ field: '', message: surveyRefusal(decision.refusal) }])
  return redirect(
    listHref(surveyPath(id), {}, typeof decision.value === 'number' ? { done: String(decision.value) } : {}),
  )
}

const MOST_FAULTS = 5

export const postAddresses = async (request: PageRequest): Promise<Answer> => {
  const text = typed(request.form, 'addresses')
  const { invitees } = await readInvitees(request)
  const { addresses, faults } = readAddressLines(text, invitees, normaliseEmail)
  if (faults.length > 0) {
    const lines = faults.slice(0, MOST_FAULTS).join(' | ')
    const more = faults.length > MOST_FAULTS ? ` and ${faults.length - MOST_FAULTS} more` : ''
    const message = `Each line needs the name of an invited supplier, a semicolon and an address: ${lines}${more}`
    return show(request, [{ field: 'addresses', message }], text)
  }
  await setAddresses(request.ctx, surveyIdOf(request), addresses)
  return redirect(surveyPath(surveyIdOf(request)))
}
