import { h } from 'preact'
import type { Reader } from '../../../../platform/database.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { isId } from '../../../../platform/ids.ts'
import { inReading } from '../../../../platform/reading.ts'
import { confirmClaim, refuseClaim } from '../../actions/directory/claims.ts'
import { directoryRefusal } from '../../messages/directory.ts'
import { ENTRY_STATES, type EntryState } from '../../model/directory.ts'
import { listOpenClaims } from '../../store/directory/claims.ts'
import { listEntries } from '../../store/directory/entries.ts'
import type { SupplierTables } from '../../tables.ts'
import { ListModerationView } from './list-moderation.view.tsx'
import { DIRECTORY_PATH, MODERATION_PATH } from './paths.ts'

const MOST = 500

const stateOf = (asked: string | undefined): EntryState | null => {
  if (asked === 'all') return null
  return ENTRY_STATES.find((state) => state === asked) ?? 'waiting'
}

const show = async ({ ctx, query }: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const state = stateOf(query.state)
  const view = await inReading(ctx, async (db: Reader<SupplierTables>) => ({
    entries: await listEntries(db, state, MOST),
    claims: await listOpenClaims(db),
  }))
  return page('Moderate the directory', h(ListModerationView, { ...view, state, errors }), {
    width: 'wide',
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: DIRECTORY_PATH, text: 'Supplier directory' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

/** Confirms or refuses a claim. */
export const postClaim = async (request: PageRequest): Promise<Answer> => {
  const { ctx, params, form } = request
  const id = params.claimId ?? ''
  if (!isId(id)) throw new NotFound('There is no such claim.')
  const reason = typed(form, 'reason').trim().slice(0, 1000).replaceAll('\0', '')
  const decision =
    typed(form, 'do') === 'confirm' ? await confirmClaim(ctx, id) : await refuseClaim(ctx, id, reason)
  if (decision.ok) return redirect(MODERATION_PATH)
  return show(request, [{ field: `reason-${id}`, message: directoryRefusal(decision.refusal) }])
}
