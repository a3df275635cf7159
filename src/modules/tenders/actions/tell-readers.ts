import { type Context } from '../../../platform/context.ts'
import { writeLetter } from '../../../platform/mail.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { type News, newsLetter } from '../letters.ts'
import { readersOf } from '../store/subscriptions.ts'
import { findTender } from '../store/tenders.ts'
import type { TendersTables } from '../tables.ts'

/** Writes to all who want to hear of a tender; returns how many. */
export const tellReaders = (ctx: Context, tenderId: string, news: News): Promise<number> =>
  inTransaction<TendersTables, number>(ctx, async (tx) => {
    const tender = await findTender(tx, tenderId)
    if (!tender || tender.publishedAt === null) return 0
    const readers = await readersOf(tx, tenderId, news === 'published')
    for (const reader of readers) {
      const mailId = await writeLetter(tx, newsLetter(ctx.siteUrl, reader, tender, news))
      await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
    }
    return readers.length
  })
