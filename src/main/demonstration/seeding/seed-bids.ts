import {
  addDocument,
  beginOpening,
  changeProfile,
  type DraftAnswers,
  openBids,
  remindOfDocuments,
  saveAnswers,
  startBid,
  submitBid,
} from '#bids'
import {
  demonstrationPassword,
  type IdentityTables,
  listMembers,
  type OrganisationId,
  type PersonId,
} from '#identity'
import { contentOf, listTenders, type Tender, type TenderContent, type TendersTables } from '#tenders'
import { addDays } from '../../../kernel/plain-date.ts'
import { actingAs, type Context, type Services, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { MADE_UP_BIDS, type MadeUpBid, OPENED_TENDER } from '../bids/made-up-bids.ts'
import { MADE_UP_DOCUMENTS } from '../bids/made-up-documents.ts'
import { onePagePdf } from '../files/one-page-pdf.ts'
import { CLOSING_SOON, WITH_ANSWERS } from '../tenders/made-up-tenders.ts'
import { insist } from './insist.ts'
import type { SeededBidder } from './seed-bidders.ts'
import { makeTender } from './seed-tenders.ts'

type Holders = readonly [PersonId, PersonId, PersonId]

/** Long enough for the bids to be handed in, also on a slow machine; short enough to be over when the rest is made. */
const OPEN_FOR_MS = 12_000
const A_DAY = 86_400_000

const answersOf = (content: TenderContent, bid: MadeUpBid): DraftAnswers =>
  Object.fromEntries(
    content.questions.map(({ code, kind, criterion }) => {
      const words = criterion?.startsWith('How') ? bid.how : bid.quality
      const offers = content.askLines.map(({ framework, measure }) => ({
        framework,
        measure,
        quantity: bid.jobs,
        inWords: bid.how,
      }))
      const answers = {
        words: { words },
        number: { number: bid.jobs },
        price: { pounds: bid.pounds },
        'yes-no': { yes: true },
        offers: { offers },
        file: {},
      }
      return [code, answers[kind]]
    }),
  )

const as = (services: Services, { personId, organisationId }: SeededBidder): Context =>
  actingAs(services, { kind: 'person', personId }, organisationId)

/** A draft, handed in where that is wanted and still possible: the database's clock decides, in a demonstration too. */
export const makeBid = async (
  ctx: Context,
  tender: Tender,
  lot: string,
  bid: MadeUpBid,
  isSubmitted: boolean,
): Promise<void> => {
  const content = await inReading<TendersTables, TenderContent>(ctx, (db) =>
    contentOf(db, tender.id, tender.version),
  )
  const begun = await startBid(ctx, tender.reference, lot)
  if (!begun.ok) return
  await saveAnswers(ctx, begun.value, answersOf(content, bid))
  if (isSubmitted) await submitBid(ctx, begun.value)
}

const listPublished = (services: Services, councilId: OrganisationId): Promise<Tender[]> =>
  inReading<TendersTables, Tender[]>(actingAs(services, { kind: 'command' }, councilId), (db) =>
    listTenders(db, councilId),
  )

const seedProfile = (ctx: Context, name: string, orgId: string): Promise<void> =>
  changeProfile(ctx, {
    name,
    orgId,
    address: '1 Ropewalk, Northmere',
    postcode: '',
    contactName: `${name}, bids`,
    contactEmail: 'bids@bellwharf-building.example',
    contactPhone: '',
    isSmall: true,
    isSocialEnterprise: false,
    accounts: 'Year to 31 March 2026, turnover £2.1 million, filed.',
    insurance: 'Public liability £10 million, employers’ liability £10 million, until 30 June 2027.',
    policies: 'Health and safety, equality, environment; reviewed each January.',
    declared: ['no-mandatory-ground', 'no-discretionary-ground', 'not-debarred'],
    declaredOn: '2026-11-02',
  })

const seedDocuments = async (ctx: Context): Promise<void> => {
  for (const { kind, title, file, endsIn, lines } of MADE_UP_DOCUMENTS) {
    const expiresOn = endsIn === null ? null : addDays(today(ctx), endsIn)
    insist(
      await addDocument(ctx, { kind, title, expiresOn }, { name: file, content: onePagePdf(lines) }),
      title,
    )
  }
}

/** Bids on the tenders that are open: one that is prepared and not submitted, and others that are sealed. */
export const seedBids = async (
  services: Services,
  councilId: OrganisationId,
  bidders: readonly SeededBidder[],
): Promise<void> => {
  const tenders = await listPublished(services, councilId)
  const find = (title: string) =>
    tenders.find((tender) => tender.title === title && tender.status === 'published')
  const [first, second, third] = bidders
  const [one, two, three] = MADE_UP_BIDS
  const [closing, meals] = [find(CLOSING_SOON.title), find(WITH_ANSWERS.title)]
  if (!first || !second || !third || !one || !two || !three) return
  await seedProfile(as(services, first), first.name, 'GB-COH-99800001')
  await seedDocuments(as(services, first))
  await remindOfDocuments(services)
  if (closing) {
    await makeBid(as(services, first), closing, 'A', one, false)
    await makeBid(as(services, second), closing, 'A', two, true)
  }
  if (meals) {
    await makeBid(as(services, first), meals, 'A', one, true)
    await makeBid(as(services, first), meals, 'B', two, false)
    await makeBid(as(services, third), meals, 'B', three, true)
  }
}

/** A tender that closes in a moment, with a bid of each supplier. It is begun early, so that nobody waits for its deadline. */
export const seedCompetition = async (
  services: Services,
  councilId: OrganisationId,
  holders: Holders,
  bidders: readonly SeededBidder[],
): Promise<void> => {
  // The database's clock decides on deadlines, so where ours says another day there is nothing to show.
  if (Math.abs(Date.now() - services.clock.now().getTime()) > A_DAY) return
  const known = (await listPublished(services, councilId)).some(({ title }) => title === OPENED_TENDER.title)
  if (known) return
  const members = await inReading(
    actingAs(services, { kind: 'command' }, councilId),
    (db: Reader<IdentityTables>) => listMembers(db, councilId),
  )
  const officer = (role: 'commissioner' | 'procurement-officer'): Context => {
    const personId = members.find(({ roles }) => roles.includes(role))?.id ?? ''
    return actingAs(services, { kind: 'person', personId }, councilId)
  }
  const officers = { writer: officer('commissioner'), publisher: officer('procurement-officer'), holders }
  const tender = await makeTender(officers, OPENED_TENDER, new Date(Date.now() + OPEN_FOR_MS))
  for (const [index, bidder] of bidders.entries()) {
    const bid = MADE_UP_BIDS[index]
    if (bid) await makeBid(as(services, bidder), tender, 'A', bid, true)
  }
}

/** Two officers open the tender that has closed meanwhile. */
export const openCompetition = async (
  services: Services,
  councilId: OrganisationId,
  [first, second]: Holders,
): Promise<void> => {
  const tender = (await listPublished(services, councilId)).find(({ title }) => title === OPENED_TENDER.title)
  if (tender?.status !== 'published') return
  const left = tender.deadline.getTime() - Date.now()
  if (left > OPEN_FOR_MS) return
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, left) + 50))
  const by = (personId: PersonId) => actingAs(services, { kind: 'person', personId }, councilId)
  const begun = await beginOpening(by(first), tender.id, demonstrationPassword)
  if (begun.ok) await openBids(by(second), tender.id, demonstrationPassword)
}
