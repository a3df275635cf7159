import { h } from 'preact'
import { z } from 'zod'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText, readDayFields, typedDay, typedOfDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { approveAdjustment, dropAdjustment, makeAdjustment } from '../actions/adjustments.ts'
import { lifeSentence } from '../messages/life.ts'
import type { LifeRefusal } from '../model/life.ts'
import { readChange } from '../read-change.ts'
import type { ContractsTables } from '../tables.ts'
import { typedTexts } from './fields.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'
import { ShowChangeView } from './show-change.view.tsx'

const DONE: Readonly<Record<string, string>> = {
  proposed: 'Proposed. This is what the law says of it.',
  approved: 'Approved.',
  made: 'Made. The contract says it from that day on.',
  dropped: 'It is not made.',
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, form, visitor } = request
  const { contractId = '' } = request.params
  const read = await inReading(ctx, (db: Reader<ContractsTables>) =>
    readChange(db, contractId, idOf(request, 'adjustmentId'), today(ctx)),
  )
  const { adjustment } = read
  const isTyped = errors.length > 0
  const body = h(ShowChangeView, {
    ...read,
    errors,
    fields: typedTexts(form, ['note', 'why']),
    madeOn: isTyped ? typedDay(form, 'madeOn') : typedOfDay(today(ctx)),
    changeNoticeOn: typedDay(form, 'changeNoticeOn'),
    mayManage: visitor.permissions.has('contracts.manage'),
    mayApprove: visitor.permissions.has('contracts.approve') && visitor.personId !== adjustment.authorId,
  })
  return pageOfContract(request, body, errors, {
    title: adjustment.title,
    back: { href: `${contractPath(read.contract.id)}/reviews`, text: 'Reviews and changes' },
    done: DONE,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const back = ({ params }: PageRequest, done: string): Answer =>
  redirect(`${contractPath(params.contractId ?? '')}/changes/${params.adjustmentId}?done=${done}`)

export const postApproval = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(z.object({ note: optionalText('a note', 1000) }), request.form)
  if (!form.ok) return show(request, form.errors)
  const approved = await approveAdjustment(request.ctx, idOf(request, 'adjustmentId'), form.value.note)
  return approved.ok
    ? back(request, 'approved')
    : show(request, [{ field: 'note', message: lifeSentence(approved) }])
}

const FIELD_OF: Readonly<Partial<Record<LifeRefusal, string>>> = {
  'event-to-come': 'madeOn-day',
  'change-notice-first': 'changeNoticeOn-day',
}

export const postMade = async (request: PageRequest): Promise<Answer> => {
  const made = readDayFields(request.form, 'madeOn', 'the day from which it holds')
  const notice = readDayFields(request.form, 'changeNoticeOn', 'the day of the change notice', false)
  if (!made.ok || !notice.ok || made.value === null)
    return show(
      request,
      [made, notice].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const days = { madeOn: made.value, changeNoticeOn: notice.value }
  const kept = await makeAdjustment(request.ctx, idOf(request, 'adjustmentId'), days)
  return kept.ok
    ? back(request, 'made')
    : show(request, [{ field: FIELD_OF[kept.refusal] ?? '', message: lifeSentence(kept) }])
}

export const postDropped = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(z.object({ why: optionalText('why', 1000) }), request.form)
  if (!form.ok) return show(request, form.errors)
  const dropped = await dropAdjustment(request.ctx, idOf(request, 'adjustmentId'), form.value.why)
  return dropped.ok
    ? back(request, 'dropped')
    : show(request, [{ field: 'why', message: lifeSentence(dropped) }])
}
