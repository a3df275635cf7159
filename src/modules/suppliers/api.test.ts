import { describe, expect, test } from 'vitest'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { api } from './api.ts'
import { aRegister, companiesHouseCsv } from './builders.ts'

const db = await openTestDatabase(['load-register'])
const app = await openTestApp(db, { api })
const browser = await app.as(aVisitor({ permissions: ['suppliers.read'] }))
const get = async (url: string) => {
  const response = await browser.request({ method: 'GET', url })
  return { status: response.statusCode, body: response.json() }
}
await aRegister(db, companiesHouseCsv([{ CompanyNumber: '00000001' }, { CompanyNumber: '' }]), {
  asOf: '2025-01-01',
})

/** What the route promises in the OpenAPI document. */
const promised = (path: string, body: unknown) => api.find((route) => route.path === path)?.answer.parse(body)

describe('GET /api/v1/registers', () => {
  test('tells edition, source, licence, rows and figures', async () => {
    const { status, body } = await get('/api/v1/registers')
    expect(status).toBe(200)
    expect(body.registers).toMatchObject([
      {
        kind: 'companies-house',
        isOutOfDate: true,
        current: {
          asOf: '2025-01-01',
          state: 'loaded',
          source: 'Companies House, Free Company Data Product',
          rows: { read: 2, loaded: 1, rejected: 1 },
          rejected: { 'number-missing': 1 },
          figures: [{ kind: 'business', size: 'small', status: 'active', entries: 1 }],
        },
      },
    ])
    promised('/api/v1/registers', body)
  })

  test('is for those who may see suppliers', async () => {
    expect((await app.client().request({ method: 'GET', url: '/api/v1/registers' })).statusCode).toBe(401)
    const nobody = await app.as(aVisitor({ permissions: [] }))
    expect((await nobody.request({ method: 'GET', url: '/api/v1/registers' })).statusCode).toBe(403)
  })
})

describe('GET /api/v1/register-entries/:scheme/:number', () => {
  test('tells what is known of a number, and why', async () => {
    const { status, body } = await get('/api/v1/register-entries/gb-coh/00000001')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      scheme: 'GB-COH',
      number: '00000001',
      postcode: 'PR1 2AB',
      incorporatedOn: '2005-04-14',
      kind: { is: 'business', certainty: 'stated', reason: 'form-business' },
      size: { is: 'small', reason: 'accounts-small', source: expect.stringContaining('s') },
      sector: { section: 'F', division: '43' },
    })
    promised('/api/v1/register-entries/:scheme/:number', body)
  })

  test.each([
    '/api/v1/register-entries/GB-COH/99999999',
    '/api/v1/register-entries/XX-YYY/1',
    '/api/v1/register-entries/GB-CHC/00000001',
  ])('%s is not found', async (url) =>
    expect(await get(url)).toMatchObject({ status: 404, body: { title: 'Page not found' } }),
  )
})
