import { h } from 'preact'
import { z } from 'zod'
import { today } from '../../../../platform/context.ts'
import type { Reader } from '../../../../platform/database.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { type Answer, download, page, redirect } from '../../../../platform/http/answer.ts'
import { idOf, listOf, readDayFields, textField, typedDay } from '../../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { markSentByHand, prepareNotice, sendToPlatform } from '../../actions/notices.ts'
import type { Notice } from '../../model/notice.ts'
import { noticeSentence } from '../../notice-words.ts'
import { getNotice } from '../../store/notices.ts'
import type { PublishingTables } from '../../tables.ts'
import { NoticeView } from './notice.view.tsx'

const read = (request: PageRequest): Promise<Notice> =>
  inReading(request.ctx, (db: Reader<PublishingTables>) => getNotice(db, idOf(request, 'noticeId')))

const DONE: Readonly<Record<string, string>> = {
  prepared: 'Prepared from our records as they stand now.',
  sent: 'Marked as sent. The notice stays as it is.',
  taken: 'The platform answered with a reference. Look there whether the notice was published.',
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const notice = await read(request)
  const done = DONE[request.query.done ?? '']
  const view = {
    notice,
    errors,
    fields: { reference: typed(request.form, 'reference'), sentOn: typedDay(request.form, 'sentOn') },
    on: today(request.ctx),
    maySend: request.ctx.noticePlatform !== undefined,
    mayManage: request.visitor.permissions.has('publishing.manage'),
  }
  return page(notice.title, h(NoticeView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/publishing/notices', text: 'Notices' },
    notice: done && errors.length === 0 ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const pathOf = (request: PageRequest, done: string): string =>
  `/publishing/notices/${idOf(request, 'noticeId')}?done=${done}`

const MOST_FILLED = 4_000

/** Fields come as pairs, `label` and `fill`: a form has one pair for each gap. */
const fillsOf = ({ form }: PageRequest): Record<string, string> => {
  const [labels, texts] = [listOf(form, 'label'), listOf(form, 'fill')]
  return Object.fromEntries(
    labels
      .slice(0, 60)
      .map((label, at) => [label.slice(0, 200), (texts[at] ?? '').replaceAll('\0', '').trim()] as const)
      .filter(([, text]) => text !== ''),
  )
}

export const postPrepare = async (request: PageRequest): Promise<Answer> => {
  const fills = fillsOf(request)
  if (Object.values(fills).some((text) => text.length > MOST_FILLED))
    return show(request, [
      { field: 'fill-0', message: `Enter at most ${MOST_FILLED} characters in each field` },
    ])
  const prepared = await prepareNotice(request.ctx, idOf(request, 'noticeId'), fills)
  return prepared.ok
    ? redirect(pathOf(request, 'prepared'))
    : show(request, [{ field: 'prepare', message: noticeSentence(prepared) }])
}

const SentForm = z.object({ reference: textField('the platform’s reference of the notice', 100) })

export const postSent = async (request: PageRequest): Promise<Answer> => {
  const [form, sentOn] = [
    readForm(SentForm, request.form),
    readDayFields(request.form, 'sentOn', 'the day it was sent'),
  ]
  if (!form.ok || !sentOn.ok || sentOn.value === null)
    return show(request, [...(form.ok ? [] : form.errors), ...(sentOn.ok ? [] : sentOn.errors)])
  const sent = await markSentByHand(request.ctx, idOf(request, 'noticeId'), {
    reference: form.value.reference,
    sentOn: sentOn.value,
  })
  return sent.ok
    ? redirect(pathOf(request, 'sent'))
    : show(request, [
        {
          field: sent.refusal === 'sent-in-future' ? 'sentOn-day' : 'reference',
          message: noticeSentence(sent),
        },
      ])
}

/** Sends by the client, which was not tried against the real service; the page says so. */
export const postSend = async (request: PageRequest): Promise<Answer> => {
  const sent = await sendToPlatform(request.ctx, idOf(request, 'noticeId'))
  return sent.ok
    ? redirect(pathOf(request, 'taken'))
    : show(request, [{ field: 'send', message: noticeSentence(sent) }])
}

export const getText = async (request: PageRequest): Promise<Answer> => {
  const { code, text } = await read(request)
  if (text === null) throw new NotFound('This notice is not prepared yet.')
  return download(`${code}.txt`, 'text/plain; charset=utf-8', text)
}

export const getRelease = async (request: PageRequest): Promise<Answer> => {
  const { code, release } = await read(request)
  if (release === null) throw new NotFound('This notice is not prepared yet.')
  return download(`${code}.json`, 'application/json', JSON.stringify(release, null, 2))
}
