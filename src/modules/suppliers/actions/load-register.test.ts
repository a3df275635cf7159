import { describe, expect, test } from 'vitest'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aFile, aRegister, type CompanyCells, companiesHouseCsv, zipOf } from '../builders.ts'
import { REJECTS_KEPT, type Register } from '../model.ts'
import { findRegisterEntriesByNumber } from '../store/entries.ts'
import { findRegister, listRegisters, listRejects } from '../store/registers.ts'
import type { SupplierTables } from '../tables.ts'
import { askForRegisterImport } from './ask-for-import.ts'
import { importRegister } from './import-register.ts'
import { loadRegister } from './load-register.ts'
import { removeRegister } from './remove-register.ts'

const db = await openTestDatabase(['load-register'])
const ctx = db.context({ kind: 'command' }, null)
type Db = Parameters<typeof findRegisterEntriesByNumber>[0]

const numbered = (...numbers: string[]): CompanyCells[] => numbers.map((CompanyNumber) => ({ CompanyNumber }))
const inUse = async (...numbers: string[]) => {
  const entries = await inReading(ctx, (reader: Db) => findRegisterEntriesByNumber(reader, { numbers }))
  return entries.map((entry) => entry.number)
}
const partitions = async () => {
  const rows = await db.query(
    "select relname from pg_class where relkind = 'r' and relname like 'register_%\\_%' and relname ~ '[0-9]$'",
  )
  return rows.map((row) => row.relname)
}
const audited = async () => {
  const rows = await db.query('select name, facts from platform.audit_entry order by number')
  return rows.map((row) => [row.name, row.facts])
}
const rejectsOf = (register: Register, limit = REJECTS_KEPT) =>
  inReading(ctx, async (reader: Db) => (register.latest ? listRejects(reader, register.latest, limit) : []))

