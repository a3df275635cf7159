import { describe, expect, test } from 'vitest'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { api } from './api.ts'
import { aCouncil } from './council-builders.ts'

const db = await openTestDatabase()
const council = await aCouncil(db)
const lead = aVisitor({ authorityId: council.id, permissions: ['measures.read', 'measures.manage'] })
const TOKEN = 'a-token-of-twenty-letters'
const app = await openTestApp(db, {
  api,
  identify: async (_services, { bearerToken }) =>
    bearerToken === TOKEN ? lead : aVisitor({ personId: null, authorityId: null, permissions: [] }),
})

const call = async (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  payload?: object,
  token: string | null = TOKEN,
) => {
  const response = await app.server.inject({
    method,
    url: `/api/v1/measures${path}`,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json() }
}
const told = (share: string) => ({ share, reason: 'as agreed' })
const OFFER = {
  measure: 'com-volunteer',
  quantity: 40,
  assumptions: { deadweight: told('0.25'), displacement: told('0'), attribution: told('0') },
}
const VOLUNTEER = '/frameworks/open/entries/measure/com-volunteer'

describe('the API of measures', () => {
  test('reads what is open without a token', async () => {
    const { body } = await call('GET', '/frameworks', undefined, null)
    expect(body.frameworks.map(({ code }: { code: string }) => code)).toEqual(['open', 'ppn-026'])
    expect((await call('GET', '/frameworks/open', undefined, null)).body.measures).toHaveLength(76)
    expect((await call('GET', '/frameworks/none', undefined, null)).status).toBe(404)
    expect(
      (await call('GET', '/suggestions?text=volunteering', undefined, null)).body.suggestions[0].because[0],
    ).toContain('in common')
    expect(
      (await call('GET', '/proportion?valuePence=600000000&months=36&kind=services', undefined, null)).body,
    ).toMatchObject({ min: 4, max: 8, indicators: 3 })
    expect((await call('GET', '/reference', undefined, null)).body.sources[0]).toHaveProperty('monthsOld')
  })
  test('values an offer as goldthread value does', async () => {
    const { status, body } = await call('POST', '/value', OFFER)
    expect([status, body.result.economic]).toMatchObject([
      200,
      { low: '388.95', central: '549.61', high: '799.01' },
    ])
    expect((await call('POST', '/value', [1])).status).toBe(400)
    expect((await call('POST', '/value', OFFER, null)).status).toBe(401)
  })
  test('changes, switches off and puts back, and tells faults by field', async () => {
    const change = (fields: object, because = 'Own study.') => call('PUT', VOLUNTEER, { fields, because })
    expect(await change({ value: '20', low: '15', high: '30' })).toEqual({
      status: 200,
      body: { revision: 1 },
    })
    expect((await call('POST', '/value', OFFER)).body.result.economic.central).toBe('612.03')
    expect(await change({ value: 'x' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'value' }] },
    })
    expect((await change({ nome: 'x' })).status).toBe(400)
    expect(await call('POST', `${VOLUNTEER}/back`)).toMatchObject({ status: 200 })
    expect((await call('DELETE', `${VOLUNTEER}?because=Not+ours`)).status).toBe(200)
    expect(
      (await call('PUT', '/frameworks/open/entries/wish/x', { fields: {}, because: 'why' })).status,
    ).toBe(404)
    expect((await call('GET', '/frameworks/open/merge')).body).toEqual({ version: null, items: [], open: [] })
    expect((await call('POST', '/frameworks/open/merge', {})).status).toBe(422)
  })
  test('lets nobody without the permission change anything', async () => {
    expect((await call('PUT', VOLUNTEER, { fields: {}, because: 'why' }, null)).status).toBe(401)
  })
})
