import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import type { Deadline, DeadlineSource } from '../../platform/deadline.ts'
import { inReading } from '../../platform/reading.ts'
import { purchasePath } from './paths.ts'
import { isUnderWay } from './rules/pipeline.ts'
import { listPurchases } from './store/purchases.ts'
import type { ProcurementTables } from './tables.ts'
import { readTimetable } from './timetable-of-purchase.ts'
import { LEADS } from './write-calendar.ts'

/** The timetables of purchases under way: days of our own plan, and days that the law sets for notices and steps. */
const list = (ctx: Context): Promise<Deadline[]> =>
  inReading(ctx, async (db: Reader<ProcurementTables>) =>
    (await listPurchases(db)).filter(isUnderWay).flatMap((purchase) =>
      readTimetable(purchase).map((entry) => ({
        id: `${purchase.id}-${entry.id}`,
        when: entry.date,
        what: `${LEADS[entry.means]}${entry.what} – ${purchase.title}`,
        href: purchasePath(purchase.id, 'timetable'),
      })),
    ),
  )

export const deadlines: readonly DeadlineSource[] = [{ permission: 'procurement.read', list }]