describe('loading a register', () => {
  test('counts what it read, and tells by kind, size and status', async () => {
    const register = await aRegister(
      db,
      companiesHouseCsv([
        ...numbered('00000001', '00000002'),
        {
          CompanyNumber: '00000003',
          CompanyCategory: 'Community Interest Company',
          CompanyStatus: 'Liquidation',
          'Accounts.AccountCategory': '',
        },
        { CompanyNumber: '' },
      ]),
    )
    expect(register).toMatchObject({ name: 'Companies House', kind: 'companies-house' })
    expect(register.current).toMatchObject({
      state: 'loaded',
      asOf: '2026-11-01',
      rowsRead: 4,
      rowsLoaded: 3,
      rowsRejected: 1,
      rejectedByReason: { 'number-missing': 1 },
      figures: [
        { kind: 'business', size: 'small', status: 'active', entries: 2 },
        { kind: 'vcse', size: null, status: 'insolvent', entries: 1 },
      ],
    })
    expect(register.current?.licence).toContain('Free re-use')
    expect(await rejectsOf(register)).toEqual([
      {
        file: 'register.csv',
        row: 5,
        reason: 'number-missing',
        extract: expect.stringContaining('NORTHMERE JOINERY LIMITED'),
      },
    ])
  })

  test('again replaces the edition before it, and only that', async () => {
    const list = await aRegister(db, 'number,name\n00000009,KEPT\n', { kind: 'plain', name: 'Kept' })
    const before = (await inReading(ctx, (reader: Db) => listRegisters(reader))).find(
      ({ kind }) => kind === 'companies-house',
    )
    const after = await aRegister(db, companiesHouseCsv(numbered('00000002', '00000004')), {
      asOf: '2026-11-20',
    })
    expect(after.registerId).toBe(before?.registerId)
    expect(after.current?.asOf).toBe('2026-11-20')
    expect(await inUse('00000001', '00000002', '00000004', '00000009')).toEqual([
      '00000002',
      '00000004',
      '00000009',
    ])
    const two = [after, list].map(({ current }) => current?.loadId)
    expect(
      await db.query('select count(*)::int as n from suppliers.register where load_id = any($1)', [two]),
    ).toEqual([{ n: 2 }])
    // One partition of entries and one of former names for each of the two editions in use.
    expect(await partitions()).toHaveLength(4)
  })

  test('keeps the first of several rows with one number, and lists the others', async () => {
    const rows = [
      ...numbered('00000011', '00000012', '00000011'),
      { CompanyNumber: '' },
      ...numbered('00000011'),
    ]
    const register = await aRegister(
      db,
      companiesHouseCsv(rows.map((row, at) => ({ ...row, CompanyName: `ROW ${at + 2} LTD` }))),
    )
    expect(register.current).toMatchObject({
      rowsRead: 5,
      rowsLoaded: 2,
      rowsRejected: 3,
      rejectedByReason: { 'number-repeated': 2, 'number-missing': 1 },
    })
    expect(
      (await rejectsOf(register)).map(({ row, reason, extract }) => [row, reason, extract.slice(0, 19)]),
    ).toEqual([
      [4, 'number-repeated', '00000011 ROW 4 LTD'],
      [5, 'number-missing', 'ROW 5 LTD | PR1 2AB'],
      [6, 'number-repeated', '00000011 ROW 6 LTD'],
    ])
    const [entry] = await inReading(ctx, (reader: Db) =>
      findRegisterEntriesByNumber(reader, { numbers: ['00000011'] }),
    )
    expect(entry?.name).toBe('ROW 2 LTD')
  })

  test('keeps a thousand rejected rows to look at and counts them all', async () => {
    const bad = Array.from({ length: 2500 }, () => ({ CompanyNumber: '' }))
    const register = await aRegister(db, companiesHouseCsv([...numbered('00000011', '00000011'), ...bad]))
    expect(register.current).toMatchObject({ rowsRejected: 2501, rowsLoaded: 1 })
    const rejects = await rejectsOf(register, 5000)
    expect(rejects).toHaveLength(REJECTS_KEPT)
    expect(rejects.at(-1)?.row).toBe(1003)
  })

  test('tells the row of the part that a rejected row stands in', async () => {
    const files = [
      aFile(db, companiesHouseCsv([...numbered('00000021'), { CompanyNumber: '' }]), 'part1.csv'),
      aFile(
        db,
        zipOf({ 'x.csv': companiesHouseCsv([{ CompanyName: '' }, ...numbered('00000021', '00000022')]) }),
        'part2.zip',
      ),
    ]
    expect(
      (await rejectsOf(await aRegister(db, files))).map(({ file, row, reason }) => [file, row, reason]),
    ).toEqual([
      ['part1.csv', 3, 'number-missing'],
      ['part2.zip', 2, 'name-missing'],
      ['part2.zip', 3, 'number-repeated'],
    ])
  })

  test('says that lines were in another encoding', async () => {
    const register = await aRegister(
      db,
      Buffer.from(companiesHouseCsv([{ CompanyName: 'CAFÉ LIMITED' }]), 'latin1'),
    )
    expect(register.current?.notes[0]).toBe('Not in UTF-8 and therefore read as Windows-1252: 1 line.')
  })

  test('says that an edition is much smaller than the one before it', async () => {
    const list = (entries: number) =>
      `number,name\n${Array.from({ length: entries }, (_, at) => `1000${at},A`).join('\n')}\n`
    await aRegister(db, list(5), { kind: 'plain', name: 'Shrinking' })
    const half = await aRegister(db, list(3), { kind: 'plain', name: 'Shrinking' })
    expect(half.current?.notes).toEqual([])
    const one = await aRegister(db, list(1), { kind: 'plain', name: 'Shrinking' })
    expect(one.current?.notes).toEqual([expect.stringContaining('The edition before this one had 3 entries')])
  })

  test('says that an edition is older than the one before it', async () => {
    const list = 'number,name\n10000001,A\n'
    await aRegister(db, list, { kind: 'plain', name: 'Dated', asOf: '2026-11-01' })
    const older = await aRegister(db, list, {
      kind: 'plain',
      name: 'Dated',
      asOf: '2026-10-01',
    })
    expect(older.current?.notes).toEqual([
      expect.stringMatching(/of a later day: 2026-11-01, and this is of 2026-10-01/),
    ])
  })

  test('does not let a part of a register replace it, unless it is told to', async () => {
    const list = (entries: number) =>
      `number,name\n${Array.from({ length: entries }, (_, at) => `${10_000_000 + at},A`).join('\n')}\n`
    const asked = { kind: 'plain', name: 'Halved' } as const
    const whole = await aRegister(db, list(1000), asked)
    await expect(aRegister(db, list(499), asked)).rejects.toThrow(
      'These files hold 499 entries, the edition in use 1,000.',
    )
    const kept = await inReading<SupplierTables, Register | undefined>(
      db.context({ kind: 'command' }, null),
      (reader) => findRegister(reader, whole.registerId),
    )
    expect([kept?.current?.rowsLoaded, kept?.latest?.state]).toEqual([1000, 'failed'])
    const told = await aRegister(db, list(499), { ...asked, mayShrink: true })
    expect(told.current?.rowsLoaded).toBe(499)
  })

  test('takes cells that PostgreSQL or COPY could trip over', async () => {
    const names = [
      'BACK\\SLASH LTD',
      'BRACE {X} LTD',
      'NULL',
      '\\N',
      '\\.',
      'QUOTE " COMMA , LTD',
      'T\u0000NUL LTD',
    ]
    const rows = names.map((CompanyName, at) => ({
      CompanyName,
      CompanyNumber: `0000003${at}`,
      'PreviousName_1.CompanyName': CompanyName,
    }))
    await aRegister(db, companiesHouseCsv(rows))
    const numbers = rows.map(({ CompanyNumber }) => CompanyNumber)
    const entries = await inReading(ctx, (reader: Db) => findRegisterEntriesByNumber(reader, { numbers }))
    const read = [...names.slice(0, 6), 'T NUL LTD']
    expect(entries.map(({ name, formerNames }) => [name, formerNames])).toEqual(
      read.map((name) => [name, [name]]),
    )
  })

  test('writes an audit entry and tells whoever listens', async () => {
    const before = (await audited()).length
    await aRegister(db, companiesHouseCsv(numbered('00000041')))
    expect((await audited()).slice(before)).toEqual([
      [
        'REGISTER_IMPORTED',
        { register: 'Companies House', kind: 'companies-house', asOf: '2026-11-01', read: 1, rejected: 0 },
      ],
    ])
  })
})

