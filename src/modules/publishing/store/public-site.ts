import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { PublicStage } from '../model/publication.ts'
import type { PublishingTables } from '../tables.ts'

type Db = Reader<PublishingTables>

/** A line of the public list: one purchase or contract. Money without VAT. */
export type PublicRow = {
  readonly ocid: string
  readonly title: string
  readonly stage: PublicStage
  readonly supplierName: string | null
  readonly valuePence: number | null
  readonly paidPence: number | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly publishedAt: Date
  readonly releases: number
}

const selectRows = (db: Db, authorityId: string) =>
  db
    .selectFrom('publishing.process')
    .select([
      'ocid',
      'title',
      sql<PublicStage>`stage`.as('stage'),
      'supplier_name as supplierName',
      'value_pence as valuePence',
      'paid_pence as paidPence',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'published_at as publishedAt',
      'number as releases',
    ])
    .where('authority_id', '=', authorityId)

export const PUBLIC_ORDERS = ['title', 'supplier', 'value', 'paid', 'start', 'end'] as const
export type PublicOrder = (typeof PUBLIC_ORDERS)[number]
const ORDER_COLUMNS = {
  title: 'title',
  supplier: 'supplier_name',
  value: 'value_pence',
  paid: 'paid_pence',
  start: 'starts_on',
  end: 'ends_on',
} as const satisfies Record<PublicOrder, string>

export type PublicSearch = {
  readonly words: string
  readonly kind: 'all' | 'contracts' | 'plans'
  readonly order: PublicOrder
  readonly isDown: boolean
}

/** For the pattern of `like`: what a visitor types is looked for as it stands. */
const asTyped = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

