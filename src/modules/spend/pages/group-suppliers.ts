import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { groupSuppliers, ungroupSuppliers } from '../actions/group-suppliers.ts'
import { groupSentence } from '../messages/groups.ts'
import { groupIdIn, groupKeyOf } from '../model/groups.ts'
import { findSuppliersMeant } from '../store/groups.ts'
import { supplierHref } from '../supplier-words.ts'
import type { SpendTables } from '../tables.ts'
import { showSupplier } from './show-supplier.ts'

const MAX_NAME = 300

/** What was typed by hand as one more supplier: its key, or the sentence that says why it is not known whom it means. */
const readOther = async (request: PageRequest): Promise<{ keys: string[]; problem?: string }> => {
  const words = typed(request.form, 'other').trim().slice(0, MAX_NAME).replaceAll('\0', '')
  if (words === '') return { keys: [] }
  const keys = await inReading<SpendTables, string[]>(request.ctx, (db) => findSuppliersMeant(db, words))
  if (keys.length === 1) return { keys }
  const problem =
    keys.length === 0
      ? 'Nobody of this name or number was paid. Enter the name or the number as the list of suppliers has it.'
      : `${keys.length} suppliers are called this. Enter the number of the one you mean, like GB-COH-01234567.`
  return { keys: [], problem }
}

/** Puts this supplier together with those that were ticked, and the one that was typed. */
export const postGroup = async (request: PageRequest): Promise<Answer> => {
  const own = request.params.supplierKey ?? ''
  const groupId = groupIdIn(own)
  const ticked = [request.form.keys ?? []].flat()
  const other = await readOther(request)
  if (other.problem) return showSupplier(request, [{ field: 'other', message: other.problem }])
  const keys = [...(groupId === null ? [own] : []), ...ticked, ...other.keys]
  const grouped = await groupSuppliers(request.ctx, { name: typed(request.form, 'name'), keys, groupId })
  if (grouped.ok) return redirect(supplierHref(groupKeyOf(grouped.value)))
  const field = grouped.refusal === 'group-name' ? 'name' : 'other'
  return showSupplier(request, [{ field, message: groupSentence(grouped.refusal) }])
}

/** Takes one supplier out, or all of them apart again. */
export const postUngroup = async (request: PageRequest): Promise<Answer> => {
  const groupId = groupIdIn(request.params.supplierKey ?? '') ?? ''
  const member = typed(request.form, 'member')
  const done = await ungroupSuppliers(request.ctx, groupId, member === '' ? null : member)
  return done.ok
    ? redirect('/spend/suppliers/groups')
    : showSupplier(request, [{ field: '', message: groupSentence(done.refusal) }])
}
