import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { contentOf, type TenderContent, type TendersTables } from '#tenders'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { readZipMember } from '../../platform/zip-member.ts'
import { saveAnswers } from './actions/drafts.ts'
import { addFile, removeFile } from './actions/files.ts'
import { submitBid, withdrawBid } from './actions/submit.ts'
import { api } from './api.ts'
import {
  type Competition,
  type GivenBidder,
  GOOD_ANSWERS,
  giveBidder,
  giveCompetition,
  giveDraft,
  giveOpening,
  passDeadline,
} from './builders.ts'
import type { BidId, Receipt } from './model.ts'
import { readOwnCopy } from './own-copy.ts'
import { ownCopyZip } from './own-copy-zip.ts'
import { pages } from './routes.ts'
import { unpack } from './rules/package.ts'

const db = await openTestDatabase(['send-mail'])
const app = await openTestApp(db, { pages, api, services: { clock: { now: () => new Date() } } })
const SECRET = 'Zinnwaldite-37 is how we do it'
const PDF = Buffer.from('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n% Zinnwaldite-38\n%%EOF\n')
const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

let open: Competition
let content: TenderContent
let acme: GivenBidder
let bidId: BidId
let receipt: Receipt
beforeAll(async () => {
  acme = await giveBidder(db, 'Acme')
  open = await giveCompetition(db, {
    change: (asked) => ({
      ...asked,
      questions: [
        ...asked.questions,
        {
          ...(asked.questions[0] as never as TenderContent['questions'][number]),
          code: 'Q9',
          kind: 'file',
          text: 'Your <plan>',
          criterion: null,
          isCondition: false,
        },
      ],
    }),
  })
  content = await inReading<TendersTables, TenderContent>(acme.ctx, (reader) =>
    contentOf(reader, open.tender.id, 1),
  )
  bidId = await giveDraft(acme, open.tender, { ...GOOD_ANSWERS(content), Q3: { words: SECRET } })
  await addFile(acme.ctx, bidId, 'Q9', { name: 'plan & more.pdf', content: PDF })
  receipt = must(await submitBid(acme.ctx, bidId))
})

const as = (who: GivenBidder) =>
  app.as(aVisitor({ personId: who.personId, authorityId: who.organisationId, permissions: ['bids.prepare'] }))

/** What a ZIP holds, by name; each member's check sum is read too. */
const unzip = async (bytes: Buffer): Promise<Map<string, Buffer>> => {
  const zip = await fromBufferPromise(bytes)
  const members = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = []
    for await (const part of readZipMember(zip, entry)) parts.push(part)
    members.set(entry.fileNameRaw.toString(), Buffer.concat(parts))
  }
  return members
}
const copyOf = async (ctx: Context, id = receipt.id) =>
  unzip(await buffer(ownCopyZip(await readOwnCopy(ctx, id), 'http://localhost:3000')))

