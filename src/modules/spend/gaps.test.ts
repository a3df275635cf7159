import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import type { TestClient } from '../../platform/testing/test-client.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { readGapAnalysis } from './analyses/gaps.ts'
import { readWhatIfAnalysis } from './analyses/what-if.ts'
import { api } from './api.ts'
import {
  aPlacedAuthority,
  aRegisterOfCompanies,
  importText,
  type PlacedAuthority,
  paymentRows,
} from './builders.ts'
import { identifyPayees } from './fact-builders.ts'
import { EVERYTHING } from './model.ts'
import { pages } from './routes.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages, api })
let authority: PlacedAuthority
let neighbour: PlacedAuthority

const visitor = (of: PlacedAuthority, ...permissions: ('spend.read' | 'spend.manage')[]) =>
  app.as(aVisitor({ authorityId: of.id, permissions }))
let client: TestClient
const ask = (of: PlacedAuthority, query = {}) => ({ ctx: of.ctx, slice: EVERYTHING, query, params: {} })

beforeAll(async () => {
  await aRegisterOfCompanies(db, [
    ['FAR CARE LIMITED', '00000001', 'EC1A 1BB'],
    ['NEAR CARE ONE LIMITED', '00000002', 'PR1 2HE'],
    ['NEAR CARE TWO LIMITED', '00000003', 'BB1 1AA'],
    ['NEAR CARE THREE LIMITED', '00000004', 'PR2 2AA'],
    ['NOT SO NEAR LIMITED', '00000005', 'M1 1AA'],
  ])
  authority = await aPlacedAuthority(db, 'Gap council')
  neighbour = await aPlacedAuthority(db, 'Gap neighbour')
  client = await visitor(authority, 'spend.read', 'spend.manage')
  await importText(
    db,
    authority,
    paymentRows([
      ['01/04/2025', 'Local One', '100000.00', 'PR1 2HE', 'Adults', 'Printing'],
      ['01/04/2025', 'Local Two', '100000.00', 'BB1 1AA', 'Adults', 'Printing'],
      ['01/03/2026', 'Far Print', '200000.00', 'EC1A 1BB', 'Adults', 'Printing'],
      ['01/04/2025', 'Far Care', '300000.00', 'EC1A 1BB', 'Adults', 'Day care'],
      ['01/04/2025', 'Far Ships', '400000.00', 'EC1A 1BB', 'Adults', '<b>Ships</b>'],
      ['01/04/2025', 'Far Pens', '10.00', 'EC1A 1BB', 'Adults', 'Pens'],
    ]),
  )
  await identifyPayees(db, authority.id, {
    'Local One': { key: 'GB-COH-11', kind: 'business', size: 'large' },
    'Local Two': { key: 'GB-COH-12', kind: 'vcse' },
    'Far Print': { key: 'GB-COH-13', kind: 'business', size: 'large' },
    'Far Care': { key: 'GB-COH-00000001', kind: 'business', size: 'small' },
    'Far Ships': { key: 'GB-COH-14', kind: 'business', size: 'large' },
    'Far Pens': { key: 'GB-COH-15', kind: 'business', size: 'large' },
  })
}, 120_000)

