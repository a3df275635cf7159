import { sql } from 'kysely'
import { type IdentityTables, listMembers, notify, type OrganisationId } from '#identity'
import { getTender, type News, type TendersTables } from '#tenders'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { newsNote } from '../letters.ts'
import { findBidsOf } from '../store/bids.ts'
import type { BidsTables } from '../tables.ts'

const suppliersOf = async (db: Reader<BidsTables>, tenderId: string): Promise<OrganisationId[]> => {
  const { rows } = await sql<{ supplierId: OrganisationId }>`
    select supplier_id as "supplierId" from bids.suppliers_of(${tenderId})`.execute(db)
  return rows.map(({ supplierId }) => supplierId)
}

type Told = { readonly tenderId: string; readonly what: News; readonly newsId: string }

const tell = async (
  ctx: Context,
  tx: Writer<BidsTables>,
  supplierId: OrganisationId,
  { tenderId, what, newsId }: Told,
): Promise<number> => {
  const noted = await tx
    .insertInto('bids.news_told')
    .values({ authority_id: supplierId, news_id: newsId, told_at: ctx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('news_id')
    .execute()
  if (noted.length === 0) return 0
  const tender = await getTender(tx as unknown as Reader<TendersTables>, tenderId)
  const bids = await findBidsOf(tx, supplierId, tenderId)
  const members = await listMembers(tx as unknown as Reader<IdentityTables>, supplierId)
  const readers = members.filter(({ isDisabled }) => !isDisabled)
  for (const { id } of readers)
    await notify(tx, ctx, { ...newsNote(tender, bids, what), to: { personId: id } })
  return readers.length
}

/**
 * Tells all who have begun or handed in a bid what became of the tender: a change, more time, an answer, the end. They need not
 * have asked for letters. Each piece of news once for a supplier; gives how many notes were written.
 */
export const tellBiddersOfNews = async (services: Services, told: Told): Promise<number> => {
  const anybody = actingAs(services, { kind: 'worker' }, null)
  const suppliers = await inReading(anybody, (db: Reader<BidsTables>) => suppliersOf(db, told.tenderId))
  let notes = 0
  for (const supplierId of suppliers) {
    const theirs = { ...anybody, authorityId: supplierId }
    notes += await inTransaction(theirs, (tx: Writer<BidsTables>) => tell(theirs, tx, supplierId, told))
  }
  return notes
}
