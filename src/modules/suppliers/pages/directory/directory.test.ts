import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../platform/ids.ts'
import { aVisitor, openTestApp } from '../../../../platform/testing/test-app.ts'
import type { TestClient } from '../../../../platform/testing/test-client.ts'
import { openTestDatabase, testClock } from '../../../../platform/testing/test-database.ts'
import { api } from '../../api.ts'
import { aRegister } from '../../builders.ts'
import { pages } from '../../routes.ts'

const db = await openTestDatabase(['send-mail'])
let now = testClock.now()
const app = await openTestApp(db, { pages, api, services: { clock: { now: () => now } } })
const moderator = aVisitor({ permissions: ['suppliers.read', 'suppliers.moderate'] })
const reader = aVisitor({ permissions: ['suppliers.read'] })

type Letter = { readonly recipient: string; readonly subject: string; readonly body_text: string }
const letters = async (): Promise<Letter[]> =>
  (await db.query('select recipient, subject, body_text from platform.mail order by id')) as Letter[]
const lastLetter = async (): Promise<Letter> => (await letters()).at(-1) as Letter
const codeIn = (letter: Letter): string => /^([0-9A-Z]{5}-[0-9A-Z]{5})$/m.exec(letter.body_text)?.[1] ?? ''
const auditNames = async (): Promise<string[]> =>
  (await db.query('select name from platform.audit_entry order by occurred_at, number')).map(({ name }) =>
    String(name),
  )

/** Numbers of charities whose register has an address, and of one whose register has none. */
const REGISTER = [
  'Charity Number,Charity Name,Postcode,Contact Email',
  '1100001,LANTERNHILL ADVICE CENTRE,NN31 1AA,office@lanternhill-advice.example',
  '1100002,BELLWHARF YOUTH TRUST,NN32 1AA,hello@bellwharf-youth.example',
  '1100003,CATTLEGATE CHOIR,NN34 1AA,',
  '1100004,OLDMINSTER REPAIRS,NN35 1AA,fix@oldminster-repairs.example',
].join('\n')

beforeAll(async () => {
  await aRegister(db, REGISTER, { kind: 'plain' })
})

const CONTENT = {
  name: 'Lanternhill Advice Centre',
  kind: 'vcse',
  supplies: 'Debt advice and befriending at home',
  categories: ['85', '98'],
  postcode: 'nn311aa',
  covers: 'Northmere and Callerby',
  capacity: 'Forty people a week',
  accreditations: 'Advice Quality Standard',
  socialPurpose: 'Nobody alone with their debts',
  website: 'www.lanternhill-advice.example',
  contactName: 'Wren Carder',
  contactEmail: 'wren@lanternhill-advice.example',
  contactPhone: '01632 960001',
}

const claim = async (browser: TestClient, number: string, email = 'anybody@elsewhere.example') => {
  await browser.get('/directory/join')
  return browser.submit({ name: 'Us', numberKind: 'charity', number, email })
}
/** Claims by number and enters the code of the letter; ends on the form. */
const openForm = async (number: string): Promise<TestClient> => {
  const browser = app.client()
  await claim(browser, number)
  await browser.submit({ code: codeIn(await lastLetter()) })
  return browser
}
const entryIdOf = async (number: string): Promise<string> =>
  String((await db.query('select id from suppliers.directory_entry where number = $1', [number]))[0]?.id)
const approve = async (number: string) => {
  const browser = await app.as(moderator)
  await browser.get(`/directory/moderation/${await entryIdOf(number)}`)
  return browser.submit({ do: 'approve' })
}

