import { h } from 'preact'
import { actingAuthority, type IdentityTables, listMembers } from '#identity'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { idOf, listOf } from '../../../platform/http/fields.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { beginScoring, namePanellist, removePanellist } from '../actions/panel.ts'
import { beginModeration } from '../actions/scores.ts'
import { judgedNames } from '../rules/scores.ts'
import { listPanel } from '../store/panel.ts'
import { EditPanelView } from './edit-panel.view.tsx'
import { backTo, noticeOf, readIn, settle } from './in-evaluation.ts'
import * as home from './show-evaluation.ts'

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const found = await readIn(request, async (db, evaluation) => ({
    evaluation,
    panel: await listPanel(db, evaluation.id),
    members: await listMembers(db as unknown as Reader<IdentityTables>, actingAuthority(request.ctx)),
  }))
  const { evaluation, panel, members } = found
  const body = h(EditPanelView, {
    evaluation,
    panel: panel.filter(({ removedAt }) => removedAt === null),
    people: members
      .filter(({ isDisabled, roles }) => !isDisabled && !roles.includes('auditor'))
      .map(({ id, name, roles }) => ({ id, name, roles: roles.join(', ') })),
    criteria: judgedNames(evaluation.criteria),
    errors,
    fields: {
      person: typed(request.form, 'person'),
      criteria: listOf(request.form, 'criteria'),
      because: typed(request.form, 'because'),
    },
  })
  return page('Panel', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: backTo(evaluation),
    notice: noticeOf(request, errors),
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const person = typed(request.form, 'person')
  const criteria = listOf(request.form, 'criteria')
  if (person === '') return show(request, [{ field: 'person', message: 'Choose who scores' }])
  const outcome = await namePanellist(request.ctx, idOf(request, 'evaluationId'), person, criteria)
  return settle(request, outcome, show, 'panel?done=named', 'criteria')
}

export const postRemoval = async (request: PageRequest): Promise<Answer> => {
  const person = typed(request.form, 'person')
  const because = typed(request.form, 'because').slice(0, 1000)
  const outcome = await removePanellist(request.ctx, idOf(request, 'evaluationId'), person, because)
  return settle(request, outcome, show, 'panel?done=named', 'because')
}

/** A refusal to begin is shown where the panel is named, since that puts it right. */
export const postBegin = async (request: PageRequest): Promise<Answer> =>
  settle(request, await beginScoring(request.ctx, idOf(request, 'evaluationId')), show, '?done=begun')

export const postModerate = async (request: PageRequest): Promise<Answer> =>
  settle(
    request,
    await beginModeration(request.ctx, idOf(request, 'evaluationId')),
    () => home.get(request),
    'moderation',
  )
