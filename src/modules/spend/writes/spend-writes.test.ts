import { beforeAll, describe, expect, test } from 'vitest'
import { runTestCommand } from '../../../platform/testing/run-test-command.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { api } from '../api.ts'
import { aPlacedAuthority, importText, type PlacedAuthority, paymentRows } from '../builders.ts'
import { commands } from '../commands.ts'

const db = await openTestDatabase()
let mine: PlacedAuthority
let neighbour: PlacedAuthority

beforeAll(async () => {
  mine = await aPlacedAuthority(db, 'Writing council')
  neighbour = await aPlacedAuthority(db, 'Neighbour of the writer')
  await importText(
    db,
    mine,
    paymentRows([
      ['01/05/2025', 'Ash Care', '300.00', 'PR1 2HE', 'Adults', 'Home care'],
      ['01/05/2025', 'Ash Levy', '100.00', 'EC1A 1BB', 'Adults', 'Flood levy'],
    ]),
  )
})

const as = async (
  of: PlacedAuthority,
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  payload?: object,
  permissions: readonly ('spend.read' | 'spend.manage')[] = ['spend.read', 'spend.manage'],
) => {
  const visitor = aVisitor({ authorityId: of.id, permissions: [...permissions] })
  const app = await openTestApp(db, { api, identify: async () => visitor })
  const answer = await app.client().request({
    method,
    url: `/api/v1/spend/${path}`,
    headers: {
      authorization: 'Bearer a-token-of-twenty-characters',
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { payload: JSON.stringify(payload ?? {}) }),
  })
  return { status: answer.statusCode, body: JSON.parse(answer.body) }
}
const run = (name: string, args: readonly string[] = [], input = '') =>
  runTestCommand(commands, db.services, name, { args, options: { organisation: 'Writing council' }, input })

const NO_LEVIES = {
  subject: 'category',
  test: 'word',
  value: 'levy',
  outcome: 'not',
  reason: 'Set by statute.',
}

describe('a program', () => {
  test('reads the rules of influenceable spend, replaces them, and is not to write over somebody else’s', async () => {
    const before = await as(mine, 'GET', 'influence-rules')
    expect(before.body.version).toBe(0)
    const rules = [
      NO_LEVIES,
      { ...NO_LEVIES, subject: 'anything', test: 'is', value: '', outcome: 'influenceable' },
    ]
    const put = await as(mine, 'PUT', 'influence-rules', { rules, seen: 0 })
    expect([put.status, put.body.version, put.body.rules]).toEqual([200, 1, rules])
    expect((await as(mine, 'PUT', 'influence-rules', { rules: [], seen: 0 })).status).toBe(422)
    const lines = await as(mine, 'GET', 'influenceable')
    expect(lines.body.rows.map((row: { outcome: string }) => row.outcome)).toEqual([
      'Can be influenced',
      'Cannot be influenced',
    ])
    const log = await db.query(
      `select facts ->> 'version' as version from platform.audit_entry where name = 'RULE_BOOK_CHANGED' and subject = 'influenceable'`,
    )
    expect(log).toEqual([{ version: '1' }])
    expect((await as(neighbour, 'GET', 'influence-rules')).body.version).toBe(0)
    expect((await as(mine, 'PUT', 'influence-rules', { rules }, ['spend.read'])).status).toBe(403)
  })

  test('sets contracts and a scheme from the command line, and reads them back', async () => {
    const contract = {
      supplier: 'Ash Care',
      category: '',
      title: 'Block',
      endsOn: '2031-03-31',
      framework: '',
    }
    await run('spend contracts set', [], JSON.stringify({ contracts: [contract] }))
    expect((await run('spend contracts show')).answer).toEqual({ version: 1, contracts: [contract] })
    const scheme = {
      name: 'Ours',
      source: 'Made here',
      entries: [{ code: 'c', name: 'Care' }],
      rules: [{ field: 'category', test: 'word', value: 'care', code: 'c' }],
      choices: {},
    }
    await run('spend schemes set', ['ours'], JSON.stringify(scheme))
    expect((await run('spend schemes show', ['ours'])).answer).toMatchObject({
      scheme: 'ours',
      version: 1,
      ...scheme,
    })
    const sums = await as(mine, 'GET', 'categories?scheme=ours')
    expect(sums.body.rows[0]).toMatchObject({ category: 'Care', amount: 30_000 })
  })

  test('founds a network, invites, agrees for the other and leaves again', async () => {
    const founded = await as(mine, 'POST', 'networks', { name: 'By program' })
    expect(founded.status).toBe(201)
    const path = `networks/${founded.body.made}`
    expect((await as(neighbour, 'POST', `${path}/agreement`, {})).status).toBe(404)
    expect((await as(mine, 'POST', `${path}/members`, { organisation: neighbour.id })).status).toBe(200)
    expect((await as(mine, 'POST', `${path}/members`, { organisation: neighbour.id })).status).toBe(422)
    const agreed = await as(neighbour, 'POST', `${path}/agreement`, {})
    expect(agreed.body.networks[0].members.map((one: { hasAgreed: boolean }) => one.hasAgreed)).toEqual([
      true,
      true,
    ])
    expect((await as(neighbour, 'DELETE', `${path}/agreement`, {})).body.networks).toEqual([])
  })

  test('keeps a scenario and takes it away', async () => {
    const kept = await as(mine, 'POST', 'scenarios', { name: 'Half', scenario: { all: 50 } })
    expect([kept.status, kept.body.scenarios[0].words]).toEqual([201, { all: '50' }])
    expect((await as(neighbour, 'DELETE', `scenarios/${kept.body.made}`, {})).status).toBe(404)
    expect((await run('spend scenarios remove', [kept.body.made], '{}')).answer).toMatchObject({
      scenarios: [],
    })
  })

  test.each([
    ['influence-rules', { rules: 'no' }, 400],
    ['influence-rules', { rules: [{ ...NO_LEVIES, subject: 'contract-ends-within', value: 'soon' }] }, 400],
    ['influence-rules', { rules: [{ ...NO_LEVIES, reason: '' }] }, 400],
    [
      'known-contracts',
      { contracts: [{ supplier: '', category: '', title: '', endsOn: '', framework: '' }] },
      400,
    ],
    [
      'known-contracts',
      { contracts: [{ supplier: 'A', category: '', title: '', endsOn: '31.2.2028', framework: '' }] },
      400,
    ],
    [
      'schemes/ours',
      {
        name: 'x',
        source: '',
        entries: [
          { code: 'a', name: 'A' },
          { code: 'a', name: 'B' },
        ],
        rules: [],
        choices: {},
      },
      400,
    ],
    ['schemes/ours', { name: 'x', source: '', entries: [], rules: [], choices: { Care: 'gone' } }, 400],
    ['schemes/__proto__', { name: 'x', source: '', entries: [], rules: [], choices: {} }, 422],
  ])('is told what is wrong with %s %j', async (path, body, status) => {
    expect((await as(mine, 'PUT', path, body)).status).toBe(status)
  })
})
