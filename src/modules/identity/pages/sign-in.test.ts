import { describe, expect, test } from 'vitest'
import { smtpMailer } from '../../../platform/mail.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { addMembership, createPerson } from '../actions/people.ts'
import { aMember, anAuthority, GOOD_PASSWORD } from '../builders.ts'
import { demonstrationAccounts, demonstrationPassword } from '../demonstration.ts'
import { openTestSite, signInAs } from '../test-site.ts'

const db = await openTestDatabase(['send-mail'])
const site = await openTestSite(db)
const north = await anAuthority(db, 'Northmere City Council')
const ada = await aMember(db, north.id, 'administrator', { name: 'Ada', password: GOOD_PASSWORD })

describe('the sign-in page', () => {
  test('lets a person in and goes to the start page', async () => {
    const browser = site.client()
    const shown = await browser.get('/sign-in')
    expect(shown).toMatchObject({ status: 200, title: 'Sign in', h1: 'Sign in', errors: [] })
    const entered = await browser.submit({ email: ` ${ada.email.toUpperCase()} `, password: GOOD_PASSWORD })
    expect(entered).toMatchObject({ status: 200, path: '/', h1: 'Ada at Northmere City Council' })
    expect(await browser.get('/sign-in')).toMatchObject({ path: '/' })
  })

  test('goes on to where the person wanted to go', async () => {
    const browser = site.client()
    const stopped = await browser.get('/people?sort=email')
    expect(stopped).toMatchObject({ path: '/sign-in?next=%2Fpeople%3Fsort%3Demail', h1: 'Sign in' })
    expect(await browser.submit({ email: ada.email, password: GOOD_PASSWORD })).toMatchObject({
      path: '/people?sort=email',
    })
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/%5Cevil.example/..//evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/\r\nSet-Cookie: goldthread=mine',
  ])('never leaves the site for %j', async (next) => {
    const browser = site.client()
    await browser.get(`/sign-in?next=${encodeURIComponent(next)}`)
    for (const fields of [{}, { next }]) {
      const response = await browser.request({
        method: 'GET',
        url: `/sign-in?next=${encodeURIComponent(next)}`,
      })
      expect(response.statusCode).toBe(200)
      const posted = await browser.post('/sign-in', { email: ada.email, password: GOOD_PASSWORD, ...fields })
      expect(new URL(posted.path, 'https://site.example').host).toBe('site.example')
      await browser.get('/account')
      await browser.post('/sign-out')
      await browser.get('/sign-in')
    }
  })

  test('shows a refused form again with what was typed, but never a password', async () => {
    const browser = site.client()
    await browser.get('/sign-in?next=/people')
    const refused = await browser.submit({ email: ada.email, password: 'not my password' })
    expect(refused).toMatchObject({ status: 400, title: 'Error: Sign in' })
    expect(refused.errors).toEqual([
      { text: 'Check your e-mail address and password: they do not belong together.', href: '#email' },
    ])
    expect(refused.forms[0]?.fields).toMatchObject({ email: ada.email, password: '', next: '/people' })
    expect(refused.html).not.toContain('not my password')
    const empty = await browser.submit({ email: '', password: '' })
    expect(empty.errors).toEqual([
      { text: 'Enter an e-mail address', href: '#email' },
      { text: 'Enter your password', href: '#password' },
    ])
    expect(empty.fieldErrors).toEqual({
      'email-error': 'Enter an e-mail address',
      'password-error': 'Enter your password',
    })
  })

  test('makes an account wait after ten wrong passwords', async () => {
    const cal = await aMember(db, north.id, 'analyst', { name: 'Cal', password: GOOD_PASSWORD })
    const browser = site.client()
    await browser.get('/sign-in')
    for (let i = 0; i < 10; i++) await browser.submit({ email: cal.email, password: 'wrong' })
    const waiting = await browser.submit({ email: cal.email, password: GOOD_PASSWORD })
    expect(waiting.status).toBe(400)
    expect(waiting.errors[0]?.text).toMatch(/^Wait 15 minutes, then try again/)
  })

  test('stops an address that guesses many accounts', async () => {
    const browser = site.client()
    await browser.get('/sign-in')
    const statuses: number[] = []
    for (let i = 0; i < 31; i++)
      statuses.push((await browser.post('/sign-in', { email: `ghost${i}`, password: 'x' })).status)
    expect(statuses.slice(0, 30).every((status) => status === 400)).toBe(true)
    expect(statuses[30]).toBe(429)
  })
})

