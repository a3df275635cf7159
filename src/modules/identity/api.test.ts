import { describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { createOrganisation } from './actions/organisations.ts'
import { aMember, anAuthority } from './builders.ts'
import { permissionsOf } from './rules/roles.ts'
import { openTestSite } from './test-site.ts'

const db = await openTestDatabase()
const site = await openTestSite(db)
const north = await anAuthority(db, 'Northmere City Council')
const trust = await createOrganisation(db.context({ kind: 'command' }, null), {
  name: 'Aldmere Hospitals',
  kind: 'nhs',
  isAuthority: false,
})

const call = async (url: string, headers: Record<string, string> = {}) => {
  const response = await site.client().request({ method: 'GET', url, headers })
  return { status: response.statusCode, type: response.headers['content-type'], body: response.json() }
}

describe('GET /api/v1/me', () => {
  test('asks for a token where there is none, or a wrong one', async () => {
    for (const authorization of [
      '',
      'Bearer gt_made-up-made-up-made-up-made-up',
      'Basic eDp5',
      'Bearer \u00e9',
    ])
      expect(await call('/api/v1/me', { authorization })).toMatchObject({
        status: 401,
        type: expect.stringMatching(/^application\/problem\+json/),
      })
  })

  test('tells a signed-in browser too who it is', async () => {
    const ada = await aMember(db, north.id, 'finance', { name: 'Ada' })
    const browser = await site.as({ personId: ada.id, authorityId: north.id })
    const response = await browser.request({ method: 'GET', url: '/api/v1/me' })
    expect(response.json()).toEqual({
      person: { id: ada.id, name: 'Ada' },
      authority: { id: north.id, name: 'Northmere City Council' },
      permissions: [...permissionsOf(['finance'])].sort(),
    })
  })
})

describe('GET /api/v1/organisations', () => {
  test('lists organisations by name to everybody', async () => {
    const { status, body } = await call('/api/v1/organisations')
    expect(status).toBe(200)
    expect(body.organisations).toEqual([
      {
        id: trust.ok && trust.value.id,
        name: 'Aldmere Hospitals',
        slug: 'aldmere-hospitals',
        kind: 'nhs',
        isAuthority: false,
      },
      {
        id: north.id,
        name: 'Northmere City Council',
        slug: 'northmere-city-council',
        kind: 'council',
        isAuthority: true,
      },
    ])
  })

  test('lists contracting authorities alone', async () => {
    const { body } = await call('/api/v1/organisations?authorities=true')
    expect(body.organisations.map(({ slug }: { slug: string }) => slug)).toEqual(['northmere-city-council'])
  })

  test('refuses a question it does not know', async () => {
    expect(await call('/api/v1/organisations?authorities=maybe')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'authorities', message: 'authorities is "true" or "false"' }] },
    })
  })
})
