import { actingAuthority } from '#identity'
import { getTender, stateOf, type Tender, type TendersTables } from '#tenders'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import type { Bid } from './model.ts'
import { type BidState, stateOfBid } from './rules/bid-state.ts'
import { listBids } from './store/bids.ts'
import { databaseTime } from './store/sealed.ts'
import type { BidsTables } from './tables.ts'

export type WorkspaceBid = { readonly bid: Bid; readonly tender: Tender; readonly state: BidState }
export type Workspace = {
  readonly bids: readonly WorkspaceBid[]
  /** Bids that are prepared, not submitted as they stand, and still can be: told on every page. */
  readonly unsubmitted: readonly WorkspaceBid[]
  /** The database's clock, which decides on lateness. */
  readonly now: Date
}

/** The bids of the acting supplier over all authorities, with how things stand now. */
export const readWorkspaceFrom = async (
  db: Reader<BidsTables & TendersTables>,
  ctx: Context,
): Promise<Workspace> => {
  const own = db as unknown as Reader<BidsTables>
  const now = await databaseTime(own)
  const tenders = new Map<string, Tender>()
  const bids: WorkspaceBid[] = []
  for (const bid of await listBids(own, actingAuthority(ctx))) {
    const tender =
      tenders.get(bid.tenderId) ?? (await getTender(db as unknown as Reader<TendersTables>, bid.tenderId))
    tenders.set(bid.tenderId, tender)
    const state = stateOf(tender, now)
    bids.push({ bid, tender, state: stateOfBid(bid, state === 'open', state === 'cancelled') })
  }
  const unsubmitted = bids.filter(({ state }) => state === 'not-submitted' || state === 'changed')
  return { bids, unsubmitted, now }
}

export const readWorkspace = (ctx: Context): Promise<Workspace> =>
  inReading<BidsTables & TendersTables, Workspace>(ctx, (db) => readWorkspaceFrom(db, ctx))