describe('gaps', () => {
  test('are to be redirected, developed, created for or left alone, each with its evidence', async () => {
    const gaps = await readGapAnalysis(ask(authority))
    expect(gaps.table.rows.map((row) => [row[0]?.text, row[1]?.text, row[2]?.value])).toEqual([
      ['<b>Ships</b>', 'Create', 40_000_000],
      ['Day care', 'Develop', 30_000_000],
      ['Printing', 'Redirect', 20_000_000],
      ['Pens', 'Leave alone', 1000],
    ])
    const why = gaps.table.rows.map((row) => row[3]?.text)
    expect(why[1]).toBe('No local supplier is paid for this, but 3 local bodies could supply it.')
    expect(why[2]).toBe('2 local suppliers paid for this can take on £100k, 50% of the leak.')
    expect(gaps.basis.period).toContain('2025')
    expect((gaps.notes ?? []).join(' ')).toContain('micro £1m, small £15m, medium £54m')
    expect((gaps.notes ?? []).join(' ')).toContain('Check it at legislation.gov.uk')
  })

  test('follow the thresholds of the address and the place that is local', async () => {
    const stricter = await readGapAnalysis(ask(authority, { cover: '60' }))
    expect(stricter.table.rows[2]?.[1]?.text).toBe('Develop')
    const city = await readGapAnalysis(ask(authority, { leaving: authority.city }))
    expect(city.table.rows.find((row) => row[0]?.text === 'Printing')?.[2]?.value).toBe(30_000_000)
  })

  test('lead to the suppliers near by and to the payments that leak', async () => {
    const page = await client.get('/spend/gaps')
    expect(page.status).toBe(200)
    expect(page.text).toContain('<b>Ships')
    expect(page.html).not.toContain('<b>Ships')
    const suppliers = await client.get('/spend/gap-suppliers?in=Day+care')
    expect(suppliers.text).toContain('NEAR CARE THREE LIMITED')
    expect(suppliers.text).not.toContain('NOT SO NEAR LIMITED')
    const leaks = await client.get('/spend/gap-leaks?in=Printing')
    expect(leaks.html).toContain('/spend/payments?')
    expect(leaks.text).toContain('Far Print')
  })

  test.each(['growth=-1', 'cover=1e9', 'worth=%00', `paid=${'9'.repeat(500)}`, 'near=<script>'])(
    'answer a threshold that cannot be used (%s) with a sentence, and lose nothing',
    async (query) => {
      const page = await client.get(`/spend/gaps?scheme=plain&${query}`)
      expect(page.status).toBe(400)
      expect(page.text).toContain('There is a problem')
      expect(page.html).not.toContain('<script>')
    },
  )

  test('are files too, and nobody else’s', async () => {
    const csv = await client.get('/spend/gaps.csv')
    expect(csv.html).toContain('Day care')
    const other = await (await visitor(neighbour, 'spend.read')).get('/spend/gaps?in=Printing')
    expect(other.text).not.toContain('Printing')
  })
})

describe('what if', () => {
  test("Preston's local share of 5 % of £750m becomes 10 %: £37.5m more a year", async () => {
    const preston = await aPlacedAuthority(db, 'Preston what-if')
    await importText(
      db,
      preston,
      paymentRows([
        ['01/04/2012', 'City firms', '37500000.00', 'PR1 2HE'],
        ['15/09/2012', 'County firms', '255000000.00', 'BB1 1AA'],
        ['20/03/2013', 'Far firms', '457500000.00', 'EC1A 1BB'],
      ]),
    )
    await identifyPayees(db, preston.id, {
      'City firms': { key: 'GB-COH-21', kind: 'business', size: 'large' },
      'County firms': { key: 'GB-COH-22', kind: 'business', size: 'large' },
      'Far firms': { key: 'GB-COH-23', kind: 'business', size: 'large' },
    })
    const doubled = await readWhatIfAnalysis(
      ask(preston, { leaving: preston.city, all: '10', growth: '100' }),
    )
    expect(doubled.figures.map((figure) => figure.value)).toEqual([
      '£37.5m',
      '5% → 10%',
      '225 to 300',
      '£0 to £40.5m',
    ])
    const held = await readWhatIfAnalysis(ask(preston, { leaving: preston.city, all: '10' }))
    expect(held.table.rows[0]?.[2]?.text).toBe('What local suppliers can take on')
    expect(held.figures[0]?.value).toBe('£18.8m')
  })

  test('names every assumption, and whose it is', async () => {
    const page = await client.get('/spend/what-if?all=75&jobsTo=12')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Community Gateway found £1.08')
    expect(page.text).toContain('Yours. Suggested: 8.')
  })

  test('finds the best shift and says what holds it, or that there is none', async () => {
    const best = await client.get('/spend/what-if?find=best')
    expect(best.text).toContain('This is the most that can shift within the limits: £100,000.00')
    expect(best.text).toContain('Go on from the shares that were found')
    const none = await client.get('/spend/what-if?find=best&goal=100000.01')
    expect(none.text).toContain('No shift meets these limits')
  })

  test.each(['all=101', 'to.Printing=abc', 'jobsFrom=9&jobsTo=2', 'effort=-3&find=best', 'respendTo=2.01'])(
    'answers %s with a sentence and what was typed',
    async (query) => {
      const page = await client.get(`/spend/what-if?${query}`)
      expect(page.status).toBe(400)
      expect(page.text).toContain('There is a problem')
    },
  )

  test('keeps a scenario, shows it again, and takes it away', async () => {
    await client.get('/spend/what-if?to.Printing=80&growth=20&page=7')
    const saved = await client.submit({ name: 'More print' }, '/spend/what-if')
    expect(saved.path).toBe('/spend/what-if?to.Printing=80&growth=20')
    const again = await client.submit({ name: 'More print' }, '/spend/what-if')
    expect(again.status).toBe(400)
    expect(again.text).toContain('There is a scenario of this name already')
    const id = /scenarios\/([0-9a-f-]{36})\/remove/.exec(again.html)?.[1]
    const address = `/spend/what-if/scenarios/${id}`
    expect((await client.get(address)).path).toBe('/spend/what-if?growth=20&to.Printing=80')
    const stranger = await visitor(neighbour, 'spend.read')
    expect((await stranger.get(address)).status).toBe(404)
    const reader = await visitor(authority, 'spend.read')
    expect((await reader.get('/spend/what-if')).text).not.toContain('Save this scenario')
    expect((await reader.post(`${address}/remove`)).status).toBe(403)
    await client.get('/spend/what-if')
    expect((await client.submit({}, `${address}/remove`)).text).not.toContain('More print')
    const log = await db.query(
      `select name from platform.audit_entry where name like 'SCENARIO_%ED' and subject = $1 order by number`,
      [id],
    )
    expect(log.map((row) => row.name)).toEqual(['SCENARIO_SAVED', 'SCENARIO_REMOVED'])
  })
})

