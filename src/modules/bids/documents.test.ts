import { beforeAll, describe, expect, test } from 'vitest'
import { contentOf, type TenderContent, type TendersTables } from '#tenders'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { addDocument, addDocumentToBid, removeDocument } from './actions/documents.ts'
import { remindOfDocuments } from './actions/remind-documents.ts'
import { api } from './api.ts'
import {
  type Competition,
  type GivenBidder,
  GOOD_ANSWERS,
  giveBidder,
  giveCompetition,
  giveDraft,
} from './builders.ts'
import type { BidId } from './model.ts'
import { readBid } from './read-bid.ts'
import { pages } from './routes.ts'
import { stateOfDocument } from './rules/documents.ts'

const db = await openTestDatabase(['send-mail'])
const app = await openTestApp(db, { pages, api, services: { clock: { now: () => new Date() } } })
const PDF = Buffer.from('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n% Zinnwaldite\n%%EOF\n')
const as = (who: GivenBidder) =>
  app.as(
    aVisitor({
      personId: who.personId,
      authorityId: who.organisationId,
      permissions: ['bids.prepare', 'bids.submit'],
    }),
  )

let open: Competition
let acme: GivenBidder
let byre: GivenBidder
let bidId: BidId
beforeAll(async () => {
  ;[acme, byre] = [await giveBidder(db, 'Acme'), await giveBidder(db, 'Byre')]
  open = await giveCompetition(db, {
    change: (asked) => ({
      ...asked,
      questions: [
        ...asked.questions,
        {
          ...(asked.questions[0] as TenderContent['questions'][number]),
          code: 'Q9',
          kind: 'file',
          text: 'Your insurance',
          criterion: null,
          isCondition: false,
        },
      ],
    }),
  })
  const content = await inReading<TendersTables, TenderContent>(acme.ctx, (reader) =>
    contentOf(reader, open.tender.id, 1),
  )
  bidId = await giveDraft(acme, open.tender, GOOD_ANSWERS(content))
})
const filesOf = async () => (await readBid(acme.ctx, bidId)).files.map(({ name, bytes }) => [name, bytes])

