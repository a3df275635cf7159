import { actingAuthority } from '#identity'
import { listOpportunityKeepers } from '#suppliers'
import { type Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { type Letter, writeLetter } from '../../../platform/mail.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { fitLetter, type News, newsLetter } from '../letters.ts'
import type { Tender } from '../model.ts'
import { insideOf } from '../read-fits.ts'
import { divisionOf, nearnessOf } from '../rules/fit-listing.ts'
import { noteTold, readersOf } from '../store/subscriptions.ts'
import { findTender } from '../store/tenders.ts'
import type { TendersTables } from '../tables.ts'

type Tx = Writer<TendersTables>

/** Letters to keepers of the directory whose entry fits by category and place; one to an address. */
const lettersToKeepers = async (tx: Tx, ctx: Context, tender: Tender): Promise<Letter[]> => {
  const keepers = await listOpportunityKeepers(tx as never, divisionOf(tender.category))
  const inside = await insideOf(
    tx as never,
    tender.authorityId,
    keepers.map(({ postcode }) => postcode),
  )
  const fitting = keepers.filter(
    ({ covers }, at) =>
      nearnessOf({ covers, isInside: inside[at] ?? false }, tender.placeName) !== 'elsewhere',
  )
  return fitting.map((keeper) => fitLetter(ctx.siteUrl, keeper, tender))
}

/**
 * Writes to all who want to hear of a tender, and of a new one to listed suppliers it fits; returns how many. Once for each piece
 * of news, however often it is run: that it was told is stored with the letters, so that both are there or neither.
 */
export const tellReaders = (ctx: Context, tenderId: string, news: News, newsId: string): Promise<number> =>
  inTransaction<TendersTables, number>(ctx, async (tx) => {
    const tender = await findTender(tx, tenderId)
    if (!tender || tender.publishedAt === null) return 0
    const isNew = news === 'published'
    const readers = await readersOf(tx, tenderId, isNew)
    const letters = readers.map((reader) => newsLetter(ctx.siteUrl, reader, tender, news))
    if (isNew) letters.push(...(await lettersToKeepers(tx, ctx, tender)))
    // Whoever asked in two ways hears once.
    const once = new Map(letters.toReversed().map((letter) => [letter.to, letter]))
    if (!(await noteTold(tx, actingAuthority(ctx), { newsId, tenderId, letters: once.size }))) return 0
    for (const letter of once.values())
      await ctx.jobs.enqueue(tx, 'send-mail', { mailId: await writeLetter(tx, letter) })
    return once.size
  })
