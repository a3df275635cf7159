import { beforeAll, describe, expect, test } from 'vitest'
import { runTestCommand } from '../../platform/testing/run-test-command.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { readConcentration, readTopSuppliers } from './analyses/suppliers.ts'
import { api } from './api.ts'
import { aPlacedAuthority, importText, type PlacedAuthority, paymentRows } from './builders.ts'
import { makeFactCopy } from './calculator.ts'
import { commands } from './commands.ts'
import { identifyPayees } from './fact-builders.ts'
import { EVERYTHING } from './model.ts'
import { pages } from './routes.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages, api })
let mine: PlacedAuthority
let theirs: PlacedAuthority

const FILE = paymentRows([
  ['01/04/2026', 'Ash Care North', '3000.00'],
  ['01/04/2026', 'Ash Care South', '2000.00'],
  ['01/04/2026', 'Bell Foods', '4000.00'],
  ['01/04/2026', 'Ann Elder', '500.00'],
])
const WHO = {
  'Ash Care North': { key: 'GB-COH-00000011', name: 'ASH CARE NORTH LIMITED', kind: 'business' },
  'Ash Care South': { key: 'GB-COH-00000012', name: 'ASH CARE SOUTH LIMITED', kind: 'vcse' },
  'Bell Foods': { key: 'GB-COH-00000013', name: 'BELL FOODS LIMITED', kind: 'business' },
  'Ann Elder': { key: 'name:person', name: 'Ann Elder', state: 'individual' },
} as const
const NORTH = '/spend/suppliers/GB-COH-00000011'

beforeAll(async () => {
  mine = await aPlacedAuthority(db, 'Group council')
  theirs = await aPlacedAuthority(db, 'Other group council')
  for (const { ctx, id } of [mine, theirs]) {
    await importText(db, ctx.authorityId === mine.id ? mine : theirs, FILE)
    await identifyPayees(db, id, WHO)
    await db.query(
      "update spend.payee set group_key = 'ashcare' where authority_id = $1 and name like 'Ash Care%'",
      [id],
    )
  }
})

const person = (of: PlacedAuthority, ...permissions: ('spend.read' | 'suppliers.review')[]) =>
  app.as(aVisitor({ authorityId: of.id, permissions }))
const reviewer = () => person(mine, 'spend.read', 'suppliers.review')
const topOf = async (of: PlacedAuthority) =>
  (await readTopSuppliers({ ctx: of.ctx, slice: EVERYTHING, query: {}, params: {} })).table.rows.map(
    (row) => [row[0]?.text, row.at(-2)?.value],
  )
const APART = ['BELL FOODS LIMITED', 'ASH CARE NORTH LIMITED', 'ASH CARE SOUTH LIMITED', 'Ann Elder']