describe('a supplier', () => {
  test('claims an entry by a code at the address in the register, writes it, and is listed once a moderator approves', async () => {
    const browser = app.client()
    const asked = await claim(browser, '1100001')
    expect([asked.status, asked.h1]).toEqual([200, 'Enter your code'])
    const letter = await lastLetter()
    expect(letter.recipient).toBe('office@lanternhill-advice.example')
    const form = await browser.submit({ code: codeIn(letter).toLowerCase().replace('-', ' ') })
    expect(form.h1).toBe('LANTERNHILL ADVICE CENTRE')
    const sent = await browser.submit({ ...CONTENT, showsContact: undefined, do: 'propose' })
    expect(sent.h1).toBe('A moderator reads it now')
    const id = await entryIdOf('1100001')
    expect((await app.client().get(`/directory/entries/${id}`)).status).toBe(404)

    expect((await approve('1100001')).status).toBe(200)
    expect((await lastLetter()).subject).toBe('Your entry is in the supplier directory')
    const shown = await app.client().get(`/directory/entries/${id}`)
    expect(shown.text).toContain('Debt advice and befriending at home')
    expect(shown.text).toContain('NN31 1AA')
    expect(shown.text).not.toContain('Wren Carder')
    expect(shown.html).not.toContain('wren@')
    expect(await auditNames()).toEqual(
      expect.arrayContaining([
        'DIRECTORY_CODE_SENT',
        'DIRECTORY_CODE_USED',
        'DIRECTORY_ENTRY_PROPOSED',
        'DIRECTORY_ENTRY_APPROVED',
      ]),
    )
  })

  test('changes what is listed: the old words stay until a moderator has read the new ones', async () => {
    const id = await entryIdOf('1100001')
    const browser = app.client()
    await browser.get(`/directory/entries/${id}/keep`)
    await browser.submit()
    await browser.submit({ code: codeIn(await lastLetter()) })
    await browser.submit({
      supplies: 'Debt advice, and now also welfare rights',
      showsContact: 'yes',
      do: 'propose',
    })
    expect((await app.client().get(`/directory/entries/${id}`)).text).not.toContain('welfare rights')
    await approve('1100001')
    const shown = await app.client().get(`/directory/entries/${id}`)
    expect(shown.text).toContain('welfare rights')
    expect(shown.text).toContain('Wren Carder')
  })

  test('whom no register has an address for waits until a moderator confirms the claim', async () => {
    const before = (await letters()).length
    const asked = await claim(app.client(), '1100003', 'singer@cattlegate.example')
    expect(asked.h1).toBe('Enter your code')
    expect(await letters()).toHaveLength(before)
    const browser = await app.as(moderator)
    expect((await browser.get('/directory/moderation')).text).toContain('1 claim waits')
    const list = await browser.get('/directory/claims')
    expect(list.text).toContain('singer@cattlegate.example')
    const claimed = list.links.find(({ text }) => text === 'Us')?.href ?? ''
    await browser.get(claimed)
    expect((await browser.submit({ do: 'refuse' })).text).toContain('Enter the reason')
    await browser.submit({ do: 'confirm' })
    expect((await browser.get(claimed)).status).toBe(404)
    const letter = await lastLetter()
    expect(letter.recipient).toBe('singer@cattlegate.example')
    const keeper = app.client()
    await keeper.get(/\/directory\/codes\/\S+/.exec(letter.body_text)?.[0] ?? '')
    expect((await keeper.submit({ code: codeIn(letter) })).h1).toBe('Us')
  })

  test('saves a draft with gaps, and is told what is missing before it goes to a moderator', async () => {
    const browser = await openForm('1100002')
    const draft = await browser.submit({ postcode: 'NN32 1AA', do: 'save' })
    expect(draft.text).toContain('Saved as a draft')
    const refused = await browser.submit({ do: 'propose' })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('Enter what you supply')
    expect(refused.text).toContain('Choose at least one category')
  })

  test('is sent back with a reason, which a moderator must give', async () => {
    const id = await entryIdOf('1100002')
    const browser = app.client()
    await browser.get(`/directory/entries/${id}/keep`)
    await browser.submit()
    await browser.submit({ code: codeIn(await lastLetter()) })
    await browser.submit({ ...CONTENT, name: 'Bellwharf Youth Trust', do: 'propose' })
    const desk = await app.as(moderator)
    await desk.get(`/directory/moderation/${id}`)
    expect((await desk.submit({ do: 'refuse' })).text).toContain('Enter the reason')
    await desk.submit({ do: 'refuse', reason: 'Say which ages you work with.' })
    expect((await lastLetter()).body_text).toContain('Say which ages you work with.')
    expect((await browser.get(`/directory/entries/${id}`)).status).toBe(404)
  })

  test('takes the entry off by itself', async () => {
    const browser = await openForm('1100004')
    await browser.submit({ ...CONTENT, name: 'Oldminster Repairs', do: 'propose' })
    await approve('1100004')
    const id = await entryIdOf('1100004')
    await browser.get(`/directory/entries/${id}/keep`)
    await browser.submit()
    await browser.submit({ code: codeIn(await lastLetter()) })
    await browser.submit({}, 'Take it off')
    expect((await app.client().get(`/directory/entries/${id}`)).status).toBe(404)
  })
})

