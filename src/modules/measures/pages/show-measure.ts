import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { switchOff, takeBack, weighMeasure } from '../actions/adapt-framework.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import { warningSentence } from '../messages/warning-words.ts'
import { type AdaptRefusal, ENTRY_KINDS, type LocalFramework, WEIGHT_TARGETS } from '../model/adaptation.ts'
import type { Measure, Outcome, Rubric } from '../model.ts'
import { ageOf, isOutOfDate, outOfDateNotice } from '../rules/reference-age.ts'
import { contextOf, frameworkPath, measurePath, read, seeFramework } from '../seen.ts'
import { readReference } from '../store/reference-sets.ts'
import { differencesOf } from './entry-form.ts'
import { ShowMeasureView } from './show-measure.view.tsx'

export type SeenMeasure = { readonly local: LocalFramework; readonly measure: Measure }

/** The measure that an address names, as it counts for the visitor. Throws NotFound. */
export const seeMeasure = async (request: PageRequest): Promise<SeenMeasure> => {
  const local = await seeFramework(request, request.params.code ?? '')
  const measure = local.framework.measures.find(({ code }) => code === request.params.measure)
  if (!measure) throw new NotFound('There is no such measure in this framework.')
  return { local, measure }
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { local, measure } = await seeMeasure(request)
  const { framework } = local
  const reference = await read(contextOf(request), readReference)
  const source = measure.source === null ? undefined : reference.sources.get(measure.source)
  const age = source && ageOf(source, today(request.ctx))
  const body = h(ShowMeasureView, {
    local,
    measure,
    outcome: framework.outcomes.find(({ code }): boolean => code === measure.outcome) as Outcome | undefined,
    rubric: framework.rubrics.find(({ code }): boolean => code === measure.rubric) as Rubric | undefined,
    source,
    sourceWarning: age && isOutOfDate(age) ? warningSentence(outOfDateNotice(age)) : null,
    differences: differencesOf(local, 'measure', measure.code),
    change: local.changes.find(({ kind, code }) => kind === 'measure' && code === measure.code),
    weights: local.weights.filter((weight) => weight.measure === measure.code),
    mayManage: request.visitor.permissions.has('measures.manage'),
    typed: request.form,
    errors,
  })
  return page(measure.name, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: frameworkPath(framework.id), text: framework.title },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

type Refused = { readonly refusal: AdaptRefusal; readonly facts?: Readonly<Record<string, string | number>> }

const refusedAt = (field: string, { refusal, facts }: Refused): FieldError[] => [
  { field, message: refusalWords(refusal, facts) },
]

/** `…/off`: switches the measure off for this organisation. */
export const postOff = async (request: PageRequest): Promise<Answer> => {
  const { local, measure } = await seeMeasure(request)
  const because = typed(request.form, 'because')
  const decision = await switchOff(request.ctx, local.framework.id, {
    kind: 'measure',
    code: measure.code,
    because,
  })
  return decision.ok
    ? redirect(frameworkPath(local.framework.id))
    : show(request, refusedAt('because', decision))
}

/** `…/weights`: how much it matters for a ward or a priority. */
export const postWeight = async (request: PageRequest): Promise<Answer> => {
  const { local, measure } = await seeMeasure(request)
  const { form } = request
  const kind = WEIGHT_TARGETS.find((known) => known === typed(form, 'target-kind')) ?? 'ward'
  const decision = await weighMeasure(request.ctx, local.framework.id, {
    measure: measure.code,
    target: { kind, id: typed(form, 'target') },
    weight: typed(form, 'weight'),
    because: typed(form, 'weight-because'),
  })
  if (decision.ok) return redirect(`${measurePath(local.framework.id, measure.code)}#weights`)
  const field =
    decision.refusal === 'target-missing'
      ? 'target'
      : decision.refusal === 'because-missing'
        ? 'weight-because'
        : 'weight'
  return show(request, refusedAt(field, decision))
}

/** `/measures/frameworks/:code/back`: an entry is as published again. */
export const postBack = async (request: PageRequest): Promise<Answer> => {
  const framework = request.params.code ?? ''
  const kind = ENTRY_KINDS.find((known) => known === typed(request.form, 'kind'))
  if (!kind) throw new NotFound('There is no such entry in this framework.')
  const decision = await takeBack(request.ctx, framework, { kind, code: typed(request.form, 'entry') })
  if (!decision.ok) throw new NotFound(`${refusalWords(decision.refusal, decision.facts)}.`)
  return redirect(frameworkPath(framework))
}