describe('a group of companies', () => {
  test('is suggested, and counts as several until somebody confirms it', async () => {
    expect((await topOf(mine)).map(([name]) => name)).toEqual(APART)
    const browser = await reviewer()
    expect((await browser.get('/spend/suppliers/groups')).text).toContain(
      'ASH CARE NORTH LIMITED; ASH CARE SOUTH LIMITED',
    )
    const page = await browser.get(NORTH)
    expect(page.text).toContain('Perhaps of the same group of companies')
    const refused = await browser.submit({ name: 'Ash Care' }, `${NORTH}/group`)
    expect([refused.status, refused.text]).toEqual([
      400,
      expect.stringContaining('at least one other supplier'),
    ])
  })

  test('counts as one in top suppliers, concentration, lists and on its page, on the copy and in PostgreSQL', async () => {
    const browser = await reviewer()
    await browser.get(NORTH)
    const made = await browser.submit({ name: 'Ash Care', keys: ['GB-COH-00000012'] }, `${NORTH}/group`)
    expect([made.status, made.h1]).toEqual([200, 'Ash Care'])
    for (const text of ['ASH CARE SOUTH LIMITED', '£3,000.00', '£5k', 'Take the whole group apart'])
      expect(made.text).toContain(text)
    const together = ['Ash Care', 'BELL FOODS LIMITED', 'Ann Elder']
    expect((await topOf(mine)).map(([name]) => name)).toEqual(together)
    await makeFactCopy(mine.ctx)
    expect((await topOf(mine)).map(([name]) => name)).toEqual(together)
    const concentration = await readConcentration({ ctx: mine.ctx, slice: EVERYTHING, query: {}, params: {} })
    expect(concentration.figures[0]?.value).toBe('55.6%')
    const list = await browser.get('/spend/suppliers?search=ash')
    expect(list.text).toContain('Ash Care')
    expect(list.text).not.toContain('ASH CARE SOUTH LIMITED')
    const payments = await browser.get(
      `/spend/payments?supplier=${encodeURIComponent(made.path.split('/').at(-1) ?? '')}`,
    )
    expect(payments.status).toBe(200)
    expect((await browser.get(NORTH)).text).toContain('Counted with its group')
    // A network and the kinds of supplier look at each company.
    expect((await topOf(theirs)).map(([name]) => name)).toEqual(APART)
  })

  test('takes in another by hand, by its name, and lets it go again', async () => {
    const browser = await reviewer()
    const groups = await browser.get('/spend/suppliers/groups')
    const path = groups.links.find(({ text }) => text === 'Ash Care')?.href ?? ''
    await browser.get(path)
    const lost = await browser.submit({ other: 'Nobody at all' }, `${path}/group`)
    expect([lost.status, lost.text]).toEqual([400, expect.stringContaining('Nobody of this name')])
    const person_ = await browser.submit({ other: 'name:person' }, `${path}/group`)
    expect(person_.status).toBe(400)
    const grown = await browser.submit({ other: 'bell foods limited' }, `${path}/group`)
    expect(grown.text).toContain('BELL FOODS LIMITED')
    await browser.post(`${path}/ungroup`, { member: 'GB-COH-00000013' })
    expect((await browser.get(path)).text).not.toContain('BELL FOODS LIMITED')
  })

  test('holds for a later file, and is undone with an entry in the log for each change', async () => {
    await importText(db, mine, paymentRows([['01/05/2026', 'Ash Care North', '10000.00']]))
    expect((await topOf(mine))[0]).toEqual(['Ash Care', 1_500_000])
    const options = { organisation: 'Group council' }
    const run = (name: string, args: readonly string[] = [], more = {}) =>
      runTestCommand(commands, db.services, name, { args, options: { ...options, ...more } })
    expect((await run('suppliers groups')).lines[0]).toBe('Ash Care')
    expect((await run('suppliers ungroup', ['Ash Care'])).lines).toEqual(['Ash Care is taken apart.'])
    expect((await topOf(mine)).map(([name]) => name)).toContain('ASH CARE SOUTH LIMITED')
    const made = await run('suppliers group', ['GB-COH-00000011', 'ash care south limited'], { name: 'Ash' })
    expect(made.lines).toEqual(['Ash: ASH CARE NORTH LIMITED; ASH CARE SOUTH LIMITED'])
    await expect(run('suppliers group', ['Nobody', 'x'], { name: 'N' })).rejects.toThrow(
      'Nobody called "Nobody"',
    )
    await expect(run('suppliers ungroup', ['Nothing'])).rejects.toThrow('There is no group "Nothing"')
    const log = await db.query(
      "select name from platform.audit_entry where name like 'SUPPLIERS_%GROUPED' and authority_id = $1 order by number",
      [mine.id],
    )
    expect(log.map(({ name }) => String(name).slice(10))).toEqual([
      'GROUPED',
      'GROUPED',
      'UNGROUPED',
      'UNGROUPED',
      'GROUPED',
    ])
  })

  test('is made and taken apart by the API, and is nobody else’s', async () => {
    const browser = await person(theirs, 'spend.read', 'suppliers.review')
    const make = (payload: object) =>
      browser.request({
        method: 'POST',
        url: '/api/v1/spend/groups',
        headers: { authorization: 'Bearer of-this-visitor' },
        payload,
      })
    const suppliers = ['GB-COH-00000011', 'GB-COH-00000012']
    for (const [payload, code] of [
      [{ name: 'X', suppliers: ['GB-COH-00000011'] }, 'too-few-suppliers'],
      [{ name: 'X', suppliers: ['GB-COH-00000011', 'GB-COH-99999999'] }, 'no-such-supplier'],
      [{ name: 'X', suppliers: ['GB-COH-00000011', 'name:person'] }, 'person-in-group'],
      [{ name: ' ', suppliers }, 'group-name'],
    ] as const)
      expect((await make(payload)).json()).toMatchObject({ status: 422, code })
    const { id } = (await make({ name: 'Theirs', suppliers })).json()
    expect((await make({ name: 'Again', suppliers })).json()).toMatchObject({ code: 'in-another-group' })
    const list = (await browser.request({ method: 'GET', url: '/api/v1/spend/groups' })).json()
    expect(list).toMatchObject({
      groups: [{ name: 'Theirs', members: [{ pence: 300_000 }, { pence: 200_000 }] }],
    })
    const stranger = await reviewer()
    expect((await stranger.get(`/spend/suppliers/group:${id}`)).status).toBe(404)
    await stranger.get(NORTH.replace('11', '13'))
    expect((await stranger.post(`/spend/suppliers/group:${id}/ungroup`)).status).toBe(404)
    const reader = await person(theirs, 'spend.read')
    await reader.get('/spend/suppliers')
    expect((await reader.get(`/spend/suppliers/group:${id}`)).text).not.toContain('Take')
    expect((await reader.post(`/spend/suppliers/group:${id}/ungroup`)).status).toBe(403)
    expect(
      (
        await browser.request({
          method: 'DELETE',
          url: `/api/v1/spend/groups/${id}`,
          headers: { authorization: 'Bearer of-this-visitor' },
        })
      ).statusCode,
    ).toBe(200)
    for (const wrong of ['group:x', 'group:', `group:${id}`, "group:' or 1=1"])
      expect((await browser.get(`/spend/suppliers/${encodeURIComponent(wrong)}`)).status).toBe(404)
  })
})
