import { beforeAll, describe, expect, test } from 'vitest'
import { aVisitor, openTestApp } from '../../../../platform/testing/test-app.ts'
import { openTestDatabase, testClock } from '../../../../platform/testing/test-database.ts'
import { tendSurveys } from '../../actions/survey/run-survey.ts'
import { api } from '../../api.ts'
import { aPlacedAuthority, importText, type PlacedAuthority, paymentRows } from '../../builders.ts'
import { pages } from '../../routes.ts'

const db = await openTestDatabase(['send-mail'])
let now = testClock.now()
const clock = { now: () => now }
const app = await openTestApp(db, { pages, api, services: { clock } })
let mine: PlacedAuthority
let theirs: PlacedAuthority

beforeAll(async () => {
  mine = await aPlacedAuthority(db)
  theirs = await aPlacedAuthority(db)
  await importText(
    db,
    mine,
    paymentRows([
      ['01/04/2026', 'Thornwick Care', '6000.00'],
      ['01/05/2026', 'Callerby Roads', '3000.00'],
      ['02/05/2026', 'Bell Foods', '1000.00'],
      ['03/05/2026', 'Tiny Trader', '10.00'],
      ['04/05/2026', 'REDACTED PERSONAL DATA', '90000.00'],
    ]),
  )
})

const everything = ['spend.read', 'spend.manage']
const aManager = () => app.as(aVisitor({ permissions: everything, authorityId: mine.id }))
type Letter = { recipient: string; subject: string; body_text: string }
const letters = async () => (await db.query('select * from platform.mail order by id')) as unknown as Letter[]
const linkIn = (letter: Letter | undefined): string =>
  /\/survey\/\S+/.exec(letter?.body_text ?? '')?.[0] ?? ''
let survey = ''

describe('a survey', () => {
  test('is drafted for the suppliers that were paid most, nobody withheld among them', async () => {
    const browser = await aManager()
    await browser.get('/spend/surveys/new')
    expect((await browser.submit({ title: '', invite: 'x', closes: '' })).text).toContain('Enter a title')
    expect((await browser.submit({ title: 'T', invite: '3', closes: '2026-11-22' })).text).toContain(
      'after today',
    )
    const drafted = await browser.submit({
      title: 'What you do for us',
      from: '2026-04',
      to: '2026-05',
      invite: '3',
      closes: '2026-12-31',
    })
    expect([drafted.status, drafted.h1]).toEqual([200, 'What you do for us'])
    for (const name of ['Thornwick Care', 'Callerby Roads', 'Bell Foods'])
      expect(drafted.text).toContain(name)
    for (const name of ['Tiny Trader', 'REDACTED']) expect(drafted.text).not.toContain(name)
    survey = drafted.path
  })

  test('asks what its authority wants to know', async () => {
    const browser = await aManager()
    await browser.get(`${survey}/questions`)
    await browser.submit({ 'text-0': '', 'text-9': 'How many bicycles?', 'kind-9': 'number' })
    const shown = await browser.get(`${survey}/questions`)
    expect(shown.html).toContain('How many bicycles?')
    expect(shown.html).not.toContain('How many people do you employ in our area?')
  })

  test('is sent by a link to each, and names lines that cannot be read', async () => {
    const browser = await aManager()
    await browser.get(survey)
    const bad = await browser.submit({ addresses: 'Nobody; a@b.example' }, `${survey}/addresses`)
    expect([bad.status, bad.html.includes('Nobody; a@b.example')]).toEqual([400, true])
    await browser.submit(
      { addresses: 'Thornwick Care; care@thornwick.example\nCallerby Roads; roads@callerby.example' },
      `${survey}/addresses`,
    )
    const sent = await browser.submit({ do: 'send' }, survey)
    expect(sent.text).toContain('2 letters on the way')
    expect((await letters()).map(({ recipient }) => recipient)).toEqual([
      'care@thornwick.example',
      'roads@callerby.example',
    ])
  })
})

describe('the suppliers who are asked', () => {
  test('are found by name and by how far they are', async () => {
    const browser = await aManager()
    const named = await browser.get(`${survey}?q=thornwick`)
    expect([named.text.includes('Thornwick Care'), named.text.includes('Callerby Roads £')]).toEqual([
      true,
      false,
    ])
    const without = (
      await browser.request({ method: 'GET', url: `${survey}/suppliers.json?progress=No+address` })
    ).json()
    expect(without.rows.map((row: { supplier: string }) => row.supplier)).toEqual(['Bell Foods'])
  })

  test('are a file in the order of the list, without their addresses', async () => {
    const browser = await aManager()
    const csv = (await browser.request({ method: 'GET', url: `${survey}/suppliers.csv?sort=name` })).body
    expect(csv).toMatch(/Bell Foods.*\s+Callerby Roads,Invited,3000\.00,0\s+Thornwick Care/)
    expect(csv).not.toContain('@')
    expect((await browser.request({ method: 'GET', url: `${survey}/suppliers.pdf` })).statusCode).toBe(404)
  })
})

