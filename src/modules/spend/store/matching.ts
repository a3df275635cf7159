import { type Selectable, sql, type Updateable } from 'kysely'
import type { LedgerAnswer } from '#suppliers'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { MatchState } from '../model.ts'
import type { SpendTables } from '../tables.ts'

export type MatchingRecord = Selectable<SpendTables['spend.matching']>

export const findMatching = (db: Reader<SpendTables>): Promise<MatchingRecord | undefined> =>
  db.selectFrom('spend.matching').selectAll().executeTakeFirst()

/** What was found is no longer to be trusted: the next run looks at every payee again. */
export const forgetMatching = (tx: Writer<SpendTables>): Promise<unknown> =>
  tx.updateTable('spend.matching').set({ register_version: null }).execute()

export const setMatching = (
  tx: Writer<SpendTables>,
  authorityId: string,
  askedAt: Date,
  change: Updateable<SpendTables['spend.matching']> & { state: MatchingRecord['state'] },
): Promise<unknown> =>
  tx
    .insertInto('spend.matching')
    .values({ authority_id: authorityId, asked_at: askedAt, ...change } as never)
    .onConflict((conflict) => conflict.constraint('pk_matching').doUpdateSet(change))
    .execute()

export type PayeeToMatch = {
  readonly id: number
  readonly name: string
  readonly postcode: string | null
  readonly companyNumber: string | null
  readonly charityNumber: string | null
}

/** All payees with a name: those settled by number tell by which other names the ledger knows a supplier. */
export const listPayeesToMatch = (db: Reader<SpendTables>): Promise<PayeeToMatch[]> =>
  db
    .selectFrom('spend.payee')
    .select(['id', 'name', 'postcode', 'company_number as companyNumber', 'charity_number as charityNumber'])
    .where('flag', '=', 'named')
    .orderBy('id')
    .execute()

/** Payees that the matcher has not looked at yet. */
export const countUnmatched = async (db: Reader<SpendTables>): Promise<number> => {
  const row = await db
    .selectFrom('spend.payee')
    .where('flag', '=', 'named')
    .where((eb) => eb.or([eb('match_state', '=', 'unmatched'), eb('identified_by', '=', 'exact-name')]))
    .select((eb) => eb.fn.countAll<number>().as('payees'))
    .executeTakeFirstOrThrow()
  return row.payees
}

const STATES: Readonly<Record<LedgerAnswer['outcome'], MatchState>> = {
  automatic: 'name',
  review: 'doubtful',
  unknown: 'unknown',
  individual: 'individual',
}
const AT_ONCE = 5000

/** Stores the matcher's answers for payees that nothing stronger has settled: neither a number nor a person. */
export const setAnswers = async (
  tx: Writer<SpendTables>,
  answers: readonly LedgerAnswer[],
): Promise<void> => {
  for (let at = 0; at < answers.length; at += AT_ONCE) {
    const some = answers.slice(at, at + AT_ONCE)
    const evidence = some.map(({ candidates }) =>
      candidates.length > 0 ? JSON.stringify({ candidates }) : null,
    )
    await sql`
      update spend.payee set match_state = found.state,
        identified_by = case when found.state = 'name' then 'matching' end,
        register_scheme = found.scheme, register_number = found.number,
        match_probability = found.probability, match_evidence = found.evidence::jsonb
      from unnest(${some.map(({ key }) => Number(key))}::int[], ${some.map(({ outcome }) => STATES[outcome])}::text[],
        ${some.map(({ scheme }) => scheme)}::text[], ${some.map(({ number }) => number)}::text[],
        ${some.map(({ probability }) => probability)}::real[], ${evidence}::text[])
        as found (id, state, scheme, number, probability, evidence)
      where spend.payee.authority_id = platform.authority() and spend.payee.id = found.id
        and spend.payee.match_state not in ('number', 'decided')`.execute(tx)
  }
}

/** How many payees are in each state. */
export const countStates = async (
  db: Reader<SpendTables>,
): Promise<Readonly<Partial<Record<MatchState, number>>>> => {
  const rows = await db
    .selectFrom('spend.payee')
    .select(['match_state', (eb) => eb.fn.countAll<number>().as('payees')])
    .groupBy('match_state')
    .orderBy('match_state')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.match_state, row.payees]))
}

/**
 * Puts decided payees back to where they were before: doubtful, or before the matcher again. Whoever places them
 * afterwards gives those that a decision is still about their answer back. Returns who they are.
 */
export const reopenDecided = async (tx: Writer<SpendTables>): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    update spend.payee set identified_by = null, register_scheme = null, register_number = null,
      match_state = case when match_evidence is null then 'unmatched' else 'doubtful' end
    where authority_id = platform.authority() and match_state = 'decided' returning id`.execute(tx)
  return rows.map((row) => row.id)
}
