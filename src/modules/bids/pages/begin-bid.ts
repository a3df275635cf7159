import { h } from 'preact'
import { contentOf, findPublicTender, stateOf, type TendersTables } from '#tenders'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { startBid } from '../actions/drafts.ts'
import { bidSentence } from '../messages.ts'
import { readWorkspaceFrom } from '../read-workspace.ts'
import type { BidsTables } from '../tables.ts'
import { BeginBidView } from './begin-bid.view.tsx'

const show = async (
  { ctx, params: { reference = '' } }: PageRequest,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const view = await inReading(ctx, async (db: Reader<BidsTables & TendersTables>) => {
    const tenders = db as unknown as Reader<TendersTables>
    const tender = await findPublicTender(tenders, reference)
    if (!tender) throw new NotFound('There is no such tender.')
    const { lots } = await contentOf(tenders, tender.id, tender.version)
    const workspace = await readWorkspaceFrom(db, ctx)
    return { tender, lots, workspace, isOpen: stateOf(tender, workspace.now) === 'open' }
  })
  return page(`Bid for ${view.tender.title}`, h(BeginBidView, { ...view, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: `/opportunities/${reference}`, text: 'The tender' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form, params } = request
  const begun = await startBid(ctx, params.reference ?? '', typed(form, 'lot'))
  return begun.ok
    ? redirect(`/workspace/bids/${begun.value}`)
    : show(request, [{ field: '', message: bidSentence(begun) }])
}
