import { describe, expect, test } from 'vitest'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { matchPayeesOf } from '../actions/match-payees.ts'
import { api } from '../api.ts'
import {
  aPlacedAuthority,
  aRegisterOfCompanies,
  importText,
  otherCompanies,
  paymentRows,
} from '../builders.ts'
import { pages } from '../routes.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages, api })
await aRegisterOfCompanies(db, [
  ...otherCompanies(300),
  ['THORNWICK CARE LIMITED', '00000011', 'PR1 2HE'],
  ['GREYSTONE HOLLOW LIMITED', '00000012', 'M1 1AA'],
  ['GREYSTONE HOLLOW LIMITED', '00000013', 'BB1 1AA'],
  ['THORNWICK CARE HOLDINGS LIMITED', '00000016'],
])
const authority = await aPlacedAuthority(db)
await importText(
  db,
  authority,
  paymentRows([
    ['01/04/2026', 'Thornwick Care Ltd', '100.00'],
    ['02/05/2026', 'THORNWICK CARE LIMITED', '250.00'],
    ['02/04/2026', 'Thornwick Care Holdings Ltd', '7.00'],
    ['03/04/2026', 'Greystone Hollow Ltd', '900.00'],
    ['03/04/2026', 'GREYSTONE HOLLOW LIMITED', '50.00', 'EX1 1AA'],
    ['04/04/2026', '=Quellholt <b>Ferries</b>', '10.00'],
    ['06/04/2026', 'REDACTED', '10.00'],
  ]),
)
await matchPayeesOf(authority.ctx)

const reviewer = aVisitor({
  authorityId: authority.id,
  permissions: ['spend.read', 'suppliers.read', 'suppliers.review'],
})
const reader = aVisitor({ authorityId: authority.id, permissions: ['spend.read'] })

