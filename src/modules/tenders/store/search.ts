import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { Tender } from '../model.ts'
import type { TendersTables } from '../tables.ts'
import { COLUMNS } from './tenders.ts'

type Db = Reader<TendersTables>

export type OpportunitySearch = {
  readonly words: string
  /** A CPV code, or how it begins. */
  readonly category: string
  readonly place: string
  readonly leastPence: number | null
  readonly mostPence: number | null
  readonly state: 'open' | 'closed' | 'all'
}

const LIKE_SIGNS = /[\\%_]/g

const found = (db: Db, search: OpportunitySearch, now: Date) => {
  const place = `%${search.place.replaceAll(LIKE_SIGNS, (sign) => `\\${sign}`)}%`
  return db
    .selectFrom('tenders.tender')
    .where('published_at', 'is not', null)
    .$if(search.words !== '', (query) =>
      query.where(sql<boolean>`words @@ websearch_to_tsquery('english', ${search.words})`),
    )
    .$if(search.category !== '', (query) => query.where('category', 'like', `${search.category}%`))
    .$if(search.place !== '', (query) => query.where('place_name', 'ilike', place))
    .$if(search.leastPence !== null, (query) => query.where('value_pence', '>=', search.leastPence ?? 0))
    .$if(search.mostPence !== null, (query) => query.where('value_pence', '<=', search.mostPence ?? 0))
    .$if(search.state === 'open', (query) =>
      query.where('status', '=', 'published').where('deadline', '>', now),
    )
    .$if(search.state === 'closed', (query) =>
      query.where((eb) => eb.or([eb('status', '<>', 'published'), eb('deadline', '<=', now)])),
    )
}

/** Published tenders of all authorities that fit, those due first on top; closed ones from the newest on. */
export const searchOpportunities = (
  db: Db,
  search: OpportunitySearch,
  now: Date,
  part: { readonly limit: number; readonly offset: number },
): Promise<Tender[]> =>
  found(db, search, now)
    .select([...COLUMNS])
    .orderBy(sql`case when status = 'published' and deadline > ${now} then 0 else 1 end`)
    .orderBy(sql`abs(extract(epoch from deadline - ${now}))`)
    .orderBy('reference')
    .limit(part.limit)
    .offset(part.offset)
    .execute()

export const countOpportunities = async (db: Db, search: OpportunitySearch, now: Date): Promise<number> => {
  const row = await found(db, search, now)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}
