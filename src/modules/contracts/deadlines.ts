import { type Context, today } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import type { Deadline, DeadlineSource } from '../../platform/deadline.ts'
import { inReading } from '../../platform/reading.ts'
import { readCalendar } from './read-calendar.ts'
import type { ContractsTables } from './tables.ts'
import { CALENDAR_WORDS } from './write-calendar.ts'

/** Reviews, assessments, actions and last days of contracts. */
const list = (ctx: Context): Promise<Deadline[]> =>
  inReading(ctx, async (db: Reader<ContractsTables>) =>
    (await readCalendar(db, today(ctx))).map(({ id, on, what, kind, contract, path }) => ({
      id: `${id}-${kind}`,
      when: on,
      what: `${CALENDAR_WORDS[kind]}: ${what} – ${contract.title}`,
      href: `/contracts/${contract.id}${path}`,
    })),
  )

export const deadlines: readonly DeadlineSource[] = [{ permission: 'contracts.read', list }]