describe('a supplier that lists itself in the directory', () => {
  const listed = async (name: string, number: string | null, postcode: string, category: string) => {
    const id = newId()
    await db.query(
      `insert into suppliers.directory_entry (id, scheme, number, name, keeper_email, state, created_at)
       values ($1, $2, $3, $4, 'keeper@a.example', 'listed', now())`,
      [id, number && 'GB-COH', number, name],
    )
    const content = { name, kind: 'business', categories: [category], postcode }
    await db.query(
      'insert into suppliers.directory_listing (entry_id, content, listed_at) values ($1, $2, now())',
      [id, JSON.stringify(content)],
    )
    return id
  }

  test('is evidence of local supply: once where a register has it too, and not from outside', async () => {
    await listed('Near Care One', '00000002', 'PR1 2HE', '85')
    const alone = await listed('Nobody’s Company Care', null, 'BB1 1AA', '85')
    await listed('Not So Near Care', null, 'M1 1AA', '85')
    await listed('Printers', null, 'PR1 2HE', '79')
    const { table } = await readGapAnalysis(ask(authority))
    const answerOf = (category: string) => table.rows.find((row) => row[0]?.text === category)
    expect(answerOf('Day care')?.[3]?.text).toBe(
      'No local supplier is paid for this, but 4 local bodies could supply it; the directory lists 2 of them.',
    )
    const suppliers = await client.get('/spend/gap-suppliers?in=Day+care')
    expect(suppliers.text).toContain('In the directory: says that it supplies this (CPV 85, BB1 1AA)')
    expect(suppliers.html).toContain(`/directory/entries/${alone}`)
  })
})

test('a region with more bodies of one trade than a call takes arguments has its gaps all the same', async () => {
  const region = await aPlacedAuthority(db, 'Gap region')
  await importText(
    db,
    region,
    paymentRows([['01/04/2025', 'Far Care', '300000.00', 'EC1A 1BB', 'Adults', 'Day care']]),
  )
  await identifyPayees(db, region.id, {
    'Far Care': { key: 'GB-COH-00000001', kind: 'business', size: 'small' },
  })
  const bodies = 130_000
  await db.query(
    `insert into suppliers.register_entry (part, row_no, scheme, number, name, postcode, kind, size, status, sic_codes)
     select part, row_no + at, scheme, 'NR' || lpad(at::text, 6, '0'), name, postcode, kind, size, status, sic_codes
     from suppliers.register_entry, generate_series(1, $1::int) at where number = '00000004'`,
    [bodies],
  )
  const { table } = await readGapAnalysis(ask(region))
  expect(table.rows[0]?.[6]?.value).toBeGreaterThan(bodies)
})
