import { beforeAll, describe, expect, test } from 'vitest'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { agreeToNetwork, foundNetwork, inviteToNetwork, leaveNetwork } from './actions/networks.ts'
import { ANALYSES } from './analyses/all.ts'
import { api } from './api.ts'
import { aPlacedAuthority, importText, type PlacedAuthority, paymentRows } from './builders.ts'
import { identifyPayees } from './fact-builders.ts'
import { pages } from './routes.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages, api })
let authority: PlacedAuthority
let neighbour: PlacedAuthority
const manager = () =>
  app.as(aVisitor({ authorityId: authority.id, permissions: ['spend.read', 'spend.manage'] }))
const reader = (of: PlacedAuthority) => app.as(aVisitor({ authorityId: of.id, permissions: ['spend.read'] }))

beforeAll(async () => {
  authority = await aPlacedAuthority(db, 'Pages council')
  neighbour = await aPlacedAuthority(db, 'Neighbour council')
  await importText(
    db,
    authority,
    paymentRows([
      ['01/05/2024', 'Care Firm', '300.00', 'PR1 2HE', 'Adults', 'Home care'],
      ['01/05/2025', 'Care Firm', '500.00', 'PR1 2HE', 'Adults', 'Home care'],
      ['01/05/2025', '=HYPERLINK()', '100.00', 'EC1A 1BB', 'Adults', 'Oddments'],
      ['02/05/2025', 'No Place', '100.00', '', 'Adults', 'Oddments'],
    ]),
  )
  await importText(db, neighbour, paymentRows([['01/05/2025', 'Secret Firm', '9999.00', 'PR1 2HE']]))
  await identifyPayees(db, authority.id, { 'Care Firm': { key: 'GB-COH-1', kind: 'vcse', sector: 'Q' } })
})

const NAMES = Object.keys(ANALYSES)
/** The parts of gaps are explained with them. */
const methodOf = (name: string): string => (name.startsWith('gap-') ? 'gaps' : name)

