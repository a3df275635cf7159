import { afterAll, describe, expect, test } from 'vitest'
import { type AuditTables, recordAudit, verifyAudit } from './audit.ts'
import { openAsOwner, type Reader } from './database.ts'
import { inReading } from './reading.ts'
import { openTestDatabase } from './testing/test-database.ts'
import { inTransaction } from './transaction.ts'

const ONE = '11111111-1111-7111-8111-111111111111'
const TWO = '22222222-2222-7222-8222-222222222222'

const db = await openTestDatabase()
const ownerReader = openAsOwner<AuditTables>(db.owner)
afterAll(() => ownerReader.destroy())
const record = (authorityId: string, subject: string) => {
  const ctx = db.context({ kind: 'command' }, authorityId)
  return inTransaction(ctx, (tx) =>
    recordAudit(tx, ctx, { name: 'THING_CHANGED', subject, facts: { z: 1, a: 'two' } }),
  )
}

describe('the audit log', () => {
  test('proves a chain whose entries stand as they were written', async () => {
    await Promise.all([record(ONE, 'a'), record(ONE, 'b'), record(ONE, 'c'), record(TWO, 'd')])
    expect(await verifyAudit(ownerReader)).toEqual({ chains: 2, entries: 4, faults: [] })
  })

  test('shows an authority its own entries only, without a where', async () => {
    const ctx = db.context({ kind: 'command' }, TWO)
    const seen = await inReading(ctx, (reader: Reader<AuditTables>) =>
      reader.selectFrom('platform.audit_entry').select('subject').execute(),
    )
    expect(seen).toEqual([{ subject: 'd' }])
  })

  test('refuses the application a change or a removal of an entry', async () => {
    const ctx = db.context({ kind: 'command' }, ONE)
    const change = inTransaction<AuditTables, unknown>(ctx, (tx) =>
      tx.updateTable('platform.audit_entry').set({ subject: 'x' }).execute(),
    )
    await expect(change).rejects.toThrow('permission denied')
    const removal = inTransaction<AuditTables, unknown>(ctx, (tx) =>
      tx.deleteFrom('platform.audit_entry').execute(),
    )
    await expect(removal).rejects.toThrow('permission denied')
  })

  test('finds a row that was edited behind its back', async () => {
    await db.query(
      `update platform.audit_entry set facts = '{"z": 2}' where authority_id = $1 and number = 2`,
      [ONE],
    )
    const { faults } = await verifyAudit(ownerReader)
    expect(faults).toEqual([{ authorityId: ONE, number: 2, problem: 'was changed after it was written' }])
    await db.query(
      `update platform.audit_entry set facts = '{"a": "two", "z": 1}' where authority_id = $1 and number = 2`,
      [ONE],
    )
    expect((await verifyAudit(ownerReader)).faults).toEqual([])
  })

  test('finds an entry taken from the middle and one cut from the end', async () => {
    await db.query(`delete from platform.audit_entry where authority_id = $1 and number = 2`, [ONE])
    await db.query(`delete from platform.audit_entry where authority_id = $1`, [TWO])
    const { faults } = await verifyAudit(ownerReader)
    expect(faults).toContainEqual({ authorityId: ONE, number: 2, problem: 'is missing' })
    expect(faults).toContainEqual({ authorityId: TWO, number: 1, problem: 'is missing from the end' })
  })
})
