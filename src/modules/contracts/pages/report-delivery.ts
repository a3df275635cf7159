import { h } from 'preact'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText, readDayFields, textField, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { reportDelivery } from '../actions/deliveries.ts'
import { refusalSentence } from '../messages.ts'
import type { Commitment, Contract, ContractsRefusal, DeliveryReport } from '../model.ts'
import { quantityField } from '../quantity-field.ts'
import { activitiesOf, type SharedActivity } from '../rules/twice.ts'
import { listAlike } from '../store/alike.ts'
import { listCommitments } from '../store/commitments.ts'
import { getContract } from '../store/contracts.ts'
import type { ContractsTables } from '../tables.ts'
import { personalErrors, readActivity, typedTexts } from './fields.ts'
import { contractPath, deliveryPath } from './paths.ts'
import { ReportDeliveryView } from './report-delivery.view.tsx'

const ReportForm = z.object({
  commitmentId: optionalText('a commitment', 40),
  title: textField('what was done', 300),
  quantity: quantityField('how many'),
  unit: optionalText('what is counted', 60),
  placeName: optionalText('a place', 120),
  story: optionalText('the story', 4000),
  activity: optionalText('a name for the activity', 200),
  activityQuantity: z.string().default(''),
  sameAs: optionalText('which activity', 40),
  consent: z.literal('yes').optional(),
})
const NAMES = Object.keys(ReportForm.shape) as (keyof typeof ReportForm.shape)[]

const readAll = (request: PageRequest) =>
  inReading(request.ctx, async (db: Reader<ContractsTables>) => {
    const contract = await getContract(db, idOf(request, 'contractId'))
    return { contract, commitments: await listCommitments(db, contract.id) }
  })
type All = {
  readonly contract: Contract
  readonly commitments: readonly Commitment[]
  /** Shared activities that this may be part of: asked once it was sent. */
  readonly activities?: readonly SharedActivity[]
}

const show = (
  request: PageRequest,
  { contract, commitments, activities = [] }: All,
  errors: readonly FieldError[],
): Answer => {
  const fields = typedTexts(request.form, NAMES)
  const body = h(ReportDeliveryView, {
    contract,
    activities,
    errors,
    fields: { ...fields, commitmentId: fields.commitmentId || (request.query.commitment ?? '') },
    fromOn: typedDay(request.form, 'fromOn'),
    toOn: typedDay(request.form, 'toOn'),
    commitments: commitments.map(({ id, title, unit }) => ({ value: id, text: `${title} (${unit})` })),
  })
  return page('Report a delivery', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: contractPath(contract.id), text: contract.title },
  })
}

export const get = async (request: PageRequest): Promise<Answer> => show(request, await readAll(request), [])

const mayBePartOf = (ctx: Context, report: DeliveryReport): Promise<SharedActivity[]> =>
  inReading(ctx, async (db: Reader<ContractsTables>) =>
    activitiesOf(await listAlike(db, { ...report, deliveryId: null })),
  )

const FIELD_OF: Readonly<Partial<Record<ContractsRefusal, string>>> = {
  'delivery-in-future': 'toOn-day',
  'period-upside-down': 'toOn-day',
  'more-than-activity': 'quantity',
  'activity-differs': 'activityQuantity',
  'activity-on-same-contract': 'activity',
  'maybe-shared': 'sameAs',
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const all = await readAll(request)
  const form = readForm(ReportForm, request.form)
  const from = readDayFields(request.form, 'fromOn', 'the first day')
  const to = readDayFields(request.form, 'toOn', 'the last day')
  const activity = readActivity(request)
  const commitment = all.commitments.find(({ id }) => id === typed(request.form, 'commitmentId'))
  if (!commitment && typed(request.form, 'commitmentId') !== '')
    throw new NotFound('There is no such commitment.')
  const unit = commitment?.unit ?? typed(request.form, 'unit').trim()
  const errors = [
    ...[form, from, to, activity].flatMap((read) => (read.ok ? [] : read.errors)),
    ...personalErrors(request),
    ...(unit === '' ? [{ field: 'unit', message: 'Enter what is counted, such as pupils' }] : []),
  ]
  if (
    !form.ok ||
    !from.ok ||
    !to.ok ||
    !activity.ok ||
    from.value === null ||
    to.value === null ||
    errors.length > 0
  )
    return show(request, all, errors)
  const { title, quantity, placeName, story } = form.value
  const report: DeliveryReport = {
    contractId: all.contract.id,
    commitmentId: commitment?.id ?? null,
    title,
    unit,
    quantity,
    fromOn: from.value,
    toOn: to.value,
    placeCode: '',
    placeName,
    story,
    reportedFor: all.contract.supplierName,
    activity: activity.value,
    sameAs: form.value.sameAs || undefined,
  }
  const reported = await reportDelivery(request.ctx, report)
  if (reported.ok) return redirect(`${deliveryPath(reported.value)}?done=reported`)
  const error = { field: FIELD_OF[reported.refusal] ?? '', message: refusalSentence(reported) }
  return show(request, { ...all, activities: await mayBePartOf(request.ctx, report) }, [error])
}
