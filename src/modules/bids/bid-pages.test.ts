import exceljs from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { GOOD_PASSPHRASE } from '#sealing'
import { contentOf, type TendersTables } from '#tenders'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { api } from './api.ts'
import {
  type Competition,
  type GivenBidder,
  GOOD_ANSWERS,
  giveBidder,
  giveCompetition,
  giveDraft,
  passDeadline,
} from './builders.ts'
import { commands } from './commands.ts'
import { pages } from './routes.ts'

const db = await openTestDatabase(['send-mail'])
const app = await openTestApp(db, { pages, api, services: { clock: { now: () => new Date() } } })
const LEAD = ['bids.prepare', 'bids.submit']
const as = (bidder: GivenBidder, permissions: readonly string[] = LEAD) =>
  app.as(aVisitor({ personId: bidder.personId, authorityId: bidder.organisationId, permissions }))

let open: Competition
let acme: GivenBidder
let good: ReturnType<typeof GOOD_ANSWERS>
beforeAll(async () => {
  acme = await giveBidder(db, 'Acme')
  open = await giveCompetition(db)
  good = GOOD_ANSWERS(
    await inReading(acme.ctx, (reader: Reader<TendersTables>) => contentOf(reader, open.tender.id, 1)),
  )
})

describe('the workspace', () => {
  test('takes a bid from the first click to its receipt, and says all the while that it is not submitted', async () => {
    const browser = await as(acme)
    expect((await browser.get('/workspace')).text).toContain('No bids yet')
    await browser.get(`/workspace/tenders/${open.tender.reference}`)
    const begun = await browser.submit({}, 'Begin a bid for lot A')
    const saved = await browser.post(begun.path, {
      after: 'save',
      Q1: 'yes',
      Q2: '98,500.50',
      Q3: 'word '.repeat(501),
    })
    expect(saved.text).toContain('Saved. It counts when you submit it.')
    expect(saved.text).toContain('This has 501 words; at most 500 are allowed')
    expect(saved.html).toContain('98,500.50')
    for (const path of ['/workspace', '/workspace/profile', begun.path])
      expect((await browser.get(path)).text).toContain('What is uploaded and not submitted does not count.')
    const fields = {
      Q3: 'In words',
      Q5: 'And so',
      'Q4-0-quantity': '3',
      'Q4-0-words': 'Three.',
      after: 'submit',
    }
    const receipt = await browser.post(begun.path.split('?')[0] ?? '', fields)
    expect(receipt.text).toContain('The public log is whole, and this receipt stands in it.')
    expect(receipt.text).not.toContain('does not count')
    const log = await app.client().get(`/opportunities/${open.tender.reference}/log`)
    expect(log.text).toContain('every entry follows from the one before it')
    expect(log.text).not.toContain('Acme')
  })

  test('saves for the page’s script without a page, and lets only a lead submit', async () => {
    const writer = await as(acme, ['bids.prepare'])
    const bidder = await giveBidder(db, 'Dora')
    const bidId = await giveDraft(bidder, open.tender, good)
    const own = await as(bidder, ['bids.prepare'])
    const stay = await own
      .get(`/workspace/bids/${bidId}`)
      .then(() => own.post(`/workspace/bids/${bidId}`, { after: 'stay', Q3: 'More' }))
    expect(JSON.parse(stay.html)).toEqual({ revision: 2, conflicts: [] })
    const refused = await own.post(`/workspace/bids/${bidId}`, { after: 'submit', Q3: 'Most' })
    expect(refused.text).toContain('A bid lead submits.')
    expect((await own.post(`/workspace/bids/${bidId}/withdraw`)).status).toBe(403)
    expect((await writer.get(`/workspace/bids/${bidId}`)).status).toBe(404)
  })

  test('sends the questions out as a workbook and takes it back cell by cell', async () => {
    const bidder = await giveBidder(db, 'Finn')
    const bidId = await giveDraft(bidder, open.tender, {})
    const browser = await as(bidder)
    const sent = await browser.request({ method: 'GET', url: `/workspace/bids/${bidId}/pack.xlsx` })
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(sent.rawPayload as never)
    const sheet = workbook.worksheets[0]
    const answers: Record<string, string> = {
      Q1: 'yes',
      Q2: 'a lot',
      Q3: 'Offline words',
      'Q4.1': '2',
      'Q4.1 words': 'Two.',
    }
    sheet?.eachRow((row) => {
      const answer = answers[String(row.getCell(1).value)]
      if (answer) row.getCell(4).value = answer
    })
    await browser.get(`/workspace/bids/${bidId}`)
    const filled = {
      field: 'pack',
      name: 'pack.xlsx',
      content: Buffer.from((await workbook.xlsx.writeBuffer()) as ArrayBuffer),
    }
    const back = await browser.upload(filled, {}, 'Take over its answers')
    expect(back.status).toBe(400)
    expect(back.text).toContain('Cell D4: “a lot” is not an amount like 98500.50.')
    expect(back.text).toContain('Saved from the file all the same: Q1, Q3 and Q4.')
    expect(back.text).toContain('Offline words')
    const hostile = await browser.upload(
      { ...filled, content: Buffer.from('%PDF-1.4') },
      {},
      'Take over its answers',
    )
    expect(hostile.text).toContain('The file is a PDF.')
    const stranger = await browser.upload(
      { ...filled, content: Buffer.from('a,b\n1,2\n') },
      {},
      'Take over its answers',
    )
    expect(stranger.text).toContain('No question was found')
  })

  test('keeps a profile, and says what is wrong with it without losing it', async () => {
    const browser = await as(acme)
    await browser.get('/workspace/profile')
    const wrong = await browser.submit({
      companyNumber: '12',
      insurance: 'Ten million',
      declared: 'not-debarred',
    })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('Enter a company number of 8 characters')
    expect(wrong.text).toContain('Enter the day of the declaration')
    expect(wrong.html).toContain('Ten million')
    const day = { 'declaredOn-day': '1', 'declaredOn-month': '11', 'declaredOn-year': '2026' }
    const saved = await browser.submit({
      companyNumber: '01234567',
      insurance: 'Ten million',
      declared: 'not-debarred',
      ...day,
    })
    expect(saved.text).toContain('It goes with every bid you submit from now on.')
    const [row] = await db.query('select org_id from identity.organisation where id = $1', [
      acme.organisationId,
    ])
    expect(row?.org_id).toBe('GB-COH-01234567')
  })
})

