import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { adoptShared } from '../actions/sharing.ts'
import { refusalSentence } from '../messages.ts'
import { getVersion } from '../store/documents.ts'
import { listRoles } from '../store/roles.ts'
import { listShared } from '../store/sharing.ts'
import { treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { versionRefOf } from './fields.ts'
import { documentPath } from './paths.ts'
import { TakeSharedView } from './take-shared.view.tsx'

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { documentId, version } = versionRefOf(request)
  const { ctx, form, query } = request
  const view = await inReading(ctx, async (db: Reader<StrategyTables>) => {
    const found = await getVersion(db, documentId, version)
    const [tree] = await treesOf(db, [found])
    return {
      documentTitle: found.title,
      shared: (await listShared(db)).filter(({ authorityId }) => authorityId !== ctx.authorityId),
      objectives: tree?.objectives ?? [],
      roles: await listRoles(db),
    }
  })
  const fields = {
    shareId: typed(form, 'shareId'),
    objectiveId: typed(form, 'objectiveId') || (query.objective ?? ''),
    ownerRoleId: typed(form, 'ownerRoleId'),
  }
  return page('Take a shared priority', h(TakeSharedView, { ...view, fields, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: documentPath(documentId, version), text: view.documentTitle },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const TakeForm = z.object({
  shareId: z.uuid('Choose a priority'),
  objectiveId: z.uuid('Choose an objective from the list'),
  ownerRoleId: z.union([z.literal(''), z.uuid()], { error: 'Choose a role from the list' }).default(''),
})

export const post = async (request: PageRequest): Promise<Answer> => {
  const ref = versionRefOf(request)
  const form = readForm(TakeForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const { shareId, objectiveId, ownerRoleId } = form.value
  const taken = await adoptShared(request.ctx, ref, shareId, {
    objectiveId,
    ownerRoleId: ownerRoleId === '' ? null : ownerRoleId,
  })
  return taken.ok
    ? redirect(`${documentPath(ref.documentId, ref.version)}/priorities/${taken.value}`)
    : show(request, [{ field: 'shareId', message: refusalSentence(taken.refusal) }])
}
