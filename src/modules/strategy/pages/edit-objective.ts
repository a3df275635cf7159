import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { addObjective, changeObjective, removeObjective } from '../actions/draft-content.ts'
import { refusalSentence } from '../messages.ts'
import type { ObjectiveText } from '../model.ts'
import { getVersion } from '../store/documents.ts'
import { treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { objectiveFields } from '../typed-fields.ts'
import { EditObjectiveView } from './edit-objective.view.tsx'
import { versionRefOf } from './fields.ts'
import { documentPath } from './paths.ts'

const ObjectiveForm = z.object(objectiveFields)

const read = async (request: PageRequest) => {
  const { documentId, version } = versionRefOf(request)
  return inReading(request.ctx, async (db: Reader<StrategyTables>) => {
    const found = await getVersion(db, documentId, version)
    const [tree] = await treesOf(db, [found])
    return { version: found, objectives: tree?.objectives ?? [] }
  })
}

const show = async (
  request: PageRequest,
  fields: ObjectiveText | null,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const { version, objectives } = await read(request)
  const id = request.params.objectiveId ?? null
  const known = objectives.find((one) => one.id === id)
  if (id !== null && !known) throw new NotFound('This draft has no such objective.')
  const at = documentPath(version.documentId, version.version)
  const title = id === null ? 'Add an objective' : 'Change the objective'
  const view = {
    title,
    fields: fields ?? known ?? { title: '', description: '' },
    errors,
    removeAction: id === null ? null : `${at}/objectives/${id}/remove`,
  }
  return page(title, h(EditObjectiveView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: at, text: version.title },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const ref = versionRefOf(request)
  const asTyped = { title: typed(request.form, 'title'), description: typed(request.form, 'description') }
  const form = readForm(ObjectiveForm, request.form)
  if (!form.ok) return show(request, asTyped, form.errors)
  const saved =
    request.params.objectiveId === undefined
      ? await addObjective(request.ctx, ref, form.value)
      : await changeObjective(request.ctx, ref, idOf(request, 'objectiveId'), form.value)
  return saved.ok
    ? redirect(`${documentPath(ref.documentId, ref.version)}?done=saved`)
    : show(request, asTyped, [{ field: '', message: refusalSentence(saved.refusal) }])
}

export const postRemove = async (request: PageRequest): Promise<Answer> => {
  const ref = versionRefOf(request)
  const removed = await removeObjective(request.ctx, ref, idOf(request, 'objectiveId'))
  return removed.ok
    ? redirect(`${documentPath(ref.documentId, ref.version)}?done=removed`)
    : show(request, null, [{ field: '', message: refusalSentence(removed.refusal) }])
}
