import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aCharity, aRegister, charityText, companiesHouseCsv, MUTUALS_HEADER } from '../builders.ts'
import { normalisePayeeName } from '../registers/name-key.ts'
import {
  findRegisterEntriesByExactName,
  findRegisterEntriesByNameStart,
  findRegisterEntriesByNumber,
} from './entries.ts'

const db = await openTestDatabase(['load-register'])
type Db = Parameters<typeof findRegisterEntriesByNumber>[0]
const ctx = db.context({ kind: 'nobody' }, null)
const byNumber = (...numbers: string[]) =>
  inReading(ctx, (reader: Db) => findRegisterEntriesByNumber(reader, { numbers }))
const byName = async (...names: string[]) => {
  const hits = await inReading(ctx, (reader: Db) =>
    findRegisterEntriesByExactName(reader, names.map(normalisePayeeName)),
  )
  return hits.map(({ nameKey, isFormerName, entry }) => [nameKey, isFormerName, entry.scheme, entry.number])
}

await aRegister(
  db,
  companiesHouseCsv([
    {
      CompanyNumber: '00000001',
      CompanyName: 'NORTHMERE JOINERY LIMITED',
      'PreviousName_1.CompanyName': 'ASHSHIRE WOODWORK LIMITED',
    },
    { CompanyNumber: '00000002', CompanyName: 'NORTHMERE JOINERY LLP', CompanyStatus: 'Liquidation' },
    { CompanyNumber: '00000003', CompanyName: 'ASHSHIRE WOODWORK LTD.' },
    {
      CompanyNumber: '00000004',
      CompanyName: 'THE NORTHMERE YOUTH TRUST',
      CompanyCategory: 'PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)',
    },
    {
      CompanyNumber: 'RS007318',
      CompanyName: 'NORTHMERE FOOD CO-OPERATIVE LIMITED',
      CompanyCategory: 'Registered Society',
    },
    { CompanyNumber: '00000005', CompanyName: 'СТРОЙ', 'PreviousName_1.CompanyName': 'СТРОЙ' },
  ]),
)
await aRegister(
  db,
  charityText([
    aCharity({ charity_company_registration_number: '4' }),
    aCharity({ registered_charity_number: 1100009, charity_name: 'NORTHMERE JOINERY' }),
    aCharity({
      registered_charity_number: 1100010,
      charity_name: 'OLD TRUST',
      charity_company_registration_number: '3',
      charity_registration_status: 'Removed',
    }),
  ]),
  { kind: 'charity-commission' },
)
await aRegister(
  db,
  `${MUTUALS_HEADER}\n7318,,7318,Northmere Food Co-operative Limited,Co-operative Society,,,,,,,Registered\n`,
  { kind: 'mutuals' },
)
await aRegister(
  db,
  'number,name,postcode\n00000001,Northmere Joinery,PR1 2AB\n00000077,Only Listed Ltd,PR1 2AB\n',
  { kind: 'plain' },
)

describe('entries by number', () => {
  test('come once each, from the register that knows most', async () => {
    const entries = await byNumber('00000001', '00000001', '00000077', '99999999')
    expect(entries.map(({ number, registerKind, name }) => [number, registerKind, name])).toEqual([
      ['00000001', 'companies-house', 'NORTHMERE JOINERY LIMITED'],
      ['00000077', 'plain', 'Only Listed Ltd'],
    ])
  })

  test('of one scheme leave out the others', async () => {
    const find = (scheme: 'GB-COH' | 'GB-CHC') =>
      inReading(ctx, (reader: Db) => findRegisterEntriesByNumber(reader, { scheme, numbers: ['1100001'] }))
    expect(await find('GB-CHC')).toHaveLength(1)
    expect(await find('GB-COH')).toEqual([])
  })

  test('know the charity that a company is, which makes it VCSE', async () => {
    const [company, other, charity] = [
      ...(await byNumber('00000004')),
      ...(await byNumber('00000003')),
      ...(await byNumber('1100001')),
    ]
    expect(company).toMatchObject({ charityNumber: '1100001', kind: 'vcse', form: 'guarantee' })
    expect(charity).toMatchObject({ charityNumber: '1100001', companyNumber: '00000004', kind: 'vcse' })
    // A charity that was removed makes nobody a charity.
    expect(other).toMatchObject({ charityNumber: null, kind: 'business', size: 'small' })
  })

  test('of nobody are none', async () => expect(await byNumber()).toEqual([]))
})

