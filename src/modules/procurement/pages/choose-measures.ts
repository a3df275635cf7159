import { h } from 'preact'
import { z } from 'zod'
import { proportionWords } from '#measures'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { changeAsk } from '../actions/asks.ts'
import { ASK_REFUSALS } from '../messages/ask-words.ts'
import { ASK_LIMITS, type AskContent, type AskLine } from '../model/ask.ts'
import { type AskSeen, type MeasureOffered, offerMeasures } from '../read-ask.ts'
import { newAskLine } from '../rules/ask/new-line.ts'
import { askPath, because, listOf, openText, purchaseIdOf, seeAsk, typedBecause } from './ask-request.ts'
import { ChooseMeasuresView } from './choose-measures.view.tsx'

const MeasuresForm = z.object({ ...because, proportionReason: openText('the reason', ASK_LIMITS.reason) })

/** More than these and a person reads none of them; the rest stays one search away. */
const OFFERED_AT_MOST = 24

const chosenPriorities = (request: PageRequest, seen: AskSeen): string[] => {
  const given = (request.query.priorities ?? '').split(',').filter(Boolean)
  const before = seen.content.lines.flatMap(({ priorities }) => priorities)
  const ids = given.length > 0 ? given : before
  return seen.priorities.map(({ id }) => id).filter((id) => ids.includes(id))
}

const itemsOf = (seen: AskSeen, offered: readonly MeasureOffered[]) => {
  const known = new Map(seen.framework.measures.map((measure) => [measure.code, measure]))
  const kept = seen.content.lines.map(({ measure }) => measure)
  const codes = [...new Set([...kept, ...offered.slice(0, OFFERED_AT_MOST).map(({ code }) => code)])]
  return codes.flatMap((code) => {
    const measure = known.get(code)
    const offer = offered.find((one) => one.code === code)
    const line = seen.content.lines.find((one) => one.measure === code)
    if (!measure && !line) return []
    return [
      {
        code,
        name: measure?.name ?? line?.name ?? code,
        counts: measure?.counts ?? line?.counts ?? '',
        kind: measure?.kind === 'qualitative' ? 'told in words' : 'counted',
        serves: offer?.priorities.map(({ title }) => title) ?? [],
        unsuitable: offer?.unsuitable.map((notice) => proportionWords(notice as never)) ?? [],
      },
    ]
  })
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const seen = await seeAsk(request)
  const chosen = chosenPriorities(request, seen)
  const offered = offerMeasures(
    seen,
    seen.priorities.filter(({ id }) => chosen.includes(id)),
  )
  const isForm = errors.length > 0
  const view = {
    title: seen.purchase.title,
    at: askPath(seen.purchase.id),
    priorities: seen.priorities,
    chosen,
    items: itemsOf(seen, offered),
    ticked: isForm ? listOf(request.form, 'measures') : seen.content.lines.map(({ measure }) => measure),
    proportion: seen.proportion,
    proportionReason: isForm ? typed(request.form, 'proportionReason') : seen.content.proportionReason,
    typed: typedBecause(isForm ? request.form : null, seen, request.query.note),
    notes: seen.notes,
    errors,
  }
  return page('Choose measures', h(ChooseMeasuresView, view), {
    status: isForm ? 400 : 200,
    hasErrors: isForm,
    backLink: { href: askPath(seen.purchase.id), text: `Ask: ${seen.purchase.title}` },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

/** Sends the chosen priorities on in the address, so that what is offered for them can be shared. */
export const postPriorities = async (request: PageRequest): Promise<Answer> => {
  const ids = listOf(request.form, 'priority').filter(isId)
  return redirect(`${askPath(purchaseIdOf(request), 'measures')}?priorities=${ids.join(',')}`)
}

const linesOf = (
  codes: readonly string[],
  seen: AskSeen,
  offered: readonly MeasureOffered[],
  content: AskContent,
): AskLine[] =>
  [...new Set(codes)].flatMap((code): AskLine[] => {
    const before = content.lines.find((line) => line.measure === code)
    const offer = offered.find((one) => one.code === code)
    const serves = offer?.priorities.map(({ id }) => id) ?? []
    if (before) return [{ ...before, priorities: serves.length > 0 ? serves : before.priorities }]
    const measure = seen.framework.measures.find((known) => known.code === code)
    if (!measure) return []
    return [{ ...newAskLine(seen.framework, measure, content.isVolumeGuaranteed), priorities: serves }]
  })

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(MeasuresForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const id = purchaseIdOf(request)
  const seen = await seeAsk(request)
  const chosen = chosenPriorities(request, seen)
  const offered = offerMeasures(
    seen,
    seen.priorities.filter((priority) => chosen.includes(priority.id)),
  )
  const saved = await changeAsk(request.ctx, id, {
    ...form.value,
    change: (content) => ({
      ...content,
      lines: linesOf(listOf(request.form, 'measures'), seen, offered, content),
      proportionReason: form.value.proportionReason,
    }),
  })
  return saved.ok
    ? redirect(`${askPath(id)}?done=saved`)
    : show(request, [{ field: '', message: ASK_REFUSALS[saved.refusal] }])
}