/** What was published and holds all the words, in an order; and how many there are in all. */
export const searchPublic = async (
  db: Db,
  authorityId: string,
  search: PublicSearch,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly PublicRow[]; readonly total: number }> => {
  const words = search.words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10)
  const found = selectRows(db, authorityId)
    .where((eb) =>
      eb.or([
        eb('ocid', '=', search.words.trim()),
        eb.and(words.map((word) => eb('words', 'like', `%${asTyped(word)}%`))),
      ]),
    )
    .$if(search.kind === 'contracts', (query) => query.where('contract_id', 'is not', null))
    .$if(search.kind === 'plans', (query) => query.where('contract_id', 'is', null))
  const { count } = await db
    .selectFrom(found.as('found'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .orderBy(sql.ref(ORDER_COLUMNS[search.order]), (order) =>
      search.isDown ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('ocid')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { rows, total: count }
}

export type PublicTotals = {
  readonly contracts: number
  readonly plans: number
  readonly suppliers: number
  readonly valuePence: number
  readonly withoutValue: number
  readonly paidPence: number
  readonly withoutPaid: number
  readonly firstOn: string | null
  readonly lastAt: Date | null
}

/** Of one authority, or of all. */
export const totalPublic = async (db: Db, authorityId: string | null): Promise<PublicTotals> => {
  const { rows } = await sql<PublicTotals>`
    select count(contract_id) as contracts, count(*) - count(contract_id) as plans,
      count(distinct supplier_id) filter (where contract_id is not null) as suppliers,
      coalesce(sum(value_pence) filter (where contract_id is not null), 0)::bigint as "valuePence",
      count(*) filter (where contract_id is not null and value_pence is null) as "withoutValue",
      coalesce(sum(paid_pence), 0)::bigint as "paidPence",
      count(*) filter (where contract_id is not null and paid_pence is null) as "withoutPaid",
      min(starts_on) filter (where contract_id is not null) as "firstOn", max(published_at) as "lastAt"
    from publishing.process
    where ${authorityId === null ? sql`true` : sql`authority_id = ${authorityId}::uuid`}`.execute(db)
  const [totals] = rows
  if (!totals) throw new Error('a sum without a row')
  return totals
}

/** By one thing: what was promised and what of it is verified, in whole pence at the values of the award. */
export type ResultRow = {
  readonly key: string | null
  readonly name: string | null
  readonly basis: string
  readonly promises: number
  readonly promisedPence: number
  readonly verifiedPence: number
  /** Promises that are counted and not priced. */
  readonly unpriced: number
}

const verifiedOf = sql`
  select authority_id, ocid, promise_id, sum(verified) as verified from publishing.outcome
  where promise_id is not null group by 1, 2, 3`

const sumPromises = async (db: Db, authorityId: string, key: string, name: string): Promise<ResultRow[]> => {
  const { rows } = await sql<ResultRow>`
    select ${sql.raw(key)} as key, max(${sql.raw(name)}) as name, promise.basis, count(*) as promises,
      coalesce(round(sum(promise.quantity * promise.unit_pence)), 0)::bigint as "promisedPence",
      coalesce(round(sum(coalesce(done.verified, 0) * promise.unit_pence)), 0)::bigint as "verifiedPence",
      count(*) filter (where promise.unit_pence is null) as unpriced
    from publishing.promise promise
    left join (${verifiedOf}) done on done.authority_id = promise.authority_id and done.ocid = promise.ocid
      and done.promise_id = promise.id
    where promise.authority_id = ${authorityId}::uuid and promise.status <> 'replaced'
    group by 1, promise.basis order by 1 nulls last, promise.basis`.execute(db)
  return rows
}

export const sumByBasis = (db: Db, authorityId: string) =>
  sumPromises(db, authorityId, `'all'::text`, `'all'`)
export const sumByPriority = (db: Db, authorityId: string) =>
  sumPromises(db, authorityId, 'promise.priority', 'promise.priority')

/** Verified value where it was delivered, or when, by basis; what was not promised has no value and is not in it. */
export type DeliveredRow = {
  readonly key: string | null
  readonly name: string | null
  readonly basis: string
  readonly verifiedPence: number
  readonly deliveries: number
  readonly unpriced: number
}

const sumOutcomes = async (
  db: Db,
  authorityId: string,
  key: string,
  name: string,
): Promise<DeliveredRow[]> => {
  const { rows } = await sql<DeliveredRow>`
    select ${sql.raw(key)} as key, max(${sql.raw(name)}) as name, promise.basis,
      coalesce(round(sum(outcome.verified * promise.unit_pence)), 0)::bigint as "verifiedPence",
      count(*) as deliveries, count(*) filter (where promise.unit_pence is null) as unpriced
    from publishing.outcome outcome
    join publishing.promise promise on promise.authority_id = outcome.authority_id and promise.ocid = outcome.ocid
      and promise.id = outcome.promise_id
    where outcome.authority_id = ${authorityId}::uuid and outcome.verified > 0
    group by 1, promise.basis order by 1 nulls last, promise.basis`.execute(db)
  return rows
}

export const sumByPlace = (db: Db, authorityId: string) =>
  sumOutcomes(db, authorityId, 'outcome.place_code', 'outcome.place_name')
export const sumByYear = (db: Db, authorityId: string) =>
  sumOutcomes(db, authorityId, 'outcome.financial_year', 'outcome.financial_year')

export type PublicStory = {
  readonly deliveryId: string
  readonly ocid: string
  readonly contractTitle: string
  readonly title: string
  readonly story: string
  readonly placeName: string | null
  readonly doneOn: string | null
  readonly verified: string
  readonly unit: string
}

/** Stories of verified deliveries, the newest first; of one process, or of all: then those with a photo before others. */
export const listStories = async (
  db: Db,
  authorityId: string,
  ocid: string | null,
  limit: number,
): Promise<PublicStory[]> => {
  const { rows } = await sql<PublicStory>`
    select outcome.id as "deliveryId", outcome.ocid, process.title as "contractTitle", outcome.title, outcome.story,
      outcome.place_name as "placeName", outcome.done_on as "doneOn", outcome.verified::text as verified, outcome.unit
    from publishing.outcome outcome
    join publishing.process process using (authority_id, ocid)
    where outcome.authority_id = ${authorityId}::uuid and outcome.story is not null and outcome.verified > 0
      and (${ocid}::text is null or outcome.ocid = ${ocid}::text)
    order by (${ocid}::text is null and exists (select from publishing.photo photo
      where photo.authority_id = outcome.authority_id and photo.delivery_id::text = outcome.id and photo.is_approved)) desc,
      outcome.done_on desc nulls last, outcome.id limit ${limit}::integer`.execute(db)
  return rows
}

export type PublicPromiseRow = {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly basis: string
  readonly priceYear: string | null
  readonly priority: string | null
  readonly placeName: string | null
  readonly status: string
  readonly quantity: string
  readonly reported: string
  readonly verified: string
}

const plain = (column: string) => sql.raw(`trim_scale(coalesce(${column}, 0))::text`)

/** What one process promised, and how much of each was reported and verified. */
export const listPromises = async (
  db: Db,
  authorityId: string,
  ocid: string,
): Promise<PublicPromiseRow[]> => {
  const { rows } = await sql<PublicPromiseRow>`
    select promise.id, promise.title, promise.unit, promise.basis, promise.price_year as "priceYear",
      promise.priority, promise.place_name as "placeName", promise.status, ${plain('promise.quantity')} as quantity,
      ${plain('done.reported')} as reported, ${plain('done.verified')} as verified
    from publishing.promise promise
    left join (select ocid, promise_id, sum(reported) as reported, sum(verified) as verified
        from publishing.outcome where authority_id = ${authorityId}::uuid and status <> 'rejected' group by 1, 2) done
      on done.ocid = promise.ocid and done.promise_id = promise.id
    where promise.authority_id = ${authorityId}::uuid and promise.ocid = ${ocid}
    order by promise.title, promise.id`.execute(db)
  return rows
}

export type PublicExtra = { readonly title: string; readonly unit: string; readonly verified: string }

/** Verified and not promised. */
export const listExtras = async (db: Db, authorityId: string, ocid: string): Promise<PublicExtra[]> => {
  const { rows } = await sql<PublicExtra>`
    select title, unit, ${plain('verified')} as verified from publishing.outcome
    where authority_id = ${authorityId}::uuid and ocid = ${ocid} and promise_id is null and verified > 0
    order by title, id`.execute(db)
  return rows
}

/** The next processes after an ocid, for files of all of them. */
export const nextProcesses = async (
  db: Db,
  of: string | null,
  after: string,
  limit: number,
): Promise<(PublicRow & { readonly authorityId: string; readonly supplierId: string | null })[]> => {
  const { rows } = await sql<PublicRow & { authorityId: string; supplierId: string | null }>`
    select authority_id as "authorityId", ocid, title, stage, supplier_name as "supplierName",
      supplier_id as "supplierId", value_pence as "valuePence", paid_pence as "paidPence", starts_on as "startsOn",
      ends_on as "endsOn", published_at as "publishedAt", number as releases
    from publishing.process
    where ocid > ${after} and ${of === null ? sql`true` : sql`authority_id = ${of}::uuid`}
    order by ocid, authority_id limit ${limit}::integer`.execute(db)
  return rows
}

/** One line of the public list. */
export const findPublicRow = (db: Db, authorityId: string, ocid: string): Promise<PublicRow | undefined> =>
  selectRows(db, authorityId).where('ocid', '=', ocid).executeTakeFirst()
