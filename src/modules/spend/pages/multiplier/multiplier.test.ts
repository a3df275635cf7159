import { beforeAll, describe, expect, test } from 'vitest'
import { aVisitor, openTestApp } from '../../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../../platform/testing/test-database.ts'
import { api } from '../../api.ts'
import { aPlacedAuthority, importText, type PlacedAuthority, paymentRows } from '../../builders.ts'
import { pages } from '../../routes.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages, api })
let mine: PlacedAuthority
let study = ''

const aManager = () => app.as(aVisitor({ permissions: ['spend.read', 'spend.manage'], authorityId: mine.id }))
const file = (content: string) => ({ field: 'file', name: 'sheets.csv', content })
const HEADER = 'kind,name,paid,income,to local staff,to local suppliers'

beforeAll(async () => {
  mine = await aPlacedAuthority(db)
  const rows = paymentRows([
    ['01/04/2026', 'Thornwick Care', '6000.00'],
    ['01/05/2026', 'Callerby Roads', '4000.00'],
  ])
  await importText(db, mine, rows)
})

describe('a study of the local multiplier', () => {
  test('begins with a sheet for each supplier and one for their staff, and knows only the widest range', async () => {
    const browser = await aManager()
    expect((await browser.get('/spend/multiplier')).text).toContain('No study yet')
    await browser.get('/spend/multiplier/new')
    expect((await browser.submit({ title: '', place: '', suppliers: '0' })).status).toBe(400)
    const begun = await browser.submit({ title: 'Our pound', place: 'Northmere', suppliers: '2' })
    study = begun.path
    for (const text of ['Our pound', 'Thornwick Care', 'Callerby Roads', 'Staff of these suppliers'])
      expect(begun.text).toContain(text)
    expect(begun.text).toContain('LM3: a pound becomes not known Between £1.00 and £3.00')
    expect(begun.text).toContain('100% of round one is assumed')
  })

  test('is filled in sheet by sheet; more than came in is refused, and what was typed stays', async () => {
    const browser = await aManager()
    const page = await browser.get(study)
    const sheet = page.links.find(({ text }) => text === 'Thornwick Care')?.href ?? ''
    await browser.get(sheet)
    const refused = await browser.submit({ income: '1,000', staff: '800', suppliers: '300' })
    expect([refused.status, refused.html.includes('value="1,000"')]).toEqual([400, true])
    expect(refused.text).toContain('cannot be more than the income')
    expect((await browser.submit({ income: 'lots' })).text).toContain('Enter an amount in pounds')
    const filled = await browser.submit({ income: '1,000', staff: '400', suppliers: '320' })
    expect(filled.text).toContain('1 of 2 suppliers answered, paid £6k of £10k (60%)')
  })

  test('takes sheets as a file: 2.08 comes out, and the range of those who are silent', async () => {
    const browser = await aManager()
    await browser.get(study)
    const taken = await browser.upload(
      file(
        `${HEADER}\nstaff,Staff of these suppliers,,1000,,500\nsecond-supplier,Bell Foods,,1000,300,200\n`,
      ),
      {},
      `${study}/file`,
    )
    expect(taken.text).toContain('2 sheets taken.')
    // Round two: 72 % of £10,000 if the silent are as the others; half of it is spent again.
    expect(taken.text).toContain('LM3: a pound becomes £2.08')
    const id = study.split('/').at(-1)
    const answer = (await browser.request({ method: 'GET', url: `/api/v1/multiplier-studies/${id}` })).json()
    expect(answer).toMatchObject({
      firstRound: 1_000_000,
      answeredPence: 600_000,
      secondRound: { low: 432_000, central: 720_000, high: 720_000 },
      lm3: { low: 1.648, central: 2.08, high: 2.08 },
    })
    const csv = await browser.request({ method: 'GET', url: `${study}/sheets.csv` })
    expect(csv.body).toContain('supplier,Thornwick Care,6000.00,1000.00,400.00,320.00')
  })

  test('shows its sheets sorted and narrowed, twenty a page', async () => {
    const browser = await aManager()
    const names = async (query: string) =>
      (await browser.get(`${study}?${query}`)).links
        .filter(({ href }) => href.startsWith(`${study}/sheets/`))
        .map(({ text }) => text)
    expect((await names('')).slice(0, 2)).toEqual(['Thornwick Care', 'Callerby Roads'])
    expect(await names('sort=name&kind=supplier')).toEqual(['Callerby Roads', 'Thornwick Care'])
    expect(await names('answered=no')).toEqual(['Callerby Roads'])
    expect(await names('search=BELL')).toEqual(['Bell Foods'])
    expect(await names('page=2')).toEqual([])
  })

  test.each([
    ['a PDF', '%PDF-1.7 "'],
    ['nothing', ''],
    ['a wrong kind', `${HEADER}\nking,Bell,,1,,`],
    ['a formula', `${HEADER}\nstaff,=cmd|' /C calc'!A0,,=1+1,,`],
    ['an unknown supplier', `${HEADER}\nsupplier,Nobody,,10,1,1`],
    ['too much', `${HEADER}\n${'x'.repeat(1_000_001)}`],
  ])('refuses %s with a sentence, and keeps its figures', async (_name, content) => {
    const browser = await aManager()
    await browser.get(study)
    const refused = await browser.upload(file(content), {}, `${study}/file`)
    expect([refused.status, refused.h1]).toEqual([400, 'Our pound'])
    expect(refused.text).toContain('a pound becomes £2.08')
  })

  test('is nobody else’s', async () => {
    const theirs = await aPlacedAuthority(db)
    const stranger = await app.as(aVisitor({ permissions: ['spend.read'], authorityId: theirs.id }))
    expect((await stranger.get(study)).status).toBe(404)
    const reader = await app.as(aVisitor({ permissions: ['spend.read'], authorityId: mine.id }))
    expect((await reader.get(study)).forms.filter(({ method }) => method === 'post')).toEqual([])
  })
})