describe('a document that is uploaded once', () => {
  test('goes into a bid with one form and no script, and stays there when it is taken away', async () => {
    const browser = await as(acme)
    await browser.get('/workspace/documents')
    const file = { field: 'document', name: '../cover note.pdf', content: PDF }
    const day = { 'expiresOn-day': '30', 'expiresOn-month': '6', 'expiresOn-year': '2099' }
    const kept = await browser.upload(
      file,
      { kind: 'insurance', title: 'Public liability', ...day },
      'Keep the document',
    )
    expect(kept.text).toContain('Public liability')
    expect(kept.text).toContain('30 June 2099')
    const [row] = await db.query('select file_id from bids.document')
    const documentId = String(row?.file_id)
    await browser.get(`/workspace/bids/${bidId}`)
    const added = await browser.submit({ 'document-Q9': documentId }, 'Add the document to Q9')
    expect(added.text).toContain('The file is there.')
    expect(await filesOf()).toEqual([['cover note.pdf', PDF.length]])
    await browser.get('/workspace/documents')
    expect((await browser.submit({}, `/workspace/documents/${documentId}/remove`)).text).toContain(
      'Bids that it was added to keep it.',
    )
    const [attached] = (await readBid(acme.ctx, bidId)).files
    const href = `/workspace/bids/${bidId}/files/${attached?.id}`
    expect((await browser.request({ method: 'GET', url: href })).rawPayload).toEqual(PDF)
    expect((await (await as(byre)).request({ method: 'GET', url: href })).statusCode).toBe(404)
    expect(await db.query('select 1 from bids.document')).toEqual([])
  })

  test('is not kept without what it needs, and says each thing that is wrong', async () => {
    const browser = await as(acme)
    await browser.get('/workspace/documents')
    const wrong = await browser.upload(
      { field: 'document', name: 'accounts.pdf', content: PDF },
      { title: 'Accounts 2026', 'expiresOn-day': '31', 'expiresOn-month': '2', 'expiresOn-year': '2027' },
      'Keep the document',
    )
    expect(wrong.status).toBe(400)
    for (const text of ['Choose what it is', 'as a real date']) expect(wrong.text).toContain(text)
    expect(wrong.html).toContain('Accounts 2026')
    const about = { kind: 'policy', title: 'Safety', expiresOn: null } as const
    const program = { name: 'safety.pdf', content: Buffer.from('MZ\x90\x00') }
    expect(await addDocument(acme.ctx, about, program)).toMatchObject({ refusal: 'file-not-taken' })
    expect(await addDocument(acme.ctx, about, { name: 'x', content: undefined })).toMatchObject({
      refusal: 'file-not-taken',
    })
    const past = { ...about, expiresOn: '2020-01-31' }
    expect(await addDocument(acme.ctx, past, { name: 'a.pdf', content: PDF })).toMatchObject({
      refusal: 'document-ended',
    })
    expect(await db.query('select 1 from bids.document')).toEqual([])
  })

  test('is not added to a bid once its last day is over, to a question that asks for none, or by another', async () => {
    const about = { kind: 'insurance', title: 'Old cover', expiresOn: '2099-01-31' } as const
    const id = must(await addDocument(acme.ctx, about, { name: 'old.pdf', content: PDF }))
    await expect(addDocumentToBid(acme.ctx, bidId, 'Q3', id)).rejects.toThrow('asks for no such file')
    await expect(addDocumentToBid(byre.ctx, bidId, 'Q9', id)).rejects.toThrow('no such document')
    await expect(removeDocument(byre.ctx, id)).rejects.toThrow('no such document')
    await db.query(`update bids.document set expires_on = '2020-01-31'`)
    expect(await addDocumentToBid(acme.ctx, bidId, 'Q9', id)).toMatchObject({ refusal: 'document-ended' })
    const page = await (await as(acme)).get(`/workspace/bids/${bidId}`)
    expect(page.text).not.toContain('Old cover')
  })

  test('is told of before it ends, to all who work on bids, each time once', async () => {
    const about = { kind: 'certificate', title: 'Safe contractor', expiresOn: '2099-12-31' } as const
    const id = must(await addDocument(byre.ctx, about, { name: 'safe.pdf', content: PDF }))
    const on = (day: string) => ({ ...db.services, clock: { now: () => new Date(`${day}T07:40:00Z`) } })
    const told: number[] = []
    for (const day of ['2099-10-31', '2099-11-01', '2099-11-01', '2099-12-16'])
      told.push(await remindOfDocuments(on(day)))
    expect(told).toEqual([0, 1, 0, 0])
    // Two workers at once write one letter.
    const both = await Promise.all([remindOfDocuments(on('2099-12-17')), remindOfDocuments(on('2099-12-17'))])
    expect(both.sort()).toEqual([0, 1])
    expect(await remindOfDocuments(on('2099-12-31'))).toBe(0)
    const letters = await db.query(
      `select recipient, subject, body_text from platform.mail where subject like 'A document%' order by created_at, id`,
    )
    expect(letters.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ['bids@byre.example', 'A document for your bids ends on 31 December 2099'],
      ['bids@byre.example', 'A document for your bids ends on 31 December 2099'],
    ])
    expect(letters[0]?.body_text).toContain(
      '“Safe contractor” (certificate) holds until 31 December 2099, 60 days',
    )
    const another = inReading(acme.ctx, (reader) =>
      reader.selectFrom('bids.document_reminder' as never).execute(),
    )
    expect(await another).toEqual([])
    await removeDocument(byre.ctx, id)
    expect(await db.query('select 1 from bids.document_reminder')).toEqual([])
  })

  test('is encrypted where it is stored', async () => {
    const [row] = await db.query('select stored_as from bids.file where bid_id is null')
    const stored = db.services.files.open(String(row?.stored_as))
    const parts: Buffer[] = []
    for await (const part of stored) parts.push(part as Buffer)
    expect(Buffer.concat(parts).includes('Zinnwaldite')).toBe(false)
  })
})

test.each([
  [null, 'holds'],
  ['2026-11-21', 'ended'],
  ['2026-11-22', 'ends-soon'],
  ['2026-12-22', 'ends-soon'],
  ['2026-12-23', 'holds'],
] as const)('a document until %s: %s', (until, state) =>
  expect(stateOfDocument(until, { today: '2026-11-22', soonUntil: '2026-12-22' })).toBe(state),
)
