import { describe, expect, test } from 'vitest'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aPlacedAuthority, importText, type PlacedAuthority, paymentRows, recordOf } from '../builders.ts'
import { EVERYTHING } from '../model.ts'
import { readMoneyMap } from '../money-map.ts'
import { listRows } from '../store/imports.ts'
import type { SpendTables } from '../tables.ts'
import { chooseOverlap, undoImport } from './count-import.ts'

const db = await openTestDatabase()

const april = paymentRows([
  ['01/04/2026', 'Thornwick Care', '100.00', 'PR1 2HE'],
  ['02/04/2026', 'Callerby Roads Ltd', '2000.50', 'BB1 1AA'],
  ['03/04/2026', 'Wexmoor Print', '-20.25', 'M1 1AA'],
])

const totalOf = async (authority: PlacedAuthority): Promise<number> =>
  (await readMoneyMap(authority.ctx, EVERYTHING)).basis.pence

const manyRows = (from: number, count: number) =>
  paymentRows(
    Array.from(
      { length: count },
      (_, i) =>
        [
          `${String(((from + i) % 28) + 1).padStart(2, '0')}/05/2026`,
          `Payee ${from + i}`,
          `${from + i + 1}.00`,
          'PR1 2HE',
        ] as const,
    ),
  )

describe('importFile', () => {
  test('counts a file to the penny, in rows and in the map', async () => {
    const authority = await aPlacedAuthority(db)
    const record = recordOf(await importText(db, authority, april))
    expect(record).toMatchObject({
      status: 'counted',
      rows_source: 4,
      rows_payments: 3,
      rows_other: 1,
      rows_rejected: 0,
      pence_payments: 208_025,
      period_from: '2026-04-01',
      period_to: '2026-04-03',
    })
    const map = await readMoneyMap(authority.ctx, EVERYTHING)
    expect(map.basis.pence).toBe(208_025)
    expect(map.tiers.map((tier) => [tier.kind, tier.pence])).toEqual([
      ['place', 10_000],
      ['place', 200_050],
      ['place', -2025],
      ['elsewhere', 0],
      ['elsewhere', 0],
      ['unknown', 0],
    ])
  })

  test('adds nothing when the same file comes again, under any name', async () => {
    const authority = await aPlacedAuthority(db)
    await importText(db, authority, april)
    const again = await importText(db, authority, april, { name: 'copy of april.csv' })
    expect(again.kind).toBe('already-counted')
    expect(await totalOf(authority)).toBe(208_025)
  })

  test('keeps every rejected row with its number and reason, and its pence', async () => {
    const authority = await aPlacedAuthority(db)
    const record = recordOf(
      await importText(db, authority, `${april}\r\nsometime,Nobody Knows,55.00,PR1 2HE,Adults,Care,T9`),
    )
    expect(record).toMatchObject({
      rows_source: 5,
      rows_payments: 3,
      rows_other: 1,
      rows_rejected: 1,
      pence_rejected: 5500,
    })
    const [row] = await inReading<SpendTables, Awaited<ReturnType<typeof listRows<'spend.rejected_row'>>>>(
      authority.ctx,
      (reader) => listRows(reader, 'spend.rejected_row', record.id, 10, 0),
    )
    expect(row).toMatchObject({ row_number: 5, reason: 'date-unreadable', amount_pence: 5500 })
    expect(row?.message).toMatch(/sometime/)
  })

  test('says what is wrong with a file that is none, and stores nothing', async () => {
    const authority = await aPlacedAuthority(db)
    const outcome = await importText(db, authority, '%PDF-1.4\n%âãÏÓ\n', { name: 'payments.csv' })
    expect(outcome).toMatchObject({ kind: 'unreadable', problem: { code: 'pdf' } })
    expect(await totalOf(authority)).toBe(0)
  })

  test('waits for a choice where a file overlaps with another, and does as chosen', async () => {
    const authority = await aPlacedAuthority(db)
    await importText(db, authority, manyRows(0, 100))
    const before = await totalOf(authority)
    const second = recordOf(await importText(db, authority, manyRows(50, 100)))
    expect(second.status).toBe('overlapping')
    expect(second.overlap).toMatchObject({
      payments: 50,
      files: [{ payments: 50, fileName: 'payments.csv' }],
    })
    expect(await totalOf(authority)).toBe(before)

    const chosen = await chooseOverlap(authority.ctx, second.id, 'skip')
    expect(chosen).toMatchObject({
      ok: true,
      value: { status: 'counted', rows_payments: 50, rows_other: 51, rows_source: 101 },
    })
    // Payee 0 to 149 paid 1 to 150 pounds, each once.
    expect(await totalOf(authority)).toBe((150 * 151 * 100) / 2)
  })

  test('counts shared payments again, or gives the file up, where that is chosen', async () => {
    const authority = await aPlacedAuthority(db)
    await importText(db, authority, manyRows(0, 40))
    const before = await totalOf(authority)
    const kept = recordOf(await importText(db, authority, `${manyRows(0, 40)}\r\n`, { choice: 'keep' }))
    expect(kept.status).toBe('counted')
    expect(await totalOf(authority)).toBe(2 * before)
    const given = recordOf(
      await importText(db, authority, `${manyRows(0, 40)}\r\n\r\n`, { choice: 'cancel' }),
    )
    expect(given.status).toBe('undone')
    expect(await totalOf(authority)).toBe(2 * before)
  })

  test('matches one line with one line where equal lines stand several times', async () => {
    const authority = await aPlacedAuthority(db)
    const line = '05/05/2026,Thornwick Care,10.00,PR1 2HE,Adults,Care,'
    const header = 'Payment Date,Supplier Name,Amount,Postcode,Department,Category,Transaction Number'
    await importText(db, authority, [header, ...Array.from({ length: 30 }, () => line)].join('\n'))
    const second = recordOf(
      await importText(db, authority, [header, ...Array.from({ length: 45 }, () => line)].join('\n'), {
        choice: 'skip',
      }),
    )
    expect(second.overlap?.payments).toBe(30)
    expect(await totalOf(authority)).toBe(45 * 1000)
  })

  test('is undone without a trace in the figures, and can be done again', async () => {
    const authority = await aPlacedAuthority(db)
    const record = recordOf(await importText(db, authority, april))
    const undone = await undoImport(authority.ctx, record.id)
    expect(undone).toMatchObject({ ok: true, value: { status: 'undone' } })
    expect(await totalOf(authority)).toBe(0)
    expect(await undoImport(authority.ctx, record.id)).toEqual({ ok: false, refusal: 'not-counted' })
    expect(recordOf(await importText(db, authority, april)).status).toBe('counted')
    expect(await totalOf(authority)).toBe(208_025)
  })

  test('two imports of one authority at once both count, each payee once', async () => {
    const authority = await aPlacedAuthority(db)
    const [one, two] = await Promise.all([
      importText(db, authority, manyRows(0, 20)),
      importText(db, authority, manyRows(10, 20).replaceAll('/05/', '/06/')),
    ])
    expect([recordOf(one).status, recordOf(two).status]).toEqual(['counted', 'counted'])
    const rows = await db.query('select count(*)::int as payees from spend.payee where authority_id = $1', [
      authority.id,
    ])
    expect(rows).toEqual([{ payees: 30 }])
  })

  test('leaves an entry in the audit log that names the file and its sum', async () => {
    const authority = await aPlacedAuthority(db)
    const record = recordOf(await importText(db, authority, april))
    const [entry] = await db.query(
      `select facts from platform.audit_entry where authority_id = $1 and name = 'PAYMENT_FILE_READ'`,
      [authority.id],
    )
    expect(entry?.facts).toMatchObject({
      file: 'payments.csv',
      hash: record.file_hash,
      payments: 3,
      pence: 208_025,
    })
  })
})
