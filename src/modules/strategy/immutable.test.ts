import { Client } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { publishPlan } from './actions/plans.ts'
import { recordReading } from './actions/readings.ts'
import { sharePriority } from './actions/sharing.ts'
import { recordByHand } from './actions/thread.ts'
import { anAuthority, aReading, aStoredDocument } from './builders.ts'
import type { StrategyTables } from './tables.ts'

const db = await openTestDatabase()
const us = db.context({ kind: 'command' }, (await anAuthority(db)).id)
const them = db.context({ kind: 'command' }, (await anAuthority(db)).id)
const { priorityId, ref } = await aStoredDocument(us)
const draft = await aStoredDocument(us, 'draft')
const consulted = await aStoredDocument(us, 'consulted')
const made = [
  await recordReading(us, { ...aReading(), priorityId }),
  await sharePriority(us, priorityId),
  await publishPlan(us, { title: 'Plan', introduction: 'For all.', priorityIds: [priorityId] }),
  await recordByHand(us, { kind: 'contract', title: 'Retrofit', note: '' }, [
    { kind: 'priority', id: priorityId },
  ]),
]
if (made.some(({ ok }) => !ok)) throw new Error(JSON.stringify(made))

/** The owner of the tables, whom neither row-level security nor grants bind. */
const owner = new Client(db.owner)
await owner.connect()
afterAll(() => owner.end())
const at = (document: { documentId: string }) => `document_id = '${document.documentId}'`

describe('what was published', () => {
  test.each([
    ['a title', `update strategy.version set title = 'x' where ${at(ref)}`],
    ['a status back', `update strategy.version set status = 'draft' where ${at(ref)}`],
    ['a status skipped', `update strategy.version set status = 'adopted' where ${at(draft)}`],
    [
      'a title with the status',
      `update strategy.version set status = 'adopted', title = 'x' where ${at(consulted)}`,
    ],
    ['a version taken away', `delete from strategy.version where ${at(ref)}`],
    [
      'a version slipped in',
      `insert into strategy.version select authority_id, document_id, 9, title, summary, starts_on, ends_on, 'superseded' from strategy.version where ${at(ref)}`,
    ],
    ['an objective', `update strategy.objective set title = 'x' where ${at(ref)}`],
    ['an objective consulted on', `update strategy.objective set title = 'x' where ${at(consulted)}`],
    ['a priority', `update strategy.priority_version set targets = '[]' where ${at(ref)}`],
    ['a priority taken away', `delete from strategy.priority_version where ${at(ref)}`],
    [
      'a priority moved in from a draft',
      `update strategy.priority_version set document_id = '${ref.documentId}', objective_id = (select id from strategy.objective where ${at(ref)}) where ${at(draft)}`,
    ],
    [
      'an objective slipped in',
      `insert into strategy.objective select authority_id, document_id, version, gen_random_uuid(), 5, 'x', '' from strategy.objective where ${at(ref)}`,
    ],
    ['a step', `update strategy.step set note = 'x' where ${at(ref)}`],
    ['a step forgotten', `delete from strategy.step where ${at(ref)}`],
    ['a plan', `update strategy.plan set content = '{}'`],
    ['a plan withdrawn', `delete from strategy.plan`],
    ['a shared priority', `update strategy.shared_priority set content = '{}'`],
    ['a reading', `update strategy.reading set value = 1`],
    ['a reading taken away', `delete from strategy.reading`],
  ])('stays as it is, even for the owner of the tables: %s', async (_case, statement) => {
    await expect(owner.query(statement)).rejects.toMatchObject({ code: '23000' })
  })

  test('leaves drafts free', async () => {
    const changed = await owner.query(`update strategy.objective set title = 'New' where ${at(draft)}`)
    expect(changed.rowCount).toBe(1)
  })
})

const TABLES = [
  'document',
  'version',
  'step',
  'objective',
  'owner_role',
  'priority',
  'priority_version',
  'reading',
  'thread_node',
  'thread_link',
] as const

describe('row-level security, without a where', () => {
  test.each(TABLES)('shows another authority no row of %s', async (table) => {
    const count = (ctx: typeof us) =>
      inReading(
        ctx,
        async (reader: Reader<StrategyTables>) =>
          (await reader.selectFrom(`strategy.${table}`).selectAll().execute()).length,
      )
    expect(await count(us)).toBeGreaterThan(0)
    expect(await count(them)).toBe(0)
  })

  test('shows everybody published plans and shared priorities, and lets nobody publish for another', async () => {
    const seen = await inReading(them, async (reader: Reader<StrategyTables>) => [
      await reader.selectFrom('strategy.plan').select('slug').execute(),
      await reader.selectFrom('strategy.shared_priority').select('id').execute(),
    ])
    expect(seen.map((rows) => rows.length)).toEqual([1, 1])
    const forged = inTransaction<StrategyTables, unknown>(them, (tx) =>
      tx
        .insertInto('strategy.plan')
        .values({
          authority_id: us.authorityId ?? '',
          edition: 2,
          slug: 'forged',
          published_at: new Date(),
          person_name: '',
          content: '{}' as never,
        })
        .execute(),
    )
    await expect(forged).rejects.toThrow('row-level security')
  })
})