describe('a supplier’s own copy', () => {
  test('is what was sealed, byte for byte, with everything that checks it against the public log', async () => {
    const members = await copyOf(acme.ctx)
    expect([...members.keys()]).toEqual([
      'index.html',
      'receipt.json',
      'answers.json',
      'public-log.json',
      'files/1-Q9-plan-more.pdf',
      'package.bin',
      'SHA256SUMS',
    ])
    const sealed = members.get('package.bin') ?? Buffer.alloc(0)
    expect(sha(sealed)).toBe(receipt.fingerprint)
    const { header, contents } = must(unpack(sealed))
    expect(header.answers.find(({ question }) => question === 'Q3')?.words).toBe(SECRET)
    expect(Buffer.from(contents[0] ?? [])).toEqual(PDF)
    expect(members.get('files/1-Q9-plan-more.pdf')).toEqual(PDF)
    const log = JSON.parse(String(members.get('public-log.json')))
    expect(log[receipt.logNumber - 1].fingerprint).toBe(receipt.fingerprint)
    for (const line of String(members.get('SHA256SUMS')).trim().split('\n')) {
      const [print, name = ''] = line.split('  ')
      expect([name, sha(members.get(name) ?? '')]).toEqual([name, print])
    }
  })

  test('begins with a page that reads without the site, and runs nothing of what was typed', async () => {
    const index = String((await copyOf(acme.ctx)).get('index.html'))
    for (const text of [
      SECRET,
      '£98,500.50',
      'plan  more.pdf',
      'Your &lt;plan',
      receipt.fingerprint,
      'sha256sum',
    ])
      expect(index).toContain(text)
    expect(index).not.toMatch(
      /<script|src=|href="(?!files\/|http:\/\/localhost:3000\/opportunities\/|[\w-]+\.(?:json|bin)")/,
    )
  })

  test('stays as it was when the draft goes on, its file is removed and the bid is replaced', async () => {
    const other = await giveBidder(db, 'Byre')
    const draft = await giveDraft(other, open.tender, { ...GOOD_ANSWERS(content), Q3: { words: 'First' } })
    const file = must(await addFile(other.ctx, draft, 'Q9', { name: 'plan.pdf', content: PDF }))
    const first = must(await submitBid(other.ctx, draft))
    await removeFile(other.ctx, draft, file.id)
    await addFile(other.ctx, draft, 'Q9', { name: 'other.csv', content: Buffer.from('a,b\n1,2\n') })
    await saveAnswers(other.ctx, draft, { Q3: { words: 'Second' } })
    const second = must(await submitBid(other.ctx, draft))
    const [before, after] = [await copyOf(other.ctx, first.id), await copyOf(other.ctx, second.id)]
    expect(sha(before.get('package.bin') ?? '')).toBe(first.fingerprint)
    expect(String(before.get('index.html'))).toContain('Replaced by a later bid')
    expect(String(before.get('answers.json'))).toContain('"First"')
    expect(before.get('files/1-Q9-plan.pdf')).toEqual(PDF)
    expect(String(after.get('answers.json'))).toContain('"Second"')
    await expect(readOwnCopy(acme.ctx, first.id)).rejects.toThrow('no copy of such a bid')
    must(await withdrawBid(other.ctx, draft))
    const page = await (await as(other)).get(`/workspace/bids/${draft}`)
    const listed = page.links.flatMap(({ href }) => (href.includes('/workspace/receipts/') ? [href] : []))
    expect(listed).toEqual([second, first].map(({ id }) => `/workspace/receipts/${id}`))
    expect(page.text).toContain('Withdrawn at')
  })

  test('is downloaded from the receipt and by the API, by its supplier alone', async () => {
    const browser = await as(acme)
    const page = await browser.get(`/workspace/receipts/${receipt.id}`)
    const href = `/workspace/receipts/${receipt.id}/copy.zip`
    expect(page.html).toContain(`href="${href}"`)
    for (const url of [href, `/api/v1/bids/receipts/${receipt.id}/copy`]) {
      const answer = await browser.request({ method: 'GET', url })
      expect(answer.headers['content-type']).toBe('application/zip')
      expect(sha((await unzip(answer.rawPayload)).get('package.bin') ?? '')).toBe(receipt.fingerprint)
      const stranger = await as(await giveBidder(db, 'Carl'))
      expect((await stranger.request({ method: 'GET', url })).statusCode).toBe(404)
    }
  })
})

describe('whoever holds the database', () => {
  /** Every row of every table as text, and bytes as the text they may be. */
  const dump = async (): Promise<string> => {
    const tables = await db.query(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const parts: string[] = []
    for (const { name } of tables) {
      const rows = await db.query(`select * from ${String(name)}`)
      parts.push(
        JSON.stringify(rows, (_, value) =>
          value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
        ),
      )
    }
    return parts.join('\n')
  }

  test('and the stored files finds neither answers nor files before the opening, in the copy or elsewhere', async () => {
    const everything = await dump()
    expect(everything.includes(receipt.fingerprint)).toBe(true)
    expect(everything.includes('Zinnwaldite')).toBe(false)
    const folder = join(db.dataFolder, 'files')
    for (const name of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (name.isFile())
        expect((await readFile(join(name.parentPath, name.name))).includes('Zinnwaldite')).toBe(false)
  })

  test('cannot open the copy with another secret, nor as another supplier’s or another bid’s', async () => {
    await expect(readOwnCopy({ ...acme.ctx, secret: 'x'.repeat(40) }, receipt.id)).rejects.toThrow()
    const dora = await giveBidder(db, 'Dora')
    const draft = await giveDraft(dora, open.tender, GOOD_ANSWERS(content))
    await addFile(dora.ctx, draft, 'Q9', { name: 'plan.pdf', content: PDF })
    const theirs = must(await submitBid(dora.ctx, draft))
    const move = `update bids.own_copy set content = (select content from bids.own_copy where sealed_id = $1) where sealed_id = $2`
    await db.query(move, [receipt.id, theirs.id])
    await expect(readOwnCopy(dora.ctx, theirs.id)).rejects.toThrow()
  })
})

test('a copy is there after the opening too, and says what the opening found', async () => {
  await passDeadline(db, open.tender)
  await giveOpening(db, open)
  const index = String((await copyOf(acme.ctx)).get('index.html'))
  expect(index).toContain('Opened, and is what was handed in')
})

test('a copy whose file was changed on the disk is not handed out', async () => {
  const rows = await db.query('select stored_as from bids.file where bid_id = $1', [bidId])
  const path = db.services.files.localPath(String(rows[0]?.stored_as))
  const bytes = await readFile(path)
  bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40)
  await writeFile(path, bytes)
  await expect(readOwnCopy(acme.ctx, receipt.id)).rejects.toThrow()
})
