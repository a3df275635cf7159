import { beforeAll, describe, expect, test } from 'vitest'
import { runTestCommand } from '../../platform/testing/run-test-command.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { groupSuppliers, ungroupSuppliers } from './actions/group-suppliers.ts'
import { saveContracts } from './actions/known-contracts.ts'
import { beginStudy } from './actions/multiplier/studies.ts'
import { agreeToNetwork, foundNetwork, inviteToNetwork, leaveNetwork } from './actions/networks.ts'
import { draftSurvey } from './actions/survey/run-survey.ts'
import { ANALYSES, type AnalysisRequest } from './analyses/all.ts'
import type { Analysis } from './analyses/analysis.ts'
import { readNetworkSuppliers } from './analyses/network-suppliers.ts'
import { readNetworkMap } from './analyses/networks.ts'
import { api } from './api.ts'
import { aPlacedAuthority, importText, type PlacedAuthority, paymentRows } from './builders.ts'
import { commands } from './commands.ts'
import { identifyPayees } from './fact-builders.ts'
import { EVERYTHING } from './model.ts'
import { pages } from './routes.ts'

/* Ash is a group of four: two local care firms (one small, one medium), a far one that is large, and a far printer. */
const db = await openTestDatabase(['send-mail'])
const app = await openTestApp(db, { pages, api })
let mine: PlacedAuthority
let theirs: PlacedAuthority
let groupId = ''

const FILE = paymentRows([
  ['01/04/2025', 'Ash Care North', '60000.00', 'PR1 2HE', 'Adults', 'Care'],
  ['01/05/2025', 'Ash Care South', '40000.00', 'PR1 2HE', 'Adults', 'Care'],
  ['01/03/2026', 'Ash Care Holdings', '300000.00', 'EC1A 1BB', 'Adults', 'Care'],
  ['01/03/2026', 'Ash Print', '50000.00', 'EC1A 1BB', 'Offices', 'Printing'],
  ['01/04/2025', 'Bell Care', '50000.00', 'PR1 2HE', 'Adults', 'Care'],
  ['01/04/2025', 'Cole Print', '20000.00', 'PR1 2HE', 'Offices', 'Printing'],
])
const WHO = {
  'Ash Care North': {
    key: 'GB-COH-1',
    name: 'ASH CARE NORTH LIMITED',
    kind: 'business',
    size: 'small',
    sector: 'Q',
  },
  'Ash Care South': {
    key: 'GB-COH-2',
    name: 'ASH CARE SOUTH LIMITED',
    kind: 'business',
    size: 'medium',
    sector: 'Q',
  },
  'Ash Care Holdings': {
    key: 'GB-COH-3',
    name: 'ASH CARE HOLDINGS PLC',
    kind: 'business',
    size: 'large',
    sector: 'Q',
  },
  'Ash Print': { key: 'GB-COH-4', name: 'ASH PRINT LIMITED', kind: 'business', size: 'small', sector: 'C' },
  'Bell Care': { key: 'GB-COH-5', name: 'BELL CARE LIMITED', kind: 'business', size: 'small', sector: 'Q' },
  'Cole Print': { key: 'GB-COH-6', name: 'COLE PRINT LIMITED', kind: 'business', size: 'small', sector: 'C' },
} as const
const ASH = ['GB-COH-1', 'GB-COH-2', 'GB-COH-3', 'GB-COH-4']

const read = (name: string, query: AnalysisRequest['query'] = {}, of = mine): Promise<Analysis> =>
  (ANALYSES[name] as (typeof ANALYSES)[string]).read({ ctx: of.ctx, slice: EVERYTHING, query, params: {} })
/** Rows by their first cell, with the named columns. */
const columns = ({ table }: Analysis, ...names: string[]) =>
  Object.fromEntries(
    table.rows.map((row) => [
      row[0]?.text,
      names.map((name) => row[table.columns.findIndex((column) => column.name === name)]?.value),
    ]),
  )

const heads = async () => ({
  kinds: columns(await read('kinds'), 'suppliers', 'amount', 'linked'),
  sectors: columns(await read('sectors'), 'suppliers', 'amount'),
  categories: columns(await read('categories'), 'suppliers', 'payees', 'amount'),
  departments: columns(await read('departments'), 'suppliers'),
  months: columns(await read('months'), 'suppliers'),
  tiers: columns(await read('tiers'), 'suppliers', 'payees'),
  sme: (await read('kinds')).figures[0]?.value,
})

beforeAll(async () => {
  mine = await aPlacedAuthority(db, 'Grouping council')
  theirs = await aPlacedAuthority(db, 'Sharing council')
  for (const of of [mine, theirs]) {
    await importText(db, of, FILE)
    await identifyPayees(db, of.id, WHO)
  }
})

