import { h } from 'preact'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { asThere, NOTHING_SEEN, type Standing, seenIn } from '../../../platform/http/seen-form.ts'
import { markOfAll } from '../../../platform/seen.ts'
import { addEntry, changeEntry } from '../actions/adapt-framework.ts'
import { type EntryTexts, textsOf } from '../framework/edit-entry.ts'
import { entryParts } from '../framework/entry-parts.ts'
import type { LocalFramework } from '../model/adaptation.ts'
import { frameworkPath, measurePath, seeFramework } from '../seen.ts'
import { ChangeMeasureView } from './change-measure.view.tsx'
import { afterRefusal, errorsOf, textsIn } from './entry-form.ts'
import { seeMeasure } from './show-measure.ts'

const show = (
  local: LocalFramework,
  code: string | null,
  texts: EntryTexts,
  because: string,
  errors: readonly FieldError[],
  standing: Standing = NOTHING_SEEN,
): Answer => {
  const { framework } = local
  const back =
    code === null
      ? { href: frameworkPath(framework.id), text: framework.title }
      : { href: measurePath(framework.id, code), text: texts.name ?? code }
  const title = code === null ? 'Add a measure of your own' : 'Change a measure'
  return page(
    title,
    h(ChangeMeasureView, { framework, title, isNew: code === null, texts, because, errors, standing }),
    {
      status: errors.length > 0 ? 400 : 200,
      hasErrors: errors.length > 0,
      backLink: back,
    },
  )
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const { local, measure } = await seeMeasure(request)
  return show(local, measure.code, textsOf(measure), '', [], asThere(entryParts(measure)))
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const { local, measure } = await seeMeasure(request)
  const seen = markOfAll(seenIn(request.form))
  const [texts, because] = [textsIn(request.form), typed(request.form, 'because')]
  const edit = { kind: 'measure' as const, code: measure.code, texts, because, seen }
  const outcome = await changeEntry(request.ctx, local.framework.id, edit)
  if (outcome.ok) return redirect(measurePath(local.framework.id, measure.code))
  const now = (await seeMeasure(request)).measure
  const again = afterRefusal(request.form, { outcome, there: entryParts(now), texts })
  const filled = { ...textsOf(now), ...again.texts }
  return show(local, measure.code, filled, because, again.errors, again.standing)
}

const EMPTY: EntryTexts = {
  measureKind: 'quantitative',
  basis: 'none',
  unit: 'item',
  licence: 'Own definition',
  confidence: 'not-priced',
  smallSuppliers: 'yes',
  transfer: 'no',
  contractKinds: 'works; services; goods',
  minimumMonths: '0',
}

export const getNew = async (request: PageRequest): Promise<Answer> =>
  show(await seeFramework(request, request.params.code ?? ''), null, EMPTY, '', [])

export const postNew = async (request: PageRequest): Promise<Answer> => {
  const local = await seeFramework(request, request.params.code ?? '')
  const { form } = request
  const [texts, because] = [textsIn(form), typed(form, 'because')]
  const code = typed(form, 'code').trim()
  const outcome = await addEntry(request.ctx, local.framework.id, { kind: 'measure', code, texts, because })
  if (outcome.ok) return redirect(measurePath(local.framework.id, code))
  return show(local, null, { ...EMPTY, ...texts, code }, because, errorsOf(outcome))
}
