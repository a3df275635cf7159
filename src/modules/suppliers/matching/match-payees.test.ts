import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildPayees, buildRegister } from './builders.ts'
import { decisionKey } from './decisions.ts'
import { explain } from './explain.ts'
import { blockPayees, type MatchOptions, type MatchResult, matchPayees } from './match-payees.ts'

type Row = {
  number: string
  name: string
  kind?: string
  postcode?: string
  status?: string
  sic?: string
  other?: string
}
type Payee = { name: string; postcode?: string; company?: string; charity?: string }

let connection: DuckDBConnection

/** Two thousand invented companies, so that words are as rare as in a register, and the rows of the case. */
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
  await buildRegister(connection, 2000)
  await connection.run('create table invented as select * from register')
})

beforeEach(async () => {
  await connection.run('create or replace table register as select * from invented')
  await connection.run(
    'create or replace table payee (payee_key varchar, name varchar, postcode varchar, company_number varchar, charity_number varchar)',
  )
})

const insert = async (table: string, values: (string | undefined)[]): Promise<void> => {
  const appender = await connection.createAppender(table)
  for (const value of values) {
    if (value === undefined) appender.appendNull()
    else appender.appendVarchar(value)
  }
  appender.endRow()
  appender.closeSync()
}

const match = async (rows: Row[], payees: Payee[], options: MatchOptions = {}): Promise<MatchResult[]> => {
  for (const row of rows)
    await insert('register', [
      row.number,
      row.name,
      row.kind ?? 'company',
      row.postcode,
      row.sic,
      row.status,
      row.other,
    ])
  for (const [at, payee] of payees.entries())
    await insert('payee', [
      String(at).padStart(3, '0'),
      payee.name,
      payee.postcode,
      payee.company,
      payee.charity,
    ])
  return matchPayees(connection, options)
}

const one = async (
  row: Row | Row[],
  payee: Payee | string,
  options: MatchOptions = {},
): Promise<MatchResult> => {
  const [result] = await match([row].flat(), [typeof payee === 'string' ? { name: payee } : payee], options)
  return result as MatchResult
}

const FINCHWORTH = { number: '04000001', name: 'FINCHWORTH OVERDALE ROOFING LIMITED' }

describe('names', () => {
  it.each([
    'Finchworth Overdale Roofing Ltd',
    'FINCHWORTH OVERDALE ROOFING LIMTED',
    'Finchworth-Overdale (Roofing) Ltd.',
    'FINCHWORTH OVERDALE ROOFING LTD (DO NOT USE)',
    'FINCHWORTH OVERDALE ROOFING LTD T/A ROSE ROOFS',
    'Rose Roofs T/A Finchworth Overdale Roofing Ltd',
    'Finchworth Overdale Roofing',
    'Roofing Finchworth Overdale Ltd',
    'Finchwurth Overdale Roofing Ltd',
    'FINCHWORTH OVERDALE ROOFING LTD LEEDS BRANCH',
    'Swift Factoring re Finchworth Overdale Roofing Ltd',
  ])('matches %s', async (name) => {
    expect(await one(FINCHWORTH, name)).toMatchObject({ outcome: 'automatic', number: '04000001' })
  })

  it('matches a former name and says so', async () => {
    const result = await one(
      { ...FINCHWORTH, other: 'PARKSTONE QUILLBY LIMITED|ROSE LIMITED' },
      'Parkstone Quillby Ltd',
    )
    expect(result).toMatchObject({ outcome: 'automatic', number: '04000001' })
    expect(explain(result.evidence).map(({ sentence }) => sentence)).toContain(
      'It is a former or other name in the register: “parkstone quillby”.',
    )
  })

  it.each([
    'Quillby Stannard Plumbing Ltd',
    'Overdale Ltd',
    'Roofing Ltd',
    'Finchworth School',
    '???',
    '123456',
  ])('leaves %s unmatched', async (name) => {
    expect((await one(FINCHWORTH, name)).number).toBeNull()
  })

  it('asks a person when another legal form is claimed', async () => {
    expect(await one(FINCHWORTH, 'Finchworth Overdale Roofing LLP')).toMatchObject({ number: null })
  })
})

