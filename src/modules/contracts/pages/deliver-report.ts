import { h } from 'preact'
import { z } from 'zod'
import { type PlainDate } from '../../../kernel/plain-date.ts'
import { today } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { optionalText, readDayFields, typedDay, typedOfDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { LARGEST_FILE } from '../../../platform/uploads/file-kinds.ts'
import { readBound } from '../actions/bound.ts'
import { hasOthers, type Reported, reportAsSupplier } from '../actions/supplier-reports.ts'
import { evidenceSentence, refusalSentence } from '../messages.ts'
import type { Commitment, ContractsRefusal } from '../model.ts'
import { quantityField } from '../quantity-field.ts'
import { isReplaced } from '../rules/as-it-stood.ts'
import { inTiers, type Tiered } from '../rules/sub-contractors.ts'
import { type OpenActivity, openActivities } from '../rules/verify.ts'
import { listOwnActivities } from '../store/activities.ts'
import { listCommitments } from '../store/commitments.ts'
import { listSubContractors } from '../store/sub-contractors.ts'
import type { LinkedContract } from '../store/supplier-links.ts'
import { linkedContract, supplierPerson } from './deliver-fields.ts'
import { DeliverReportView } from './deliver-report.view.tsx'
import { personalErrors, readActivity, typedTexts } from './fields.ts'
import { deliverPath } from './paths.ts'

const ReportForm = z.object({
  commitmentId: optionalText('a commitment', 40),
  title: optionalText('what was done', 300),
  quantity: quantityField('how many'),
  unit: optionalText('what is counted', 60),
  placeName: optionalText('a place', 120),
  story: optionalText('the story', 4000),
  doneBy: optionalText('who did it', 40),
  activity: optionalText('a name for the activity', 200),
  activityQuantity: z.string().default(''),
  consent: z.literal('yes').optional(),
  agreed: z.literal('yes').optional(),
})
const NAMES = Object.keys(ReportForm.shape) as (keyof typeof ReportForm.shape)[]

type All = {
  readonly linked: LinkedContract
  readonly commitments: readonly Commitment[]
  readonly subContractors: readonly Tiered[]
  /** What was done for several contracts, with how much of it is left. */
  readonly activities: readonly OpenActivity[]
  /** Whether there is another contract with the same council to share with. */
  readonly maySplit: boolean
}

const readAll = async (request: PageRequest): Promise<All> => {
  const linked = await linkedContract(request)
  const maySplit = await hasOthers(request.ctx, linked)
  return readBound(request.ctx, linked, async (db) => ({
    maySplit,
    activities: openActivities(await listOwnActivities(db, request.ctx.authorityId ?? '')),
    linked,
    commitments: (await listCommitments(db, linked.contractId)).filter(
      (one) => !isReplaced(one, today(request.ctx)),
    ),
    subContractors: inTiers(await listSubContractors(db, linked.contractId)),
  }))
}

const show = (request: PageRequest, all: All, errors: readonly FieldError[]): Answer => {
  const { form, query, ctx } = request
  const fields = typedTexts(form, NAMES)
  const isFirst = errors.length === 0
  const body = h(DeliverReportView, {
    ...all,
    errors,
    fields: { ...fields, commitmentId: fields.commitmentId || (query.commitment ?? '') },
    fromOn: isFirst ? typedOfDay(today(ctx)) : typedDay(form, 'fromOn'),
    toOn: isFirst ? typedOfDay(today(ctx)) : typedDay(form, 'toOn'),
    isFileLost: !isFirst,
  })
  return page('Report a delivery', body, {
    status: isFirst ? 200 : 400,
    hasErrors: !isFirst,
    backLink: { href: deliverPath(all.linked.contractId), text: all.linked.title },
  })
}

export const get = async (request: PageRequest): Promise<Answer> => show(request, await readAll(request), [])

type File = { readonly name: string; readonly content: Buffer }

/** The file of the form; null where none was chosen (browsers send an empty one), undefined where it is too large. */
const readFile = async ({ upload }: PageRequest): Promise<File | null | undefined> => {
  if (!upload) return null
  const content = await readUpload(upload, LARGEST_FILE)
  return content && (content.length === 0 ? null : { name: upload.name, content })
}

const FIELD_OF: Readonly<Partial<Record<ContractsRefusal, string>>> = {
  'commitment-over': 'commitmentId',
  'more-than-activity': 'quantity',
  'activity-differs': 'activityQuantity',
  'activity-on-same-contract': 'activity',
}

const refusedFields = (reported: Extract<Reported, { ok: false }>): FieldError[] =>
  reported.of === 'file'
    ? [{ field: 'file', message: evidenceSentence(reported.refusal) }]
    : [
        {
          field: FIELD_OF[reported.refusal] ?? 'toOn-day',
          message: refusalSentence(reported),
        },
      ]

/** One day may be left out of a report: what was done on a day began and ended on it. */
const readDays = ({ form }: PageRequest) => {
  const from = readDayFields(form, 'fromOn', 'the first day')
  const to = readDayFields(form, 'toOn', 'the last day', false)
  const errors = [from, to].flatMap((read) => (read.ok ? [] : read.errors))
  const days: { fromOn: PlainDate; toOn: PlainDate } | null =
    from.ok && to.ok && from.value !== null ? { fromOn: from.value, toOn: to.value ?? from.value } : null
  return { errors, days }
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const all = await readAll(request)
  const file = await readFile(request)
  const form = readForm(ReportForm, request.form)
  const { errors: dayErrors, days } = readDays(request)
  const activity = readActivity(request)
  const commitment = all.commitments.find(({ id }) => id === typed(request.form, 'commitmentId'))
  if (!commitment && typed(request.form, 'commitmentId') !== '') throw new NotFound()
  const unit = commitment?.unit ?? typed(request.form, 'unit').trim()
  const title = typed(request.form, 'title').trim() || commitment?.title
  const missing: FieldError[] = [
    ...(activity.ok ? [] : activity.errors),
    ...(title ? [] : [{ field: 'title', message: 'Enter what was done' }]),
    ...(unit === '' ? [{ field: 'unit', message: 'Enter what is counted, such as pupils' }] : []),
    ...(file === undefined ? [{ field: 'file', message: evidenceSentence('too-large') }] : []),
    ...personalErrors(request),
  ]
  const errors = [...(form.ok ? [] : form.errors), ...dayErrors, ...missing]
  if (!form.ok || !activity.ok || days === null || !title || file === undefined || errors.length > 0)
    return show(request, all, errors)
  const { quantity, placeName, story, doneBy, agreed } = form.value
  const report = { commitmentId: commitment?.id ?? null, title, unit, quantity, placeName, story, ...days }
  const reported = await reportAsSupplier(
    request.ctx,
    all.linked,
    supplierPerson(request),
    { ...report, activity: activity.value, subContractorId: doneBy || null },
    file && { ...file, isAgreed: agreed === 'yes' },
  )
  return reported.ok
    ? redirect(`${deliverPath(all.linked.contractId)}/deliveries/${reported.value}?done=reported`)
    : show(request, all, refusedFields(reported))
}
