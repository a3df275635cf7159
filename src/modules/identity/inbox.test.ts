import { describe, expect, test } from 'vitest'
import type { Command } from '../../platform/command.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { openCalendar } from './actions/calendar-address.ts'
import { chooseLetters, sendDigests } from './actions/notes.ts'
import { notify } from './actions/notify.ts'
import { retryLetter } from './actions/retry-letter.ts'
import { aMember, anAuthority, aPerson, auditOf, GOOD_PASSWORD } from './builders.ts'
import { inboxCommands } from './commands/inbox.ts'
import type { NewNote } from './model/notes.ts'
import { deliveryOf, isWeeklyDay } from './rules/digests.ts'
import { openTestSite, signInAs } from './test-site.ts'

const db = await openTestDatabase(['send-mail'])
const site = await openTestSite(db)
const north = await anAuthority(db, 'Northmere City Council')
const south = await anAuthority(db, 'Southmere City Council')
const ctx = db.context({ kind: 'worker' }, north.id)
const member = (name: string, authorityId = north.id, role: 'analyst' | 'administrator' = 'analyst') =>
  aMember(db, authorityId, role, { name, password: GOOD_PASSWORD })
const tell = (to: NewNote['to'], note: Partial<NewNote> = {}) =>
  inTransaction(ctx, (tx) =>
    notify(tx, ctx, {
      kind: 'testing',
      subject: 'Something waits',
      lines: ['First paragraph.', 'Second.'],
      href: '/contracts/reviews',
      ...note,
      to,
    }),
  )
const lettersTo = (email: string) =>
  db.query('select subject, body_text from platform.mail where recipient = $1 order by id', [email])
const at = (day: string) => ({ ...db.services, clock: { now: () => new Date(`${day}T07:00:00Z`) } })

describe('how a note leaves', () => {
  test.each([
    ['at-once', false, 'at-once'],
    ['daily', false, 'digest'],
    ['weekly', false, 'digest'],
    ['none', false, 'inbox-only'],
    ['daily', true, 'at-once'],
    ['none', true, 'at-once'],
  ] as const)('with the choice %s, pressing %s: %s', (choice, isPressing, delivery) =>
    expect(deliveryOf(choice, isPressing)).toBe(delivery),
  )

  test('weekly digests go on Mondays', () => {
    expect([22, 23, 24].map((day) => isWeeklyDay(`2026-11-${day}`))).toEqual([false, true, false])
  })
})

describe('a note', () => {
  test('stands in the inbox and goes out as a letter that says where to choose', async () => {
    const ada = await member('Ada')
    expect(await tell({ email: ada.email })).toBe(true)
    const [letter] = await lettersTo(ada.email)
    expect(letter?.body_text).toBe(
      'First paragraph.\n\nSecond.\n\nhttp://localhost:3000/contracts/reviews\n\nThis note is in your inbox, too. Choose how often you get letters: http://localhost:3000/inbox/settings\n',
    )
    const browser = await signInAs(site.client(), ada.email)
    const inbox = await browser.get('/inbox')
    expect(inbox.text).toContain('1 unread.')
    expect(inbox.text).toContain('from Northmere City Council')
    const done = await browser.submit({}, 'Mark as read: Something waits')
    expect(done.text).toContain('You have read everything.')
    expect(await auditOf(db, ada.id)).toContain('NOTES_READ')
  })

  test('goes by letter alone to an address without an account, and to nobody where the account is closed', async () => {
    expect(await tell({ email: 'guest@example.org' })).toBe(true)
    const [letter] = await lettersTo('guest@example.org')
    expect(letter?.body_text).not.toContain('/inbox')
    const gone = await member('Gone')
    await db.query('update identity.person set disabled_at = now() where id = $1', [gone.id])
    expect(await tell({ personId: gone.id })).toBe(false)
  })

  test('of somebody else can neither be read nor marked', async () => {
    const [ben, eve] = [await member('Ben'), await member('Eve')]
    await tell({ personId: ben.id }, { subject: 'For Ben alone' })
    const [{ id } = {}] = await db.query('select id from identity.note where person_id = $1', [ben.id])
    const browser = await signInAs(site.client(), eve.email)
    expect((await browser.get('/inbox')).text).not.toContain('For Ben alone')
    await browser.post(`/inbox/${String(id)}/read`)
    await browser.post('/inbox/read')
    const [note] = await db.query('select read_at from identity.note where id = $1', [id])
    expect(note?.read_at).toBeNull()
  })

  test('leads to no other site', async () => {
    const cal = await member('Cal')
    for (const href of ['//evil.example', 'https://evil.example', '/\\evil.example'])
      await expect(tell({ personId: cal.id }, { href })).rejects.toThrow('ck_note_href')
  })

  test('shows twenty a page and counts the rest', async () => {
    const dee = await member('Dee')
    for (let i = 1; i <= 21; i++) await tell({ personId: dee.id }, { subject: `Note ${i}` })
    const browser = await signInAs(site.client(), dee.email)
    const first = await browser.get('/inbox')
    expect(first.text).toContain('Showing 1 to 20 of 21')
    expect((await browser.get('/inbox?page=2')).text).toContain('Note 1')
    await browser.get('/inbox')
    expect((await browser.submit({}, 'Mark all as read')).text).toContain('You have read everything.')
  })
})

