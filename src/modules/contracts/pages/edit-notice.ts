import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText, readDayFields, textField, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { beginNotice } from '../actions/notices.ts'
import { lifeSentence } from '../messages/life.ts'
import { NOTICE_KINDS } from '../model/life.ts'
import { getContract } from '../store/contracts.ts'
import { listIndicators } from '../store/indicators.ts'
import type { ContractsTables } from '../tables.ts'
import { EditNoticeView } from './edit-notice.view.tsx'
import { typedTexts } from './fields.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'

const NoticeForm = z.object({
  kind: z.enum(NOTICE_KINDS, { error: 'Choose which it is' }),
  whatHappened: textField('what happened', 4000),
  indicatorId: optionalText('an indicator', 40),
  chance: optionalText('the chance to improve', 4000),
})
const NAMES = Object.keys(NoticeForm.shape) as (keyof typeof NoticeForm.shape)[]

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const id = idOf(request, 'contractId')
  const read = await inReading(request.ctx, async (db: Reader<ContractsTables>) => ({
    contract: await getContract(db, id),
    indicators: await listIndicators(db, id),
  }))
  const body = h(EditNoticeView, {
    ...read,
    errors,
    fields: typedTexts(request.form, NAMES),
    chanceFromOn: typedDay(request.form, 'chanceFromOn'),
    chanceUntilOn: typedDay(request.form, 'chanceUntilOn'),
  })
  return pageOfContract(request, body, errors, {
    title: 'Begin a notice',
    back: { href: `${contractPath(id)}/indicators`, text: 'Indicators' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(NoticeForm, request.form)
  const from = readDayFields(request.form, 'chanceFromOn', 'the first day of the chance', false)
  const until = readDayFields(request.form, 'chanceUntilOn', 'the last day of the chance', false)
  if (!form.ok || !from.ok || !until.ok)
    return show(
      request,
      [form, from, until].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  if (
    form.value.kind === 'poor-performance' &&
    (from.value === null || until.value === null || !form.value.chance)
  )
    return show(request, [{ field: 'chance', message: lifeSentence({ refusal: 'chance-needed' }) }])
  const id = idOf(request, 'contractId')
  const begun = await beginNotice(request.ctx, id, {
    ...form.value,
    indicatorId: form.value.indicatorId || null,
    chanceFromOn: from.value,
    chanceUntilOn: until.value,
  })
  return begun.ok
    ? redirect(`${contractPath(id)}/notices/${begun.value}`)
    : show(request, [{ field: 'chanceUntilOn-day', message: lifeSentence(begun) }])
}
