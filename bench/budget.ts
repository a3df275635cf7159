import { sql } from 'kysely'
import { readBudget } from '../src/modules/budget/read-budget.ts'
import type { BudgetTables } from '../src/modules/budget/tables.ts'
import { actingAs } from '../src/platform/context.ts'
import { openAsOwner, type Reader } from '../src/platform/database.ts'
import { inReading } from '../src/platform/reading.ts'
import { openBenchSite } from './bench-site.ts'

const [CONTRACTS, COMMITMENTS, DELIVERIES, ROUNDS, LIMIT_MS] = [300, 5000, 60_000, 15, 300]
const YEAR = '2026/27'
const ON = '2026-11-22'

/** A full council, written in bulk: terms of one to six years, shares of years for every third promise. */
const fill = async (db: Reader<unknown>, authorityId: string): Promise<void> => {
  await sql`
    insert into contracts.contract (authority_id, id, reference, title, description, department, lot, supplier_name,
      supplier_key, value_pence, starts_on, ends_on, manager, supplier_contact, cpv, source, source_name, recorded_at)
    select ${authorityId}::uuid, gen_random_uuid(), 'NC-' || n, 'Contract ' || n, '', 'Department ' || n % 12, '',
      'Supplier ' || n % 250, 'name:supplier ' || n % 250, 1000000 * n, date '2023-04-01' + n * 3,
      date '2023-04-01' + n * 3 + 365 * (1 + n % 6), '', '', '{}', 'file', '', now()
    from generate_series(1, ${CONTRACTS}::int) n`.execute(db)
  await sql`
    with contract as (select id, row_number() over (order by id) - 1 as n from contracts.contract)
    insert into contracts.commitment (authority_id, id, contract_id, position, title, unit, quantity, unit_value, basis,
      schedule, place_code, place_name, evidence_rule, owner, supplier_owner, scales_with_spend, recorded_at)
    select ${authorityId}::uuid, gen_random_uuid(), contract.id, m, 'Promise ' || m,
      (array['hours', 'people', 'homes'])[1 + m % 3], 12 + m % 900, case when m % 4 = 0 then null else 19.4 end,
      (array['none', 'economic', 'wellbeing', 'spend'])[1 + m % 4],
      case when m % 3 = 0 then jsonb_build_array(
        jsonb_build_object('year', '2025/26', 'quantity', '6'),
        jsonb_build_object('year', '2026/27', 'quantity', (6 + m % 900)::text)) else '[]' end,
      '', '', '', '', '', false, now()
    from generate_series(1, ${COMMITMENTS}::int) m join contract on contract.n = m % ${CONTRACTS}::int`.execute(
    db,
  )
  await sql`
    with commitment as (select id, contract_id, unit, row_number() over (order by id) - 1 as n from contracts.commitment)
    insert into contracts.delivery (authority_id, id, contract_id, commitment_id, title, unit, quantity,
      verified_quantity, from_on, to_on, place_code, place_name, story, reported_for, status, reported_at)
    select ${authorityId}::uuid, gen_random_uuid(), contract_id, id, 'Done', unit, 3,
      case when d % 5 = 0 then null else 3 end, date '2024-04-01' + d % 950, date '2024-04-01' + d % 950, '', '', '', '',
      case when d % 5 = 0 then 'reported' else 'accepted' end, now()
    from generate_series(1, ${DELIVERIES}::int) d join commitment on commitment.n = d % ${COMMITMENTS}::int`.execute(
    db,
  )
  await sql`analyze contracts.contract, contracts.commitment, contracts.delivery`.execute(db)
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return median(times)
}

/** The budget of a full council: 300 contracts, 5,000 promises, 60,000 deliveries, as a ratio to a plain sum over the same rows. */
export const benchBudget = async (): Promise<void> => {
  const site = await openBenchSite()
  const authorityId = await site.anAuthority('Budget council')
  const ctx = actingAs(site.open.services, { kind: 'command' }, authorityId)
  const owner = openAsOwner<unknown>(site.open.owner)
  await fill(owner, authorityId)
  await owner.destroy()
  const plain = await timed(() =>
    inReading(ctx, (db: Reader<BudgetTables>) =>
      sql`
        select p.basis, sum(d.verified_quantity * coalesce(p.unit_value, 1)) as verified, count(distinct p.id) as promises
        from contracts.commitment p
        left join contracts.delivery d on d.authority_id = p.authority_id and d.commitment_id = p.id
          and d.to_on <= ${ON}::date
        group by p.basis`.execute(db),
    ),
  )
  const budget = await timed(() => inReading(ctx, (db: Reader<BudgetTables>) => readBudget(db, YEAR, ON)))
  console.log(
    `budget: ${CONTRACTS} contracts, ${COMMITMENTS} promises, ${DELIVERIES} deliveries: ${budget.toFixed(0)} ms for the year, ${(budget / plain).toFixed(1)} times a plain sum (${plain.toFixed(0)} ms); limit ${LIMIT_MS} ms, ${(budget / LIMIT_MS).toFixed(2)} of it`,
  )
  await site.close()
}
