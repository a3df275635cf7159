import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { GOOD_PASSPHRASE } from '#sealing'
import { cancelTender, contentOf, type TenderContent, type TendersTables } from '#tenders'
import type { Reader } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { saveAnswers } from './actions/drafts.ts'
import { addFile } from './actions/files.ts'
import { beginOpening, openBids } from './actions/open.ts'
import { remindSuppliers } from './actions/remind.ts'
import { submitBid, withdrawBid } from './actions/submit.ts'
import { tellBiddersOfNews } from './actions/tell-bidders.ts'
import {
  type Competition,
  GOOD_ANSWERS,
  giveBidder,
  giveCompetition,
  giveDraft,
  giveOpening,
  giveSubmittedBid,
  moveDeadline,
  passDeadline,
} from './builders.ts'
import { readBid } from './read-bid.ts'
import { readWorkspaceFrom } from './read-workspace.ts'
import { faultsOf } from './rules/log.ts'
import { openedBids } from './store/opened.ts'
import { listChecks, listLog } from './store/sealed.ts'
import type { BidsTables } from './tables.ts'

const db = await openTestDatabase(['send-mail'])
const acme = await giveBidder(db, 'Acme')
const byre = await giveBidder(db, 'Byre')

const contentFor = (competition: Competition): Promise<TenderContent> =>
  inReading(acme.ctx, (reader: Reader<TendersTables>) =>
    contentOf(reader, competition.tender.id, competition.tender.version),
  )
const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const logOf = (tenderId: string) =>
  inReading(db.context({ kind: 'nobody' }, null), (reader: Reader<BidsTables>) => listLog(reader, tenderId))
const ownCopies = async () => (await db.query('select 1 from bids.own_copy')).length
const PDF = Buffer.from('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n')

let open: Competition
let good: ReturnType<typeof GOOD_ANSWERS>
beforeAll(async () => {
  open = await giveCompetition(db)
  good = GOOD_ANSWERS(await contentFor(open))
})

describe('a draft', () => {
  test('keeps what was saved, shows it to its supplier, and nothing of it to the database', async () => {
    const bidId = await giveDraft(acme, open.tender, { Q3: { words: 'Our secret method' } })
    await saveAnswers(acme.ctx, bidId, { Q2: { pounds: '12' } })
    expect((await readBid(acme.ctx, bidId)).answers).toEqual({
      Q2: { pounds: '12' },
      Q3: { words: 'Our secret method' },
    })
    const dump = JSON.stringify(await db.query(`select encode(answers, 'escape') as t from bids.bid`))
    expect(dump).not.toContain('secret')
    await expect(readBid(byre.ctx, bidId)).rejects.toThrow('There is no such bid')
  })

  test('is not submitted while a required answer is missing, and says which', async () => {
    const bidId = await giveDraft(acme, open.tender, { Q3: {} })
    expect(await submitBid(acme.ctx, bidId)).toMatchObject({ refusal: 'not-complete' })
  })
})

describe('a bid that is submitted', () => {
  test('has a receipt whose fingerprint stands on the public log, and letters that say so', async () => {
    const competition = await giveCompetition(db)
    const receipt = await giveSubmittedBid(acme, competition.tender, good)
    const [entry] = await logOf(competition.tender.id)
    expect(entry).toMatchObject({ number: 1, kind: 'submitted', fingerprint: receipt.fingerprint })
    expect(entry?.hash).toBe(receipt.logHash)
    const [letter] = await db.query(
      `select body_text from platform.mail where recipient = 'bids@acme.example' and subject like 'Receipt%' order by created_at desc limit 1`,
    )
    expect(letter?.body_text).toContain(receipt.fingerprint)
    const [row] = await db.query('select content from bids.sealed_bid where id = $1', [receipt.id])
    expect(Buffer.from(row?.content as Uint8Array).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/)
  })

  test('is replaced and withdrawn until the deadline, and the log keeps every step', async () => {
    const competition = await giveCompetition(db)
    const bidId = await giveDraft(acme, competition.tender, good)
    await submitBid(acme.ctx, bidId)
    await saveAnswers(acme.ctx, bidId, { Q3: { words: 'Better' } })
    expect((await submitBid(acme.ctx, bidId)).ok).toBe(true)
    expect((await withdrawBid(acme.ctx, bidId)).ok).toBe(true)
    expect(await withdrawBid(acme.ctx, bidId)).toMatchObject({ refusal: 'nothing-submitted' })
    const log = await logOf(competition.tender.id)
    expect(log.map(({ kind }) => kind)).toEqual(['submitted', 'submitted', 'withdrawn'])
    expect(faultsOf(log, sha)).toEqual([])
    await passDeadline(db, competition.tender)
    expect((await giveOpening(db, competition)).bids).toBe(0)
  })

  test('is refused at the deadline, and leaves nothing', async () => {
    const competition = await giveCompetition(db)
    const bidId = await giveDraft(acme, competition.tender, good)
    await passDeadline(db, competition.tender)
    expect(await submitBid(acme.ctx, bidId)).toMatchObject({ refusal: 'deadline-passed' })
    expect(await logOf(competition.tender.id)).toEqual([])
  })

  test('is refused where the deadline passes between the statement and the commit', async () => {
    const competition = await giveCompetition(db)
    const bidId = await giveDraft(acme, competition.tender, good)
    const copies = await ownCopies()
    // The letters come after the statement that took the bid; a busy machine may be late even for that, and begins again.
    for (const milliseconds of [300, 1200, 5000, 20_000]) {
      const deadline = new Date(Date.now() + milliseconds)
      let isTaken = false
      const enqueue: typeof acme.ctx.jobs.enqueue = async (...given) => {
        isTaken = true
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, deadline.getTime() - Date.now()) + 50))
        return acme.ctx.jobs.enqueue(...given)
      }
      await moveDeadline(db, competition.tender, deadline)
      const slow = { ...acme.ctx, jobs: { ...acme.ctx.jobs, enqueue } }
      expect(await submitBid(slow, bidId)).toMatchObject({ refusal: 'deadline-passed' })
      if (isTaken) break
      expect(milliseconds, 'too slow to hand in at all').toBeLessThan(20_000)
    }
    expect(await logOf(competition.tender.id)).toEqual([])
    expect((await readBid(acme.ctx, bidId)).bid.sealedId).toBeNull()
    expect(await ownCopies()).toBe(copies)
  })
})

