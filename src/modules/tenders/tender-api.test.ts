import { describe, expect, test } from 'vitest'
import { createOrganisation, permissionsOf, type Role } from '#identity'
import { installShippedFrameworks } from '#measures'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { watchForOutages } from './actions/watch.ts'
import { api } from './api.ts'
import { givePublishedTender, giveTenderDraft } from './builders.ts'
import { listOutages } from './store/changes.ts'
import type { TendersTables } from './tables.ts'

const db = await openTestDatabase(['send-mail', 'tell-tender-readers'])
await installShippedFrameworks(db.services)
const app = await openTestApp(db, { api })
const anAuthority = async (name: string) => {
  const made = await createOrganisation(db.context({ kind: 'command' }, null), {
    name,
    kind: 'council',
    isAuthority: true,
    homePlaceId: null,
  })
  if (!made.ok) throw new Error(made.refusal)
  return db.context({ kind: 'command' }, made.value.id)
}
const council = await anAuthority('Northmere City Council')
const other = await anAuthority('Ashby Borough Council')
const DAY = 86_400_000
const inDays = (days: number) => new Date(council.clock.now().getTime() + days * DAY).toISOString()

const caller = async (role: Role, authorityId = council.authorityId) => {
  const browser = await app.as(aVisitor({ authorityId, permissions: [...permissionsOf([role])] }))
  return async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
    const headers = { authorization: 'Bearer of-this-visitor' }
    const answer = await browser.request({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: JSON.parse(answer.body) }
  }
}
const officer = await caller('procurement-officer')

describe('the API', () => {
  test('writes a draft, amends, answers, extends and cancels with the checks and sentences of the pages', async () => {
    const draft = await giveTenderDraft(council)
    const at = `/api/v1/tenders/${draft.id}`
    const shown = await officer('GET', at)
    expect(shown.body).toMatchObject({ state: 'draft', revision: 2, checks: [] })
    const changed = await officer('PUT', `${at}/draft`, {
      seen: 2,
      title: 'Cleaning of halls',
      conditions: ['Insured'],
    })
    expect(changed.body).toMatchObject({
      title: 'Cleaning of halls',
      revision: 3,
      content: { conditions: ['Insured'] },
    })
    const stale = await officer('PUT', `${at}/draft`, { seen: 2 })
    expect(stale).toMatchObject({ status: 422, body: { code: 'draft-changed-meanwhile' } })
    const nobody = Array.from({ length: 3 }, () => '0199f000-0000-7000-8000-000000000000')
    const keyless = await officer('POST', `${at}/publish`, { seen: 3, holders: nobody })
    expect(keyless).toMatchObject({ status: 422, body: { code: 'holders-missing' } })

    const { id, reference } = await givePublishedTender(council)
    const open = `/api/v1/tenders/${id}`
    const weights = { Price: '45', Quality: '35' }
    await officer('PUT', `${open}/draft`, { seen: 0, weights })
    const amended = await officer('POST', `${open}/amend`, { seen: 1, reason: 'The weights were mixed up.' })
    expect(amended.body).toMatchObject({
      version: 2,
      content: { criteria: [{ weight: '45' }, { weight: '35' }, {}, {}] },
    })
    expect((await officer('POST', `${open}/answers`, { question: 'Why?', answer: 'So.' })).status).toBe(200)
    const extended = await officer('POST', `${open}/extend`, { to: inDays(40), reason: 'Holidays' })
    expect(extended.body.deadline).toBe(inDays(40))
    const seen = await app.client().request({ method: 'GET', url: `/api/v1/opportunities/${reference}` })
    expect(JSON.parse(seen.body)).toMatchObject({
      serverTime: '2026-11-22T12:00:00.000Z',
      version: 2,
      answers: [{ number: 1, question: 'Why?' }],
      versions: [
        { version: 2, changes: [{ part: 'criterion', name: 'Price' }, { name: 'Quality' }] },
        { version: 1 },
      ],
      extensions: [{ reason: 'Holidays' }],
    })
    const fingerprints = await db.query(
      'select content ->> $2 as print from tenders.version where tender_id = $1',
      [id, 'criteriaFingerprint'],
    )
    expect(new Set(fingerprints.map(({ print }) => print)).size).toBe(2)
    expect((await officer('POST', `${open}/cancel`, { reason: 'No money' })).body).toMatchObject({
      state: 'cancelled',
    })
  })

  test('searches what is published, and takes no nonsense', async () => {
    await givePublishedTender(council, { text: { title: 'Roof of the museum', category: '45261000' } })
    const search = async (query: string) =>
      JSON.parse((await app.client().request({ method: 'GET', url: `/api/v1/opportunities?${query}` })).body)
    expect(await search('q=museum&category=45')).toMatchObject({
      total: 1,
      opportunities: [{ state: 'open' }],
    })
    expect((await search('q=museum&page=2')).opportunities).toEqual([])
    expect((await search('state=secret')).status).toBe(400)
  })

  test('lets nobody change the tender of another authority, nor without the permission', async () => {
    const { id } = await givePublishedTender(council)
    const stranger = await caller('procurement-officer', other.authorityId)
    const writes = {
      amend: { seen: 0, reason: 'x' },
      extend: { to: inDays(60), reason: 'x' },
      answers: { question: 'x', answer: 'x' },
      cancel: { reason: 'x' },
      outages: { from: inDays(-2), to: inDays(-1), what: 'x' },
    }
    for (const [path, body] of Object.entries(writes)) {
      expect((await stranger('POST', `/api/v1/tenders/${id}/${path}`, body)).status, path).toBe(404)
      for (const role of ['councillor', 'evaluator', 'supplier-lead', 'auditor'] as const)
        expect((await (await caller(role))('POST', `/api/v1/tenders/${id}/${path}`, body)).status, role).toBe(
          403,
        )
    }
    expect((await stranger('GET', '/api/v1/tenders')).body).toEqual({ tenders: [] })
    const list = await app.client().request({ method: 'GET', url: '/api/v1/tenders' })
    expect(list.statusCode).toBe(401)
  })
})