describe('namesakes', () => {
  const two = [FINCHWORTH, { ...FINCHWORTH, number: '09000002', postcode: 'LS1 4AB' }]

  it('are left to a person, who sees both', async () => {
    const result = await one(two, 'Finchworth Overdale Roofing Ltd')
    expect(result).toMatchObject({ outcome: 'review', number: null })
    expect(
      result.candidates
        .slice(0, 2)
        .map(({ number }) => number)
        .toSorted(),
    ).toEqual(['04000001', '09000002'])
    expect(result.margin).toBeLessThan(0.2)
  })

  it('are told apart by a number', async () => {
    const result = await one(two, { name: 'Finchworth Overdale Roofing Ltd', company: '9000002' })
    expect(result).toMatchObject({ outcome: 'automatic', number: '09000002' })
  })

  it('are told apart by their status when one has ended and the postcode is the other’s', async () => {
    const rows = [
      { ...FINCHWORTH, status: 'Dissolved', postcode: 'M1 1AA' },
      { ...FINCHWORTH, number: '09000002', status: 'Active', postcode: 'LS1 4AB' },
    ]
    const result = await one(rows, { name: 'Finchworth Overdale Roofing Ltd', postcode: 'LS1 4AB' })
    expect(result).toMatchObject({ outcome: 'automatic', number: '09000002' })
  })
})

describe('numbers', () => {
  it('mend a lost leading nought', async () => {
    const result = await one(FINCHWORTH, { name: 'FINCHWORTH', company: '4000001' })
    expect(result.candidates[0]).toMatchObject({ number: '04000001' })
    expect(result.number).toBe('04000001')
  })

  it('that disagree with the name go to review', async () => {
    const rows = [FINCHWORTH, { number: '05000003', name: 'QUILLBY STANNARD LIMITED' }]
    const result = await one(rows, { name: 'Finchworth Overdale Roofing Ltd', company: '05000003' })
    expect(result).toMatchObject({ outcome: 'review', number: null })
    expect(result.candidates.map(({ number }) => number)).toEqual(
      expect.arrayContaining(['04000001', '05000003']),
    )
  })

  it('that no register row bears keep the name from being taken unasked', async () => {
    const result = await one(FINCHWORTH, { name: 'Finchworth Overdale Roofing Ltd', company: '07654321' })
    expect(result).toMatchObject({ outcome: 'review', number: null })
  })

  it('of charities find charities', async () => {
    const charity = { number: '1131243', name: 'FINCHWORTH OVERDALE TRUST', kind: 'charity' }
    const payee = { name: 'Finchworth Overdale Trust', charity: '1131243-1' }
    expect(await one([FINCHWORTH, charity], payee)).toMatchObject({ outcome: 'automatic', number: '1131243' })
  })

  it('of charities say nothing against a company', async () => {
    const payee = { name: 'Finchworth Overdale Roofing Ltd', charity: '1131243' }
    expect(await one(FINCHWORTH, payee)).toMatchObject({ outcome: 'automatic', number: '04000001' })
  })

  it('of overseas companies are for a person to choose', async () => {
    const overseas = { number: 'BR012345', name: 'FINCHWORTH OVERDALE ROOFING' }
    expect(await one(overseas, 'Finchworth Overdale Roofing')).toMatchObject({
      outcome: 'review',
      number: null,
    })
  })
})

