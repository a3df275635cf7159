import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { installShippedFrameworks } from '../actions/install-shipped.ts'
import { aCouncil, read } from '../council-builders.ts'
import { SHIPPED_FRAMEWORKS } from '../framework/shipped.ts'
import { isSame } from '../rules/same-value.ts'
import type { MeasuresTables } from '../tables.ts'
import { insertVersion } from './frameworks.ts'
import { getMeasure, listFrameworks, listMeasures, readFramework } from './local-frameworks.ts'

const db = await openTestDatabase()
const [mine, theirs] = [await aCouncil(db), await aCouncil(db)]
const nobody = db.context({ kind: 'nobody' }, null)

describe('the library of frameworks', () => {
  test('holds what ships, exactly, however often it is installed', async () => {
    await installShippedFrameworks(db.services)
    for (const shipped of SHIPPED_FRAMEWORKS) {
      const { framework, revision, newer } = await read(mine.ctx, (reader) =>
        readFramework(reader, shipped.id),
      )
      expect([shipped.id, isSame(framework, shipped), revision, newer]).toEqual([shipped.id, true, 0, null])
    }
    expect(await inReading(nobody, listFrameworks)).toHaveLength(SHIPPED_FRAMEWORKS.length)
  })

  test('gives one measure, or says that it is not there', async () => {
    const measure = (code: string) => read(mine.ctx, (reader) => getMeasure(reader, 'open', code))
    expect(await measure('com-volunteer')).toMatchObject({ code: 'com-volunteer', unit: 'hour' })
    await expect(measure('no-such')).rejects.toThrow('no such measure')
    expect((await read(mine.ctx, (reader) => listMeasures(reader))).length).toBe(76)
  })
})

describe('row-level security', () => {
  const own = {
    id: newId(),
    authorityId: theirs.id,
    terms: 'restricted' as const,
    fileName: 'theirs.csv',
    addedAt: new Date(),
    framework: { ...SHIPPED_FRAMEWORKS[1]!, id: 'theirs' },
  }

  test('shows an authority what all share and its own, and nobody a framework of theirs', async () => {
    await inTransaction<MeasuresTables, void>(theirs.ctx, (tx) => insertVersion(tx, own, 'test'))
    const codes = async (ctx: typeof nobody) =>
      (await inReading(ctx, listFrameworks)).map(({ framework }) => framework.id)
    expect(await codes(theirs.ctx)).toEqual(['open', 'ppn-026', 'theirs'])
    expect(await codes(mine.ctx)).toEqual(['open', 'ppn-026'])
    expect(await codes(nobody)).toEqual(['open', 'ppn-026'])
    const entries = await inReading<MeasuresTables, unknown[]>(mine.ctx, (reader) =>
      reader.selectFrom('measures.entry').selectAll().where('framework_id', '=', own.id).execute(),
    )
    expect(entries).toEqual([])
  })

  test('lets nobody but the operator write what all share, and nobody change a version', async () => {
    const shared = { ...own, id: newId(), authorityId: null }
    const write = inTransaction<MeasuresTables, void>(mine.ctx, (tx) => insertVersion(tx, shared, 'test'))
    await expect(write).rejects.toThrow('row-level security')
    const change = inTransaction<MeasuresTables, unknown>(theirs.ctx, (tx) =>
      sql`update measures.framework set title = 'x'`.execute(tx),
    )
    await expect(change).rejects.toThrow('permission denied')
  })

  test.each(['adaptation', 'change', 'weight'])('shows nobody the %s of another authority', async (table) => {
    await db.query(`insert into measures.adaptation values ($1, 'theirs', $2, 1) on conflict do nothing`, [
      theirs.id,
      own.id,
    ])
    await db.query(
      `insert into measures.change values ($1, 'theirs', 'measure', 'a', 'off', '{}', 'why', now(), 'test') on conflict do nothing`,
      [theirs.id],
    )
    await db.query(
      `insert into measures.weight values ($1, 'theirs', 'a', 'ward', 'E05', 2, 'why') on conflict do nothing`,
      [theirs.id],
    )
    const count = (ctx: typeof nobody) =>
      inReading<never, number>(ctx, async (reader) => {
        const { rows } = await sql<{
          n: number
        }>`select count(*) as n from ${sql.raw(`measures.${table}`)}`.execute(reader)
        return rows[0]?.n ?? -1
      })
    expect([await count(theirs.ctx), await count(mine.ctx), await count(nobody)]).toEqual([1, 0, 0])
  })
})
