import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readingSentence } from '../reading-words.ts'
import { londonDay } from './london-day.ts'
import { readContracts } from './read-contracts.ts'

const CONTRACTS_FINDER = '../shared/data/ocds/contracts-finder_201-releases_2025.json'
const read = (release: unknown) => readContracts(release as never, '/releases/0')
const only = (release: unknown) => {
  const { records, problems } = read(release)
  if (!records[0] || records.length !== 1) throw new Error('one record expected')
  return { record: records[0], problems }
}
const codesOf = (release: unknown) => read(release).problems.map(({ code, pointer }) => [code, pointer])

/** As Find a Tender writes under the Procurement Act: lots, items with CPV, amounts with VAT beside those without. */
const FIND_A_TENDER = {
  ocid: 'ocds-h6vhtk-0a1b2c',
  id: '012345-2026',
  date: '2026-06-30T23:30:00Z',
  tag: ['contract'],
  buyer: { id: 'GB-PPON-ABCD-1234-EFGH', name: 'Northmere Council' },
  parties: [
    {
      id: 'GB-PPON-ABCD-1234-EFGH',
      name: 'Northmere Council',
      roles: ['buyer'],
      address: { postalCode: 'nm1 1aa' },
    },
    {
      id: 'GB-COH-123456',
      name: 'Fenwick Paths Ltd',
      identifier: { scheme: 'GB-COH', id: '123456' },
      details: { scale: 'small', vcse: false },
      roles: ['supplier'],
    },
  ],
  tender: {
    id: 'ocds-h6vhtk-0a1b2c',
    title: 'Repair of footpaths',
    items: [{ id: '1', additionalClassifications: [{ scheme: 'CPV', id: '45233260' }], relatedLot: '1' }],
    lots: [
      {
        id: '1',
        contractPeriod: { startDate: '2026-08-01T00:00:00+01:00', endDate: '2029-07-31T23:59:59+01:00' },
      },
    ],
    procurementMethod: 'open',
    mainProcurementCategory: 'works',
    aboveThreshold: true,
  },
  awards: [
    { id: '1', status: 'active', suppliers: [{ id: 'GB-COH-123456', name: 'Fenwick' }], relatedLots: ['1'] },
  ],
  contracts: [
    {
      id: '1',
      awardID: 1,
      status: 'active',
      value: { amount: 100.1, amountGross: 120.12, currency: 'GBP' },
      dateSigned: '2026-06-30',
    },
  ],
}

