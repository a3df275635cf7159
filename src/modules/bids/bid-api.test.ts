import { describe, expect, test } from 'vitest'
import { contentOf, type TendersTables } from '#tenders'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { api } from './api.ts'
import { GOOD_ANSWERS, giveBidder, giveCompetition } from './builders.ts'

const db = await openTestDatabase(['send-mail'])
const competition = await giveCompetition(db)
const acme = await giveBidder(db, 'Acme')
const visitor = aVisitor({
  personId: acme.personId,
  authorityId: acme.organisationId,
  permissions: ['bids.prepare', 'bids.submit'],
})
const app = await openTestApp(db, {
  api,
  identify: async () => visitor,
  services: { clock: { now: () => new Date() } },
})
const send = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
  const headers = { authorization: `Bearer ${'t'.repeat(40)}` }
  const answer = await app.server.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}

describe('a program', () => {
  test('begins, answers, submits, reads the receipt and withdraws', async () => {
    const content = await inReading(acme.ctx, (reader: Reader<TendersTables>) =>
      contentOf(reader, competition.tender.id, 1),
    )
    const begun = await send('POST', '/api/v1/bids', { tender: competition.tender.reference, lot: 'A' })
    expect(begun.status).toBe(201)
    const bid = `/api/v1/bids/${begun.body.id}`
    expect((await send('POST', `${bid}/submission`)).body).toMatchObject({ code: 'not-complete' })
    expect((await send('PUT', `${bid}/answers`, GOOD_ANSWERS(content))).status).toBe(200)
    const submitted = await send('POST', `${bid}/submission`)
    expect(submitted).toMatchObject({ status: 201, body: { logNumber: 1 } })
    expect(await send('GET', `/api/v1/bids/receipts/${submitted.body.id}`)).toMatchObject({ status: 200 })
    const log = await send('GET', `/api/v1/tenders/${competition.tender.reference}/log`)
    expect(log.body).toMatchObject({ isWhole: true, entries: [{ hash: submitted.body.logHash }] })
    expect((await send('DELETE', `${bid}/submission`)).status).toBe(200)
  })
})