describe('the ledger’s own word', () => {
  it('carries a trading name from one payee to another', async () => {
    const results = await match(
      [FINCHWORTH],
      [{ name: 'Finchworth Overdale Roofing Ltd T/A Big Tern' }, { name: 'BIG TERN' }],
    )
    expect(results.map(({ number }) => number)).toEqual(['04000001', '04000001'])
    expect(explain(results[1]?.evidence ?? []).map(({ sentence }) => sentence)).toEqual([
      'The ledger itself gives this name to the supplier elsewhere: “Finchworth Overdale Roofing Ltd T/A Big Tern”.',
    ])
  })

  it('carries a charity number from one payee to another', async () => {
    const sisters = [
      { name: 'Finchworth Overdale Roofing Ltd', charity: '1131243' },
      { name: 'Tern Hollow Lodge', charity: '1131243-1' },
    ]
    const [, sister] = await match([FINCHWORTH], sisters)
    expect(sister).toMatchObject({ outcome: 'automatic', number: '04000001' })
    expect(explain(sister?.evidence ?? []).map(({ sentence }) => sentence)).toEqual([
      'The ledger gives the same charity number for “Finchworth Overdale Roofing Ltd”, which is this supplier.',
    ])
  })

  it('is no use when one charity number stands beside two suppliers', async () => {
    const rows = [FINCHWORTH, { number: '05000003', name: 'QUILLBY STANNARD LIMITED' }]
    const names = ['Finchworth Overdale Roofing Ltd', 'Quillby Stannard Ltd', 'Tern Hollow Lodge']
    const results = await match(
      rows,
      names.map((name) => ({ name, charity: '1131243' })),
    )
    expect(results.map(({ number }) => number)).toEqual(['04000001', '05000003', null])
  })

  it('is not taken for common words that stand in it', async () => {
    const names = [
      'Finchworth Overdale Roofing Ltd T/A Property Care Services Leeds',
      'Property Care Services',
    ]
    const [, common] = await match(
      [FINCHWORTH],
      names.map((name) => ({ name })),
    )
    expect(common?.number).toBeNull()
  })

  it('is taken for rare words that all stand in it', async () => {
    const names = ['Finchworth Overdale Roofing Ltd T/A Tern Hollow Lodge', 'Finchworth Tern Hollow']
    const [, rare] = await match(
      [FINCHWORTH],
      names.map((name) => ({ name })),
    )
    expect(rare).toMatchObject({ outcome: 'automatic', number: '04000001' })
  })

  it('is no use when two suppliers trade under one name', async () => {
    const rows = [FINCHWORTH, { number: '05000003', name: 'QUILLBY STANNARD LIMITED' }]
    const names = [
      'Finchworth Overdale Roofing Ltd T/A Big Tern',
      'Quillby Stannard Ltd T/A Big Tern',
      'Big Tern',
    ]
    const results = await match(
      rows,
      names.map((name) => ({ name })),
    )
    expect(results.map(({ number }) => number)).toEqual(['04000001', '05000003', null])
  })

  it('puts payees of one supplier in one group, known or not', async () => {
    const names = [
      'Finchworth Overdale Roofing Ltd',
      'FINCHWORTH OVERDALE ROOFING LIMITED',
      'Nowhere Known Ltd',
      'NOWHERE-KNOWN LIMITED',
    ]
    const groups = (
      await match(
        [FINCHWORTH],
        names.map((name) => ({ name })),
      )
    ).map(({ group }) => group)
    expect(groups[0]).toBe(groups[1])
    expect(groups[2]).toBe(groups[3])
    expect(groups[0]).not.toBe(groups[2])
  })
})

describe('persons', () => {
  it('are never looked up', async () => {
    const row = { number: '04000009', name: 'A EXAMPLE LIMITED' }
    expect(await one(row, 'Mr A Example')).toMatchObject({
      outcome: 'individual',
      number: null,
      candidates: [],
      evidence: [],
    })
    expect(await one(row, { name: 'A Example', company: '04000009' })).toMatchObject({
      outcome: 'individual',
      candidates: [],
    })
  })
})