describe('numbers of suppliers', () => {
  test('count a group as one; pounds stay with the company, and a small one beside a large one is no SME', async () => {
    const apart = await heads()
    expect(apart.kinds['Small business']).toEqual([4, 18_000_000, 0])
    expect(apart.categories).toMatchObject({ Care: [4, 4, 45_000_000], Printing: [2, 2, 7_000_000] })
    expect(apart.sme).toBe('42.3%')
    const made = await groupSuppliers(mine.ctx, { name: 'Ash', keys: ASH, groupId: null })
    groupId = made.ok ? made.value : ''
    const together = await heads()
    expect(together.kinds).toMatchObject({
      'Small business': [3, 18_000_000, 11_000_000],
      'Medium business': [1, 4_000_000, 4_000_000],
      'Large business': [1, 30_000_000, 0],
    })
    expect(Object.values(together.sectors)).toEqual([
      [2, 45_000_000],
      [2, 7_000_000],
    ])
    expect(together.categories).toEqual({ Care: [2, 4, 45_000_000], Printing: [2, 2, 7_000_000] })
    expect(together.departments).toMatchObject({ Adults: [2] })
    expect(Object.values(together.months)).toContainEqual([1])
    expect(
      Object.values(together.tiers as Record<string, unknown[]>).filter(([suppliers]) => suppliers !== 0),
    ).toEqual([
      [3, 4],
      [1, 2],
    ])
    expect(together.sme).toBe('13.5%')
    const words = (await read('kinds')).figures[0]?.meaning
    expect(words).toContain('Without £150k to small companies in a group with a large one')
  })
})

describe('lists', () => {
  test('show a group in one line with the way to its companies, and its contract holds for each of them', async () => {
    await saveContracts(mine.ctx, [
      { supplier: 'Ash', category: '', title: 'All of Ash', endsOn: '2031-03-31', framework: '' },
    ])
    const influence = await read('influenceable')
    const lines = influence.table.rows.map((row) => [
      row[0]?.text,
      row[2]?.value,
      row[7]?.text.slice(0, 10),
      row[3]?.value,
    ])
    expect(lines).toContainEqual(['Ash', 10_000_000, 'All of Ash', 2])
    expect(lines).toContainEqual(['Ash', 30_000_000, 'All of Ash', 1])
    expect(influence.table.rows[0]?.[3]?.href).toBe(`/spend/suppliers/group%3A${groupId}`)
    await saveContracts(mine.ctx, [])
    const top = await read('top-suppliers')
    expect(top.table.rows[0]?.slice(0, 4).map(({ text }) => text)).toEqual([
      'Ash',
      'Several kinds',
      'Several places',
      '4',
    ])
    const browser = await app.as(aVisitor({ authorityId: mine.id, permissions: ['spend.read'] }))
    expect((await browser.get('/spend/influenceable?find=ash')).html).toContain(
      `/spend/suppliers/group%3A${groupId}`,
    )
  })
})

describe('gaps and what if', () => {
  test('take no company for an alternative to its own group', async () => {
    const gap = async (category: string) =>
      columns(await read('gaps'), 'answer', 'paid', 'capacity')[category]
    // £300,000 of care leave to Ash: of the three local firms two are Ash’s own.
    expect(await gap('Care')).toEqual(['Develop', 1, 2_500_000])
    expect(await gap('Printing')).toEqual(['Develop', 1, 1_000_000])
    const near = await read('gap-suppliers', { in: 'Care' })
    expect(
      near.table.rows.map((row) => [
        row[0]?.text,
        row[1]?.text.slice(0, 40),
        row[5]?.value,
        row.at(-1)?.value,
      ]),
    ).toEqual([
      ['BELL CARE LIMITED', 'Paid for this already', 2_500_000, null],
      ['Ash', 'Paid for this already, but no alternativ', 0, 2],
    ])
    const leaks = await read('gap-leaks', { in: 'Care' })
    expect([leaks.table.rows.length, leaks.figures[0]?.meaning]).toEqual([1, 'paid to 1 supplier'])
    const shift = await runTestCommand(commands, db.services, 'spend what-if', {
      options: { organisation: 'Grouping council', all: '90', json: true },
    })
    expect(JSON.stringify(shift)).toContain('2500000')
    expect(columns(await read('gaps', {}, theirs), 'answer', 'paid', 'capacity').Care).toEqual([
      'Redirect',
      3,
      7_500_000,
    ])
  })
})