describe('a program', () => {
  test('reads the notes of its person, unread ones alone where asked, and marks them', async () => {
    const [nan, oz] = [await member('Nan'), await member('Oz')]
    await tell({ personId: nan.id }, { subject: 'First' })
    await tell({ personId: nan.id }, { subject: 'Second' })
    const browser = await signInAs(site.client(), nan.email)
    const get = async (url: string) => (await browser.request({ method: 'GET', url })).json()
    const { notes, ...counts } = await get('/api/v1/inbox')
    expect(counts).toEqual({ total: 2, unread: 2, letters: 'at-once' })
    expect(notes.map(({ subject }: { subject: string }) => subject)).toEqual(['Second', 'First'])
    const theirs = await signInAs(site.client(), oz.email)
    expect((await theirs.request({ method: 'GET', url: '/api/v1/inbox' })).json().notes).toEqual([])
    expect((await site.client().request({ method: 'GET', url: '/api/v1/inbox' })).statusCode).toBe(401)
    const list = inboxCommands.find(({ name }) => name === 'inbox list')
    const read = inboxCommands.find(({ name }) => name === 'inbox read')
    const run = async (command: Command | undefined, args: string[], unread = false) => {
      let answer: unknown
      const terminal = {
        isJson: true,
        print: () => undefined,
        warn: () => undefined,
        progress: () => undefined,
        answer: (value: unknown) => void (answer = value),
        readInput: async () => '',
      }
      await command?.run({ services: db.services, args, options: { unread }, terminal })
      return answer
    }
    expect(await run(read, [nan.email, notes[0].id])).toEqual({ read: 1 })
    expect(await run(list, [nan.email], true)).toMatchObject({ unread: 1, notes: [{ subject: 'First' }] })
    await expect(run(list, ['nobody@example.org'])).rejects.toThrow('There is no account')
  })
})

describe('a digest', () => {
  test('holds what is unread, once, on the day that was chosen', async () => {
    const [fay, gil] = [await member('Fay'), await member('Gil')]
    await chooseLetters(db.context({ kind: 'person', personId: fay.id }, null), 'daily')
    await chooseLetters(db.context({ kind: 'person', personId: gil.id }, null), 'weekly')
    for (const { id } of [fay, gil]) {
      await tell({ personId: id }, { subject: 'One' })
      await tell({ personId: id }, { subject: 'Two' })
    }
    await tell({ personId: gil.id }, { subject: 'Pressing', isPressing: true })
    expect(await lettersTo(fay.email)).toEqual([])
    expect((await lettersTo(gil.email)).map(({ subject }) => subject)).toEqual(['Pressing'])
    expect(await sendDigests(at('2026-11-22'))).toBe(1)
    expect(await sendDigests(at('2026-11-22'))).toBe(0)
    const [letter] = await lettersTo(fay.email)
    expect(letter?.subject).toBe('2 unread notes on Goldthread')
    expect(letter?.body_text).toMatch(/^One\n[\s\S]*Two\n/)
    expect(await sendDigests(at('2026-11-23'))).toBe(1)
    expect((await lettersTo(gil.email)).map(({ subject }) => subject)).toEqual([
      'Pressing',
      '2 unread notes on Goldthread',
    ])
  })

  test('is not sent where everything was read by then, or no letters are wanted', async () => {
    const hal = await member('Hal')
    const browser = await signInAs(site.client(), hal.email)
    await browser.get('/inbox/settings')
    expect((await browser.submit({ choice: 'daily' }, 'Save')).text).toContain('Your choice is saved.')
    await tell({ personId: hal.id })
    await browser.get('/inbox')
    await browser.submit({}, 'Mark as read: Something waits')
    await tell({ personId: hal.id }, { subject: 'Later' })
    await browser.get('/inbox/settings')
    await browser.submit({ choice: 'none' }, 'Save')
    await tell({ personId: hal.id }, { subject: 'Latest' })
    expect(await sendDigests(at('2026-11-24'))).toBe(0)
    expect(await lettersTo(hal.email)).toEqual([])
    expect((await browser.get('/inbox')).text).toContain('2 unread.')
    await browser.get('/inbox/settings')
    const wrong = await browser.submit({ choice: 'hourly' }, 'Save')
    expect(wrong).toMatchObject({ status: 400, title: 'Error: Letters and dates' })
  })
})