describe('blockPayees', () => {
  it('brings up no row for a person', async () => {
    await insert('register', [
      '04000009',
      'MR A EXAMPLE LIMITED',
      'company',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    await insert('payee', ['1', 'Mr A Example', undefined, '04000009', undefined])
    expect(await blockPayees(connection)).toMatchObject([{ rows: [] }])
  })

  it.each([
    ['a slip in the only word', 'Finchwurth Ltd', 'FINCHWORTH LIMITED'],
    ['the beginning of the name', 'Finchworthcare', 'FINCHWORTH CARE AND EDUCATION GROUP LIMITED'],
    ['two words as one', 'Finch Worth Homes', 'FINCHWORTH ESTATES LIMITED'],
    ['weak words', 'Care UK', 'CARE HOLDINGS LIMITED'],
  ])('finds a row by %s', async (_, name, register) => {
    await insert('register', ['04000009', register, 'company', undefined, undefined, undefined, undefined])
    await insert('payee', ['1', name, undefined, undefined, undefined])
    const [blocked] = await blockPayees(connection)
    expect(blocked?.rows.map(({ number }) => number)).toContain('04000009')
  })
})

describe('decisions', () => {
  const name = 'Finchworth Overdale Roofing Ltd'
  it('stand, also for another spelling', async () => {
    const decisions = new Map([[decisionKey('FINCHWORTH-OVERDALE ROOFING LIMITED (CLOSED)'), '08888888']])
    expect(await one(FINCHWORTH, name, { decisions })).toMatchObject({
      outcome: 'automatic',
      number: '08888888',
    })
  })
  it('that nothing fits are not asked again', async () => {
    expect(await one(FINCHWORTH, name, { decisions: new Map([[decisionKey(name), null]]) })).toMatchObject({
      outcome: 'unknown',
      number: null,
    })
  })
})

describe('a run', () => {
  it('gives every payee one result, in the order of their keys, and the same one again', async () => {
    await buildPayees(connection, 300)
    const first = await matchPayees(connection)
    expect(first.map(({ payeeKey }) => payeeKey)).toEqual(first.map(({ payeeKey }) => payeeKey).toSorted())
    expect(first).toHaveLength(300)
    expect(await matchPayees(connection, { prepare: false })).toEqual(first)
  })

  it('takes strangers for nobody and most of the others for themselves', async () => {
    await buildPayees(connection, 300)
    const expected = new Map(
      (await connection.runAndReadAll('select payee_key, expected from payee')).getRows() as [
        string,
        string | null,
      ][],
    )
    const automatic = (await matchPayees(connection)).filter(({ number }) => number !== null)
    expect(automatic.filter(({ payeeKey, number }) => expected.get(payeeKey) !== number)).toEqual([])
    expect(automatic.length).toBeGreaterThan(150)
  })

  it('tells how far it is and leaves only the prepared register behind', async () => {
    const parts: string[] = []
    await one(FINCHWORTH, 'Finchworth', { progress: (part) => parts.push(part), memoryLimit: '500MB' })
    expect(parts).toContain('weighing')
    const tables = await connection.runAndReadAll(
      "select table_name from duckdb_tables() where table_name like 'matching_%' order by all",
    )
    expect(tables.getRows().flat()).toEqual(['matching_register', 'matching_register_form', 'matching_word'])
  })

  it('ends with the reason of an abort', async () => {
    const stop = new AbortController()
    const run = one(FINCHWORTH, 'Finchworth', {
      signal: stop.signal,
      progress: () => stop.abort(new Error('enough')),
    })
    await expect(run).rejects.toThrow('enough')
  })

  it('needs no more than a number and a name of the register, and a key and a name of the payees', async () => {
    await connection.run(
      "create or replace table register as select '04000001' as number, 'FINCHWORTH OVERDALE LTD' as name",
    )
    await connection.run(
      "create or replace table payee as select 1 as payee_key, 'Finchworth Overdale Limited' as name",
    )
    expect(await matchPayees(connection)).toMatchObject([{ payeeKey: '1', number: '04000001' }])
  })

  it('gives nothing for no payees, and unknowns for an empty register', async () => {
    expect(await matchPayees(connection)).toEqual([])
    await connection.run('delete from register')
    expect(await match([], [{ name: 'Finchworth Ltd' }])).toMatchObject([
      { outcome: 'unknown', candidates: [] },
    ])
  })

  it('reads names as text and nothing else', async () => {
    const hostile = [
      "Robert'); drop table register; --",
      '\u0000',
      'O\'Hara\'s "Quotes"',
      '%_%',
      '\\',
      '💥 Ltd',
    ]
    const results = await match(
      [FINCHWORTH],
      hostile.map((name) => ({ name })),
    )
    expect(results).toHaveLength(hostile.length)
    expect((await connection.runAndReadAll('select count(*) from register')).getRows()[0]?.[0]).toBe(2001n)
  })
})