test('one stuck file does not block the other lots', async () => {
  const lots = ['A', 'B'].map((code) => ({ code, name: `Lot ${code}`, description: '', valuePence: null }))
  const competition = await giveCompetition(db, {
    change: (content) => ({
      ...content,
      lots,
      questions: [
        ...content.questions,
        {
          code: `Q${content.questions.length + 1}`,
          lots: [],
          criterion: null,
          text: 'Your insurance certificate',
          help: '',
          kind: 'file',
          wordLimit: null,
          isRequired: true,
          isCondition: true,
        },
      ],
    }),
  })
  const content = await contentFor(competition)
  const code = content.questions.at(-1)?.code ?? ''
  const [first, second] = [
    await giveDraft(acme, competition.tender, GOOD_ANSWERS(content), 'A'),
    await giveDraft(acme, competition.tender, GOOD_ANSWERS(content), 'B'),
  ]
  const stuck = await addFile(acme.ctx, first, code, {
    name: 'insurance.exe',
    content: Buffer.from('MZ\x90'),
  })
  expect(stuck).toMatchObject({ ok: true, value: { storedAs: null } })
  await addFile(acme.ctx, second, code, { name: '../insurance.pdf', content: PDF })
  expect(await submitBid(acme.ctx, first)).toMatchObject({ refusal: 'not-complete' })
  expect((await submitBid(acme.ctx, second)).ok).toBe(true)
  await addFile(acme.ctx, first, code, { name: 'insurance.pdf', content: PDF })
  // Nor does one more that is not taken stop the lot whose certificate is there.
  await addFile(acme.ctx, first, code, { name: 'annex.exe', content: Buffer.from('MZ\x90') })
  expect((await submitBid(acme.ctx, first)).ok).toBe(true)
  await passDeadline(db, competition.tender)
  expect((await giveOpening(db, competition)).bids).toBe(2)
  const bids = await inReading(competition.officer, (reader) => openedBids(reader, competition.tender.id))
  expect(bids.map(({ lot, answers }) => [lot, answers.at(-1)?.files[0]?.name])).toEqual([
    ['A', 'insurance.pdf'],
    ['B', 'insurance.pdf'],
  ])
})

test('uploaded but never submitted is told three times', async () => {
  const competition = await giveCompetition(db)
  const carl = await giveBidder(db, 'Carl')
  await giveDraft(carl, competition.tender, good)
  await giveSubmittedBid(byre, competition.tender, good)
  const told = async () =>
    (
      await db.query(
        `select subject from platform.mail where subject like 'Not submitted%' and recipient = 'bids@carl.example' order by created_at`,
      )
    ).map(({ subject }) => String(subject).split(',')[1]?.trim())
  const at = (minutes: number) => ({
    ...db.services,
    clock: { now: () => new Date(competition.tender.deadline.getTime() - minutes * 60_000) },
  })
  for (const minutes of [25 * 60, 24 * 60, 23 * 60, 119, 118, 30, 29, 1]) {
    await remindSuppliers(at(minutes))
    await remindSuppliers(at(minutes))
  }
  expect(await told()).toEqual(
    ['a day left: ', 'two hours left: ', 'half an hour left: '].map((text) =>
      expect.stringContaining(text.trim()),
    ),
  )
  const others = await db.query(
    `select 1 from platform.mail where subject like 'Not submitted%' and recipient = 'bids@byre.example' and subject like '%' || $1 || '%'`,
    [competition.tender.reference],
  )
  expect(others).toEqual([])
})