describe('a load that does not end', () => {
  test('leaves the edition in use whole, and its reason in words', async () => {
    await aRegister(db, companiesHouseCsv(numbered('00000051')))
    const before = (await audited()).length
    const broken = aRegister(db, companiesHouseCsv([{ CompanyNumber: '' }]))
    await expect(broken).rejects.toThrow(Unusable)
    expect(await inUse('00000051')).toEqual(['00000051'])
    expect((await audited()).length).toBe(before)
    const register = (await inReading(ctx, (reader: Db) => listRegisters(reader))).find(
      ({ kind }) => kind === 'companies-house',
    )
    expect(register?.current?.state).toBe('loaded')
    expect(register?.latest).toMatchObject({
      state: 'failed',
      problem: 'Not one row of register.csv can be used. The commonest reason: there is no number.',
    })
  })

  test('after a part was read leaves nothing of it', async () => {
    const before = await partitions()
    const files = [aFile(db, companiesHouseCsv(numbered('00000061'))), aFile(db, '%PDF-1.7', 'part2.csv')]
    await expect(aRegister(db, files)).rejects.toThrow('part2.csv is a PDF.')
    const damaged = zipOf({ 'a.csv': companiesHouseCsv(numbered('00000061')), 'b.csv': '%PDF-1.7' })
    await expect(aRegister(db, [aFile(db, damaged, 'both.zip')])).rejects.toThrow('both.zip: b.csv is a PDF.')
    expect(await inUse('00000061', '00000051')).toEqual(['00000051'])
    expect(await partitions()).toEqual(before)
  })

  test('is refused while another load of the same register runs', async () => {
    const asked = await askForRegisterImport(ctx, {
      kind: 'companies-house',
      name: '',
      asOf: '2026-11-01',
      source: '',
      licence: '',
      files: [{ name: 'x.csv', hash: null }],
    })
    if (!asked.ok) throw new Error(asked.refusal)
    const lock = `select pg_try_advisory_xact_lock(hashtextextended('suppliers.register ' || $1, 0)) as locked`
    await db.query('begin')
    expect(await db.query(lock, [asked.value.registerId])).toEqual([{ locked: true }])
    const file = aFile(db, companiesHouseCsv(numbered('00000071')))
    expect(await loadRegister(ctx, asked.value.loadId, [file])).toEqual({
      ok: false,
      refusal: 'already-loading',
    })
    expect(await removeRegister(ctx, asked.value.registerId)).toEqual({
      ok: false,
      refusal: 'already-loading',
    })
    await db.query('rollback')
    expect(await loadRegister(ctx, asked.value.loadId, [file])).toMatchObject({ ok: true })
    expect(await inUse('00000071')).toEqual(['00000071'])
  })

  test('does nothing when it is run again after it has ended', async () => {
    const register = await aRegister(db, companiesHouseCsv(numbered('00000081')))
    const before = (await audited()).length
    const again = await loadRegister(ctx, register.current?.loadId ?? '', [])
    expect(again).toMatchObject({ ok: true, value: { rowsLoaded: 1 } })
    expect((await audited()).length).toBe(before)
  })

  test('does not hold up whoever reads, and its edition is dropped when they are done', async () => {
    await aRegister(db, companiesHouseCsv(numbered('00000091')))
    const old = await partitions()
    await db.query('begin isolation level repeatable read')
    expect(
      await db.query("select number from suppliers.register_entry where number = '00000091'"),
    ).toHaveLength(1)
    await aRegister(db, companiesHouseCsv(numbered('00000092')))
    expect(await inUse('00000091', '00000092')).toEqual(['00000092'])
    expect(
      await db.query("select number from suppliers.register_entry where number = '00000091'"),
    ).toHaveLength(1)
    expect(await partitions()).toEqual(expect.arrayContaining(old))
    await db.query('commit')
    await aRegister(db, companiesHouseCsv(numbered('00000093')))
    // Only the two partitions of the edition that was replaced are gone.
    expect(old.length - (await partitions()).filter((name) => old.includes(name)).length).toBe(2)
  })
})

