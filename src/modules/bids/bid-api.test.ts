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
    const stale = await send('PUT', `${bid}/answers?revision=0`, { Q3: { words: 'Older' } })
    expect(stale).toMatchObject({ status: 409, body: { revision: 1, conflicts: [{ code: 'Q3' }] } })
    expect((await send('PUT', `${bid}/answers?revision=x`, {})).status).toBe(400)
    const submitted = await send('POST', `${bid}/submission`)
    expect(submitted).toMatchObject({ status: 201, body: { logNumber: 1 } })
    expect(await send('GET', `/api/v1/bids/receipts/${submitted.body.id}`)).toMatchObject({ status: 200 })
    const log = await send('GET', `/api/v1/tenders/${competition.tender.reference}/log`)
    expect(log.body).toMatchObject({ isWhole: true, entries: [{ hash: submitted.body.logHash }] })
    expect((await send('DELETE', `${bid}/submission`)).status).toBe(200)
  })

  test('keeps a document, reads it back and takes it away, and is told what is wrong with one', async () => {
    const upload = async (query: string, name: string, content: Buffer) => {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(content)]), name)
      const encoded = new Response(form)
      const answer = await app.server.inject({
        method: 'POST',
        url: `/api/v1/supplier-documents?${query}`,
        headers: {
          authorization: `Bearer ${'t'.repeat(40)}`,
          'content-type': encoded.headers.get('content-type') ?? '',
        },
        payload: Buffer.from(await encoded.arrayBuffer()),
      })
      return { status: answer.statusCode, body: answer.json() }
    }
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n')
    const about = 'kind=insurance&title=Cover&expiresOn=2099-06-30'
    expect((await upload('kind=secret&title=x', 'a.pdf', pdf)).status).toBe(400)
    expect((await upload('kind=policy&title=x&expiresOn=2027-02-30', 'a.pdf', pdf)).status).toBe(400)
    expect((await upload('kind=policy&title=x&expiresOn=2020-01-31', 'a.pdf', pdf)).body).toMatchObject({
      code: 'document-ended',
    })
    expect((await upload(about, 'a.pdf', Buffer.from('MZ'))).body).toMatchObject({ code: 'file-not-taken' })
    const kept = await upload(about, 'a.pdf', pdf)
    expect(kept.status).toBe(201)
    const path = `/api/v1/supplier-documents/${kept.body.id}`
    const headers = { authorization: `Bearer ${'t'.repeat(40)}` }
    expect((await app.server.inject({ method: 'GET', url: path, headers })).rawPayload).toEqual(pdf)
    expect((await send('GET', '/api/v1/supplier-documents')).body).toMatchObject({
      documents: [{ title: 'Cover', expiresOn: '2099-06-30', name: 'a.pdf' }],
    })
    expect((await send('DELETE', path)).status).toBe(200)
    expect((await send('DELETE', path)).status).toBe(404)
  })
})
