import { h } from 'preact'
import { proportionWords } from '#measures'
import { showExact } from '../../../kernel/exact.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readyAsk, reopenAsk } from '../actions/asks.ts'
import { ASK_REFUSALS, askFaultSentence } from '../messages/ask-words.ts'
import { PLANNING_STAGES } from '../model/purchase.ts'
import { purchasePath } from '../paths.ts'
import { isReady } from '../rules/ask/check-ask.ts'
import { SOCIAL_VALUE_KINDS, weightOfKinds } from '../rules/ask/weights.ts'
import { askPath, purchaseIdOf, seeAsk } from './ask-request.ts'
import { ShowAskView } from './show-ask.view.tsx'

const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved as a new revision.',
  ready: 'The ask is ready. The fingerprint of its criteria is kept.',
  reopened: 'The ask can be changed again.',
}

const show = async (request: PageRequest, errors: readonly FieldError[] = []): Promise<Answer> => {
  const seen = await seeAsk(request)
  const { purchase, head, content, proportion, contract, faults, policy } = seen
  const done = DONE[request.query.done ?? '']
  const priorities = new Map(seen.priorities.map(({ id, title }) => [id, title]))
  const { permissions } = request.visitor
  const isOpen = head?.status !== 'ready'
  const view = {
    purchase,
    head: head ?? null,
    content,
    at: askPath(purchase.id),
    contract,
    proportion: { ...proportion, sentences: proportion.reasons.map(proportionWords) },
    policy,
    socialValueWeight: showExact(weightOfKinds(content.criteria, SOCIAL_VALUE_KINDS)),
    priorityNames: (ids: readonly string[]) =>
      ids.map((id) => priorities.get(id) ?? 'a priority that is no longer adopted'),
    stops: faults.filter(({ severity }) => severity === 'stops').map(askFaultSentence),
    hints: faults.filter(({ severity }) => severity === 'asks').map(askFaultSentence),
    mayEdit: permissions.has('procurement.manage') && isOpen,
    mayReady: permissions.has('procurement.approve') && isOpen && isReady(faults),
    mayReopen: permissions.has('procurement.approve') && !isOpen,
    tenderHref:
      !isOpen && permissions.has('tenders.manage') && PLANNING_STAGES.includes(purchase.stage)
        ? `/tenders/new?purchase=${purchase.id}`
        : null,
    errors,
  }
  return page(`Ask: ${purchase.title}`, h(ShowAskView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: purchasePath(purchase.id), text: purchase.title },
    ...(done ? { notice: { text: done, kind: 'success' as const } } : {}),
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request)

export const postReady = async (request: PageRequest): Promise<Answer> => {
  const id = purchaseIdOf(request)
  const ready = await readyAsk(request.ctx, id, Number(typed(request.form, 'seen')) || 0)
  return ready.ok
    ? redirect(`${askPath(id)}?done=ready`)
    : show(request, [{ field: '', message: ASK_REFUSALS[ready.refusal] }])
}

export const postReopen = async (request: PageRequest): Promise<Answer> => {
  const id = purchaseIdOf(request)
  const opened = await reopenAsk(request.ctx, id)
  return opened.ok
    ? redirect(`${askPath(id)}?done=reopened`)
    : show(request, [{ field: '', message: ASK_REFUSALS[opened.refusal] }])
}
