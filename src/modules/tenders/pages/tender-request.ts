import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import type { Tender, TenderContent } from '../model.ts'
import { stateOf, type TenderState } from '../rules/deadlines.ts'
import { findTender } from '../store/tenders.ts'
import { contentOf, findDraft } from '../store/versions.ts'
import type { TendersTables } from '../tables.ts'
import { tenderPath } from './paths.ts'

export type SeenTender = {
  readonly tender: Tender
  readonly content: TenderContent
  /** The revision of the draft; 0 where a published tender has no draft of its next version. */
  readonly revision: number
  readonly state: TenderState
  readonly at: string
}

/** The tender of an address, of the acting authority only, with what officers work on. Throws NotFound. */
export const seeTender = (request: PageRequest): Promise<SeenTender> =>
  inReading(request.ctx, async (db: Reader<TendersTables>) => {
    const tender = await findTender(db, idOf(request, 'tenderId'))
    if (!tender || tender.authorityId !== request.ctx.authorityId)
      throw new NotFound('There is no such tender here.')
    const draft = await findDraft(db, tender.id)
    return {
      tender,
      content: draft?.content ?? (await contentOf(db, tender.id)),
      revision: draft?.revision ?? 0,
      state: stateOf(tender, request.ctx.clock.now()),
      at: tenderPath(tender.id),
    }
  })

/** Whether the draft, or the next version, may still be written. */
export const mayWrite = (request: PageRequest, { state }: SeenTender): boolean =>
  request.visitor.permissions.has('tenders.manage') && (state === 'draft' || state === 'open')

export const backTo = ({ tender, at }: SeenTender) => ({ href: at, text: tender.title })
