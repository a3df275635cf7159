import { h } from 'preact'
import { z } from 'zod'
import { isWorkingDay } from '#procurement'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { extendDeadline, recordOutage } from '../actions/extend.ts'
import { refusalSentence } from '../messages/words.ts'
import type { TenderRefusal } from '../model.ts'
import { extensionOwed } from '../rules/extension.ts'
import { listExtensions, listOutages } from '../store/changes.ts'
import type { TendersTables } from '../tables.ts'
import { ExtendTenderView } from './extend-tender.view.tsx'
import { readMoment, typedMoment, typedOfMoment } from './moment-fields.ts'
import { backTo, type SeenTender, seeTender } from './tender-request.ts'

const worksOn = (day: string): boolean => {
  const said = isWorkingDay(day)
  return !said.ok || said.value
}

const show = async (
  request: PageRequest,
  seen: SeenTender,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const { tender } = seen
  const { outages, extensions } = await inReading(request.ctx, async (db: Reader<TendersTables>) => ({
    outages: await listOutages(db, tender.authorityId),
    extensions: await listExtensions(db, tender.id),
  }))
  const owed = extensionOwed(outages, tender.deadline, worksOn)
  const isTyped = errors.length > 0
  const { form } = request
  const now = request.ctx.clock.now()
  const body = h(ExtendTenderView, {
    seen,
    outages,
    extensions,
    owed,
    errors,
    to:
      isTyped && form['to-day'] !== undefined
        ? typedMoment(form, 'to')
        : typedOfMoment(owed.until ?? tender.deadline),
    from: typedMoment(form, 'from'),
    until: form['until-day'] === undefined ? typedOfMoment(now) : typedMoment(form, 'until'),
    fields: { reason: typed(form, 'reason'), outageId: typed(form, 'outageId'), what: typed(form, 'what') },
  })
  return page('Give more time', body, {
    status: isTyped ? 400 : 200,
    hasErrors: isTyped,
    backLink: backTo(seen),
    notice:
      request.query.done === 'outage' ? { kind: 'success', text: 'The outage is in the log.' } : undefined,
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  show(request, await seeTender(request), [])

const ExtendForm = z.object({ reason: optionalText('a reason', 2000), outageId: z.string().default('') })
const FIELD_OF: Readonly<Partial<Record<TenderRefusal, string>>> = {
  'reason-missing': 'reason',
  'deadline-not-later': 'to-day',
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const seen = await seeTender(request)
  const form = readForm(ExtendForm, request.form)
  const to = readMoment(request.form, 'to', 'the new deadline')
  if (!form.ok || !to.ok)
    return show(
      request,
      seen,
      [form, to].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const { reason, outageId } = form.value
  const extended = await extendDeadline(request.ctx, seen.tender.id, {
    to: to.value,
    reason,
    outageId: isId(outageId) ? outageId : null,
  })
  return extended.ok
    ? redirect(`${seen.at}?done=extended`)
    : show(request, seen, [{ field: FIELD_OF[extended.refusal] ?? '', message: refusalSentence(extended) }])
}

export const postOutage = async (request: PageRequest): Promise<Answer> => {
  const seen = await seeTender(request)
  const form = readForm(z.object({ what: textField('what happened', 500) }), request.form)
  const from = readMoment(request.form, 'from', 'its beginning')
  const until = readMoment(request.form, 'until', 'its end')
  if (!form.ok || !from.ok || !until.ok)
    return show(
      request,
      seen,
      [form, from, until].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const told = { fromAt: from.value, toAt: until.value, what: form.value.what }
  const recorded = await recordOutage(request.ctx, told)
  return recorded.ok
    ? redirect(`${seen.at}/extend?done=outage`)
    : show(request, seen, [{ field: 'until-day', message: refusalSentence(recorded) }])
}