test('what becomes of a tender is told to all who bid for it, once, and to nobody who asks for another', async () => {
  const competition = await giveCompetition(db)
  const { tender, council } = competition
  await giveSubmittedBid(acme, tender, good)
  await giveDraft(byre, tender, good)
  await withdrawBid(acme.ctx, await giveDraft(acme, tender, good))
  await giveSubmittedBid(acme, tender, good)
  const tell = (what: 'amended' | 'cancelled', newsId: string) =>
    tellBiddersOfNews(db.services, { tenderId: tender.id, what, newsId })
  const [change, end] = [newId(), newId()]
  expect([await tell('amended', change), await tell('amended', change)]).toEqual([2, 0])
  must(await cancelTender(competition.officer, tender.id, 'The roof fell in.'))
  expect(await tell('cancelled', end)).toBe(2)
  const letters = await db.query(
    `select recipient, body_text as text from platform.mail where subject like $1 || ', which you bid for' order by 1, 2`,
    [`%${tender.reference}`],
  )
  expect(letters.map(({ recipient }) => recipient)).toEqual(
    ['acme', 'acme', 'byre', 'byre'].map((name) => `bids@${name}.example`),
  )
  const said = letters.map(({ text }) => String(text))
  expect(said.filter((text) => text.includes('What you have handed in (lot A)'))).toHaveLength(1)
  expect(said.filter((text) => text.includes('The roof fell in.'))).toHaveLength(2)
  const asking = (authorityId: string | null) =>
    inReading(db.context({ kind: 'worker' }, authorityId), async (reader) => {
      const { rows } = await sql`select * from bids.suppliers_of(${tender.id})`.execute(reader)
      return rows.length
    })
  expect([await asking(council.id), await asking(null)]).toEqual([0, 2])
  const acmes = await inReading(acme.ctx, (reader: Reader<BidsTables & TendersTables>) =>
    readWorkspaceFrom(reader, acme.ctx),
  )
  expect(acmes.bids.find(({ bid }) => bid.tenderId === tender.id)?.state).toBe('cancelled')
})

describe('opening', () => {
  test('gives what was submitted, checked against the log, and minutes with both officers', async () => {
    const competition = await giveCompetition(db)
    const receipt = await giveSubmittedBid(acme, competition.tender, good)
    await giveSubmittedBid(byre, competition.tender, { ...good, Q3: { words: 'Another way.' } })
    await passDeadline(db, competition.tender)
    const { minutes } = await giveOpening(db, competition)
    expect(minutes).toMatchObject({ firstOfficer: 'Ada', secondOfficer: 'Bob' })
    expect(minutes.checks.map(({ outcome }) => outcome)).toEqual(['matches', 'matches'])
    const bids = await inReading(competition.officer, (reader) => openedBids(reader, competition.tender.id))
    expect(bids).toMatchObject([
      { supplierName: 'Acme', fingerprint: receipt.fingerprint, lot: 'A' },
      { supplierName: 'Byre' },
    ])
    const price = bids[0]?.answers.find(({ question }) => question === 'Q2')
    expect(price?.pence).toBe(9_850_050)
    const checks = await inReading(db.context({ kind: 'nobody' }, null), (reader: Reader<BidsTables>) =>
      listChecks(reader, competition.tender.id),
    )
    expect(checks).toMatchObject([
      { number: 1, outcome: 'matches' },
      { number: 2, outcome: 'matches' },
    ])
    const again = await beginOpening(competition.officer, competition.tender.id, GOOD_PASSPHRASE)
    expect(again).toMatchObject({ refusal: 'already-opened' })
  })

  test('before the deadline is refused, whoever asks', async () => {
    const competition = await giveCompetition(db)
    await giveSubmittedBid(acme, competition.tender, good)
    const early = await beginOpening(competition.officer, competition.tender.id, GOOD_PASSPHRASE)
    expect(early).toMatchObject({ refusal: 'not-yet' })
    const second = db.context(
      { kind: 'person', personId: competition.officers[1].id },
      competition.council.id,
    )
    expect(await openBids(second, competition.tender.id, GOOD_PASSPHRASE)).toMatchObject({
      refusal: 'not-yet',
    })
  })

  test('finds a bid that was changed, swapped or removed in the database', async () => {
    const competition = await giveCompetition(db)
    await giveSubmittedBid(acme, competition.tender, good)
    await giveSubmittedBid(byre, competition.tender, good)
    const swap = `update bids.sealed_bid set content = (select content from bids.sealed_bid o where o.tender_id = $1 and o.supplier_id = $3)
      where tender_id = $1 and supplier_id = $2`
    await db.query(swap, [competition.tender.id, acme.organisationId, byre.organisationId])
    await db.query(
      `update bids.sealed_bid set content = set_byte(content, 300, (get_byte(content, 300) + 1) % 256) where tender_id = $1 and supplier_id = $2`,
      [competition.tender.id, byre.organisationId],
    )
    await passDeadline(db, competition.tender)
    const opened = await giveOpening(db, competition)
    expect(opened.bids).toBe(0)
    expect(opened.minutes.checks.map(({ outcome }) => outcome)).toEqual(['missing', 'missing'])
  })
})