describe('a moderator', () => {
  test('does not list words that were changed after they were read', async () => {
    const id = await entryIdOf('1100001')
    await db.query(
      "update suppliers.directory_entry set state = 'waiting', proposed_at = now() where id = $1",
      [id],
    )
    const desk = await app.as(moderator)
    await desk.get(`/directory/moderation/${id}`)
    await db.query(
      "update suppliers.directory_entry set proposed_at = now() + interval '1 hour' where id = $1",
      [id],
    )
    const late = await desk.submit({ do: 'approve' })
    expect(late.text).toContain('The supplier changed this entry while you read it')
    await desk.submit({ do: 'approve' })
  })

  test('finds entries by state, name and number, sorts them, and takes them home', async () => {
    const desk = await app.as(moderator)
    const names = async (query: string) =>
      (await desk.get(`/directory/moderation?${query}`)).links
        .filter(({ href }) => /^\/directory\/moderation\/[0-9a-f]/.test(href))
        .map(({ text }) => text)
    expect(await names('state=refused')).toEqual(['Bellwharf Youth Trust'])
    expect(await names('state=all&sort=-name')).toEqual((await names('state=all&sort=name')).toReversed())
    expect(await names('state=all&search=1100001')).toEqual(['Lanternhill Advice Centre'])
    expect(await names('state=all&search=%25')).toEqual([])
    expect(await names(`state=all&page=99&sort=${encodeURIComponent("'; drop")}`)).toEqual([])
    const csv = await desk.request({ method: 'GET', url: '/directory/moderation.csv?state=refused' })
    expect(csv.body).toContain('Bellwharf Youth Trust,Refused,GB-CHC,1100002,')
    expect(csv.body).not.toContain('Lanternhill')
    const stranger = await app.as(reader)
    expect((await stranger.request({ method: 'GET', url: '/directory/moderation.csv' })).statusCode).toBe(403)
  })

  test('is somebody with the permission', async () => {
    expect((await (await app.as(reader)).get('/directory/moderation')).status).toBe(403)
    expect((await app.client().request({ method: 'GET', url: '/directory/moderation' })).statusCode).toBe(303)
  })
})

describe('the directory', () => {
  test('is searched by words, category, district and kind', async () => {
    const browser = app.client()
    const names = async (query: string) =>
      (await browser.get(`/directory${query}`)).links
        .filter(({ href }) => href.startsWith('/directory/entries/'))
        .map(({ text }) => text)
    expect(await names('?q=debts')).toEqual(['Lanternhill Advice Centre'])
    expect(await names('?category=85&vcse=yes')).toEqual(['Lanternhill Advice Centre'])
    expect(await names('?district=NN3')).toEqual([])
    expect(await names('?district=nn31')).toEqual(['Lanternhill Advice Centre'])
    expect(await names('?category=45')).toEqual([])
    expect(await names(`?q=${encodeURIComponent("'; drop table x -- ( & | !")}`)).toEqual([])
  })

  test('is served as CSV, by the API and in the Open Referral UK shape', async () => {
    const csv = await app.client().request({ method: 'GET', url: '/directory.csv' })
    expect(csv.body).toContain('Lanternhill Advice Centre,vcse,')
    const found = await app.client().request({ method: 'GET', url: '/api/v1/directory?category=85' })
    expect(found.json()).toMatchObject({ total: 1, suppliers: [{ name: 'Lanternhill Advice Centre' }] })
    const services = (
      await app.client().request({ method: 'GET', url: '/api/v1/open-referral/services' })
    ).json()
    expect(services).toMatchObject({ total_items: 1, total_pages: 1, first_page: true, last_page: true })
    const [service] = services.contents
    expect(service).toMatchObject({
      name: 'Lanternhill Advice Centre',
      status: 'active',
      organization: { name: 'Lanternhill Advice Centre' },
      service_at_locations: [{ location: { addresses: [{ postal_code: 'NN31 1AA', country: 'GB' }] } }],
    })
    const one = await app
      .client()
      .request({ method: 'GET', url: `/api/v1/open-referral/services/${service.id}` })
    expect(one.json().organization.id).toBe(service.organization.id)
  })
})