describe('the list of suppliers', () => {
  test('puts the spellings of one supplier together and says how many payees they are', async () => {
    const page = await (await app.as(reader)).get('/spend/suppliers')
    const rows = page.tables.flat()
    const thornwick = rows.find((row) => row.join(' ').includes('THORNWICK CARE LIMITED'))
    expect(thornwick?.join(' ')).toMatch(
      /By name.*Business.*Small.*City of.*Payees2 Payments2 Amount£350\.00/,
    )
    expect(rows.filter((row) => row.join(' ').toLowerCase().includes('greystone'))).toHaveLength(1)
    expect(page.text).toContain('Paid to suppliers found in a register')
    expect(page.links.map(({ href }) => href)).not.toContain('/spend/review')
  })

  test('counts a name that is withheld as a person’s, on the page and in the file', async () => {
    const client = await app.as(reader)
    const rows = (await client.get('/spend/suppliers?kind=individual')).tables.flat()
    expect(rows.slice(1).map((row) => row.join(' '))).toEqual([
      expect.stringMatching(/Individuals and withheld names.*£10\.00/),
    ])
    const file = (await client.get('/spend/suppliers.csv')).text
    expect(file).toMatch(/Individuals and withheld names/)
  })

  test('narrows by kind, state and name, and shrugs at what makes no sense', async () => {
    const names = async (query: string) => {
      const page = await (await app.as(reader)).get(`/spend/suppliers?${query}`)
      return page.links.filter(({ href }) => /^\/spend\/suppliers\/[^?]/.test(href)).map(({ text }) => text)
    }
    expect(await names('state=doubtful')).toEqual(['Greystone Hollow Ltd'])
    expect(await names('kind=business&search=holdings')).toEqual(['THORNWICK CARE HOLDINGS LIMITED'])
    expect(await names('search=00000011')).toEqual(['THORNWICK CARE LIMITED'])
    expect(await names('search=%25')).toEqual([])
    expect((await names('state=nonsense&sort=-name;drop&page=-1')).length).toBe(4)
  })

  test('is exported with its basis, and a name that is a formula stays text', async () => {
    const { body, headers } = await (await app.as(reader)).request({
      method: 'GET',
      url: '/spend/suppliers.csv',
    })
    expect(headers['content-type']).toContain('text/csv')
    expect(body).toContain('GB-COH-00000011')
    expect(body).not.toMatch(/(^|,)"?=Quellholt/m)
  })
})

describe('the page of a supplier', () => {
  test('tells the register’s facts, its payees, why they are it, and sisters', async () => {
    const page = await (await app.as(reviewer)).get('/spend/suppliers/GB-COH-00000011')
    expect(page.h1).toBe('THORNWICK CARE LIMITED')
    expect(page.text).toContain('£350')
    expect(page.text).toContain('stated: Companies Act 2006 s.3')
    expect(page.text).toContain('The names are the same.')
    expect(page.text).toContain('Perhaps of the same group of companies')
    expect(page.links.map(({ href }) => href)).toContain('/spend/suppliers/GB-COH-00000016')
  })

  test('is there for suppliers that no register knows, and says so', async () => {
    const client = await app.as(reader)
    const list = await client.get('/spend/suppliers?state=unknown')
    const href = list.links.find(({ text }) => text.includes('Quellholt'))?.href ?? ''
    const page = await client.get(href)
    expect(page.status).toBe(200)
    expect(page.text).toContain('No register that is loaded knows this supplier')
    expect(page.html).not.toContain('<b>Ferries')
  })

  test.each(['GB-COH-99999999', 'name:nobody', '%00', 'redacted'])('is not found for %s', async (key) => {
    expect((await (await app.as(reader)).get(`/spend/suppliers/${key}`)).status).toBe(404)
  })
})

describe('the review list', () => {
  test('is for those who may review', async () => {
    expect((await (await app.as(reader)).get('/spend/review')).status).toBe(403)
    expect((await (await app.as(reader)).post('/spend/review', { choice: 'none', payees: '1' })).status).toBe(
      403,
    )
  })

  test('puts the payees that look alike together, with the candidates and the evidence in words', async () => {
    const page = await (await app.as(reviewer)).get('/spend/review')
    expect(page.h1).toBe('Review list')
    expect(page.text).toContain('2 payees that look alike')
    expect(page.text).toContain('GB-COH 00000012')
    expect(page.text).toContain('GB-COH 00000013')
    expect(page.text).toContain('The names are the same.')
    const form = page.forms.find(({ action }) => action === '/spend/review')
    expect(form?.fields.payees).toHaveLength(2)
    expect(form?.buttons).toEqual(['This one 1', 'This one 2', 'None of these n', 'Take this number'])
  })

  test.each([
    [{ payees: undefined, choice: 'none' }, 'Tick at least one payee'],
    [{ choice: 'number', number: 'what?' }, 'Enter a company number of eight characters'],
    [{ choice: 'number', number: '00009999' }, 'No register that is loaded has this number'],
    [{ payees: '999999999', choice: 'none' }, 'is not here any more'],
    [{ choice: 'GB-COH 1; drop table' }, 'Enter a company number'],
  ])('refuses %j with a sentence, and changes nothing', async (fields, sentence) => {
    const client = await app.as(reviewer)
    await client.get('/spend/review')
    const page = await client.submit(fields, '/spend/review')
    expect(page.status).toBe(400)
    expect(page.errors[0]?.text).toContain(sentence)
    expect(page.text).toContain('2 payees that look alike')
  })

  test('keeps the number and the ticks of a refused decision', async () => {
    const client = await app.as(reviewer)
    const first = await client.get('/spend/review')
    const [one = ''] = [
      first.forms.find(({ action }) => action === '/spend/review')?.fields.payees ?? [],
    ].flat()
    const again = await client.submit({ choice: 'number', number: '00009999', payees: one }, '/spend/review')
    expect(again.html).toContain('value="00009999"')
    const ticked = again.html.match(/<input[^>]*name="payees"[^>]*>/g)?.map((input) => / checked/.test(input))
    expect(ticked?.toSorted()).toEqual([false, true])
  })

  test('decides all that are ticked by one button, says who did, and undoes it', async () => {
    const client = await app.as(reviewer)
    await client.get('/spend/review')
    const decided = await client.submit({ choice: 'GB-COH 00000013' }, '/spend/review')
    expect(decided.text).toContain('Nothing to review')
    expect(decided.text).toContain('is GREYSTONE HOLLOW LIMITED')
    const supplier = await client.get('/spend/suppliers/GB-COH-00000013')
    expect(supplier.text).toContain('A person decided this.')
    expect(supplier.text).toContain('£950')
    const decisions = await client.get('/spend/review/decisions')
    expect(decisions.text).toContain('GB-COH 00000013')
    const undone = await client.submit({}, '/spend/review/undo')
    expect(undone.path).toBe('/spend/review/decisions')
    expect((await client.get('/spend/review')).text).toContain('2 payees that look alike')
    expect((await client.post('/spend/review/undo', { batch: 'nonsense' })).status).toBe(404)
  })

  test('lets a reviewer correct what the matcher was sure of, on the page of the payee', async () => {
    const client = await app.as(reviewer)
    const list = await client.get('/spend/suppliers/GB-COH-00000016')
    const review = list.links.find(({ href }) => href.startsWith('/spend/review?payee='))?.href ?? ''
    expect((await client.get(review)).h1).toBe('Who is Thornwick Care Holdings Ltd?')
    const page = await client.submit({ choice: 'number', number: '00000011' }, '/spend/review')
    expect(page.path).toMatch(/^\/spend\/payees\/\d+$/)
    expect(page.text).toContain('THORNWICK CARE LIMITED')
    expect((await client.get('/spend/review?payee=99999999')).status).toBe(404)
  })
})

describe('the API', () => {
  const ask = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
    const client = await app.as(reviewer)
    const answer = await client.request({
      method,
      url: `/api/v1/spend${url}`,
      ...(payload ? { payload } : {}),
      headers: { authorization: 'Bearer of-the-test' },
    })
    return { status: answer.statusCode, body: answer.json() as Record<string, unknown> }
  }

  test('lists suppliers with their basis, and one with its payees', async () => {
    const { body } = await ask('GET', '/suppliers?state=doubtful')
    expect(body).toMatchObject({ suppliers: [{ name: 'Greystone Hollow Ltd', payees: 2, pence: 95_000 }] })
    expect((await ask('GET', '/suppliers/GB-COH-00000011')).body).toMatchObject({
      supplierKey: 'GB-COH-00000011',
    })
  })

  test('decides and takes back, and refuses what it cannot understand', async () => {
    const { body } = await ask('GET', '/review')
    const payees = (body.groups as { members: { id: number }[] }[])[0]?.members.map(({ id }) => id)
    const decided = await ask('POST', '/decisions', { payees, supplier: 'GB-COH-00000012' })
    expect(decided).toMatchObject({ status: 201, body: { supplier: 'GREYSTONE HOLLOW LIMITED' } })
    expect((await ask('GET', '/suppliers/GB-COH-00000012')).body).toMatchObject({ pence: 95_000 })
    expect((await ask('DELETE', `/decisions/${String(decided.body.batch)}`)).status).toBe(200)
    expect((await ask('DELETE', `/decisions/${String(decided.body.batch)}`)).status).toBe(422)
    for (const supplier of ['GB-COH-\u0000', 'Greystone', 'GB-COH-99999998'])
      expect((await ask('POST', '/decisions', { payees, supplier })).status).toBeGreaterThanOrEqual(400)
    expect((await ask('POST', '/decisions', { payees: [], supplier: null })).status).toBe(400)
  })

  test('tells how matching went', async () => {
    expect((await ask('GET', '/matching')).body).toMatchObject({ registersLoaded: expect.any(Boolean) })
  })
})
