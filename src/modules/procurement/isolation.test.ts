import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { permissionsOf } from '#identity'
import { newId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { changeAppraisal, publishAppraisal, recordControlTest } from './actions/appraisals.ts'
import { changeAsk, setWeightPolicy } from './actions/asks.ts'
import { openCalendar } from './actions/calendar-feeds.ts'
import { putContractEnding } from './actions/contract-endings.ts'
import { addEvent, addNote, addQuestion, inviteSuppliers } from './actions/engagement.ts'
import { recordImpact, recordNoImpact } from './actions/impacts.ts'
import { adoptExample, askForOverride } from './actions/local-rules.ts'
import { api } from './api.ts'
import { aControlTest, anAppraisal } from './appraisal-builders.ts'
import { anAskContent } from './ask-builders.ts'
import { aMember, anAuthority, aPurchase } from './builders.ts'
import { pages } from './routes.ts'

const db = await openTestDatabase(['send-mail'])
const mine = await anAuthority(db, 'Ashby Council')
const theirs = await anAuthority(db, 'Bexley Moor Council')
const officer = await aMember(db, theirs.id, 'procurement-officer', 'Ivy Moss')
const [ours, ctx] = [
  db.context({ kind: 'command' }, mine.id),
  db.context({ kind: 'person', personId: officer.id }, theirs.id),
]
const nobody = db.context({ kind: 'nobody' }, null)

/** One row of the other authority in every table, by the doors that make them. */
const { id } = await aPurchase(ctx, { commencesOn: '2026-11-02', tenderOn: '2026-11-02' })
const rule = await adoptExample(ctx, 'weight-10', '2024-04-01')
if (!rule.ok) throw new Error(rule.refusal)
await askForOverride(ctx, id, rule.value, 'The price is fixed by a national scheme.')
const effect = {
  direction: 'positive',
  dimension: 'social',
  effect: 'Shade',
  groups: [],
  placeIds: [],
  likelihood: 1,
  scale: 1,
  answer: null,
  answerReason: '',
} as const
await recordImpact(ctx, id, effect)
await recordNoImpact(ctx, id, { dimension: 'economic', reason: 'None of that kind.' })
await openCalendar(ctx, id)
await setWeightPolicy(ctx, { fromOn: '2025-04-01', weight: '20', source: 'Strategy' })
await changeAsk(ctx, id, { seen: 0, because: 'First', noteId: null, change: () => anAskContent() })
await changeAppraisal(ctx, id, { seen: 0, change: () => anAppraisal() })
await publishAppraisal(ctx, id, 1)
const controlTest = await recordControlTest(ctx, id, aControlTest())
await db.query(`insert into procurement.retest_letter values ($1, $2, 'soon', '2026-11-01')`, [
  theirs.id,
  controlTest.id,
])
const event = { title: 'Walk', kind: 'visit', heldOn: '2026-12-01', place: '', about: '' } as const
const eventId = await addEvent(ctx, id, event)
await inviteSuppliers(ctx, id, eventId, [{ supplierName: 'Elm', email: 'elm@elm.example' }])
await addQuestion(ctx, id, { askedBy: 'Elm', question: 'When?' })
await addNote(ctx, id, { learned: 'Too big', soWhat: '', eventId })
await inTransaction<never, void>(ctx, (tx) =>
  putContractEnding(tx, ctx, {
    contractId: newId(),
    reference: 'C-1',
    title: 'Trees',
    supplierName: 'Elm',
    department: '',
    valuePence: null,
    endsOn: '2027-01-01',
    furthestOn: '2027-01-01',
    href: '/contracts/x',
  }),
)

const tables = (
  await db.query(`select tablename from pg_tables where schemaname = 'procurement' order by tablename`)
).map((row) => String(row.tablename))
/** What was published is for everybody, and says so in its policy. */
const PUBLIC = new Set(['appraisal_summary'])

const count = (who: typeof ours, table: string): Promise<number> =>
  inReading<never, number>(who, async (reader) => {
    const { rows } = await sql<{ rows: number }>`select count(*)::int as rows from ${sql.raw(
      `procurement.${table}`,
    )}`.execute(reader)
    return rows[0]?.rows ?? -1
  })
/** How many rows a statement of another authority touches; null where it may not even try. */
const touched = (statement: string): Promise<number | null> =>
  inTransaction<never, number | null>(ours, async (tx) => {
    const { numAffectedRows } = await sql.raw(statement).execute(tx)
    return Number(numAffectedRows ?? 0)
  }).catch((error: Error) => (/permission denied/.test(error.message) ? null : Promise.reject(error)))

describe.each(tables)('procurement.%s, asked without a where as the application', (table) => {
  test('shows its rows to the authority whose they are, and to no other', async () => {
    expect(await count(ctx, table)).toBeGreaterThan(0)
    const others = PUBLIC.has(table) ? 1 : 0
    expect(await count(ours, table)).toBe(others)
    expect(await count(nobody, table)).toBe(others)
  })

  test('lets another authority change, delete and plant nothing', async () => {
    expect(await touched(`update procurement.${table} set authority_id = authority_id`)).toBeOneOf([0, null])
    expect(await touched(`delete from procurement.${table}`)).toBeOneOf([0, null])
    await expect(
      inTransaction(ours, (tx) =>
        sql
          .raw(
            `insert into procurement.${table} select * from jsonb_populate_record(null::procurement.${table},
              jsonb_build_object('authority_id', '${theirs.id}'))`,
          )
          .execute(tx as never),
      ),
    ).rejects.toThrow(/row-level security|null value/)
    expect(await count(ctx, table)).toBeGreaterThan(0)
  })
})

const ROLES = [
  'analyst',
  'policy-lead',
  'senior-owner',
  'commissioner',
  'procurement-officer',
  'evaluator',
  'contract-manager',
  'finance',
  'councillor',
  'administrator',
  'auditor',
  'supplier-lead',
  'supplier-member',
] as const
const app = await openTestApp(db, { pages })
const writes = pages.filter(({ method }) => method !== 'GET')
const apiWrites = api.filter(({ method }) => method !== 'GET')
const addressOf = (path: string): string =>
  path
    .replace(/:\w*[iI]d\b/g, newId())
    .replace(':kind', 'vertical')
    .replace(':measure', 'x')

describe.each(ROLES)('somebody who is %s', async (role) => {
  const permissions = permissionsOf([role])
  const visitor = aVisitor({ authorityId: mine.id, permissions: [...permissions] })
  const isLetIn = (access: string): boolean => access === 'signed-in' || permissions.has(access as never)

  test('writes by form where the role may, and nowhere else', async () => {
    const browser = await app.as(visitor)
    await browser.get('/procurement/calendar')
    expect(writes.length).toBeGreaterThan(30)
    for (const { path, access } of writes) {
      const { status } = await browser.post(addressOf(path), {})
      expect([status !== 403, path]).toEqual([isLetIn(access), path])
    }
  })

  test('writes by the API where the role may, and nowhere else', async () => {
    const program = await openTestApp(db, { api, identify: async () => visitor })
    for (const { path, access, method } of apiWrites) {
      const { statusCode } = await program.client().request({
        method,
        url: addressOf(path),
        headers: { 'content-type': 'application/json', authorization: 'Bearer a-token-of-twenty-characters' },
        payload: '{}',
      })
      expect([statusCode !== 403, path]).toEqual([isLetIn(access), path])
    }
  })
})
