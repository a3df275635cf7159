import { h } from 'preact'
import { z } from 'zod'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText, readDayFields, textField, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { approveNotice, proposeNotice, withdrawNotice } from '../actions/notices.ts'
import { lifeSentence } from '../messages/life.ts'
import { readNotice } from '../read-notice.ts'
import type { ContractsTables } from '../tables.ts'
import { typedTexts } from './fields.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'
import { ShowNoticeView } from './show-notice.view.tsx'

const DONE: Readonly<Record<string, string>> = {
  proposed: 'Proposed. Two colleagues have to approve it.',
  approved: 'Approved.',
  withdrawn: 'Withdrawn.',
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, visitor, form } = request
  const { contractId = '' } = request.params
  const read = await inReading(ctx, (db: Reader<ContractsTables>) =>
    readNotice(db, contractId, idOf(request, 'noticeId')),
  )
  const { notice, contract } = read
  const body = h(ShowNoticeView, {
    ...read,
    on: today(ctx),
    errors,
    fields: typedTexts(form, ['whatCameOfIt', 'note', 'why']),
    eventOn: typedDay(form, 'eventOn'),
    mayManage: visitor.permissions.has('contracts.manage'),
    mayApprove: visitor.permissions.has('contracts.approve') && visitor.personId !== notice.authorId,
  })
  return pageOfContract(request, body, errors, {
    title: 'Notice of performance',
    back: { href: `${contractPath(contract.id)}/indicators`, text: 'Indicators' },
    done: DONE,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const back = ({ params }: PageRequest, done: string): Answer =>
  redirect(`${contractPath(params.contractId ?? '')}/notices/${params.noticeId}?done=${done}`)

export const postProposal = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(z.object({ whatCameOfIt: textField('what came of the chance', 4000) }), request.form)
  const event = readDayFields(request.form, 'eventOn', 'the day since when a notice is due')
  if (!form.ok || !event.ok || event.value === null)
    return show(
      request,
      [form, event].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const id = idOf(request, 'noticeId')
  const proposed = await proposeNotice(request.ctx, id, { ...form.value, eventOn: event.value })
  return proposed.ok
    ? back(request, 'proposed')
    : show(request, [{ field: 'eventOn-day', message: lifeSentence(proposed) }])
}

export const postApproval = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(z.object({ note: optionalText('a note', 1000) }), request.form)
  if (!form.ok) return show(request, form.errors)
  const approved = await approveNotice(request.ctx, idOf(request, 'noticeId'), form.value.note)
  return approved.ok
    ? back(request, 'approved')
    : show(request, [{ field: 'note', message: lifeSentence(approved) }])
}

export const postWithdrawal = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(z.object({ why: optionalText('why', 1000) }), request.form)
  if (!form.ok) return show(request, form.errors)
  const withdrawn = await withdrawNotice(request.ctx, idOf(request, 'noticeId'), form.value.why)
  return withdrawn.ok
    ? back(request, 'withdrawn')
    : show(request, [{ field: 'why', message: lifeSentence(withdrawn) }])
}