describe('readContracts', () => {
  test('reads the shape of Find a Tender', () => {
    const { record, problems } = only(FIND_A_TENDER)
    expect(problems).toEqual([])
    expect(record).toMatchObject({
      ocid: 'ocds-h6vhtk-0a1b2c',
      publishedOn: '2026-07-01',
      stage: 'contract',
      awardId: '1',
      contractId: '1',
      title: 'Repair of footpaths',
      buyer: {
        name: 'Northmere Council',
        identifiers: [{ scheme: 'GB-PPON', id: 'ABCD-1234-EFGH' }],
        postcode: 'NM1 1AA',
      },
      suppliers: [
        {
          name: 'Fenwick Paths Ltd',
          identifiers: [{ scheme: 'GB-COH', id: '00123456' }],
          isSme: true,
          isVcse: false,
        },
      ],
      valuePence: 10_010,
      valueWithVatPence: 12_012,
      valueFrom: 'contract',
      cpv: ['45233260'],
      lots: ['1'],
      isAboveThreshold: true,
      signedOn: '2026-06-30',
      startsOn: '2026-08-01',
      endsOn: '2029-07-31',
    })
  })
  test.skipIf(!existsSync(CONTRACTS_FINDER))(
    'reads 201 real releases of Contracts Finder (skipped where ../shared is absent)',
    () => {
      const { releases } = JSON.parse(readFileSync(CONTRACTS_FINDER, 'utf8'))
      const all = releases.map((release: never, i: number) => readContracts(release, `/releases/${i}`))
      const records = all.flatMap((each: any) => each.records)
      const suppliers = records.flatMap((record: any) => record.suppliers)
      const count = (stage: string) => records.filter((record: any) => record.stage === stage).length
      expect([count('planning'), count('tender'), count('award')]).toEqual([7, 47, 147])
      expect(suppliers).toHaveLength(267)
      expect(
        suppliers.filter((each: any) => each.identifiers.some(({ scheme }: any) => scheme === 'GB-COH')),
      ).toHaveLength(77)
      expect(records.every((record: any) => record.cpv.length > 0 && record.buyer !== null)).toBe(true)
      expect(all.flatMap((each: any) => each.problems)).toEqual([])
    },
  )
  test('gives a record for each contract, and for each award without one', () => {
    const release = { ...FIND_A_TENDER, awards: [...FIND_A_TENDER.awards, { id: '2', value: { amount: 5 } }] }
    expect(read(release).records.map(({ awardId, contractId }) => [awardId, contractId])).toEqual([
      ['1', '1'],
      ['2', null],
    ])
  })
  test('an account on a platform is no identifier', () =>
    expect(
      only({ ocid: 'x', id: '1', date: '2026-01-01', tender: {}, buyer: { id: 'GB-CFS-44290', name: 'A' } })
        .record.buyer,
    ).toMatchObject({
      localId: 'GB-CFS-44290',
      identifiers: [],
    }))
  test.each<[string, string, unknown]>([
    ['no-ocid', '/ocid', { tender: {} }],
    ['no-subject', '', { ocid: 'x', id: '1' }],
    ['no-id', '/id', { ocid: 'x', tender: {} }],
    ['no-date', '/date', { ocid: 'x', id: '1', tender: {} }],
    ['no-buyer', '/buyer', { ocid: 'x', id: '1', tender: {} }],
    ['not-text', '/tender/title', { ocid: 'x', tender: { title: ['a'] } }],
    ['not-a-number', '/tender/value/amount', { ocid: 'x', tender: { value: { amount: 'NaN' } } }],
    ['amount-out-of-range', '/tender/value/amount', { ocid: 'x', tender: { value: { amount: 1e300 } } }],
    [
      'not-a-date',
      '/tender/tenderPeriod/endDate',
      { ocid: 'x', tender: { tenderPeriod: { endDate: '31/12/2026' } } },
    ],
    ['date-out-of-range', '/awards/0/date', { ocid: 'x', awards: [{ date: '1850-01-01T00:00:00Z' }] }],
    [
      'ends-before-start',
      '/contracts/0/period',
      { ocid: 'x', contracts: [{ period: { startDate: '2026-02-01', endDate: '2026-01-01' } }] },
    ],
    ['not-a-list', '/awards', { ocid: 'x', awards: { id: 1 } }],
    ['not-an-object', '/awards/0', { ocid: 'x', awards: [7] }],
    ['not-an-object', '/tender', { ocid: 'x', tender: 'none' }],
    ['too-long', '/tender/title', { ocid: 'x', tender: { title: 'x'.repeat(30_000) } }],
    [
      'unknown-supplier',
      '/awards/0/suppliers/0/id',
      { ocid: 'x', parties: [{ id: 'p' }], awards: [{ suppliers: [{ id: 'q', name: 'Q' }] }] },
    ],
  ])('notes %s at %s', (code, pointer, release) => {
    expect(codesOf(release)).toContainEqual([code, pointer])
    expect(read(release).problems.map(readingSentence).join()).not.toContain('undefined')
  })
  test('reads amounts as people write them, exactly', () => {
    const penceOf = (amount: unknown) =>
      only({ ocid: 'x', id: '1', date: '2026-01-01', tender: { value: { amount } } }).record.valuePence
    expect(['£1,234.50', '7', 3380.86, 0, -12.34].map(penceOf)).toEqual([123_450, 700, 338_086, 0, -1_234])
  })
  test('keys of every object are no fields', () => {
    const hostile = JSON.parse(
      '{"ocid":"x","id":"1","date":"2026-01-01","tender":{"__proto__":{"title":"stolen"}},"buyer":{"constructor":1}}',
    )
    expect(only(hostile).record.title).toBeNull()
    expect(({} as any).title).toBeUndefined()
  })
  test('a name that brings its own toString is no stage', () =>
    expect(
      only({ ocid: 'x', id: '1', date: '2026-01-01', tag: [{ toString: null }], tender: { title: 'T' } })
        .record.stage,
    ).toBe('tender'))
  test('never throws, whatever the release', () =>
    fc.assert(
      fc.property(
        fc.record(
          {
            ocid: fc.oneof(fc.string(), fc.jsonValue()),
            tender: fc.oneof(
              fc.record({
                value: fc.jsonValue(),
                lots: fc.jsonValue(),
                items: fc.jsonValue(),
                tenderPeriod: fc.jsonValue(),
              }),
              fc.jsonValue(),
            ),
            awards: fc.oneof(
              fc.array(
                fc.record({ suppliers: fc.jsonValue(), relatedLots: fc.jsonValue(), date: fc.jsonValue() }),
              ),
              fc.jsonValue(),
            ),
            contracts: fc.oneof(
              fc.array(fc.record({ awardID: fc.jsonValue(), period: fc.jsonValue() })),
              fc.jsonValue(),
            ),
            parties: fc.oneof(
              fc.array(
                fc.record({ id: fc.jsonValue(), identifier: fc.jsonValue(), address: fc.jsonValue() }),
              ),
              fc.jsonValue(),
            ),
            tag: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
        (release) => {
          const { records, problems } = read(JSON.parse(JSON.stringify(release)))
          expect(records.length + problems.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 300 },
    ))
})

test.each([
  ['2026-07-01', '2026-07-01'],
  ['2026-06-30T23:30:00Z', '2026-07-01'],
  ['2026-01-31T23:30:00Z', '2026-01-31'],
  ['2021-07-19T00:00:00+01:00', '2021-07-19'],
  ['2026-07-01T23:59:59', '2026-07-01'],
  ['2029-09-14T23:59:59Z', '2029-09-14'],
  ['2026-02-30', undefined],
  ['2026-02-01T25:00:00Z', undefined],
  ['01/02/2026', undefined],
  ['', undefined],
])('the day of %s in London is %s', (text, day) => expect(londonDay(text)).toBe(day))
