import { h } from 'preact'
import { listPlaces, type PlacesTables, type PlaceWithParts } from '#places'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { recordImpact, recordNoImpact, removeImpact } from '../actions/impacts.ts'
import { IMPACT_FIELD, IMPACT_SENTENCES } from '../messages/impact-words.ts'
import {
  DIMENSIONS,
  GROUPS,
  IMPACT_ANSWERS,
  type Impact,
  type ImpactDraft,
  type NoImpact,
} from '../model/impact.ts'
import type { Purchase } from '../model/purchase.ts'
import { purchasePath } from '../paths.ts'
import { findImpactGaps, weightOf } from '../rules/impact.ts'
import { mayEdit } from '../rules/purchase.ts'
import { listImpacts, listNoImpacts } from '../store/impacts.ts'
import type { ProcurementTables } from '../tables.ts'
import { PurchaseImpactView } from './purchase-impact.view.tsx'
import { mayManage, purchaseOfRequest } from './purchase-request.ts'

type Read = { readonly impacts: readonly Impact[]; readonly none: readonly NoImpact[] }

const fieldsOf = (impact: Impact): PageRequest['form'] => ({
  impactId: impact.id,
  direction: impact.direction,
  dimension: impact.dimension,
  effect: impact.effect,
  groups: [...impact.groups],
  placeIds: [...impact.placeIds],
  likelihood: String(impact.likelihood),
  scale: String(impact.scale),
  answer: impact.answer ?? '',
  answerReason: impact.answerReason,
})

const show = async (
  request: PageRequest,
  purchase: Purchase,
  fields: PageRequest['form'] | null,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const { ctx, query } = request
  const { impacts, none } = await inReading<ProcurementTables, Read>(ctx, async (db) => ({
    impacts: await listImpacts(db, purchase.id),
    none: await listNoImpacts(db, purchase.id),
  }))
  const places = await inReading<PlacesTables, PlaceWithParts[]>(ctx, (db) => listPlaces(db, ctx.authorityId))
  const edited = impacts.find(({ id }) => id === query.change)
  const shown = fields ?? (edited ? fieldsOf(edited) : {})
  const view = {
    purchase,
    impacts: [...impacts].sort((a, b) => weightOf(b) - weightOf(a)),
    none,
    gaps: findImpactGaps(impacts, none),
    places: new Map(places.map(({ id, name }) => [id, name])),
    mayChange: mayManage(request) && mayEdit(purchase),
    text: (name: string) => typed(shown, name),
    chosen: (name: string) => [shown[name] ?? []].flat(),
    errors,
  }
  return page(`Impact assessment: ${purchase.title}`, h(PurchaseImpactView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: purchasePath(purchase.id), text: purchase.title },
    width: 'wide',
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  show(request, await purchaseOfRequest(request), null, [])

const readDraft = (form: PageRequest['form']): ImpactDraft | FieldError[] => {
  const direction = (['positive', 'negative'] as const).find((each) => each === typed(form, 'direction'))
  const dimension = DIMENSIONS.find((each) => each === typed(form, 'dimension'))
  const errors: FieldError[] = []
  if (!direction) errors.push({ field: 'direction', message: 'Choose whether the effect is good or bad' })
  if (!dimension) errors.push({ field: 'dimension', message: 'Choose what kind of effect it is' })
  if (!direction || !dimension) return errors
  return {
    direction,
    dimension,
    effect: typed(form, 'effect').replaceAll('\0', ''),
    groups: GROUPS.filter((group) => [form.groups ?? []].flat().includes(group)),
    placeIds: [form.placeIds ?? []].flat().filter(isId),
    likelihood: Number(typed(form, 'likelihood')),
    scale: Number(typed(form, 'scale')),
    answer: IMPACT_ANSWERS.find((each) => each === typed(form, 'answer')) ?? null,
    answerReason: typed(form, 'answerReason').replaceAll('\0', '').slice(0, 2000),
  }
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const purchase = await purchaseOfRequest(request)
  const draft = readDraft(request.form)
  if (Array.isArray(draft)) return show(request, purchase, request.form, draft)
  const impactId = typed(request.form, 'impactId')
  const decision = await recordImpact(
    request.ctx,
    purchase.id,
    draft as ImpactDraft,
    isId(impactId) ? impactId : null,
  )
  if (decision.ok) return redirect(purchasePath(purchase.id, 'impact'))
  const { refusal } = decision
  return show(request, purchase, request.form, [
    { field: IMPACT_FIELD[refusal], message: IMPACT_SENTENCES[refusal] },
  ])
}

export const postNone = async (request: PageRequest): Promise<Answer> => {
  const purchase = await purchaseOfRequest(request)
  const dimension = DIMENSIONS.find((each) => each === typed(request.form, 'dimension'))
  if (!dimension)
    return show(request, purchase, null, [
      { field: 'dimension', message: 'Choose what kind of effect it is' },
    ])
  const reason = typed(request.form, 'reason').replaceAll('\0', '').slice(0, 2000)
  const decision = await recordNoImpact(request.ctx, purchase.id, { dimension, reason })
  if (decision.ok) return redirect(purchasePath(purchase.id, 'impact'))
  const message = IMPACT_SENTENCES[decision.refusal]
  return show(request, purchase, null, [{ field: `reason-${dimension}`, message }])
}

export const postRemoval = async (request: PageRequest): Promise<Answer> => {
  const purchase = await purchaseOfRequest(request)
  const impactId = typed(request.form, 'impactId')
  const decision = isId(impactId) ? await removeImpact(request.ctx, purchase.id, impactId) : null
  if (!decision || decision.ok) return redirect(purchasePath(purchase.id, 'impact'))
  return show(request, purchase, null, [{ field: '', message: IMPACT_SENTENCES[decision.refusal] }])
}
