import exceljs from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { addMembership, createPerson } from '#identity'
import { contentOf, type TenderContent, type TendersTables } from '#tenders'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { saveAnswers } from './actions/drafts.ts'
import { api } from './api.ts'
import { type GivenBidder, GOOD_ANSWERS, giveBidder, giveCompetition, giveDraft } from './builders.ts'
import type { BidId } from './model.ts'
import { readBid } from './read-bid.ts'
import { pages } from './routes.ts'

const db = await openTestDatabase(['send-mail'])
const app = await openTestApp(db, { pages, api, services: { clock: { now: () => new Date() } } })

let acme: GivenBidder
let colleague: string
let bidId: BidId
let path: string
let content: TenderContent
beforeAll(async () => {
  acme = await giveBidder(db, 'Acme')
  const { tender } = await giveCompetition(db)
  content = await inReading<TendersTables, TenderContent>(acme.ctx, (reader) =>
    contentOf(reader, tender.id, 1),
  )
  bidId = await giveDraft(acme, tender, { ...GOOD_ANSWERS(content), Q3: { words: 'First\nline' } })
  path = `/workspace/bids/${bidId}`
  const operator = db.context({ kind: 'command' }, acme.organisationId)
  const person = { email: 'priya@acme.example', name: 'Priya Shah', password: null }
  colleague = must(await createPerson(operator, person))
  must(await addMembership(operator, colleague, 'supplier-member'))
})
const as = (personId: string) =>
  app.as(
    aVisitor({ personId, authorityId: acme.organisationId, permissions: ['bids.prepare', 'bids.submit'] }),
  )
const answersNow = async () => (await readBid(acme.ctx, bidId)).answers
const words = async (code: string) => (await answersNow())[code]?.words

describe('two colleagues with one draft', () => {
  test('who change different answers both keep theirs', async () => {
    const [ada, priya] = [await as(acme.personId), await as(colleague)]
    await Promise.all([ada.get(path), priya.get(path)])
    await priya.submit({ Q5: 'Priya’s five' }, 'Save')
    expect((await ada.submit({ Q3: 'Ada’s three' }, 'Save')).text).toContain('Saved.')
    expect([await words('Q3'), await words('Q5')]).toEqual(['Ada’s three', 'Priya’s five'])
  })

  test('who change the same answer see both, and lose neither until one is chosen', async () => {
    const [ada, priya] = [await as(acme.personId), await as(colleague)]
    await Promise.all([ada.get(path), priya.get(path)])
    await priya.submit({ Q3: 'Priya’s text <b>' }, 'Save')
    const clash = await ada.submit({ Q3: 'Ada’s text', Q2: '77,000' }, 'Save')
    expect(clash.status).toBe(400)
    expect(clash.text).toContain('Priya Shah saved this for Q3')
    expect(clash.text).toContain('Priya’s text <b>')
    expect(clash.html).toContain('Ada’s text</textarea>')
    expect([await words('Q3'), (await answersNow()).Q2?.pounds]).toEqual(['Priya’s text <b>', '77,000'])
    const undecided = await ada.submit({}, 'Save')
    expect(undecided.text).toContain('Choose which one stands')
    expect(undecided.html).toContain('Ada’s text</textarea>')
    const chosen = await ada.submit({ 'stands-Q3': 'mine', Q3: 'Ada’s and Priya’s text' }, 'Save')
    expect(chosen.text).toContain('Saved.')
    expect(await words('Q3')).toBe('Ada’s and Priya’s text')
  })

  test('may let the colleague’s answer stand, and are asked again when it changes once more', async () => {
    const [ada, priya] = [await as(acme.personId), await as(colleague)]
    await Promise.all([ada.get(path), priya.get(path)])
    await priya.submit({ Q3: 'Second' }, 'Save')
    await ada.submit({ Q3: 'Mine' }, 'Save')
    await saveAnswers(acme.ctx, bidId, { Q3: { words: 'Third' } })
    const again = await ada.submit({ 'stands-Q3': 'mine' }, 'Save')
    expect(again.text).toContain('Third')
    expect(await words('Q3')).toBe('Third')
    expect((await ada.submit({ 'stands-Q3': 'theirs' }, 'Save')).text).toContain('Saved.')
    expect(await words('Q3')).toBe('Third')
  })

  test('are not submitted with an answer that nobody chose', async () => {
    const [ada, priya] = [await as(acme.personId), await as(colleague)]
    await Promise.all([ada.get(path), priya.get(path)])
    const mine = await fieldsOf(ada)
    await priya.submit({ Q3: 'Hers' }, 'Save')
    expect((await ada.post(path, { ...mine, Q3: 'His', after: 'submit' })).status).toBe(400)
    expect((await readBid(acme.ctx, bidId)).bid.sealedId).toBeNull()
  })
})