describe('a supplier', () => {
  test('answers without an account; what was typed is kept although it is wrong, and counts once it is sent', async () => {
    const [letter] = await letters()
    const browser = app.client()
    expect((await browser.get(linkIn(letter))).text).toContain('Thornwick Care')
    const wrong = await browser.submit({ jobs: 'about ten', 'living-wage': 'yes', do: 'send' })
    expect([wrong.status, wrong.text.includes('Enter a number, like 12')]).toEqual([400, true])
    const back = await app.client().get(linkIn(letter))
    expect(back.html).toContain('about ten')
    const report = await (await aManager()).get(`${survey}/results`)
    expect(report.text).toContain('0 of 3 suppliers answered')
    await browser.submit({ jobs: '10', do: 'save' })
    expect((await browser.submit({ do: 'send' })).h1).toBe('Thank you')
  })

  test('is not somebody who guesses a link', async () => {
    for (const secret of ['x', 'a'.repeat(43), encodeURIComponent("' or 1=1 --")])
      expect((await app.client().get(`/survey/${secret}`)).status).toBe(404)
  })

  test('who writes a script into an answer is shown it as text', async () => {
    const browser = app.client()
    await browser.get(linkIn((await letters())[1]))
    await browser.submit({ jobs: '5', 'living-wage': 'no', more: '<script>alert(1)</script>', do: 'send' })
    const shown = await (await aManager()).get(`${survey}/results`)
    expect(shown.html).not.toContain('<script>alert')
    expect(shown.text).toContain('<script>alert(1)</script>')
  })
})

describe('results', () => {
  test('say who answered and for what spending they stand', async () => {
    const page = await (await aManager()).get(`${survey}/results`)
    expect(page.text).toContain(
      '2 of 3 suppliers answered (66.7%), paid £9k of the £10k of all invited (90%)',
    )
    expect(page.text).toContain('50% yes')
    expect(page.text).toContain('66.7% of the spending')
  })

  test('are served as files and by the API, to their authority only', async () => {
    const id = survey.split('/').at(-1)
    const browser = await aManager()
    const csv = await browser.request({ method: 'GET', url: `${survey}/results.csv` })
    expect(csv.body).toMatch(/new jobs.*,number,15,16\.7,15,16\.7,2,3,9000\.00,10000\.00/)
    const answer = (await browser.request({ method: 'GET', url: `/api/v1/surveys/${id}/results` })).json()
    expect(answer.response).toEqual({ answered: 2, invited: 3, pence: 900_000, penceInvited: 1_000_000 })
    const stranger = await app.as(aVisitor({ permissions: everything, authorityId: theirs.id }))
    expect((await stranger.get(survey)).status).toBe(404)
    expect((await stranger.get('/spend/surveys')).text).not.toContain('What you do for us')
    const reader = await app.as(aVisitor({ permissions: ['spend.read'], authorityId: mine.id }))
    await reader.get(survey)
    expect((await reader.request({ method: 'GET', url: '/spend/surveys/new' })).statusCode).toBe(403)
  })
})

describe('the daily round', () => {
  test('reminds the silent after fourteen days, by a link of its own, twice at most', async () => {
    const browser = await aManager()
    await browser.get(survey)
    await browser.submit({ addresses: 'Bell Foods; foods@bell.example' }, `${survey}/addresses`)
    await browser.submit({ do: 'send' }, survey)
    const before = (await letters()).length
    for (let day = 0; day < 35; day++) {
      now = new Date(now.getTime() + 86_400_000)
      await tendSurveys({ ...db.services, clock })
    }
    const reminders = (await letters()).slice(before)
    expect(reminders.map(({ subject }) => subject)).toEqual(Array(2).fill('Reminder: What you do for us'))
    const first = (await letters())[before - 1]
    expect((await app.client().get(linkIn(first))).h1).toBe('What you do for us')
  })

  test('closes after the last day; answers are no longer taken', async () => {
    now = new Date('2027-01-01T09:00:00Z')
    await tendSurveys({ ...db.services, clock })
    const browser = app.client()
    const shown = await browser.get(linkIn((await letters())[0]))
    expect(shown.text).toContain('This survey is closed')
    expect((await browser.post(shown.path, { jobs: '99', do: 'send' })).status).not.toBe(200)
    expect((await (await aManager()).get(survey)).text).toContain('Closed')
  })
})
