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
import { findOpenClaim } from '../../store/directory/claims.ts'
import type { SupplierTables } from '../../tables.ts'
import { DecideClaimView } from './decide-claim.view.tsx'
import { CLAIMS_PATH } from './paths.ts'

const idOf = ({ params }: PageRequest): string => {
  if (!isId(params.claimId ?? '')) throw new NotFound('There is no such claim.')
  return params.claimId ?? ''
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const id = idOf(request)
  const claim = await inReading(request.ctx, (db: Reader<SupplierTables>) => findOpenClaim(db, id))
  if (!claim) throw new NotFound('There is no such claim, or somebody has decided on it already.')
  const reason = typed(request.form, 'reason')
  return page(claim.name, h(DecideClaimView, { claim, reason, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: CLAIMS_PATH, text: 'Claims that wait' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

/** Confirms or refuses a claim. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form } = request
  const id = idOf(request)
  const reason = typed(form, 'reason').trim().slice(0, 1000).replaceAll('\0', '')
  const decision =
    typed(form, 'do') === 'confirm' ? await confirmClaim(ctx, id) : await refuseClaim(ctx, id, reason)
  if (decision.ok) return redirect(CLAIMS_PATH)
  return show(request, [{ field: 'reason', message: directoryRefusal(decision.refusal) }])
}
