import { h } from 'preact'
import { z } from 'zod'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText, readDayFields, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { assessIndicator, closeIndicator } from '../actions/indicators.ts'
import { lifeSentence } from '../messages/life.ts'
import { type LifeRefusal, RATINGS } from '../model/life.ts'
import { nextDueOn, suggestedRating } from '../rules/assessments.ts'
import { getContract } from '../store/contracts.ts'
import { getIndicator, listAssessments } from '../store/indicators.ts'
import type { ContractsTables } from '../tables.ts'
import { optionalDecimal } from './edit-indicator.ts'
import { typedTexts } from './fields.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'
import { ShowIndicatorView } from './show-indicator.view.tsx'

const AssessmentForm = z.object({
  value: optionalDecimal('the figure'),
  rating: z.enum(RATINGS, { error: 'Choose a rating' }),
  note: optionalText('a note', 2000),
})
const NAMES = Object.keys(AssessmentForm.shape) as (keyof typeof AssessmentForm.shape)[]

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, form, visitor } = request
  const { contract, indicator, assessments } = await inReading(ctx, async (db: Reader<ContractsTables>) => {
    const found = await getIndicator(db, idOf(request, 'indicatorId'))
    if (found.contractId !== request.params.contractId) throw new NotFound()
    return {
      indicator: found,
      contract: await getContract(db, found.contractId),
      assessments: (await listAssessments(db, found.contractId)).get(found.id) ?? [],
    }
  })
  const fields = typedTexts(form, NAMES)
  const body = h(ShowIndicatorView, {
    contract,
    indicator,
    assessments: [...assessments].reverse(),
    dueOn: nextDueOn(indicator, assessments),
    suggested: suggestedRating(indicator, /^\d+(\.\d+)?$/.test(fields.value) ? fields.value : null),
    on: today(ctx),
    errors,
    fields,
    fromOn: typedDay(form, 'fromOn'),
    toOn: typedDay(form, 'toOn'),
    mayManage: visitor.permissions.has('contracts.manage') && indicator.closedOn === null,
  })
  return pageOfContract(request, body, errors, {
    title: indicator.title,
    back: { href: `${contractPath(contract.id)}/indicators`, text: 'Indicators' },
    done: { assessed: 'The assessment is written down.' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const FIELD_OF: Readonly<Partial<Record<LifeRefusal, string>>> = {
  'rating-beside-target': 'note',
  'assessment-to-come': 'toOn-day',
  'period-upside-down': 'toOn-day',
}

export const postAssessment = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(AssessmentForm, request.form)
  const from = readDayFields(request.form, 'fromOn', 'the first day')
  const to = readDayFields(request.form, 'toOn', 'the last day')
  if (!form.ok || !from.ok || !to.ok || from.value === null || to.value === null)
    return show(
      request,
      [from, to, form].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const id = idOf(request, 'indicatorId')
  const text = { ...form.value, fromOn: from.value, toOn: to.value }
  const assessed = await assessIndicator(request.ctx, id, text)
  return assessed.ok
    ? redirect(`${contractPath(request.params.contractId ?? '')}/indicators/${id}?done=assessed`)
    : show(request, [{ field: FIELD_OF[assessed.refusal] ?? '', message: lifeSentence(assessed) }])
}

export const postClose = async (request: PageRequest): Promise<Answer> => {
  await closeIndicator(request.ctx, idOf(request, 'indicatorId'))
  return redirect(`${contractPath(idOf(request, 'contractId'))}/indicators?done=closed`)
}