describe('whoever means harm', () => {
  test('finds nothing out: the answer is the same for a kept, an unknown and an unregistered supplier', async () => {
    const answers = []
    for (const number of ['1100001', '1199999', '1100003']) {
      const asked = await claim(app.client(), number)
      answers.push(asked.text)
    }
    expect(new Set(answers).size).toBe(1)
  })

  test('cannot have a code sent to an address of their own', async () => {
    const before = (await letters()).length
    await claim(app.client(), '1100004', 'thief@elsewhere.example')
    const sent = (await letters()).slice(before)
    expect(sent.map(({ recipient }) => recipient)).not.toContain('thief@elsewhere.example')
  })

  test('guesses five times, then the right code no longer works either', async () => {
    now = new Date(now.getTime() + 48 * 3_600_000)
    const browser = app.client()
    await claim(browser, '1100001')
    const code = codeIn(await lastLetter())
    for (let guess = 0; guess < 5; guess++) {
      expect((await browser.submit({ code: '00000-00000' })).text).toContain('This is not the code')
    }
    expect((await browser.submit({ code })).text).toContain('This code no longer works')
  })

  test('cannot use a code twice, or after a day', async () => {
    const browser = app.client()
    const asked = await claim(browser, '1100002')
    const code = codeIn(await lastLetter())
    await browser.submit({ code })
    const again = app.client()
    await again.get(asked.path)
    expect((await again.submit({ code })).text).toContain('This code no longer works')
    const late = app.client()
    await claim(late, '1100002')
    const lateCode = codeIn(await lastLetter())
    now = new Date(now.getTime() + 25 * 3_600_000)
    expect((await late.submit({ code: lateCode })).text).toContain('This code no longer works')
  })

  test('floods no mailbox: three codes a day go to one address', async () => {
    now = new Date(now.getTime() + 48 * 3_600_000)
    const before = (await letters()).length
    for (let i = 0; i < 6; i++) await claim(app.client(), '1100002')
    expect(await letters()).toHaveLength(before + 3)
  })

  test('cannot read or change an entry without its key, nor with the key of another', async () => {
    const browser = app.client()
    expect((await browser.get(`/directory/edit/${'a'.repeat(43)}`)).status).toBe(404)
    await browser.get('/directory/join')
    const post = await browser.post(`/directory/edit/${await entryIdOf('1100001')}`, CONTENT)
    expect(post.status).toBe(404)
    const own = await openForm('1100004')
    await own.submit({
      ...CONTENT,
      name: 'Oldminster Repairs',
      id: await entryIdOf('1100001'),
      do: 'propose',
    })
    const [other] = await db.query(
      "select proposal ->> 'name' as name from suppliers.directory_entry where number = '1100001'",
    )
    expect(other?.name).toBe('Lanternhill Advice Centre')
  })

  test('stores no script, no address that runs, and no text without end', async () => {
    const own = await openForm('1100004')
    const bad = await own.submit({
      ...CONTENT,
      name: '<script>alert(1)</script>',
      website: 'javascript:alert(1)',
      supplies: 'x'.repeat(2001),
      contactPhone: '<b>1</b>',
      contactName: 'a\u202eb',
      postcode: 'nowhere',
      do: 'propose',
    })
    expect(bad.status).toBe(400)
    expect(bad.html).not.toContain('<script>alert')
    for (const sentence of [
      'Enter the address of a website',
      'must be 2000 characters or fewer',
      'digits and spaces only',
      'hidden characters',
      'Enter a full postcode',
    ])
      expect(bad.text).toContain(sentence)
    await own.submit({ ...CONTENT, name: '<script>alert(1)</script>', supplies: '=1+1', do: 'propose' })
    await approve('1100004')
    const shown = await app.client().get(`/directory/entries/${await entryIdOf('1100004')}`)
    expect(shown.html).not.toContain('<script>alert')
    expect(shown.h1).toBe('<script>alert(1)</script>')
    const csv = await app.client().request({ method: 'GET', url: '/directory.csv' })
    expect(csv.body).toContain("'=1+1")
  })

  test('sees nothing of entries, claims, codes and keys in the tables without acting for one', async () => {
    const { rows } = await db.database.pool.query(
      `select (select count(*) from suppliers.directory_entry) + (select count(*) from suppliers.directory_claim)
        + (select count(*) from suppliers.directory_code) as seen`,
    )
    expect(rows[0].seen).toBe(0)
    await expect(db.database.pool.query('select key_hash from suppliers.directory_key')).rejects.toThrow(
      'permission denied',
    )
  })

  test('reaches nothing by an id that is none', async () => {
    for (const path of [
      '/directory/entries/1',
      '/directory/codes/x',
      `/directory/entries/${newId()}`,
      '/directory.exe',
    ])
      expect((await app.client().get(path)).status).toBe(404)
  })
})