describe('removing a register', () => {
  test('takes its entries and writes an audit entry', async () => {
    const register = await aRegister(db, 'number,name\n00000101,A\n00000102,B\n', {
      kind: 'plain',
      name: 'To remove',
    })
    expect(await removeRegister(ctx, register.registerId)).toMatchObject({ ok: true })
    expect(await inUse('00000101')).toEqual([])
    expect((await audited()).at(-1)).toEqual([
      'REGISTER_REMOVED',
      { register: 'To remove', kind: 'plain', entries: 2 },
    ])
    expect(
      await db.query('select 1 from suppliers.register_load where register_id = $1', [register.registerId]),
    ).toEqual([])
  })

  test('is refused where there is none', async () => {
    expect(await removeRegister(ctx, 'no id')).toEqual({ ok: false, refusal: 'no-such-register' })
  })
})

describe('a refused import', () => {
  test('leaves no register behind', async () => {
    const before = await db.query('select register_id from suppliers.register')
    const request = {
      kind: 'plain',
      name: 'Later',
      source: '',
      licence: '',
      files: [aFile(db, 'number,name\n1,A\n')],
    } as const
    expect(await importRegister(ctx, { ...request, asOf: '2030-01-01' })).toMatchObject({
      refusal: 'as-of-in-future',
    })
    expect(await importRegister(ctx, { ...request, asOf: null })).toMatchObject({ refusal: 'as-of-unknown' })
    expect(
      await importRegister(ctx, { ...request, name: 'Companies House', asOf: '2026-01-01' }),
    ).toMatchObject({ refusal: 'name-of-another-kind' })
    expect(await db.query('select register_id from suppliers.register')).toEqual(before)
  })
})

test('the application may not change entries, nor make or drop tables', async () => {
  const as = (statement: string) => db.database.pool.query(statement)
  await expect(as("update suppliers.register_entry set name = 'x'")).rejects.toThrow('permission denied')
  await expect(as('delete from suppliers.register_entry')).rejects.toThrow('permission denied')
  await expect(as('create table suppliers.x (y int)')).rejects.toThrow('permission denied')
  await expect(as(`select suppliers.drop_repeats(1, gen_random_uuid(), 1)`)).rejects.toThrow(
    'permission denied',
  )
})
