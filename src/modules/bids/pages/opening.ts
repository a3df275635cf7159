import { h } from 'preact'
import { actingAuthority } from '#identity'
import { findOpening, type Holder, listHolders, type Opening, type SealingTables } from '#sealing'
import { getTender, listTenders, type Tender, type TendersTables } from '#tenders'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { beginOpening, openBids } from '../actions/open.ts'
import { openingSentence } from '../messages.ts'
import { findMinutes, openedBids } from '../store/opened.ts'
import { databaseTime } from '../store/sealed.ts'
import type { BidsTables } from '../tables.ts'
import { ListOpeningsView, OpeningView } from './opening.view.tsx'

type Tables = BidsTables & TendersTables & SealingTables

export const getList = async ({ ctx }: PageRequest): Promise<Answer> => {
  const view = await inReading(ctx, async (db: Reader<Tables>) => ({
    tenders: (await listTenders(db as unknown as Reader<TendersTables>, actingAuthority(ctx))).filter(
      ({ publishedAt, keyId }) => publishedAt !== null && keyId !== null,
    ),
    now: await databaseTime(db as unknown as Reader<BidsTables>),
  }))
  return page('Open bids', h(ListOpeningsView, view), { width: 'wide' })
}

const readOpening = async (db: Reader<Tables>, tender: Tender) => {
  const authorityId = actingAuthority({ authorityId: tender.authorityId })
  const sealing = db as unknown as Reader<SealingTables>
  const { keyId } = tender
  const holders: Holder[] = keyId === null ? [] : await listHolders(sealing, authorityId, keyId)
  const opening: Opening | undefined =
    keyId === null ? undefined : await findOpening(sealing, authorityId, keyId)
  return { holders, opening }
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, query, visitor } = request
  const id = idOf(request, 'tenderId')
  const view = await inReading(ctx, async (db: Reader<Tables>) => {
    const tender = await getTender(db as unknown as Reader<TendersTables>, id)
    if (tender.authorityId !== actingAuthority(ctx)) throw new NotFound('There is no such tender.')
    const bids = db as unknown as Reader<BidsTables>
    return {
      tender,
      ...(await readOpening(db, tender)),
      minutes: await findMinutes(bids, id),
      bids: await openedBids(bids, id),
      now: await databaseTime(bids),
      clock: ctx.clock.now(),
      personId: visitor.personId ?? '',
    }
  })
  return page(`Open bids: ${view.tender.title}`, h(OpeningView, { ...view, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/bids/openings', text: 'Open bids' },
    notice:
      errors.length === 0 && query.done === 'opened'
        ? { kind: 'success', text: 'The bids are opened. The minutes are below.' }
        : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const wrong = (sentence: string): FieldError[] => [{ field: 'passphrase', message: sentence }]

export const postBegin = async (request: PageRequest): Promise<Answer> => {
  const id = idOf(request, 'tenderId')
  const begun = await beginOpening(request.ctx, id, typed(request.form, 'passphrase'))
  return begun.ok ? redirect(`/bids/openings/${id}`) : show(request, wrong(openingSentence(begun)))
}

export const postComplete = async (request: PageRequest): Promise<Answer> => {
  const id = idOf(request, 'tenderId')
  const opened = await openBids(request.ctx, id, typed(request.form, 'passphrase'))
  return opened.ok
    ? redirect(`/bids/openings/${id}?done=opened`)
    : show(request, wrong(openingSentence(opened)))
}