describe('surveys and studies', () => {
  test('ask a group once, at its largest company that shows an address, and weigh it with all of its spending', async () => {
    for (const [number, email] of [
      ['1', 'north@ash.example'],
      ['2', 'south@ash.example'],
    ] as const) {
      const [{ id } = { id: '' }] = await db.query(
        `insert into suppliers.directory_entry (id, scheme, number, name, keeper_email, state, created_at)
         values (gen_random_uuid(), 'GB-COH', $1, 'Ash', 'k@ash.example', 'listed', now()) returning id`,
        [number],
      )
      await db.query(
        'insert into suppliers.directory_listing (entry_id, content, listed_at) values ($1, $2, now())',
        [
          id,
          JSON.stringify({
            name: 'Ash',
            kind: 'business',
            categories: ['85'],
            postcode: 'PR1 2HE',
            contactEmail: email,
          }),
        ],
      )
    }
    const draft = { title: 'What you do', fromMonth: null, toMonth: null, invite: 2, closesOn: '2099-01-01' }
    const survey = await draftSurvey(mine.ctx, draft)
    const browser = await app.as(
      aVisitor({ authorityId: mine.id, permissions: ['spend.read', 'spend.manage'] }),
    )
    const shown = await browser.get(`/spend/surveys/${survey.ok ? survey.value : ''}`)
    expect(shown.text).toContain('Ash (group of companies)')
    expect(shown.text).toContain('£450,000.00')
    expect(shown.text).toContain('Ash; north@ash.example')
    await browser.submit({ do: 'send' }, shown.path)
    const [letter] = await db.query('select body_text from platform.mail')
    expect(letter?.body_text).toContain(
      'Please answer once for all companies of the group that are paid: ASH CARE HOLDINGS PLC; ASH CARE NORTH LIMITED',
    )
    const link = /\/survey\/\S+/.exec(String(letter?.body_text))?.[0] ?? ''
    expect((await app.client().get(link)).text).toContain('ASH PRINT LIMITED')
    const study = await beginStudy(mine.ctx, {
      title: 'LM3',
      place: 'Home',
      fromMonth: null,
      toMonth: null,
      suppliers: 1,
    } as never)
    const sheets = await db.query(
      'select name, paid_pence from spend.multiplier_sheet where study_id = $1 order by paid_pence desc',
      [study.ok ? study.value : ''],
    )
    expect(sheets[0]).toMatchObject({ name: 'Ash', paid_pence: 45_000_000 })
  })
})

describe('several organisations together', () => {
  test('count a group that one of them confirmed, say whose it is, and lose it when that one leaves', async () => {
    const founded = await foundNetwork(theirs.ctx, 'Both')
    const networkId = founded.ok ? founded.value : ''
    await inviteToNetwork(theirs.ctx, networkId, mine.id)
    const request = { ctx: theirs.ctx, slice: EVERYTHING, query: {}, params: { networkId } }
    const map = async () => {
      const analysis = await readNetworkMap(request)
      const count = analysis.figures.at(-1)
      const all = analysis.table.rows.at(-1)
      return [count?.value, count?.meaning, all?.[1]?.value, all?.[2]?.value]
    }
    expect(await map()).toEqual(['6', 'No group of companies is confirmed', 6, 52_000_000])
    await agreeToNetwork(mine.ctx, networkId)
    const whose = '1 group of companies counted as one each, confirmed by Grouping council'
    expect(await map()).toEqual(['3', whose, 3, 104_000_000])
    const [ash] = (await readNetworkSuppliers(request)).table.rows
    expect(ash?.map(({ text }) => text).filter((text) => !text.startsWith('£'))).toEqual([
      'Ash',
      'ASH CARE HOLDINGS PLC; ASH CARE NORTH LIMITED; ASH PRINT LIMITED; ASH CARE SOUTH LIMITED',
      '2',
      expect.stringContaining('Grouping council'),
      'Several kinds',
      'Several places',
      '86.5%',
      'Grouping council',
    ])
    const browser = await app.as(aVisitor({ authorityId: theirs.id, permissions: ['spend.read'] }))
    const csv = await browser.get(`/spend/networks/${networkId}/suppliers.csv`)
    expect(csv.html).toContain('ASH CARE HOLDINGS PLC; ASH CARE NORTH LIMITED')
    const json = await browser.request({
      method: 'GET',
      url: `/api/v1/spend/networks/${networkId}/suppliers`,
      headers: { authorization: 'Bearer of-this-visitor' },
    })
    expect(json.json().rows[0]).toMatchObject({ supplier: 'Ash', members: 2, groupedBy: 'Grouping council' })
    // Alone, each has its own groups only.
    expect(columns(await read('categories', {}, theirs), 'suppliers').Care).toEqual([4])
    await groupSuppliers(theirs.ctx, { name: 'Zinc', keys: ['GB-COH-4', 'GB-COH-6'], groupId: null })
    expect((await map())[0]).toBe('2')
    await leaveNetwork(mine.ctx, networkId)
    expect((await map()).slice(0, 2)).toEqual([
      '5',
      '1 group of companies counted as one each, confirmed by Sharing council',
    ])
  })
})

test('a group taken apart counts as its companies again', async () => {
  await ungroupSuppliers(mine.ctx, groupId, null)
  expect((await heads()).categories.Care).toEqual([4, 4, 45_000_000])
})
