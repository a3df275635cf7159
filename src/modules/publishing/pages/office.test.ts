import { existsSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { recordOthers } from '#budget'
import {
  aContractText,
  type ContractsTables,
  pages as contractPages,
  listContracts,
  planReview,
  recordContract,
} from '#contracts'
import { importFile } from '#spend'
import type { Reader } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { must } from '../../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { anAuthority } from '../council-builders.ts'
import { importReleases } from '../import-releases.ts'
import { pages } from '../routes.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages: [...pages, ...contractPages] })
const council = await anAuthority(db, 'Northmere City Council')
const ctx = db.context({ kind: 'command' }, council.id)
const OFFICER = ['publishing.read', 'publishing.manage', 'contracts.manage']
const officer = await app.as(aVisitor({ authorityId: council.id, permissions: OFFICER }))
const contractsOffice = await app.as(
  aVisitor({ authorityId: council.id, permissions: ['contracts.read', 'contracts.manage'] }),
)
const reader = await app.as(aVisitor({ authorityId: council.id, permissions: ['publishing.read'] }))
const anybody = app.client()
const register = () => inReading(ctx, (tx: Reader<ContractsTables>) => listContracts(tx))

must(await recordContract(ctx, aContractText()))
must(
  await recordContract(
    ctx,
    aContractText({
      reference: 'NC-2',
      title: 'Piano tuning',
      supplierName: 'Mrs A Quillfeather',
      supplierNumber: null,
      valuePence: 900_000,
    }),
  ),
)

describe('the office', () => {
  test('opens the publication, publishes and shows what stands', async () => {
    const closed = await officer.get('/publishing')
    expect(closed.text).toContain('Until you do this, nothing leaves')
    const wrong = await officer.submit({ ocidPrefix: 'northmere', orgId: 'x' }, '/publishing/settings')
    expect([wrong.status, wrong.errors.length]).toEqual([400, 2])
    await officer.submit(
      { ocidPrefix: 'ocds-nrthmr', orgId: 'GB-LAE-NMR', grantsPrefix: '360G-nmr' },
      '/publishing/settings',
    )
    const published = await officer.submit({}, '/publishing/publish')
    expect(published.text).toContain('4 releases published')
    expect(published.text).toContain('1 name withheld until somebody decides')
  })

  test('lets only those decide who may', async () => {
    expect((await reader.get('/publishing/review')).text).not.toContain('What is Mrs')
    await officer.get('/publishing/review')
    const refused = await reader.post('/publishing/review/names', { nameKey: 'x', decision: 'named' })
    expect(refused.status).toBe(403)
    expect((await anybody.get('/publishing')).path).toContain('/sign-in')
  })

  test('withholds a name until somebody says with a reason that it may be published', async () => {
    const page = await officer.get('/publishing/review')
    expect(page.text).toContain('Mrs A Quillfeather')
    const unexplained = await officer.submit({ decision: 'named' }, '/publishing/review/names')
    expect(unexplained.text).toContain('Say why the name may be published')
    const decided = await officer.submit(
      { decision: 'individual', note: 'Asked' },
      '/publishing/review/names',
    )
    expect(decided.text).toContain('No name waits')
    const list = await officer.get('/publishing/review?of=decided')
    expect(list.tables[0]?.[1]?.join(' ')).toMatch(/Quillfeather.*An individual: withhold the name.*Asked/)
    expect((await officer.get('/publishing/review?of=decided&words=piano')).text).toContain('Nothing decided')
    const file = await officer.request({ method: 'GET', url: '/publishing/review.csv' })
    expect(file.body).toContain('Name,Mrs A Quillfeather,')
    expect(await db.query(`select name from platform.audit_entry where name = 'NAME_DECIDED'`)).toHaveLength(
      1,
    )
  })

  test('checks what would be published', async () => {
    const page = await officer.get('/publishing/checks')
    expect([page.status, page.h1]).toEqual([200, 'Checks'])
    expect(page.text).toContain('2 were checked for lots')
  })
})

describe('data sets', () => {
  const publish = async (dataset: string, period: string, withhold?: string) => {
    await officer.get('/publishing/datasets')
    return officer.submit({ dataset, period, withhold })
  }

  test('say which columns stay empty and why, and take what the council says', async () => {
    const before = await officer.get('/publishing/datasets')
    expect(before.text).toContain('ColumnVAT that cannot be recovered Filled in0 of 2')
    const contract = (await register()).find(({ reference }) => reference !== 'NC-2')
    const id = contract?.id ?? ''
    await planReview(ctx, id, {
      title: 'Year one',
      plannedOn: '2027-02-01',
      isReviewPoint: false,
      ways: [],
    })
    await planReview(ctx, id, { title: 'Soon', plannedOn: '2026-12-01', isReviewPoint: false, ways: [] })
    await contractsOffice.get(`/contracts/${id}/transparency`)
    const wrong = await contractsOffice.submit({ vat: 'lots' })
    expect(wrong.errors[0]?.text).toContain('in pounds')
    const done = await contractsOffice.submit({ vat: '1,200', invitation: 'quote', sme: 'yes', vcse: 'no' })
    expect(done.text).toContain('It stands in the next edition')
    const after = await officer.get('/publishing/datasets')
    expect(after.tables[0]?.slice(1).map((row) => row[1])).toEqual(Array(5).fill('Filled in1 of 2'))
  })

  test('of contracts are published once, redacted, at an address that stays', async () => {
    const page = await publish('contracts', '2026-Q3')
    const href = page.links.find((link) => link.href?.includes('/open-data/files/'))?.href ?? ''
    const file = await anybody.request({ method: 'GET', url: href })
    const lines = file.body.trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(file.body).toContain('Fenwick Paths Ltd')
    expect(file.body).toContain(',1200,2025-04-01,2029-03-31,2026-12-01,Invitation to quote,Yes,No,')
    expect(file.body).toContain('Redacted: personal data')
    expect(file.body).not.toContain('Quillfeather')
    const part = await anybody.request({ method: 'GET', url: href, headers: { range: 'bytes=3-12' } })
    expect([part.statusCode, part.body]).toEqual([206, file.body.slice(1, 11)])
    expect((await publish('contracts', '2026-Q3')).text).toContain('Nothing has changed since edition 1')
    expect((await anybody.request({ method: 'GET', url: href.replace('/1.csv', '/2.csv') })).statusCode).toBe(
      404,
    )
  })

  test('of grants go out by 360Giving too, and name nobody undecided', async () => {
    const grant = (recipient: string) => ({
      result: null,
      text: {
        kind: 'grant' as const,
        title: `Help for ${recipient}`,
        department: 'Communities',
        recipient,
        givenPence: 500_000,
        startsOn: '2026-07-01',
        endsOn: '2027-06-30',
        priorityId: null,
        basis: 'none' as const,
        unit: 'sessions',
        quantity: '10',
        unitValue: null,
      },
    })
    await recordOthers(ctx, [grant('Hillside Community Choir'), grant('Mr J Ogle')])
    const waits = await publish('grants-360', '2026-Q3')
    expect(waits.text).toContain('Decide on 1 name first')
    const page = await publish('grants-360', '2026-Q3', 'yes')
    const href = page.links.find((link) => link.href?.endsWith('.json'))?.href ?? ''
    const { grants } = (await anybody.request({ method: 'GET', url: href })).json()
    expect(JSON.stringify(grants)).not.toContain('Ogle')
    expect(
      grants.map((each: { recipientIndividual?: object }) => each.recipientIndividual !== undefined).sort(),
    ).toEqual([false, true])
  })

  test('of spending have VAT that cannot be recovered where a payment file says so, and else nothing', async () => {
    const importText = async (name: string, content: string) => {
      const stored = await db.services.files.put(Readable.from([Buffer.from(content)]))
      const file = { ...stored, name, path: db.services.files.localPath(stored.hash) }
      const wish = { authorityId: council.id, importId: newId(), file, correction: null, choice: null }
      expect((await importFile(ctx, wish, () => undefined)).kind).not.toBe('unreadable')
    }
    const row = (day: number, vat: string) => `${10 + day}/05/2026,Fenwick Paths Ltd,${1000 + day}.00,${vat}`
    const rows = (vats: readonly string[]) => vats.map((vat, at) => row(at, vat)).join('\n')
    const head = 'Date,Supplier,Net Amount,'
    await importText('a.csv', `${head}Irrecoverable VAT\n${rows(['0', '12.34', '', '0', '1.00'])}\n`)
    await importText(
      'b.csv',
      `${head}VAT\n${rows(['200', '200', '200', '200', '200']).replaceAll('/05/', '/06/')}\n`,
    )
    const page = await publish('spend', '2026-Q2')
    const href = page.links.find((link) => link.href?.includes('/spend/'))?.href ?? ''
    const file = await anybody.request({ method: 'GET', url: href })
    const vat = (line: string) => line.split(',').at(-2)
    const [titles = '', ...lines] = file.body.trimEnd().split('\r\n')
    expect([vat(titles), lines.map(vat)]).toEqual([
      'Value Added Tax that cannot be recovered',
      ['0', '12.34', '', '0', '1', '', '', '', '', ''],
    ])
    expect((await anybody.get('/open-data')).text).toContain('not known, and not nil')
  })

  test('of a quarter without payments, or that is none, are refused in words', async () => {
    expect((await publish('spend', '2026-Q3')).text).toContain('There is nothing to publish for 2026-Q3')
    expect((await publish('spend', '2026-99')).text).toContain('Choose a quarter')
  })
})

const FINDER = '../shared/data/ocds/contracts-finder_201-releases_2025.json'

describe('import of releases', () => {
  test.skipIf(!existsSync(FINDER))(
    'takes contracts of Contracts Finder (skipped without ../shared)',
    async () => {
      const text = readFileSync(FINDER, 'utf8')
      const first = await importReleases(ctx, { name: 'finder.json', content: [text] }, '')
      expect(first.releases).toBe(201)
      expect(first.added).toBeGreaterThan(20)
      const again = await importReleases(ctx, { name: 'finder.json', content: [text] }, '')
      expect([again.added, again.changed, again.same]).toEqual([0, 0, first.added])
    },
  )

  const release = (facts: object) => ({
    ocid: 'ocds-b5fd17-1',
    id: '1',
    date: '2026-01-01T00:00:00Z',
    tag: ['award'],
    buyer: { name: 'Northmere City Council' },
    parties: [
      {
        id: 's',
        name: 'Hall & Sons Ltd',
        identifier: { scheme: 'GB-COH', id: '07654321' },
        roles: ['supplier'],
      },
    ],
    awards: [
      {
        id: 'a',
        title: 'Roof repair',
        suppliers: [{ id: 's', name: 'Hall & Sons Ltd' }],
        value: { amount: 1200, currency: 'GBP' },
      },
    ],
    ...facts,
  })

  test('takes the own contracts through the page and names the others', async () => {
    const other = release({ ocid: 'ocds-b5fd17-2', buyer: { name: 'Far Away Council' } })
    await officer.get('/publishing/import')
    const content = JSON.stringify({ releases: [release({}), other] })
    const page = await officer.upload({ field: 'file', name: 'releases.json', content })
    expect(page.text).toContain('2 releases read: 1 new contracts')
    expect(page.text).toContain('was bought by Far Away Council')
    const found = (await register()).find(({ supplierName }) => supplierName === 'Hall & Sons Ltd')
    expect(found).toMatchObject({ title: 'Roof repair', valuePence: 120_000, source: 'open-data' })
    expect(found?.supplierNumber).toEqual({ scheme: 'GB-COH', number: '07654321' })
  })

  const HOSTILE: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['no JSON', 'PK\u0003\u0004 not json'],
    ['deep nesting', `{"ocid":"x","id":"1","tender":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    [
      'huge numbers',
      JSON.stringify(
        release({
          ocid: 'ocds-h',
          awards: [{ id: 'a', title: 't', value: { amount: 1e308 }, suppliers: [{ name: 'X' }] }],
        }),
      ),
    ],
    [
      'prototype keys',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"ocid":"ocds-p","id":"1","awards":[]}',
    ],
    [
      'a string of 10 MB',
      JSON.stringify(
        release({
          ocid: 'ocds-l',
          awards: [{ id: 'a', title: 'x'.repeat(10_000_000), suppliers: [{ name: 'X' }] }],
        }),
      ),
    ],
    [
      'wrong types',
      JSON.stringify({ ocid: 7, id: [], date: {}, awards: { a: 1 }, contracts: 'x', parties: 9, tender: [] }),
    ],
    [
      'formulas and markup',
      JSON.stringify(
        release({
          ocid: 'ocds-m',
          awards: [{ id: '=1', title: '=cmd()<script>', suppliers: [{ name: '<b>X' }] }],
        }),
      ),
    ],
    [
      'nul bytes',
      JSON.stringify(
        release({ ocid: 'ocds-\0', awards: [{ id: 'a', title: 'a\0b', suppliers: [{ name: 'X\0' }] }] }),
      ),
    ],
    [
      'an unpaired surrogate',
      '{"ocid":"ocds-s","id":"1","awards":[{"id":"a","title":"\\ud800","suppliers":[{"name":"X"}]}]}',
    ],
  ]

  test.each(HOSTILE)('bears %s', async (_name, content) => {
    const before = (await register()).length
    const outcome = await importReleases(ctx, { name: 'hostile.json', content: [content] }, '')
    expect(outcome.added + outcome.leftOutCount).toBeGreaterThan(0)
    expect((await register()).length).toBe(before + outcome.added)
    expect(Object.prototype).not.toHaveProperty('polluted')
  })
})
