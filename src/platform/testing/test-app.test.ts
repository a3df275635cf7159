import { text } from 'node:stream/consumers'
import { h } from 'preact'
import { describe, expect, test } from 'vitest'
import { json, page, redirect } from '../http/answer.ts'
import type { PageRequest, PageRoute } from '../http/route.ts'
import { CsrfField } from '../views/views.ts'
import { aVisitor, openTestApp } from './test-app.ts'
import { openTestDatabase } from './test-database.ts'

const row = (
  method: 'GET' | 'POST',
  path: string,
  access: PageRoute['access'],
  handle: PageRoute['handle'],
): PageRoute => ({
  method,
  path,
  access,
  audit: 'THING_READ',
  page: 'testing',
  handle,
})

const form = async ({ visitor }: PageRequest) =>
  page(
    'Form',
    h(
      'form',
      { method: 'post', action: '/thing' },
      h(CsrfField, {}),
      h('input', { name: 'a', value: visitor.personName ?? '' }),
      h('button', null, 'Send'),
    ),
  )

const db = await openTestDatabase()
const site = await openTestApp(db, {
  pages: [
    row('GET', '/form', 'public', form),
    row('GET', '/secret', 'thing.read', form),
    row('POST', '/thing', 'public', async ({ form: { _csrf, ...fields } }) =>
      redirect(`/done?${new URLSearchParams(fields as never)}`),
    ),
    row('GET', '/done', 'public', async ({ query }) => page('Done', h('h1', null, JSON.stringify(query)))),
    {
      ...row('POST', '/file', 'public', async ({ form: { a }, upload }) =>
        json({ a, name: upload?.name, content: upload && (await text(upload.content)) }),
      ),
      takesFile: true,
    },
  ],
})

describe('a test client', () => {
  test('fills in a form, sends it with its token, and follows the redirect', async () => {
    const browser = site.client()
    await browser.get('/form')
    const done = await browser.submit({ a: 'one & two' })
    expect(done).toMatchObject({ status: 200, redirects: ['/thing'], h1: '{"a":"one & two"}' })
    await browser.get('/form')
    expect(await browser.submit({ a: undefined }, 'Send')).toMatchObject({ h1: '{}' })
    await expect(browser.submit({}, 'Burn')).rejects.toThrow('there is no form Burn on /done?')
  })

  test('sends a file after the fields', async () => {
    const browser = site.client()
    await browser.get('/form')
    const token = (await browser.get('/form')).forms[0]?.fields._csrf as string
    expect(token).not.toBe('')
    const answer = await browser.uploadTo(
      '/file',
      { field: 'f', name: 'a.csv', content: 'x,y\n' },
      { a: 'b' },
    )
    expect(JSON.parse(answer.html)).toEqual({ a: 'b', name: 'a.csv', content: 'x,y\n' })
  })

  test('is nobody, unless it is opened as somebody', async () => {
    expect(await site.client().get('/secret')).toMatchObject({ status: 404, path: '/sign-in?next=%2Fsecret' })
    const idle = await site.as(aVisitor({ permissions: [] }))
    expect(await idle.get('/secret')).toMatchObject({ status: 403 })
    const ada = await site.as(aVisitor({ personName: 'Ada', permissions: ['thing.read'] }))
    expect((await ada.get('/secret')).forms[0]?.fields.a).toBe('Ada')
  })
})
