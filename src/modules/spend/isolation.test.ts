import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { decidePayees } from './actions/decide-payees.ts'
import { aPlacedAuthority, importText, paymentRows } from './builders.ts'

const db = await openTestDatabase()
const mine = await aPlacedAuthority(db)
const theirs = await aPlacedAuthority(db)
await importText(
  db,
  theirs,
  `${paymentRows([['01/04/2026', 'Thornwick Care', '100.00', 'PR1 2HE']])}\r\nsometime,Nobody,5.00,,,,`,
)
await db.query(
  `insert into spend.remembered_layout (authority_id, signature, correction) values ($1, 'x', '{}')`,
  [theirs.id],
)
const [theirPayee] = await db.query('select id from spend.payee where authority_id = $1', [theirs.id])
await decidePayees(theirs.ctx, [Number(theirPayee?.id)], null)

const surveyId = newId()
await db.query(
  `with survey as (insert into spend.survey (authority_id, id, title, state, questions, pence_all, closes_on, created_at)
     values ($1, $2, 'Theirs', 'open', '[]', 0, '2099-01-01', now())),
   invitee as (insert into spend.survey_invitee (authority_id, survey_id, id, supplier_key, name, pence)
     values ($1, $2, $2, 'k', 'Thornwick Care', 1)),
   link as (insert into spend.survey_link (authority_id, survey_id, invitee_id, token_hash) values ($1, $2, $2, 'x')),
   study as (insert into spend.multiplier_study (authority_id, id, title, place, created_at)
     values ($1, $2, 'Theirs', 'There', now()))
   insert into spend.multiplier_sheet (authority_id, study_id, id, kind, name, paid_pence)
     values ($1, $2, $2, 'supplier', 'Thornwick Care', 1)`,
  [theirs.id, surveyId],
)

const TABLES = [
  'import',
  'payee',
  'payment',
  'other_row',
  'rejected_row',
  'summary',
  'remembered_layout',
  'survey',
  'survey_invitee',
  'survey_link',
  'multiplier_study',
  'multiplier_sheet',
  'version',
  'payee_decision',
  'matching',
]
const count = async (
  ctx: typeof mine.ctx | (typeof db.services & { actor: { kind: 'nobody' }; authorityId: null }),
  table: string,
): Promise<number> =>
  inReading<never, number>(ctx, async (reader) => {
    const { rows } = await sql<{
      rows: number
    }>`select count(*) as rows from ${sql.raw(`spend.${table}`)}`.execute(reader)
    return rows[0]?.rows ?? -1
  })

describe.each(TABLES)('spend.%s, asked without a where as the application', (table) => {
  test('shows an authority its own rows', async () =>
    expect(await count(theirs.ctx, table)).toBeGreaterThan(0))
  test('shows another authority nothing', async () => expect(await count(mine.ctx, table)).toBe(0))
  test('shows nobody nothing', async () =>
    expect(await count({ ...db.services, actor: { kind: 'nobody' }, authorityId: null }, table)).toBe(0))
  test('refuses a change in another authority’s name', async () => {
    const changed = await inTransaction<never, number>(mine.ctx, async (tx) => {
      const result =
        await sql`update ${sql.raw(`spend.${table}`)} set authority_id = authority_id where authority_id = ${theirs.id}`.execute(
          tx,
        )
      return Number(result.numAffectedRows ?? 0n)
    })
    expect(changed).toBe(0)
  })
})

test('an authority cannot write a row into another’s', async () => {
  const write = inTransaction<never, unknown>(mine.ctx, (tx) =>
    sql`insert into spend.version (authority_id, number) values (${theirs.id}, 99)`.execute(tx),
  )
  await expect(write).rejects.toThrow('row-level security')
})

test('a read cannot write, even into its own rows', async () => {
  const write = inReading<never, unknown>(mine.ctx, (reader) =>
    sql`insert into spend.version (authority_id, number) values (${mine.id}, 1)`.execute(reader),
  )
  await expect(write).rejects.toThrow('read-only transaction')
})

test('a session of the application cannot become the owner again', async () => {
  const { rows } = await db.database.pool
    .query<{ role: string }>('reset role; select current_user as role')
    .then((result) => (Array.isArray(result) ? result[1] : result))
  expect(rows[0]?.role).toBe('goldthread_app')
})
