import { h } from 'preact'
import type { Reader } from '../../../../platform/database.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { isId } from '../../../../platform/ids.ts'
import { inReading } from '../../../../platform/reading.ts'
import { approveEntry, delistEntry, refuseEntry } from '../../actions/directory/moderate.ts'
import { directoryRefusal } from '../../messages/directory.ts'
import { getEntry } from '../../store/directory/entries.ts'
import { findListing } from '../../store/directory/listings.ts'
import type { SupplierTables } from '../../tables.ts'
import { ModerateEntryView } from './moderate-entry.view.tsx'
import { MODERATION_PATH } from './paths.ts'

const idOf = ({ params }: PageRequest): string => {
  if (!isId(params.entryId ?? '')) throw new NotFound('There is no such entry.')
  return params.entryId ?? ''
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const id = idOf(request)
  const view = await inReading(request.ctx, async (db: Reader<SupplierTables>) => ({
    entry: await getEntry(db, id),
    listing: await findListing(db, id),
  }))
  const reason = typed(request.form, 'reason')
  return page(view.entry.name, h(ModerateEntryView, { ...view, reason, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: MODERATION_PATH, text: 'Moderate the directory' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form } = request
  const id = idOf(request)
  const readAt = typed(form, 'readAt')
  const reason = typed(form, 'reason').trim().slice(0, 1000).replaceAll('\0', '')
  const todo = typed(form, 'do')
  const decision =
    todo === 'approve'
      ? await approveEntry(ctx, id, readAt)
      : todo === 'delist'
        ? await delistEntry(ctx, id, reason)
        : await refuseEntry(ctx, id, readAt, reason)
  if (decision.ok) return redirect(MODERATION_PATH)
  return show(request, [{ field: 'reason', message: directoryRefusal(decision.refusal) }])
}
