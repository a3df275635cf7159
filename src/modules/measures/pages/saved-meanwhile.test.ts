import { expect, test } from 'vitest'
import { addMembership, createPerson } from '#identity'
import { must } from '../../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { changeEntry } from '../actions/adapt-framework.ts'
import { changeVariant } from '../actions/adapt-variant.ts'
import { importFramework } from '../actions/import-framework.ts'
import { api } from '../api.ts'
import { aCouncil, frameworkCsv } from '../council-builders.ts'
import { pages } from '../routes.ts'

const db = await openTestDatabase()
const council = await aCouncil(db)
const visitor = aVisitor({ authorityId: council.id, permissions: ['measures.read', 'measures.manage'] })
const app = await openTestApp(db, { pages, api, identify: async () => visitor })
const page = await app.as(visitor)
const account = { email: 'priya@council.example', name: 'Priya Shah', password: null }
const priya = must(await createPerson(db.context({ kind: 'command' }, null), account))
must(await addMembership(council.ctx, priya, 'policy-lead'))
const other = db.context({ kind: 'person', personId: priya }, council.id)
const because = 'Ours.'
const rows =
  'measure,paths,jobs,Paths,Each,Else,item,Count,lists,quantitative,economic,5,,,2024/25,Study,,,low,,Say,yes,'
const facts = {
  id: 'own',
  version: '1',
  title: 'Own',
  licence: 'Our own',
  publishedOn: '2026-01-01',
  terms: 'open',
  source: null,
} as const
await importFramework(council.ctx, { bytes: Buffer.from(frameworkCsv(rows)), fileName: 'own.csv', facts })
const edit = (texts: object, kind: 'measure' | 'theme' | 'outcome' = 'measure', code = 'paths') =>
  changeEntry(other, 'own', { kind, code, texts, because })
const AT = '/measures/frameworks/own/measures/paths'

test('a measure that somebody else has adapted meanwhile is not written over unseen', async () => {
  await page.get(`${AT}/change`)
  await edit({ name: 'Their paths', counts: 'Theirs' })
  const refused = await page.submit({ name: 'My paths', because: 'Mine.' })
  expect(refused.errors).toEqual([
    { href: '#meanwhile', text: expect.stringMatching(/^Priya Shah changed this on .*not saved yet$/) },
  ])
  expect(refused.tables[0]?.slice(1).map((row) => row.join(' '))).toEqual([
    expect.stringMatching(/name.*Their paths.*My paths.*Yours/),
    expect.stringMatching(/counts.*Theirs.*Each.*Theirs, because/),
  ])
  expect(refused.forms[0]?.fields).toMatchObject({ name: 'My paths', counts: 'Theirs', because: 'Mine.' })
  expect((await page.submit({})).h1).toBe('My paths')
  expect((await page.get(`${AT}/change`)).forms[0]?.fields.counts).toBe('Theirs')
})

test('the same holds for a theme, an outcome and another figure, and after a mistake in the form', async () => {
  for (const [kind, code] of [
    ['theme', 'work'],
    ['outcome', 'jobs'],
  ] as const) {
    const path = `/measures/frameworks/own/${kind}s/${code}`
    const shown = await page.get(path)
    expect(shown.status).toBe(200)
    expect((await page.submit({ name: '', because }, path)).errors[0]?.href).toBe('#name')
    await edit({ name: `Their ${kind}` }, kind, code)
    const refused = await page.submit({ name: `My ${kind}`, because }, path)
    expect(refused.tables.flat(2).join(' ')).toMatch(new RegExp(`Their ${kind}.*My ${kind}`))
    expect((await page.submit({}, path)).text).toContain(`My ${kind}`)
  }
  const figure = (value: string) =>
    changeVariant(other, 'own', {
      measure: 'paths',
      code: 'city',
      because,
      texts: { name: 'City', basis: 'economic', value, priceYear: '2024/25' },
    })
  expect(await figure('6')).toMatchObject({ ok: true })
  await page.get(`${AT}/variants/city`)
  await figure('7')
  const refused = await page.submit({ value: '8', because }, 'Save')
  expect(refused.errors[0]?.text).toContain('Priya Shah changed this')
  expect(refused.tables.flat(2).join(' ')).toMatch(/7.*8/)
  expect((await page.submit({}, 'Save')).status).toBe(200)
})

test('a program sends back what it saw, and without it writes over', async () => {
  const send = async (method: 'GET' | 'PUT', path: string, body?: object) => {
    const answer = await app.client().request({
      method,
      url: `/api/v1/measures/frameworks/own${path}`,
      headers: { authorization: 'Bearer a-token-of-twenty-characters', 'content-type': 'application/json' },
      ...(body ? { payload: JSON.stringify(body) } : {}),
    })
    return { status: answer.statusCode, body: answer.json<any>() }
  }
  const { seen } = (await send('GET', '')).body.measures.find((one: any) => one.code === 'paths')
  await edit({ name: 'Theirs again' })
  const put = (more: object) =>
    send('PUT', '/entries/measure/paths', { fields: { name: 'Mine' }, because, ...more })
  const refused = await put({ seen })
  expect(refused.status).toBe(422)
  expect(JSON.stringify(refused.body)).toMatch(
    /changed-meanwhile.*Priya Shah changed this|Priya Shah changed this.*changed-meanwhile/,
  )
  expect((await put({ seen: 5 })).status).toBe(400)
  expect((await put({})).status).toBe(200)
})