describe('row-level security', () => {
  test('hides drafts, questions and marks of others without any where', async () => {
    await giveTenderDraft(council)
    const { id } = await givePublishedTender(council)
    await db.query(
      `insert into tenders.enquiry (authority_id, id, tender_id, asked_name, text, asked_at, confirmed_at)
       select authority_id, gen_random_uuid(), id, 'Hawthorn', 'Why?', now(), now() from tenders.tender where id = $1`,
      [id],
    )
    for (const who of [other, db.context({ kind: 'nobody' }, null)]) {
      const seen = await inReading(who, async (reader: Reader<TendersTables>) => ({
        statuses: (await reader.selectFrom('tenders.tender').select('status').execute()).map(
          ({ status }) => status,
        ),
        drafts: await reader.selectFrom('tenders.draft').selectAll().execute(),
        enquiries: await reader.selectFrom('tenders.enquiry').selectAll().execute(),
        marks: await reader.selectFrom('tenders.bid_mark').selectAll().execute(),
      }))
      expect(seen).toMatchObject({ drafts: [], enquiries: [], marks: [] })
      expect(seen.statuses).not.toContain('draft')
      expect(seen.statuses.length).toBeGreaterThan(0)
    }
  })
})

test('the site notes by itself that it was away, for those with a tender open', async () => {
  await givePublishedTender(council)
  const at = (minutes: number) => ({
    ...db.services,
    clock: { now: () => new Date(council.clock.now().getTime() + minutes * 60_000) },
  })
  for (const minutes of [0, 1, 9, 10]) await watchForOutages(at(minutes))
  const log = (ctx: typeof council) =>
    inReading(ctx, (reader: Reader<TendersTables>) => listOutages(reader, ctx.authorityId ?? ''))
  expect(await log(council)).toMatchObject([
    { notedBy: 'system', fromAt: at(1).clock.now(), toAt: at(9).clock.now() },
  ])
  expect(await log(other)).toEqual([])
})