describe.each(NAMES)('/spend/%s', (name) => {
  test('answers with a heading, its basis, and the way to the method', async () => {
    const page = await (await reader(authority)).get(`/spend/${name}`)
    expect(page.status).toBe(200)
    expect(page.html.match(/<h1/g)?.length).toBe(1)
    expect(page.html).toContain(`/spend/method#${methodOf(name)}`)
    if (!['wards', 'deprivation'].includes(name)) expect(page.text).toContain('4 payments in 1 file')
  })

  test('comes as CSV, XLSX and JSON and over the API, without a formula', async () => {
    const client = await reader(authority)
    const csv = await client.request({ method: 'GET', url: `/spend/${name}.csv` })
    expect([csv.statusCode, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(csv.body).not.toMatch(/(^|,)=HYPER/m)
    for (const format of ['xlsx', 'json'])
      expect((await client.request({ method: 'GET', url: `/spend/${name}.${format}` })).statusCode).toBe(200)
    expect((await client.request({ method: 'GET', url: `/spend/${name}.exe` })).statusCode).toBe(404)
    const json = await client.request({ method: 'GET', url: `/api/v1/spend/${name}` })
    expect(json.statusCode).toBe(200)
    expect(JSON.parse(json.body)).toHaveProperty('basis.period')
  })

  test('shows nothing of another organisation', async () => {
    const page = await (await reader(authority)).get(`/spend/${name}`)
    expect(page.text).not.toContain('Secret')
    expect(page.text).not.toContain('9,999')
  })

  test('bears an address that makes no sense', async () => {
    const page = await (await reader(authority)).get(
      `/spend/${name}?tier=%27&sort=-nonsense&page=-3&scheme=__proto__&before=1&find=%00`,
    )
    expect(page.status).toBe(200)
  })
})

test('a rule of a scheme that is refused keeps what was typed, and says what is missing', async () => {
  const client = await manager()
  await client.get('/spend/schemes/plain')
  const refused = await client.submit({
    act: 'add',
    field: 'department',
    test: 'is',
    value: 'Adult care',
    code: '',
  })
  expect(refused.status).toBe(400)
  expect(refused.errors.map(({ text }) => text)).toContain('Choose a category')
  expect(refused.html).toContain('value="Adult care"')
  expect(refused.html).toMatch(/<option value="department" selected/)
})

test('an analysis says for how much of the money it has no answer, not how much has no place', async () => {
  const client = await reader(authority)
  for (const [path, words] of [
    ['departments', 'department not known for 0%'],
    ['categories', 'category not known for 0%'],
    ['months', 'month not known for 0%'],
    ['tiers', 'place not known for 10%'],
  ])
    expect((await client.get(`/spend/${path}`)).text).toContain(words)
})

test('an organisation without payments is led to its first file from every page', async () => {
  const newcomer = await aPlacedAuthority(db, 'Newcomer council')
  const client = await reader(newcomer)
  // Wards look at one tier from the start, in which there is nothing.
  const names = NAMES.filter((name) => name !== 'wards')
  for (const path of ['/spend/payments', '/spend/payees', ...names.map((name) => `/spend/${name}`)]) {
    const page = await client.get(path)
    expect([path, page.text.includes('No payments yet')]).toEqual([path, true])
    expect(page.html).toContain('/spend/imports')
    expect(page.html).not.toMatch(/<select[^>]*>\s*<\/select>/)
  }
  expect((await client.get('/spend/years')).text).toContain('Two financial years, compared only in')
})

test('payment files and known contracts come as files, and many of them in pages', async () => {
  const client = await manager()
  const file = async (path: string) => (await client.request({ method: 'GET', url: path })).body
  expect(await file('/spend/imports.csv')).toContain('payments.csv,Counted,2024-05-01,2025-05-02,4,1000.00,0')
  expect(JSON.parse(await file('/spend/imports.json')).rows).toHaveLength(1)
  await client.get('/spend/influenceable/contracts')
  const lines = Array.from(
    { length: 51 },
    (_, at) => `Firm ${String(at).padStart(2, '0')},,Block,31/01/2030,`,
  )
  const saved = await client.submit({ lines: lines.toReversed().join('\n') }, 'Save the contracts')
  expect(saved.text).toContain('Showing 1 to 50 of 51')
  const has = (page: typeof saved) => page.tables.flat().some((row) => row.join(' ').includes('Firm 00'))
  expect(has(saved)).toBe(false)
  const sorted = await client.get('/spend/influenceable/contracts?sort=supplier')
  expect(has(sorted)).toBe(true)
  expect(await file('/spend/influenceable/contracts.csv')).toContain('Firm 00,,Block,2030-01-31,')
  const restored = await client.submit({ lines: '' }, 'Save the contracts')
  expect(restored.status).toBe(200)
})

test('rows that could not be read stand under figures of their own file only', async () => {
  const careless = await aPlacedAuthority(db, 'Careless council')
  const early = paymentRows([
    ['01/05/2024', 'Care Firm', '300.00'],
    ['02/05/2024', 'Care Firm', 'three hundred'],
  ])
  await importText(db, careless, early, { name: 'early.csv' })
  await importText(db, careless, paymentRows([['01/05/2025', 'Care Firm', '500.00']]), { name: 'late.csv' })
  const client = await reader(careless)
  expect((await client.get('/spend/tiers')).text).toContain('2 payments in 2 files, 1 row could not be read')
  expect((await client.get('/spend/tiers?to=2024-12')).text).toContain('1 row could not be read')
  expect((await client.get('/spend/tiers?from=2025-01')).text).not.toContain('could not be read')
})

describe('months that make no sense', () => {
  test.each([
    ['from=2026-13&to=zz', 'error “2026-13” is no month'],
    ['from=2025-06&to=2025-04', 'The last month, 2025-04, is before the first, 2025-06.'],
  ])('(%s) are asked back for, and no figure stands for them', async (query, sentence) => {
    const client = await reader(authority)
    for (const path of ['/spend', '/spend/tiers', '/spend/payments', '/spend/suppliers', '/spend/what-if']) {
      const page = await client.get(`${path}?${query}&category=Oddments`)
      expect([path, page.status]).toEqual([path, 400])
      expect(page.text).toContain(sentence.replace('error ', ''))
      expect(page.html).toContain('name="category" value="Oddments"')
      expect(page.text).not.toContain('£')
    }
    for (const path of [
      '/spend/payments.csv',
      '/spend/kinds.json',
      '/api/v1/spend/tiers',
      '/api/v1/spend/payments',
    ])
      expect((await client.request({ method: 'GET', url: `${path}?${query}` })).statusCode).toBe(400)
  })
})

describe('the table of an analysis', () => {
  test('is exported in the order of the page', async () => {
    const client = await reader(authority)
    const months = async (query: string) =>
      (await client.request({ method: 'GET', url: `/spend/months.csv?${query}` })).body
        .split('\r\n')
        .slice(1, 3)
        .map((line) => line.slice(0, 7))
    expect(await months('')).toEqual(['2025-05', '2024-05'])
    expect(await months('sort=name')).toEqual(['2024-05', '2025-05'])
  })

  test('is sorted and searched as the address says', async () => {
    const client = await reader(authority)
    const found = await client.get('/spend/top-suppliers?find=care')
    expect(found.text).toContain('Showing 1 to 1 of 1')
    const sorted = await client.get('/spend/top-suppliers?sort=supplier')
    expect(sorted.html.indexOf('HYPERLINK', sorted.html.indexOf('<tbody'))).toBeGreaterThan(0)
  })
})

describe('rules', () => {
  test('are changed, kept in versions, brought back, and audited', async () => {
    const client = await manager()
    await client.get('/spend/influenceable/rules')
    const added = await client.submit(
      {
        subject: 'category',
        test: 'is',
        value: 'Home care',
        outcome: 'not',
        reason: 'Locked by law',
        place: '1',
      },
      'Add the rule',
    )
    expect(added.text).toContain('Rule added: Locked by law')
    expect((await client.get('/spend/influenceable')).text).toContain('Locked by law')
    await client.get('/spend/influenceable/rules')
    const removed = await client.post('/spend/influenceable/rules', { act: 'remove', place: '1', seen: '1' })
    expect(removed.text).toContain('Rule 1 taken out')
    expect((await client.get('/spend/influenceable')).text).not.toContain('Locked by law')
    await client.post('/spend/influenceable/rules', { act: 'restore', version: '1' })
    expect((await client.get('/spend/influenceable')).text).toContain('Locked by law')
    const entries = await db.query(
      `select facts from platform.audit_entry where name = 'RULE_BOOK_CHANGED' and subject = 'influenceable' order by number`,
    )
    expect(entries.map((entry) => (entry.facts as { version: number }).version)).toEqual([1, 2, 3])
  })

  test('are not overwritten by somebody who saw an older version', async () => {
    const client = await manager()
    await client.get('/spend/influenceable/rules')
    const late = await client.post('/spend/influenceable/rules', { act: 'remove', place: '1', seen: '1' })
    expect(late.status).toBe(400)
    expect(late.text).toContain('Somebody else has changed this')
  })

  test('that are not whole are refused in words', async () => {
    const client = await manager()
    await client.get('/spend/influenceable/rules')
    const empty = await client.submit({ subject: 'category', value: '', reason: '' }, 'Add the rule')
    expect([empty.status, empty.text.includes('Give the reason that people will read')]).toEqual([400, true])
    const months = await client.submit(
      { subject: 'contract-ends-within', value: 'soon', reason: 'r' },
      'Add the rule',
    )
    expect(months.text).toContain('Give a number of months')
  })

  test('cannot be changed by those who only see the spending', async () => {
    const client = await reader(authority)
    const shown = await client.get('/spend/influenceable/rules')
    expect(shown.text).not.toContain('Add a rule')
    expect((await client.post('/spend/influenceable/rules', { act: 'default', seen: '0' })).status).toBe(403)
    await expect(
      db.services.database.pool.query('update spend.rule_book set change = $1', ['x']),
    ).rejects.toThrow('permission denied')
  })

  test('of contracts come from lines, which are kept where they are refused', async () => {
    const client = await manager()
    await client.get('/spend/influenceable/contracts')
    const refused = await client.submit({ lines: 'Care Firm,,Block,32/01/2030,' }, 'Save the contracts')
    expect([refused.status, refused.html.includes('32/01/2030')]).toEqual([400, true])
    const saved = await client.submit({ lines: 'Care Firm,,Block,31/01/2030,' }, 'Save the contracts')
    expect(saved.text).toContain('31 January 2030')
  })
})

describe('schemes of categories', () => {
  test('map by rules and by hand, and leave the rest unknown', async () => {
    const client = await manager()
    const before = await client.get('/spend/categories?scheme=plain')
    expect(before.text).toContain('Care and support of adults')
    expect(before.text).toContain('Not mapped')
    await client.get('/spend/schemes/plain')
    const mapped = await client.submit({ 'of-0': 'Oddments', 'code-0': 'supplies' }, 'Save these choices')
    expect(mapped.text).toContain('Furniture, equipment and supplies (by hand)')
    expect((await client.get('/spend/categories?scheme=plain')).text).not.toContain('Not mapped £')
  })

  test('of one’s own are added from lines', async () => {
    const client = await manager()
    await client.get('/spend/schemes')
    const added = await client.submit({ name: 'Ours', entries: '1, People\n2, Things' }, 'Add the scheme')
    expect(added.path).toBe('/spend/schemes/ours')
    await client.get('/spend/schemes')
    const again = await client.submit({ name: 'ours!', entries: '1, People' }, 'Add the scheme')
    expect(again.text).toContain('There is a scheme of this name already.')
    expect((await client.get('/spend/schemes/none')).status).toBe(404)
  })
})

describe('a network', () => {
  test('shows an organisation only after it agreed, and no longer once it left', async () => {
    const founded = await foundNetwork(authority.ctx, 'Two councils')
    const id = founded.ok ? founded.value : ''
    const map = `/spend/networks/${id}/map`
    const ours = await reader(authority)
    const theirs = await reader(neighbour)
    expect((await theirs.get(map)).status).toBe(404)
    await inviteToNetwork(authority.ctx, id, neighbour.id)
    expect((await theirs.get(map)).status).toBe(403)
    expect((await ours.get(map)).text).not.toContain('Neighbour council')
    await agreeToNetwork(neighbour.ctx, id)
    const together = await ours.get(map)
    expect(together.text).toContain('Neighbour council')
    expect(together.text).toContain('£10,999.00')
    expect((await ours.get(`/spend/networks/${id}/suppliers`)).text).toContain('Secret Firm')
    await leaveNetwork(neighbour.ctx, id)
    expect((await ours.get(map)).text).not.toContain('Neighbour council')
    expect((await theirs.get(map)).status).toBe(404)
  })

  test('nobody can agree in another’s name, or bring oneself in', async () => {
    const founded = await foundNetwork(authority.ctx, 'Closed')
    const id = founded.ok ? founded.value : ''
    await inviteToNetwork(authority.ctx, id, neighbour.id)
    const stranger = await aPlacedAuthority(db, 'Stranger council')
    const as = (who: string) => `select set_config('app.authority', '${who}', true)`
    const attempt = async (who: string, text: string) => {
      const client = await db.services.database.pool.connect()
      try {
        await client.query('begin')
        await client.query(as(who))
        return (await client.query(text)).rowCount
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    expect(
      await attempt(
        authority.id,
        `update spend.network_member set agreed_at = now() where authority_id = '${neighbour.id}'`,
      ),
    ).toBe(0)
    await expect(
      attempt(
        stranger.id,
        `insert into spend.network_member values ('${stranger.id}', '${id}', '${stranger.id}', now(), now(), 'x')`,
      ),
    ).rejects.toThrow('row-level security')
    expect(await attempt(stranger.id, 'select 1 from spend.network_member')).toBe(0)
  })
})

test('the method explains every analysis', async () => {
  const page = await (await reader(authority)).get('/spend/method')
  for (const name of NAMES.filter((one) => one !== 'months'))
    expect(page.html).toContain(`id="${methodOf(name)}"`)
  for (const other of ['matching', 'surveys', 'multiplier']) expect(page.html).toContain(`id="${other}"`)
})