/** The fields of the answers as the page has them. */
const fieldsOf = async (browser: Awaited<ReturnType<typeof as>>): Promise<Record<string, string>> => {
  const page = await browser.get(path)
  return (page.forms.find(({ buttons }) => buttons.includes('Save'))?.fields ?? {}) as Record<string, string>
}

describe('what the page saves by itself', () => {
  test('goes on from what it saved before, and stops where a colleague has written', async () => {
    const [ada, priya] = [await as(acme.personId), await as(colleague)]
    const mine = await fieldsOf(ada)
    const theirs = await fieldsOf(priya)
    const stay = (more: Record<string, string>) => ada.post(path, { ...mine, ...more, after: 'stay' })
    for (const text of ['T', 'Ty', 'Typed']) expect((await stay({ Q3: text })).status).toBe(200)
    expect(await words('Q3')).toBe('Typed')
    const late = await priya.post(path, { ...theirs, Q3: 'Hers, and more', after: 'stay' })
    expect([late.status, JSON.parse(late.html).conflicts]).toEqual([409, ['Q3']])
    await saveAnswers(acme.ctx, bidId, { Q3: { words: 'By a program' } })
    expect((await stay({ Q3: 'Typed', Q5: 'Only five changed' })).status).toBe(200)
    expect([await words('Q3'), await words('Q5')]).toEqual(['By a program', 'Only five changed'])
    expect((await stay({ Q3: 'Typed on' })).status).toBe(409)
    expect((await stay({ Q3: 'Typed on', 'stands-Q3': 'theirs' })).status).toBe(409)
  })
})

test('a program that says which revision it read overwrites nothing that was changed since', async () => {
  const { revision } = await saveAnswers(acme.ctx, bidId, { Q3: { words: 'Base' }, Q5: { words: 'Five' } })
  await saveAnswers(acme.ctx, bidId, { Q3: { words: 'Newer' } })
  const stale = await saveAnswers(acme.ctx, bidId, { Q3: { words: 'Mine' } }, { revision })
  expect(stale.conflicts).toMatchObject([{ code: 'Q3', theirs: { words: 'Newer' } }])
  expect(await words('Q3')).toBe('Newer')
  const fresh = await saveAnswers(acme.ctx, bidId, { Q3: { words: 'Mine' } }, { revision: stale.revision })
  expect(fresh.conflicts).toEqual([])
})

test('a pack that is older than a colleague’s answer shows both, and takes over the rest', async () => {
  await saveAnswers(acme.ctx, bidId, { Q3: { words: 'As sent out' }, Q5: { words: 'Five' } })
  const browser = await as(acme.personId)
  const sent = await browser.request({ method: 'GET', url: `${path}/pack.xlsx` })
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(sent.rawPayload as never)
  workbook.worksheets[0]?.eachRow((row) => {
    if (row.getCell(1).value === 'Q3') row.getCell(4).value = 'Written on a train'
    if (row.getCell(1).value === 'Q5') row.getCell(4).value = 'Five, offline'
  })
  await saveAnswers(acme.ctx, bidId, { Q3: { words: 'Newer' } })
  await browser.get(path)
  const content = Buffer.from((await workbook.xlsx.writeBuffer()) as ArrayBuffer)
  const back = await browser.upload(
    { field: 'pack', name: 'pack.xlsx', content },
    {},
    'Take over its answers',
  )
  expect(back.status).toBe(400)
  expect(back.text).toContain('Newer')
  expect(back.html).toContain('Written on a train</textarea>')
  expect([await words('Q3'), await words('Q5')]).toEqual(['Newer', 'Five, offline'])
  await browser.submit({ 'stands-Q3': 'mine' }, 'Save')
  expect(await words('Q3')).toBe('Written on a train')
})

test('a draft that was stored before names were kept is read as it was', async () => {
  const { hide } = await import('./vault.ts')
  const old = hide(acme.ctx, acme.organisationId, `answers ${bidId}`, Buffer.from('{"Q3":{"words":"Old"}}'))
  await db.query('update bids.bid set answers = $2 where id = $1', [bidId, old])
  expect(await answersNow()).toEqual({ Q3: { words: 'Old' } })
})