describe('the opening pages', () => {
  test('lead two officers to the minutes, and nobody past the first alone', async () => {
    const competition = await giveCompetition(db)
    const bidder = await giveBidder(db, 'Gwen')
    const bidId = await giveDraft(bidder, competition.tender, good)
    const supplier = await as(bidder)
    await supplier.get(`/workspace/bids/${bidId}`)
    await supplier.post(`/workspace/bids/${bidId}`, { after: 'submit' })
    const path = `/bids/openings/${competition.tender.id}`
    const officer = (index: 0 | 1) =>
      app.as(
        aVisitor({
          personId: competition.officers[index].id,
          authorityId: competition.council.id,
          permissions: ['sealing.hold'],
        }),
      )
    const [ada, bob] = [await officer(0), await officer(1)]
    expect((await ada.get(path)).text).toContain('Nobody can open anything before the deadline.')
    await passDeadline(db, competition.tender)
    await ada.get(path)
    expect((await ada.submit({ passphrase: 'wrong' }, 'Begin the opening')).text).toContain(
      'Check your passphrase',
    )
    const begun = await ada.submit({ passphrase: GOOD_PASSPHRASE }, 'Begin the opening')
    expect(begun.text).toContain('You have begun the opening.')
    await bob.get(path)
    const opened = await bob.submit({ passphrase: GOOD_PASSPHRASE }, 'Open the bids')
    expect(opened.text).toContain('Ada and Bob opened 1 bid')
    const log = await app.client().get(`/opportunities/${competition.tender.reference}/log`)
    expect(log.text).toContain('all 1 bids that were opened are the ones that were handed in')
    const said: string[] = []
    const terminal = {
      isJson: false,
      print: (text: string) => said.push(text),
      answer: () => undefined,
      warn: () => undefined,
      progress: () => undefined,
      readInput: async () => '',
    }
    const verify = commands.find(({ name }) => name === 'bids log verify')
    expect(
      await verify?.run({
        services: db.services,
        args: [competition.tender.reference],
        options: {},
        terminal,
      }),
    ).toBe(0)
    expect(said.join()).toContain('1 opened and all as handed in')
  })
})
