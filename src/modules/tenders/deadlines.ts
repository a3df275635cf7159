import { actingAuthority } from '#identity'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import type { Deadline, DeadlineSource } from '../../platform/deadline.ts'
import { inReading } from '../../platform/reading.ts'
import { listTenders } from './store/tenders.ts'
import type { TendersTables } from './tables.ts'

/** Until when questions and bids of the published tenders of an authority may come in. */
const list = (ctx: Context): Promise<Deadline[]> =>
  inReading(ctx, async (db: Reader<TendersTables>) =>
    (await listTenders(db, actingAuthority(ctx)))
      .filter(({ status }) => status === 'published')
      .flatMap(({ id, title, questionDeadline, deadline }) => [
        {
          id: `${id}-questions`,
          when: questionDeadline,
          what: `Questions end: ${title}`,
          href: `/tenders/${id}`,
        },
        { id: `${id}-bids`, when: deadline, what: `Bids are due: ${title}`, href: `/tenders/${id}` },
      ]),
  )

export const deadlines: readonly DeadlineSource[] = [{ permission: 'tenders.read', list }]
