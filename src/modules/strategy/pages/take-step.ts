import { h } from 'preact'
import { z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { readDayFields, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import type { VersionRef } from '../actions/change-draft.ts'
import { adoptVersion, recordConsultation } from '../actions/documents.ts'
import { refusalSentence } from '../messages.ts'
import type { StrategyRefusal } from '../model.ts'
import type { StepRequest } from '../rules/lifecycle.ts'
import { getVersion } from '../store/documents.ts'
import type { StrategyTables } from '../tables.ts'
import { stepFields } from '../typed-fields.ts'
import { versionRefOf } from './fields.ts'
import { documentPath } from './paths.ts'
import { TakeStepView } from './take-step.view.tsx'

type Take = (ctx: Context, ref: VersionRef, request: StepRequest) => Promise<Decision<null, StrategyRefusal>>

const STEPS = {
  consulted: {
    title: 'Record the consultation',
    explanation:
      'From now on the text of this version stands still: what people were asked about is what they can read later. To change it, begin a new version.',
    dayLabel: 'When did the consultation end?',
    noteLabel: 'Who was asked, and what did they say?',
    button: 'Record the consultation',
    take: recordConsultation as Take,
  },
  adopted: {
    title: 'Adopt this version',
    explanation:
      'It counts from now on, as it stands. The version adopted before it, if there is one, is superseded and stays readable.',
    dayLabel: 'When was it decided?',
    noteLabel: 'Who decided it, and where is that recorded?',
    button: 'Adopt',
    take: adoptVersion as Take,
  },
} as const
export type StepName = keyof typeof STEPS
export type StepWords = Omit<(typeof STEPS)[StepName], 'take'>

const StepForm = z.object(stepFields)

const show = async (request: PageRequest, name: StepName, errors: readonly FieldError[]): Promise<Answer> => {
  const { documentId, version } = versionRefOf(request)
  const found = await inReading(request.ctx, (db: Reader<StrategyTables>) =>
    getVersion(db, documentId, version),
  )
  const { take: _take, ...words } = STEPS[name]
  const view = {
    words,
    documentTitle: `${found.title}, version ${found.version}`,
    day: typedDay(request.form, 'decidedOn'),
    note: typed(request.form, 'note'),
    errors,
  }
  return page(words.title, h(TakeStepView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: documentPath(documentId, version), text: found.title },
  })
}

const FIELD_OF: Partial<Record<StrategyRefusal, string>> = {
  'decided-in-future': 'decidedOn-day',
  'decided-before-last-step': 'decidedOn-day',
}

const take = async (request: PageRequest, name: StepName): Promise<Answer> => {
  const ref = versionRefOf(request)
  const read = readForm(StepForm, request.form)
  const day = readDayFields(request.form, 'decidedOn', 'the day')
  if (!read.ok || !day.ok || day.value === null)
    return show(request, name, [...(day.ok ? [] : day.errors), ...(read.ok ? [] : read.errors)])
  const taken = await STEPS[name].take(request.ctx, ref, { decidedOn: day.value, note: read.value.note })
  if (taken.ok) return redirect(`${documentPath(ref.documentId, ref.version)}?done=${name}`)
  const message = refusalSentence(taken.refusal, taken.facts)
  return show(request, name, [{ field: FIELD_OF[taken.refusal] ?? '', message }])
}

export const getConsult = (request: PageRequest): Promise<Answer> => show(request, 'consulted', [])
export const postConsult = (request: PageRequest): Promise<Answer> => take(request, 'consulted')
export const getAdopt = (request: PageRequest): Promise<Answer> => show(request, 'adopted', [])
export const postAdopt = (request: PageRequest): Promise<Answer> => take(request, 'adopted')
