import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { MatchEvidence, MatchState } from '../model.ts'
import type { SpendTables } from '../tables.ts'

/** Doubtful payees that may be one supplier, as one row of the review list. */
export type ReviewGroup = {
  readonly key: string
  /** The payee that got the most money. */
  readonly name: string
  readonly candidate: string | null
  readonly payees: number
  readonly payments: number
  readonly pence: number
}

export type ReviewPayee = {
  readonly id: number
  readonly name: string
  readonly postcode: string | null
  readonly companyNumber: string | null
  readonly charityNumber: string | null
  readonly reference: string | null
  readonly state: MatchState
  readonly identifiedBy: string | null
  readonly registerScheme: string | null
  readonly registerNumber: string | null
  readonly probability: number | null
  readonly evidence: MatchEvidence | null
  readonly payments: number
  readonly pence: number
}

/**
 * Payees that count, each with its money and the key of its group: the likeliest candidate with the words of the payee's
 * own that it lacks, else the name. "Northmoor Homes" and "Quillby Homes" may both come near "Stannard Homes Ltd" and are not alike.
 */
const doubtful = sql`
  select payee.*, money.pence, money.payments,
    coalesce(match_evidence #>> '{candidates,0,scheme}' || '-' || (match_evidence #>> '{candidates,0,number}')
      || coalesce(' ' || (match_evidence #>> '{candidates,0,unlike}'), ''), supplier_key, id::text) as review_key
  from spend.payee payee
  join lateral (select sum(amount_pence)::bigint as pence, sum(payments)::bigint as payments from spend.summary
    where summary.authority_id = payee.authority_id and payee_id = payee.id having count(*) > 0) money on true
  where match_state = 'doubtful'`

/** The review list: the most money first, whatever its sign. */
export const listReviewGroups = async (
  db: Reader<SpendTables>,
  limit: number,
  offset: number,
): Promise<ReviewGroup[]> => {
  const { rows } = await sql<ReviewGroup>`
    select review_key as key, (array_agg(name order by pence desc, id))[1] as name,
      (array_agg(match_evidence #>> '{candidates,0,name}' order by pence desc, id))[1] as candidate,
      count(*) as payees, sum(payments)::bigint as payments, sum(pence)::bigint as pence
    from (${doubtful}) doubtful group by review_key
    order by sum(abs(pence)) desc, review_key limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export type ReviewTotals = { readonly groups: number; readonly payees: number; readonly pence: number }

export const measureReview = async (db: Reader<SpendTables>): Promise<ReviewTotals> => {
  const { rows } = await sql<ReviewTotals>`
    select count(distinct review_key) as groups, count(*) as payees, coalesce(sum(pence), 0)::bigint as pence
    from (${doubtful}) doubtful`.execute(db)
  return rows[0] ?? { groups: 0, payees: 0, pence: 0 }
}

const MEMBER = sql`id, name, postcode, company_number as "companyNumber", charity_number as "charityNumber",
  supplier_reference as reference, match_state as state, identified_by as "identifiedBy", register_scheme as "registerScheme",
  register_number as "registerNumber", match_probability as probability, match_evidence as evidence`
const MOST_MEMBERS = 200

/** The payees of a group, the most money first. */
export const listReviewPayees = async (db: Reader<SpendTables>, key: string): Promise<ReviewPayee[]> => {
  const { rows } = await sql<ReviewPayee>`
    select ${MEMBER}, payments, pence from (${doubtful}) doubtful
    where review_key = ${key} order by pence desc, id limit ${MOST_MEMBERS}`.execute(db)
  return rows
}

/** Payees of any state by their ids, the most money first. */
export const listPayeesWithMoney = async (
  db: Reader<SpendTables>,
  ids: readonly number[],
): Promise<ReviewPayee[]> => {
  const { rows } = await sql<ReviewPayee>`
    select ${MEMBER}, coalesce(money.payments, 0) as payments, coalesce(money.pence, 0) as pence
    from spend.payee payee left join lateral (
      select sum(amount_pence)::bigint as pence, sum(payments)::bigint as payments from spend.summary
      where summary.authority_id = payee.authority_id and payee_id = payee.id) money on true
    where id = any(${ids}::int[]) order by pence desc, id`.execute(db)
  return rows
}

export type PaidFor = { readonly category: string | null; readonly pence: number }

/** What these payees were paid for: a reviewer who knows the trade knows the supplier. */
export const listPaidFor = (db: Reader<SpendTables>, payeeIds: readonly number[]): Promise<PaidFor[]> =>
  db
    .selectFrom('spend.summary')
    .where('payee_id', '=', sql<number>`any(${payeeIds}::int[])`)
    .select(['category', sql<number>`sum(amount_pence)::bigint`.as('pence')])
    .groupBy('category')
    .orderBy('pence', 'desc')
    .orderBy('category')
    .limit(4)
    .execute()

/** All payees that are, so far, the same unknown supplier as one of these. */
export const listSpellings = async (db: Reader<SpendTables>, ids: readonly number[]): Promise<number[]> => {
  const rows = await db
    .selectFrom('spend.payee')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('id', '=', sql<number>`any(${ids}::int[])`),
        eb('supplier_key', 'in', (of) =>
          of
            .selectFrom('spend.payee')
            .select('supplier_key')
            .where('id', '=', sql<number>`any(${ids}::int[])`),
        ),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
