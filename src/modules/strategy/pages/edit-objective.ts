import { h } from 'preact'
import { z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
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
import { addObjective, changeObjective, removeObjective } from '../actions/draft-content.ts'
import { OBJECTIVE_PART_NAMES, refusalSentence } from '../messages.ts'
import type { ObjectiveText, StrategyRefusal } from '../model.ts'
import { objectiveParts } from '../rules/parts.ts'
import { getVersion } from '../store/documents.ts'
import { treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { objectiveFields } from '../typed-fields.ts'
import { EditObjectiveView } from './edit-objective.view.tsx'
import { versionRefOf } from './fields.ts'
import { documentPath } from './paths.ts'

const ObjectiveForm = z.object(objectiveFields)
const EMPTY: ObjectiveText = { title: '', description: '' }

const read = async (request: PageRequest) => {
  const { documentId, version } = versionRefOf(request)
  return inReading(request.ctx, async (db: Reader<StrategyTables>) => {
    const found = await getVersion(db, documentId, version)
    const [tree] = await treesOf(db, [found])
    return { version: found, objectives: tree?.objectives ?? [] }
  })
}

/** The objective an address names. Throws NotFound where the draft has none. */
const readOne = async (request: PageRequest) => {
  const { version, objectives } = await read(request)
  const known = objectives.find(({ id }) => id === request.params.objectiveId)
  if (!known) throw new NotFound('This draft has no such objective.')
  return { version, known }
}

type Shown = {
  readonly fields: ObjectiveText
  readonly errors?: readonly FieldError[]
  readonly standing?: Standing
  /** Null for one that is to be added. */
  readonly id: string | null
}

const show = async (
  request: PageRequest,
  { fields, errors = [], standing = NOTHING_SEEN, id }: Shown,
): Promise<Answer> => {
  const { version } = await read(request)
  const at = documentPath(version.documentId, version.version)
  const title = id === null ? 'Add an objective' : 'Change the objective'
  const path = `${at}/objectives/${id ?? 'new'}`
  return page(title, h(EditObjectiveView, { title, fields, errors, standing, path, isNew: id === null }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: at, text: version.title },
  })
}

export const getNew = (request: PageRequest): Promise<Answer> => show(request, { fields: EMPTY, id: null })

export const get = async (request: PageRequest): Promise<Answer> => {
  const { known } = await readOne(request)
  return show(request, { fields: known, standing: asThere(objectiveParts(known)), id: known.id })
}

type Refused = Extract<Decision<unknown, StrategyRefusal>, { readonly ok: false }>

/** The form again, with what somebody else saved first beside what was typed. */
const showChanged = async (
  request: PageRequest,
  mine: ObjectiveText,
  { facts }: Refused,
): Promise<Answer> => {
  const { known } = await readOne(request)
  const { standing, others } = afterOthers({
    seen: seenIn(request.form),
    there: objectiveParts(known),
    mine: objectiveParts(mine),
    by: String(facts?.by ?? ''),
    inWords: (part) => ({
      name: OBJECTIVE_PART_NAMES[part as keyof ObjectiveText],
      theirs: known[part as keyof ObjectiveText],
      mine: mine[part as keyof ObjectiveText],
    }),
  })
  const message = refusalSentence('changed-meanwhile', facts)
  const errors = [{ field: MEANWHILE_FIELD, message }]
  return show(request, { fields: withTheirs(mine, known, others), errors, standing, id: known.id })
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form } = request
  const ref = versionRefOf(request)
  const id = request.params.objectiveId === undefined ? null : idOf(request, 'objectiveId')
  const fields = { title: typed(form, 'title'), description: typed(form, 'description') }
  const standing = id === null ? NOTHING_SEEN : asSent(form)
  const filled = readForm(ObjectiveForm, form)
  if (!filled.ok) return show(request, { fields, errors: filled.errors, standing, id })
  const saved =
    id === null
      ? await addObjective(ctx, ref, filled.value)
      : await changeObjective(ctx, ref, id, filled.value, markOfAll(seenIn(form)))
  if (saved.ok) return redirect(`${documentPath(ref.documentId, ref.version)}?done=saved`)
  if (saved.refusal === 'changed-meanwhile') return showChanged(request, filled.value, saved)
  const errors = [{ field: '', message: refusalSentence(saved.refusal, saved.facts) }]
  return saved.refusal === 'removed-meanwhile'
    ? show(request, { fields, errors, id: null })
    : show(request, { fields, errors, standing, id })
}

export const postRemove = async (request: PageRequest): Promise<Answer> => {
  const ref = versionRefOf(request)
  const id = idOf(request, 'objectiveId')
  const removed = await removeObjective(request.ctx, ref, id, markOfAll(seenIn(request.form)))
  if (removed.ok) return redirect(`${documentPath(ref.documentId, ref.version)}?done=removed`)
  const { known } = await readOne(request)
  const errors = [{ field: '', message: refusalSentence(removed.refusal, removed.facts) }]
  return show(request, { fields: known, errors, standing: asThere(objectiveParts(known)), id })
}