describe('a session', () => {
  test('gets a new id at sign-in, so that one that was planted is worth nothing', async () => {
    const attacker = site.client()
    await attacker.get('/sign-in')
    const planted = attacker.cookies.get('goldthread') ?? ''
    const victim = site.client()
    victim.cookies.set('goldthread', planted)
    await signInAs(victim, ada.email)
    expect(victim.cookies.get('goldthread')).not.toBe(planted)
    expect(await victim.get('/account')).toMatchObject({ status: 200, path: '/account' })
    expect(await attacker.get('/account')).toMatchObject({ path: '/sign-in?next=%2Faccount' })
  })

  test('does not take an id that the visitor made up', async () => {
    const browser = site.client()
    browser.cookies.set('goldthread', 'made-up.signature')
    await browser.get('/sign-in')
    expect(browser.cookies.get('goldthread')).not.toContain('made-up')
  })

  test('ends at sign-out, also for whoever kept its cookie', async () => {
    const browser = await signInAs(site.client(), ada.email)
    const kept = browser.cookies.get('goldthread') ?? ''
    await browser.get('/account')
    expect(await browser.post('/sign-out')).toMatchObject({ path: '/', h1: 'Nobody at nowhere' })
    const thief = site.client()
    thief.cookies.set('goldthread', kept)
    expect(await thief.get('/')).toMatchObject({ h1: 'Nobody at nowhere' })
  })

  test('sends a cookie that scripts and other sites do not get', async () => {
    const response = await site.client().request({ method: 'GET', url: '/sign-in' })
    expect(response.headers['set-cookie']).toMatch(/goldthread=.*HttpOnly.*SameSite=Lax/i)
  })
})

describe('a form', () => {
  test('without a token, or with that of another session, is refused', async () => {
    const [browser, other] = [site.client(), site.client()]
    await browser.get('/sign-in')
    const foreign = (await other.get('/sign-in')).forms[0]?.fields._csrf as string
    const fields = { email: ada.email, password: GOOD_PASSWORD }
    for (const _csrf of [undefined, '', foreign, 'made-up']) {
      expect(await browser.post('/sign-in', { ...fields, _csrf })).toMatchObject({ status: 403 })
      await browser.get('/sign-in')
    }
    expect(await browser.get('/')).toMatchObject({ h1: 'Nobody at nowhere' })
    const fresh = site.client()
    expect(await fresh.post('/sign-in', fields)).toMatchObject({ status: 403 })
  })

  test('with the token from before sign-in is refused afterwards', async () => {
    const browser = site.client()
    const before = (await browser.get('/sign-in')).forms[0]?.fields._csrf as string
    await browser.submit({ email: ada.email, password: GOOD_PASSWORD })
    expect(await browser.post('/account', { name: 'Mallory', _csrf: before })).toMatchObject({ status: 403 })
  })
})

describe('hostile fields', () => {
  const long = 'x'.repeat(500_000)
  test.each([
    [`' or 1=1; drop table identity.person; --`, GOOD_PASSWORD],
    ['ada@northmere.example\0', GOOD_PASSWORD],
    ['\u0430da@northmere.example', GOOD_PASSWORD],
    [`${long}@northmere.example`, 'x'],
    ['\u202eelpmaxe.eremhtron@ada', 'x'],
    ['<script>alert(1)</script>@northmere.example', 'x'],
    ['ghost@northmere.example', 'a\0b'],
    ['ghost@northmere.example', long],
    ['ghost@northmere.example', '\u{10FFFF}\ud800'],
  ])('%.60j with %.20j are refused with a sentence', async (email, password) => {
    const browser = site.client()
    await browser.get('/sign-in')
    const refused = await browser.submit({ email, password })
    expect(refused.status).toBe(400)
    expect(refused.errors[0]?.text).toMatch(
      /^(Enter an e-mail address in the correct format|Check your e-mail address and password)/,
    )
    expect(refused.html).not.toContain('<script>')
  })

  test('given twice are refused too', async () => {
    const browser = site.client()
    await browser.get('/sign-in')
    const fields = { email: [ada.email, 'eve@northmere.example'], password: GOOD_PASSWORD }
    expect(await browser.submit(fields)).toMatchObject({ status: 400 })
  })

  test('too large for any form are refused before they are read', async () => {
    const browser = site.client()
    await browser.get('/sign-in')
    expect(await browser.submit({ email: 'x'.repeat(2_000_000) })).toMatchObject({ status: 413 })
  })
})

describe('a demonstration', () => {
  test('offers one account for each role and one of a supplier, each with a button that signs in', async () => {
    const { accounts, password } = { accounts: demonstrationAccounts, password: demonstrationPassword }
    for (const { email, name, role } of accounts) {
      const made = await createPerson(db.context({ kind: 'command' }, null), { email, name, password })
      if (!made.ok) throw new Error(made.refusal)
      await addMembership(db.context({ kind: 'command' }, north.id), made.value, role)
    }
    const shown = await site.client().get('/sign-in')
    expect(
      shown.forms.flatMap(({ buttons }) => buttons).filter((text) => text.startsWith('Sign in as ')),
    ).toHaveLength(accounts.length + 1)
    const browser = site.client()
    await browser.get('/sign-in')
    expect(await browser.submit({}, 'Sign in as auditor')).toMatchObject({
      h1: 'Northmere Auditor at Northmere City Council',
    })
    expect(await browser.get('/audit')).toMatchObject({ status: 200 })
    expect(await browser.get('/people')).toMatchObject({ status: 403 })
  })

  test('is only offered where letters do not leave: a real site shows no account and no mailbox', async () => {
    const real = await openTestSite(db, {
      services: { mailer: smtpMailer('smtp://127.0.0.1:1', 'x@northmere.example') },
    })
    const shown = await real.client().get('/sign-in')
    expect(shown.html).not.toContain(demonstrationPassword)
    expect(shown.text).not.toContain('Sign in as')
    expect(await real.client().get('/mailbox')).toMatchObject({ status: 404 })
  })
})
