import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../platform/tables/read-table.ts'
import { readRegister } from './read-register.ts'
import { readCpv, readDay, readPounds } from './values.ts'

const registerOf = async (csv: string) => {
  const read = readRegister(await readTable(Buffer.from(csv)))
  if (!read.ok) throw new Error('no register')
  return read
}
const HEAD = 'Contract Ref,Title,Supplier,Company Reg No,Start Date,End Date,Contract Value\n'

describe('a cell', () => {
  test.each([
    ['31/03/2028', '2028-03-31'],
    ['1.4.26', '2026-04-01'],
    ['2026-04-01T00:00:00Z', '2026-04-01'],
    ['1st April 2026', '2026-04-01'],
    ['29-Feb-2024', '2024-02-29'],
    ['TBC', null],
    [' rolling ', null],
    ['', null],
  ])('%j is the day %s', (text, value) => expect(readDay(text)).toMatchObject({ ok: true, value }))
  test.each(['31/02/2026', '2026-13-01', 'soon', '12', '1/2/3/4'])('%j is no day', (text) =>
    expect(readDay(text).ok).toBe(false),
  )
  test.each([
    [' \uFFFD880,000.00 ', 88_000_000],
    ['£12.5', 1250],
    ['GBP 1,000', 100_000],
    [' \uFFFD-   ', null],
  ])('%j is %s pence', (text, value) => expect(readPounds(text)).toMatchObject({ ok: true, value }))
  test.each(['-5', '1,00', 'a lot', '=1+1', '1e99'])('%j is no amount', (text) =>
    expect(readPounds(text).ok).toBe(false),
  )
  test('reads no text at all into a throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readDay(text)
        readPounds(text)
        readCpv(text)
      }),
    )
  })
  test('holds CPV codes among other words', () =>
    expect(readCpv('45453100-8 Refurbishment, 15910000 7131200')).toEqual(['45453100', '15910000']))
})

describe('a register', () => {
  test('may say what the Transparency Code asks, in its own words', async () => {
    const { contracts, columns } = await registerOf(
      'Reference number,Title,Supplier,Value Added Tax that cannot be recovered,Invitation to quote or published invitation to tender,SME,VCSE\n' +
        '1,Paths,Fenwick,"£1,200",Published invitation to tender,Yes,no\n2,Roofs,Slater,,Invitation to quote,micro,\n',
    )
    expect(Object.keys(columns)).toHaveLength(7)
    expect(contracts.map(({ codeFacts }) => codeFacts)).toEqual([
      { irrecoverableVatPence: 120_000, invitation: 'tender', isSme: true, isVcse: false },
      { irrecoverableVatPence: null, invitation: 'quote', isSme: true, isVcse: null },
    ])
  })

  test('is found under titles, with its columns in any order', async () => {
    const { contracts, columns } = await registerOf(
      'Our contracts,,,\nPublished 2026,,,\nSupplier Name,End date,Contract Title,Contract Ref:\nFenwick,31/03/2028,Paths,12\n',
    )
    expect(contracts[0]).toMatchObject({
      row: 4,
      text: { reference: '12', title: 'Paths', supplierName: 'Fenwick', endsOn: '2028-03-31' },
    })
    expect(columns).toMatchObject({ reference: 'Contract Ref:', endsOn: 'End date' })
  })
  test('names each row that cannot be used, and why', async () => {
    const { contracts, findings } = await registerOf(
      `${HEAD}1,Paths,Fenwick,1234567,01/04/2026,31/03/2026,10\n2,,Fenwick,,,,\n3,Bins,,,,,\n4,Bins,Fenwick,,soon,,\n5,Bins,Fenwick,,,,much\n6,Bins,Fenwick,N/A,,TBC,5\n6,Bins again,Fenwick,,,,\n7,=1+1,Fenwick,,,,\n`,
    )
    expect(contracts.map(({ text }) => text.reference)).toEqual(['6'])
    expect(findings.filter(({ isRefused }) => isRefused).map(({ row, code }) => `${row} ${code}`)).toEqual([
      '2 ends-before-start',
      '3 no-title',
      '4 no-supplier',
      '5 not-a-day',
      '6 not-an-amount',
      '8 reference-twice',
      '9 formula',
    ])
    expect(findings).toContainEqual({
      row: 7,
      code: 'left-open',
      column: 'endsOn',
      seen: 'TBC',
      isRefused: false,
    })
  })
  test.each(['a,b\n1,2\n', 'Supplier,Amount\nFenwick,12\n'])('is not made of %j', async (csv) =>
    expect(readRegister(await readTable(Buffer.from(csv))).ok).toBe(false),
  )
})

const EXETER = '../shared/data/contracts/exeter_contracts-register_2026-04.csv'

describe('the register that Exeter publishes', () => {
  test.skipIf(!existsSync(EXETER))('is read whole: 224 contracts, open ends kept open', async () => {
    const read = await registerOf(readFileSync(EXETER, 'utf8'))
    expect(read.contracts).toHaveLength(224)
    expect(read.findings.filter(({ isRefused }) => isRefused)).toEqual([])
    expect(Object.keys(read.columns).sort()).toEqual(
      [
        'companyNumber',
        'cpv',
        'department',
        'description',
        'endsOn',
        'invitation',
        'irrecoverableVat',
        'isSme',
        'reference',
        'startsOn',
        'supplierName',
        'title',
        'value',
      ].sort(),
    )
    expect(read.contracts[0]?.text).toMatchObject({
      reference: '0021',
      title: 'Residential cleaning contract',
      supplierName: 'MC Exeter T/A Cobwebs',
      supplierNumber: { scheme: 'GB-COH', number: '05512051' },
      valuePence: 88_000_000,
      startsOn: '2021-06-15',
      endsOn: '2027-05-31',
    })
    const said = read.contracts.map(({ codeFacts }) => codeFacts)
    expect(said.filter(({ isSme }) => isSme === true).length).toBeGreaterThan(150)
    expect(said.filter(({ isVcse }) => isVcse === true).length).toBeGreaterThan(5)
    expect(said.filter(({ invitation }) => invitation === 'quote').length).toBeGreaterThan(50)
    expect(said[0]).toMatchObject({ irrecoverableVatPence: 0, isSme: true, isVcse: null })
    const open = read.contracts.filter(({ text }) => text.endsOn === null)
    expect(open).toHaveLength(34)
  })
})