describe('entries by name', () => {
  test('are all bodies of that name, whatever their legal form and status', async () => {
    expect(await byName('Northmere Joinery Ltd')).toEqual([
      ['northmerejoinery', false, 'GB-COH', '00000001'],
      ['northmerejoinery', false, 'GB-COH', '00000002'],
      ['northmerejoinery', false, 'GB-CHC', '1100009'],
    ])
  })

  test('include former names, after current ones', async () => {
    expect(await byName('Ashshire Woodwork')).toEqual([
      ['ashshirewoodwork', false, 'GB-COH', '00000003'],
      ['ashshirewoodwork', true, 'GB-COH', '00000001'],
    ])
  })

  test('are one where a company and a charity, or a society, are one body', async () => {
    expect(await byName('Northmere Youth Trust', 'Northmere Food Cooperative')).toEqual(
      [
        ['northmereyouthtrust', false, 'GB-COH', '00000004'],
        ['northmerefoodcooperative', false, 'GB-COH', 'RS007318'],
      ].toSorted((one, other) => String(one[0]).localeCompare(String(other[0]))),
    )
  })

  test('are none for a name without letters we can read', async () => {
    expect(await byName('СТРОЙ', '', '!!!')).toEqual([])
    expect((await byNumber('00000005'))[0]).toMatchObject({ name: 'СТРОЙ', nameKey: null })
  })
})

describe('entries by the start of a name', () => {
  const start = (name: string, limit = 10) =>
    inReading(ctx, (reader: Db) => findRegisterEntriesByNameStart(reader, normalisePayeeName(name), limit))

  test('come in the order of their names', async () => {
    expect((await start('northmere')).entries.map(({ number }) => number)).toEqual([
      'RS007318',
      '00000001',
      '00000002',
      '1100009',
      '00000004',
    ])
  })

  test('say when there are more', async () => {
    expect((await start('northmere', 3)).hasMore).toBe(true)
    expect((await start('onlyl', 3)).hasMore).toBe(false)
  })

  test('are none for an empty start', async () =>
    expect(await start('')).toEqual({ entries: [], hasMore: false }))
})

describe('with real registers', () => {
  const POOL = join(import.meta.dirname, '../../../../../shared/data/entities/register-pool.csv.gz')

  test.skipIf(!existsSync(POOL))('answers for twenty thousand names and numbers by the indexes', async () => {
    const pool = await aRegister(db, [{ path: POOL, name: 'register-pool.csv.gz' }], {
      kind: 'plain',
      name: 'Pool',
    })
    expect(pool.current).toMatchObject({ rowsRead: 116_781, rowsRejected: 0 })
    const rows = await db.query(
      'select number, name_key from suppliers.register_entry join suppliers.register_load using (part) where load_id = $1 order by number limit 20000',
      [pool.current?.loadId],
    )
    const found = await inReading(ctx, async (reader: Db) => ({
      numbers: await findRegisterEntriesByNumber(reader, { numbers: rows.map((row) => String(row.number)) }),
      names: await findRegisterEntriesByExactName(
        reader,
        rows.map((row) => String(row.name_key)),
      ),
    }))
    expect(found.numbers).toHaveLength(20_000)
    expect(new Set(found.names.map(({ entry }) => entry.number)).size).toBeGreaterThanOrEqual(19_900)
    const [plan] = await db.query(
      "explain (format json) select * from suppliers.register_entry where name_key = any (array['northmerejoinery', 'x'])",
    )
    expect(JSON.stringify(plan)).toContain('Index')
  })
})
