import {
  type AsOwner,
  type BidsTables,
  beginOpening,
  handInForThePast,
  listLog,
  type OpenedBid,
  openBids,
  openedBids,
} from '#bids'
import { demonstrationPassword, type OrganisationId, type PersonId } from '#identity'
import { givePublishedTender, listTenders, listVersions, type Tender, type TendersTables } from '#tenders'
import { addDays } from '../../../kernel/plain-date.ts'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { plainDateOf } from '../../../platform/views/views.ts'
import { MADE_UP_BIDS, type MadeUpBid } from '../bids/made-up-bids.ts'
import type { MadeUpCompetition } from '../evaluations/made-up-bids.ts'
import { CLOSED } from '../tenders/made-up-tenders.ts'
import { insist } from './insist.ts'
import type { SeededBidder } from './seed-bidders.ts'
import { makeBid } from './seed-bids.ts'

/** Who takes part, and the owner of the tables, who writes down what happened long ago. */
export type Competition = {
  readonly services: Services
  readonly owner: AsOwner
  readonly bidders: readonly SeededBidder[]
  readonly holders: readonly [PersonId, PersonId, PersonId]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** How long a tender of `givePublishedTender` is open. */
const OPEN_DAYS = 30

/** Noon, so that the day of the demonstration's making decides on the day alone. */
const noonOf = (at: Date): Date => new Date(Math.floor(at.getTime() / DAY) * DAY + DAY / 2)

const hoursOn = (ctx: Context, at: Date, hours: number): Context => ({
  ...ctx,
  clock: { now: () => new Date(at.getTime() + hours * HOUR) },
})

/** The tender of an earlier, interrupted try, due when it was published to be due; a new one where there is none. */
const publishedTender = async (
  officer: Context,
  made: MadeUpCompetition,
  holders: Competition['holders'],
): Promise<Tender> => {
  const there = await inReading(officer, async (db: Reader<TendersTables>) => {
    const known = await listTenders(db, officer.authorityId ?? '')
    const tender = known.find(({ title, publishedAt }) => title === made.title && publishedAt !== null)
    const [first] = tender ? await listVersions(db, tender.id) : []
    return tender && first && { ...tender, deadline: first.deadline }
  })
  const deadline = noonOf(officer.clock.now())
  return (
    there ??
    givePublishedTender(officer, {
      purchase: {
        title: made.title,
        purpose: made.summary,
        valuePence: made.pence,
        isPublic: false,
        commencesOn: addDays(plainDateOf(deadline), -OPEN_DAYS),
      },
      text: { title: made.title, summary: made.summary, category: made.category },
      deadline,
      holders,
    })
  )
}

/** All suppliers hand in, the first of them last, as whoever writes most does. */
const handIn = (
  { services, owner, bidders }: Competition,
  tender: Tender,
  bids: readonly MadeUpBid[],
): Promise<void> =>
  handInForThePast(owner, services.siteUrl, tender, async () => {
    for (const [at, bid] of [...bids.entries()].reverse()) {
      const bidder = bidders[at]
      if (!bidder) throw new Error('The demonstration has too few bidders.')
      const { personId, organisationId } = bidder
      const supplier = actingAs(services, { kind: 'person', personId }, organisationId)
      await makeBid(hoursOn(supplier, tender.deadline, -at - 1), tender, 'A', bid, true)
    }
  })

/**
 * A tender of the past whose bids were sealed and logged like every bid, and opened by two officers an hour after its
 * deadline. Gives the bids in the order of the made-up ones.
 */
export const openPastTender = async (
  officer: Context,
  competition: Competition,
  made: MadeUpCompetition,
): Promise<{ readonly tender: Tender; readonly bids: readonly OpenedBid[] }> => {
  const { services, bidders, holders } = competition
  const tender = await publishedTender(officer, made, holders)
  if (tender.status === 'published') {
    const bids = made.bids.map((bid) => ({ ...bid, pounds: String(bid.pounds), jobs: bid.quantity }))
    await handIn(competition, tender, bids)
    const by = (personId: PersonId, hours: number) =>
      hoursOn(actingAs(services, { kind: 'person', personId }, officer.authorityId), tender.deadline, hours)
    insist(await beginOpening(by(holders[0], 1), tender.id, demonstrationPassword), made.title)
    insist(await openBids(by(holders[1], 1.1), tender.id, demonstrationPassword), made.title)
  }
  const opened = await inReading(officer, (db) => openedBids(db, tender.id))
  const bids = bidders.flatMap(({ organisationId }) =>
    opened.filter(({ supplierId }) => supplierId === organisationId),
  )
  if (bids.length !== made.bids.length) throw new Error(`Not all bids for “${made.title}” were opened.`)
  return { tender, bids }
}

/** Sealed bids for the tender that closed and that nobody has opened yet: two officers can. */
export const sealBidsOfClosed = async (
  competition: Competition,
  councilId: OrganisationId,
): Promise<void> => {
  const officer = actingAs(competition.services, { kind: 'command' }, councilId)
  const closed = await inReading(officer, async (db: Reader<TendersTables & BidsTables>) => {
    const known = await listTenders(db as never, councilId)
    const tender = known.find(({ title, status }) => title === CLOSED.title && status === 'published')
    const log = tender ? await listLog(db as never, tender.id) : []
    return log.length === 0 ? tender : undefined
  })
  if (closed) await handIn(competition, closed, MADE_UP_BIDS.slice(0, 3))
}
