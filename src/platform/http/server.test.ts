import { h } from 'preact'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Conflict, NotFound } from '../errors.ts'
import { aVisitor, openTestApp } from '../testing/test-app.ts'
import { openTestDatabase } from '../testing/test-database.ts'
import { CsrfField } from '../views/csrf-field.tsx'
import { json, page } from './answer.ts'
import type { ApiRoute, PageRequest, PageRoute } from './route.ts'

const db = await openTestDatabase()

const at = (
  method: 'GET' | 'POST',
  path: string,
  access: PageRoute['access'],
  handle: PageRoute['handle'],
): PageRoute => ({ method, path, access, audit: 'THING_READ', page: 'test', handle })
const echo = async ({ form }: PageRequest) => page('Echo', h('p', null, JSON.stringify(form)))

const pages: readonly PageRoute[] = [
  at('GET', '/open', 'public', async () => page('Open', h('h1', null, '<b>bold</b>'))),
  at('GET', '/closed', 'thing.read', async ({ visitor }) => page('Closed', h('p', null, visitor.personName))),
  at('POST', '/echo', 'public', echo),
  at('GET', '/file', 'public', async () =>
    page(
      'File',
      h('form', { method: 'post' }, h(CsrfField, null), h('input', { type: 'file', name: 'file' })),
    ),
  ),
  { ...at('POST', '/file', 'public', echo), takesFile: true },
  at('GET', '/missing', 'public', () => Promise.reject(new NotFound('There is no such thing.'))),
  at('GET', '/stale', 'public', () => Promise.reject(new Conflict('Somebody else changed this.'))),
  at('GET', '/secret/:token', 'public', () => Promise.reject(new TypeError('x is not a function'))),
]
const api: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/things',
    access: 'public',
    audit: 'THINGS_READ',
    page: 'test',
    summary: 'Things',
    query: z.object({ limit: z.coerce.number().int().max(10).default(3) }),
    answer: z.object({}),
    handle: async ({ query }) => json(query),
  },
  {
    method: 'POST',
    path: '/api/v1/things',
    access: 'thing.read',
    audit: 'THING_MADE',
    page: 'test',
    summary: 'Make a thing',
    answer: z.object({}),
    handle: async () => json({}),
  },
]
const visitor = aVisitor({ permissions: ['thing.read'] })
const app = await openTestApp(db, { pages, api })
const { server } = app

describe('the API', () => {
  test('lets any site show what anybody may read, and nothing else', async () => {
    const open = await server.inject('/api/v1/things')
    expect(open.headers['access-control-allow-origin']).toBe('*')
    const closed = await server.inject({ method: 'POST', url: '/api/v1/things' })
    expect(closed.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('a page', () => {
  test('escapes what it shows, and lets nothing foreign run', async () => {
    const answer = await server.inject('/open')
    expect(answer.body).toContain('&lt;b>bold')
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  test('sends a visitor without a session to the sign-in page, and back afterwards', async () => {
    const answer = await server.inject('/closed?a=1')
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in?next=%2Fclosed%3Fa%3D1'])
  })

  test('is not kept by caches for those who are signed in', async () => {
    const browser = await app.as(visitor)
    const answer = await browser.request({ method: 'GET', url: '/closed' })
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store'])
  })

  test('is not opened by an API token', async () => {
    const answer = await server.inject({
      url: '/closed',
      headers: { authorization: 'Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
    })
    expect(answer.statusCode).toBe(303)
  })
})

describe('a form', () => {
  const post = (payload: string, type = 'application/x-www-form-urlencoded') =>
    server.inject({ method: 'POST', url: '/echo', headers: { 'content-type': type }, payload })

  test('without a token, or with a foreign one, is refused in a sentence', async () => {
    for (const body of ['a=1', '_csrf=forged&a=1', '']) {
      const answer = await post(body)
      expect(answer.statusCode).toBe(403)
      expect(answer.body).toContain('came from another site')
    }
  })

  test('with a file keeps every box that was ticked', async () => {
    const browser = app.client()
    await browser.get('/file')
    const shown = await browser.upload(
      { field: 'file', name: 'a.csv', content: 'a' },
      { box: ['1', '2'], one: 'x' },
    )
    expect(shown.text).toContain('"box":["1","2"],"one":"x"')
  })

  test('that is not a form gets an answer, never a fault', async () => {
    for (const [body, type] of [
      ['{"_csrf":{"a":1},"b":[1]}', 'application/json'],
      ['[1]', 'application/json'],
      ['{', 'application/json'],
      ['x', 'text/plain'],
      ['\0', 'application/x-www-form-urlencoded'],
    ] as const) {
      const answer = await post(body, type)
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
    }
  })
})

describe('an error', () => {
  test.each([
    ['/missing', 404, 'There is no such thing.'],
    ['/stale', 409, 'Somebody else changed this.'],
    ['/nowhere', 404, 'Nothing is at this address'],
  ])('at %s is %i, with a sentence', async (url, status, sentence) => {
    const answer = await server.inject(url)
    expect(answer.statusCode).toBe(status)
    expect(answer.body).toContain(sentence)
  })

  test('of ours says so, without a word of the code', async () => {
    const answer = await server.inject('/secret/abc')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).toContain('The fault is ours')
    expect(answer.body).not.toMatch(/not a function|\.ts:\d/)
  })
})

describe('the API', () => {
  test('reads its query by the schema, and says what is wrong with it', async () => {
    expect((await server.inject('/api/v1/things')).json()).toEqual({ limit: 3 })
    const wrong = await server.inject('/api/v1/things?limit=99')
    expect(wrong.statusCode).toBe(400)
    expect(wrong.json()).toMatchObject({ status: 400, errors: [{ field: 'limit' }] })
  })

  test('asks for a token, as problem details', async () => {
    const answer = await server.inject({ method: 'POST', url: '/api/v1/things' })
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['www-authenticate']]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
      'Bearer',
    ])
  })

  test('takes no change from a browser’s cookie alone', async () => {
    const browser = await app.as(visitor)
    const answer = await browser.request({ method: 'POST', url: '/api/v1/things' })
    expect(answer.statusCode).toBe(403)
  })

  test('describes itself as OpenAPI 3.1, every route once', async () => {
    const document = (await server.inject('/api/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths['/api/v1/things'])).toEqual(['get', 'post'])
  })
})
