import { createHash } from 'node:crypto'
import { findPublicTender, type Tender, type TendersTables } from '#tenders'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { inReading } from '../../platform/reading.ts'
import type { LogCheck, LogEntry } from './model.ts'
import { faultsOf, type LogFault } from './rules/log.ts'
import { databaseTime, listChecks, listLog } from './store/sealed.ts'
import type { BidsTables } from './tables.ts'

export type ReadLog = {
  readonly tender: Tender
  readonly entries: readonly LogEntry[]
  readonly checks: readonly LogCheck[]
  readonly faults: readonly LogFault[]
  readonly now: Date
}

/** The public log of a published tender, recomputed. Throws NotFound where there is no such tender. */
export const readLog = (ctx: Context, reference: string): Promise<ReadLog> =>
  inReading(ctx, async (db: Reader<BidsTables & TendersTables>) => {
    const tender = await findPublicTender(db as unknown as Reader<TendersTables>, reference)
    if (!tender) throw new NotFound('There is no such tender.')
    const bids = db as unknown as Reader<BidsTables>
    const entries = await listLog(bids, tender.id)
    return {
      tender,
      entries,
      checks: await listChecks(bids, tender.id),
      faults: faultsOf(entries, (text) => createHash('sha256').update(text).digest('hex')),
      now: await databaseTime(bids),
    }
  })