describe('a letter that failed', () => {
  const fail = (email: string) =>
    db.query(
      `update platform.mail set last_error = 'no such mailbox', attempts = 11, tried_at = now() where recipient = $1`,
      [email],
    )

  test('is seen and retried by administrators of whoever wrote it, and by nobody else', async () => {
    const [ian, sue] = [
      await member('Ian', north.id, 'administrator'),
      await member('Sue', south.id, 'administrator'),
    ]
    await tell({ email: 'broken@example.org' }, { lines: ['secret-of-the-text'] })
    await fail('broken@example.org')
    const theirs = await signInAs(site.client(), sue.email)
    expect((await theirs.get('/letters')).text).toContain('Every letter has left')
    const [{ id } = {}] = await db.query(
      `select id from platform.mail where recipient = 'broken@example.org'`,
    )
    expect(await retryLetter(db.context({ kind: 'person', personId: sue.id }, south.id), String(id))).toBe(
      false,
    )
    const browser = await signInAs(site.client(), ian.email)
    const page = await browser.get('/letters')
    expect(page.text).toContain('no such mailbox')
    expect(page.text).not.toContain('secret-of-the-text')
    const jobs = async () =>
      (await db.query(`select 1 from pgboss.job where name = 'send-mail' and data->>'mailId' = $1`, [id]))
        .length
    const before = await jobs()
    const done = await browser.submit({}, `/letters/${String(id)}/retry`)
    expect(done.text).toContain('The letter is tried again now.')
    expect(await jobs()).toBe(before + 1)
    expect(await auditOf(db, String(id))).toEqual(['LETTER_RETRIED'])
  })

  test('and belongs to no organisation is seen where its reader works', async () => {
    const [joy, kim] = [await member('Joy', south.id, 'administrator'), await member('Kim', south.id)]
    await site.client().get('/forgotten-password')
    const asking = site.client()
    await asking.get('/forgotten-password')
    await asking.submit({ email: kim.email })
    await fail(kim.email)
    expect((await (await signInAs(site.client(), joy.email)).get('/letters')).text).toContain(kim.email)
  })
})

describe('the address of a calendar', () => {
  test('reads as its person may now, until it is revoked or made anew', async () => {
    const lou = await member('Lou')
    const nobody = db.context({ kind: 'nobody' }, null)
    const browser = await signInAs(site.client(), lou.email)
    const make = async () => {
      await browser.get('/inbox/settings')
      const made = await browser.submit({}, '/inbox/calendar')
      return /\/my-calendar\/([\w-]{43})\.ics/.exec(made.text)?.[1] ?? ''
    }
    const first = await make()
    const opened = await openCalendar(nobody, first)
    expect(opened?.ctx).toMatchObject({ authorityId: north.id, actor: { personId: lou.id } })
    expect(opened?.permissions.has('contracts.read')).toBe(true)
    const second = await make()
    expect(await openCalendar(nobody, first)).toBeUndefined()
    expect(await openCalendar(nobody, second)).toBeDefined()
    await browser.get('/inbox/settings')
    await browser.submit({}, '/inbox/calendar/revoke')
    expect(await openCalendar(nobody, second)).toBeUndefined()
    const third = await make()
    await db.query('delete from identity.membership where person_id = $1', [lou.id])
    expect(await openCalendar(nobody, third)).toBeUndefined()
  })

  test('is nothing for somebody who acts for no organisation', async () => {
    const mo = await aPerson(db, { name: 'Mo', password: GOOD_PASSWORD })
    const browser = await signInAs(site.client(), mo.email)
    expect((await browser.get('/inbox/settings')).text).not.toContain('Dates in your own calendar')
  })
})
