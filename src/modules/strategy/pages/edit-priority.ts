import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { addPriority, changePriority, removePriority } from '../actions/draft-content.ts'
import { choicesOf, readFrameworkBook } from '../framework-book.ts'
import { readKnownPlaces } from '../known-places.ts'
import { refusalSentence } from '../messages.ts'
import { yearsBetween } from '../rules/financial-years.ts'
import { getVersion } from '../store/documents.ts'
import { listRoles } from '../store/roles.ts'
import { treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { EditPriorityView } from './edit-priority.view.tsx'
import { versionRefOf } from './fields.ts'
import { documentPath } from './paths.ts'
import { fieldsOfForm, fieldsOfPriority, type PriorityFields, readPriorityForm } from './priority-form.ts'

const read = (request: PageRequest) => {
  const { documentId, version } = versionRefOf(request)
  return inReading(request.ctx, async (db: Reader<StrategyTables>) => {
    const found = await getVersion(db, documentId, version)
    const [tree] = await treesOf(db, [found])
    return {
      version: found,
      years: yearsBetween(found.startsOn, found.endsOn),
      objectives: tree?.objectives ?? [],
      priorities: tree?.priorities ?? [],
      roles: await listRoles(db),
      known: await readKnownPlaces(db as never, request.ctx.authorityId ?? ''),
      book: await readFrameworkBook(db as never),
    }
  })
}

const show = async (
  request: PageRequest,
  fields: PriorityFields | null,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const { version, years, objectives, priorities, roles, book } = await read(request)
  const id = request.params.priorityId ?? null
  const known = priorities.find((one) => one.id === id)
  if (id !== null && !known) throw new NotFound('This draft has no such priority.')
  const fresh = fieldsOfForm({ objectiveId: request.query.objective ?? '', direction: 'up' }, years)
  const at = documentPath(version.documentId, version.version)
  const title = id === null ? 'Add a priority' : 'Change the priority'
  const view = {
    title,
    fields: fields ?? (known ? fieldsOfPriority(known) : fresh),
    errors,
    years,
    objectives,
    roles,
    outcomes: choicesOf(book.outcomes, known?.outcomes ?? []),
    measures: choicesOf(book.measures, known?.measures ?? []),
    removeAction: id === null ? null : `${at}/priorities/${id}/remove`,
  }
  return page(title, h(EditPriorityView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: at, text: version.title },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const ref = versionRefOf(request)
  const { years, known, book } = await read(request)
  const fields = fieldsOfForm(request.form, years)
  const form = readPriorityForm(request.form, years, { places: known, book })
  if (!form.ok) return show(request, fields, form.errors)
  const saved =
    request.params.priorityId === undefined
      ? await addPriority(request.ctx, ref, form.draft)
      : await changePriority(request.ctx, ref, idOf(request, 'priorityId'), form.draft)
  return saved.ok
    ? redirect(`${documentPath(ref.documentId, ref.version)}?done=saved`)
    : show(request, fields, [{ field: '', message: refusalSentence(saved.refusal) }])
}

export const postRemove = async (request: PageRequest): Promise<Answer> => {
  const ref = versionRefOf(request)
  const removed = await removePriority(request.ctx, ref, idOf(request, 'priorityId'))
  return removed.ok
    ? redirect(`${documentPath(ref.documentId, ref.version)}?done=removed`)
    : show(request, null, [{ field: '', message: refusalSentence(removed.refusal) }])
}
