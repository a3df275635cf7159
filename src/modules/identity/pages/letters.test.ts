import { describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { invitePerson } from '../actions/invitations.ts'
import { aMember, anAuthority, aPerson, GOOD_PASSWORD, secretInLetter } from '../builders.ts'
import type { Email, Role } from '../model.ts'
import { openTestSite, signInAs } from '../test-site.ts'
import { cutLetter } from './mailbox.ts'

const NEW_PASSWORD = 'marble kettle orchard'

const db = await openTestDatabase(['send-mail'])
const site = await openTestSite(db)
const north = await anAuthority(db, 'Northmere City Council')
const command = db.context({ kind: 'command' }, north.id)
const person = (name: string) => aMember(db, north.id, 'analyst', { name, password: GOOD_PASSWORD })
const linkTo = async (email: Email, role: Role = 'councillor') => {
  const invited = await invitePerson(command, email, role)
  if (!invited.ok) throw new Error(invited.refusal)
  return `/invitations/${await secretInLetter(db, email)}`
}

describe('an invitation in a letter', () => {
  test('makes a newcomer choose a name and a password, and lets them in', async () => {
    const link = await linkTo('new@northmere.example')
    const browser = site.client()
    const shown = await browser.get(link)
    expect(shown.text).toContain(
      'Northmere City Council invites new@northmere.example to work here as: councillor.',
    )
    const weak = await browser.submit({ name: 'Nora', password: 'new@northmere.example' })
    expect(weak).toMatchObject({ status: 400, title: 'Error: Accept the invitation' })
    expect(weak.errors).toEqual([
      { text: 'Choose a password that is not your e-mail address.', href: '#password' },
    ])
    expect(weak.forms[0]?.fields).toMatchObject({ name: 'Nora', password: '' })
    expect(await browser.submit({ password: NEW_PASSWORD })).toMatchObject({
      path: '/',
      h1: 'Nora at Northmere City Council',
    })
    expect(await site.client().get(link)).toMatchObject({ status: 410 })
    expect(
      await (await signInAs(site.client(), 'new@northmere.example', NEW_PASSWORD)).get('/account'),
    ).toMatchObject({ h1: 'Your account' })
  })

  test('asks for a name and a password where they are missing', async () => {
    const browser = site.client()
    await browser.get(await linkTo('empty@northmere.example'))
    const refused = await browser.submit({})
    expect(refused.errors.map(({ href }) => href)).toEqual(['#name', '#password'])
    expect((await browser.submit({ name: 'a\0b', password: NEW_PASSWORD })).errors[0]?.text).toMatch(
      /without hidden characters/,
    )
  })

  test('lets somebody with an account sign in first, then accept', async () => {
    const ola = await aPerson(db, { name: 'Ola', password: GOOD_PASSWORD })
    const link = await linkTo(ola.email)
    const browser = site.client()
    const shown = await browser.get(link)
    expect(shown.forms).toEqual([])
    const next = shown.links.find(({ text }) => text === 'Sign in to accept')?.href ?? ''
    await browser.get(next)
    expect(await browser.submit({ email: ola.email, password: GOOD_PASSWORD })).toMatchObject({ path: link })
    expect(await browser.submit({}, 'Accept')).toMatchObject({
      path: '/',
      h1: 'Ola at Northmere City Council',
    })
  })

  test('tells somebody else who is signed in that it is not for them', async () => {
    const [pat, quin] = [await aPerson(db, { name: 'Pat', password: GOOD_PASSWORD }), await person('Quin')]
    const link = await linkTo(pat.email)
    const browser = await signInAs(site.client(), quin.email)
    const shown = await browser.get(link)
    expect(shown.text).toContain('you are signed in as Quin')
    const forced = await browser.post(link, { name: 'Mallory', password: NEW_PASSWORD })
    expect(forced).toMatchObject({ status: 400 })
    expect(forced.errors[0]?.text).toContain('Sign in with it')
  })

  test('gives a newcomer a session of their own in a browser where somebody else is signed in', async () => {
    const rae = await person('Rae')
    const browser = await signInAs(site.client(), rae.email)
    await browser.get(await linkTo('sid@northmere.example'))
    expect(await browser.submit({ name: 'Sid', password: NEW_PASSWORD })).toMatchObject({
      h1: 'Sid at Northmere City Council',
    })
  })

  test.each(['made-up', '%00', `' or true --`, 'x'.repeat(200), '\u0430'])(
    'with the secret %.20j leads nowhere, politely',
    async (secret) => {
      const dead = await site.client().get(`/invitations/${encodeURIComponent(secret)}`)
      expect(dead).toMatchObject({ status: 410, h1: 'This link no longer works' })
    },
  )
})

describe('a forgotten password', () => {
  test('is replaced by the link of the letter', async () => {
    const tom = await person('Tom')
    const [browser, elsewhere] = [site.client(), await signInAs(site.client(), tom.email)]
    await browser.get('/forgotten-password')
    expect(await browser.submit({ email: tom.email })).toMatchObject({
      status: 200,
      h1: 'Look at your e-mail',
    })
    const link = `/reset-password/${await secretInLetter(db, tom.email)}`
    expect(await browser.get(link)).toMatchObject({ h1: 'Choose a new password' })
    expect((await browser.submit({ password: 'short' })).errors[0]?.href).toBe('#password')
    const done = await browser.submit({ password: NEW_PASSWORD })
    expect(done).toMatchObject({ path: '/sign-in?done=password' })
    expect(done.text).toContain('Your new password is set.')
    expect(await elsewhere.get('/account')).toMatchObject({ h1: 'Sign in' })
    expect(await browser.get(link)).toMatchObject({ status: 410 })
    expect(await browser.post(link, { password: NEW_PASSWORD })).toMatchObject({ status: 410 })
  })

  test('used twice is refused although the form was open', async () => {
    const una = await person('Una')
    const browser = site.client()
    await browser.get('/forgotten-password')
    await browser.submit({ email: una.email })
    const link = `/reset-password/${await secretInLetter(db, una.email)}`
    const other = site.client()
    await other.get(link)
    await browser.get(link)
    await browser.submit({ password: NEW_PASSWORD })
    const late = await other.submit({ password: 'another good password here' })
    expect(late).toMatchObject({ status: 410 })
    expect(late.text).toContain('This link has been used.')
  })

  test('gives the same answer, as late, whether or not there is an account', async () => {
    const vic = await person('Vic')
    const ask = async (email: string) => {
      const browser = site.client()
      await browser.get('/forgotten-password')
      const start = performance.now()
      const page = await browser.submit({ email })
      return { text: page.text.replace(email, 'EMAIL'), status: page.status, ms: performance.now() - start }
    }
    const [known, unknown] = [await ask(vic.email), await ask('nobody@northmere.example')]
    expect(unknown.text).toBe(known.text)
    expect(unknown.status).toBe(known.status)
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(390)
    expect(
      await db.query(`select 1 from platform.mail where recipient = 'nobody@northmere.example'`),
    ).toEqual([])
  })

  test('needs an address', async () => {
    const browser = site.client()
    await browser.get('/forgotten-password')
    const refused = await browser.submit({ email: 'nobody' })
    expect(refused).toMatchObject({ status: 400, title: 'Error: Forgotten password' })
    expect(refused.forms[0]?.fields.email).toBe('nobody')
  })
})

describe('the mailbox of a demonstration', () => {
  test('shows letters with links that can be followed', async () => {
    const link = await linkTo('wes@northmere.example')
    const browser = site.client()
    const mailbox = await browser.get('/mailbox')
    expect(mailbox).toMatchObject({ status: 200, h1: 'Mailbox' })
    expect(mailbox.links.map(({ href }) => href)).toContain(link)
    expect(await browser.get(link)).toMatchObject({ h1: 'Accept the invitation' })
  })

  test('makes links of addresses of this site only, and shows the rest as text', () => {
    const site = 'http://localhost:3000'
    expect(
      cutLetter(`a\n${site}/x?y=1\nhttp://localhost:3000.evil.example/z javascript:alert(1) <b>`, site),
    ).toEqual([
      { text: 'a\n' },
      { text: `${site}/x?y=1`, href: '/x?y=1' },
      { text: '\n' },
      { text: 'http://localhost:3000.evil.example/z' },
      { text: ' javascript:alert(1) <b>' },
    ])
  })

  test('shows what people wrote as text', async () => {
    const evil = await anAuthority(db, '<script>alert(1)</script> Council')
    await invitePerson(db.context({ kind: 'command' }, evil.id), 'xi@northmere.example', 'analyst')
    expect((await site.client().get('/mailbox')).html).not.toContain('<script>')
  })
})
