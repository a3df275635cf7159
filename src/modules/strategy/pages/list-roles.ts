import { h } from 'preact'
import { z } from 'zod'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { readDayFields, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { addRole, appointHolder } from '../actions/roles.ts'
import { refusalSentence } from '../messages.ts'
import { holderOn } from '../rules/holders.ts'
import { listRoles } from '../store/roles.ts'
import type { StrategyTables } from '../tables.ts'
import { holderFields, roleFields } from '../typed-fields.ts'
import { ListRolesView } from './list-roles.view.tsx'

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const roles = await inReading(request.ctx, (db: Reader<StrategyTables>) => listRoles(db))
  const { form } = request
  const day = today(request.ctx)
  const view = {
    roles: roles.map((role) => ({ ...role, now: holderOn(role, day)?.personName ?? null })),
    errors,
    mayEdit: request.visitor.permissions.has('strategy.edit'),
    typed: {
      name: typed(form, 'name'),
      roleId: typed(form, 'roleId'),
      personName: typed(form, 'personName'),
      fromOn: typedDay(form, 'fromOn'),
      untilOn: typedDay(form, 'untilOn'),
    },
  }
  const done = request.query.done === undefined ? undefined : 'Saved.'
  return page('Who answers for priorities', h(ListRolesView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/strategy', text: 'Strategy' },
    notice: done && errors.length === 0 ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const RoleForm = z.object(roleFields)

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(RoleForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const added = await addRole(request.ctx, form.value.name)
  return added.ok
    ? redirect('/strategy/roles?done=yes')
    : show(request, [{ field: 'name', message: refusalSentence(added.refusal) }])
}

const HolderForm = z.object({
  roleId: z.uuid('Choose a role from the list'),
  ...holderFields,
})

export const postHolder = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(HolderForm, request.form)
  const from = readDayFields(request.form, 'fromOn', 'the first day')
  const until = readDayFields(request.form, 'untilOn', 'the last day', false)
  if (!form.ok || !from.ok || !until.ok || from.value === null)
    return show(request, [
      ...(form.ok ? [] : form.errors),
      ...(from.ok ? [] : from.errors),
      ...(until.ok ? [] : until.errors),
    ])
  const { roleId, personName } = form.value
  const appointed = await appointHolder(request.ctx, roleId, {
    personName,
    fromOn: from.value,
    untilOn: until.value,
  })
  if (appointed.ok) return redirect('/strategy/roles?done=yes')
  const field = appointed.refusal === 'owner-unknown' ? 'roleId' : 'fromOn-day'
  return show(request, [{ field, message: refusalSentence(appointed.refusal) }])
}
