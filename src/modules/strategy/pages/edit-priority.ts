import { h } from 'preact'
import type { Decision } from '../../../kernel/decision.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import {
  afterOthers,
  asSent,
  asThere,
  MEANWHILE_FIELD,
  NOTHING_SEEN,
  type Standing,
  seenIn,
  withTheirs,
} from '../../../platform/http/seen-form.ts'
import { inReading } from '../../../platform/reading.ts'
import { markOfAll } from '../../../platform/seen.ts'
import { addPriority, changePriority, removePriority } from '../actions/draft-content.ts'
import { choicesOf, readFrameworkBook } from '../framework-book.ts'
import { readKnownPlaces } from '../known-places.ts'
import { EVERY_PART_NAME, refusalSentence } from '../messages.ts'
import type { Priority, PriorityDraft, StrategyRefusal } from '../model.ts'
import { yearsBetween } from '../rules/financial-years.ts'
import { type PriorityPart, priorityParts } from '../rules/parts.ts'
import { getVersion } from '../store/documents.ts'
import { listRoles } from '../store/roles.ts'
import { treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { EditPriorityView } from './edit-priority.view.tsx'
import { versionRefOf } from './fields.ts'
import { partWords } from './part-words.ts'
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

type Around = Awaited<ReturnType<typeof read>>

/** The priority an address names. Throws NotFound where the draft has none. */
const oneOf = ({ priorities }: Around, request: PageRequest): Priority => {
  const known = priorities.find(({ id }) => id === request.params.priorityId)
  if (!known) throw new NotFound('This draft has no such priority.')
  return known
}

type Shown = {
  readonly fields: PriorityFields
  readonly errors?: readonly FieldError[]
  readonly standing?: Standing
  /** Null for one that is to be added. */
  readonly known: Priority | null
}

const show = (
  { version, years, objectives, roles, book }: Around,
  { fields, errors = [], standing = NOTHING_SEEN, known }: Shown,
): Answer => {
  const at = documentPath(version.documentId, version.version)
  const title = known === null ? 'Add a priority' : 'Change the priority'
  const view = {
    title,
    fields,
    errors,
    standing,
    years,
    objectives,
    roles,
    outcomes: choicesOf(book.outcomes, known?.outcomes ?? []),
    measures: choicesOf(book.measures, known?.measures ?? []),
    path: `${at}/priorities/${known?.id ?? 'new'}`,
    isNew: known === null,
  }
  return page(title, h(EditPriorityView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: at, text: version.title },
  })
}

export const getNew = async (request: PageRequest): Promise<Answer> => {
  const around = await read(request)
  const form = { objectiveId: request.query.objective ?? '', direction: 'up' }
  return show(around, { fields: fieldsOfForm(form, around.years), known: null })
}

const showAsThere = (around: Around, known: Priority, errors: readonly FieldError[] = []): Answer =>
  show(around, {
    fields: fieldsOfPriority(known),
    errors,
    standing: asThere(priorityParts(known)),
    known,
  })

export const get = async (request: PageRequest): Promise<Answer> => {
  const around = await read(request)
  return showAsThere(around, oneOf(around, request))
}

type Refused = Extract<Decision<unknown, StrategyRefusal>, { readonly ok: false }>

/** The form again, with what somebody else saved first beside what was typed. */
const showChanged = async (
  request: PageRequest,
  mine: PriorityDraft,
  { facts }: Refused,
): Promise<Answer> => {
  const around = await read(request)
  const known = oneOf(around, request)
  const { standing, others } = afterOthers({
    seen: seenIn(request.form),
    there: priorityParts(known),
    mine: priorityParts(mine),
    by: String(facts?.by ?? ''),
    inWords: (each) => {
      const part = each as PriorityPart
      const [theirs, typedHere] = [partWords(known, part, around), partWords(mine, part, around)]
      return { name: EVERY_PART_NAME[part], theirs, mine: typedHere }
    },
  })
  const fields = withTheirs(fieldsOfForm(request.form, around.years), fieldsOfPriority(known), others)
  const errors = [{ field: MEANWHILE_FIELD, message: refusalSentence('changed-meanwhile', facts) }]
  return show(around, { fields, errors, standing, known })
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form } = request
  const ref = versionRefOf(request)
  const id = request.params.priorityId === undefined ? null : idOf(request, 'priorityId')
  const around = await read(request)
  const fields = fieldsOfForm(form, around.years)
  const known = around.priorities.find((one) => one.id === id) ?? null
  const standing = known === null ? NOTHING_SEEN : asSent(form)
  const filled = readPriorityForm(form, around.years, { places: around.known, book: around.book })
  if (!filled.ok) return show(around, { fields, errors: filled.errors, standing, known })
  const saved =
    id === null
      ? await addPriority(ctx, ref, filled.draft)
      : await changePriority(ctx, ref, id, filled.draft, markOfAll(seenIn(form)))
  if (saved.ok) return redirect(`${documentPath(ref.documentId, ref.version)}?done=saved`)
  if (saved.refusal === 'changed-meanwhile') return showChanged(request, filled.draft, saved)
  const errors = [{ field: '', message: refusalSentence(saved.refusal, saved.facts) }]
  return show(around, { fields, errors, standing, known })
}

export const postRemove = async (request: PageRequest): Promise<Answer> => {
  const ref = versionRefOf(request)
  const seen = markOfAll(seenIn(request.form))
  const removed = await removePriority(request.ctx, ref, idOf(request, 'priorityId'), seen)
  if (removed.ok) return redirect(`${documentPath(ref.documentId, ref.version)}?done=removed`)
  const around = await read(request)
  const errors = [{ field: '', message: refusalSentence(removed.refusal, removed.facts) }]
  return showAsThere(around, oneOf(around, request), errors)
}
