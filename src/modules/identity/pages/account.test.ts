import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { addMembership, setRoles } from '../actions/people.ts'
import { aMember, anAuthority, GOOD_PASSWORD } from '../builders.ts'
import { openTestSite, signInAs } from '../test-site.ts'
import { browserName } from './browser-name.ts'

const NEW_PASSWORD = 'marble kettle orchard'

const db = await openTestDatabase(['send-mail'])
const site = await openTestSite(db)
const north = await anAuthority(db, 'Northmere City Council')
const south = await anAuthority(db, 'Southmere Borough Council')
const person = (name: string, role: 'analyst' | 'administrator' = 'analyst') =>
  aMember(db, north.id, role, { name, password: GOOD_PASSWORD })
const enter = (email: string, password?: string) => signInAs(site.client(), email, password)

describe('the account page', () => {
  test('is for those who are signed in', async () => {
    expect(await site.client().get('/account')).toMatchObject({ h1: 'Sign in' })
  })

  test('shows who one is, where one is signed in, and changes the name', async () => {
    const ada = await person('Ada')
    const browser = await enter(ada.email)
    const shown = await browser.get('/account')
    expect(shown).toMatchObject({ status: 200, h1: 'Your account' })
    expect(shown.text).toContain(`You sign in as ${ada.email}`)
    expect(shown.tables[0]).toHaveLength(2)
    expect(shown.text).not.toContain('Act for another organisation')
    const saved = await browser.submit({ name: ' Ada Lovelace ' }, '/account')
    expect(saved).toMatchObject({ path: '/account?done=name' })
    expect(saved.text).toContain('Your name is saved.')
    expect(saved.forms[0]?.fields.name).toBe('Ada Lovelace')
  })

  test.each([
    ['', 'Enter your name'],
    ['   ', 'Enter your name'],
    ['x'.repeat(121), 'Enter your name of at most 120 characters'],
    ['Ada\0', 'Enter your name without hidden characters: type it instead of pasting it'],
    ['Ada\u202eadmin', 'Enter your name without hidden characters: type it instead of pasting it'],
    ['Ada\nAdmin', 'Enter your name without hidden characters: type it instead of pasting it'],
  ])('refuses the name %.20j: %s', async (name, message) => {
    const browser = await site.as(
      await person('Ann').then(({ id }) => ({ personId: id, authorityId: north.id })),
    )
    await browser.get('/account')
    const refused = await browser.submit({ name }, '/account')
    expect(refused).toMatchObject({
      status: 400,
      title: 'Error: Your account',
      errors: [{ text: message, href: '#name' }],
    })
  })

  test('shows a name as text, whatever is in it', async () => {
    const ben = await person('Ben')
    const browser = await enter(ben.email)
    await browser.get('/account')
    const saved = await browser.submit(
      { name: `<img src=x onerror=alert(1)>'; drop table identity.person; --` },
      '/account',
    )
    expect(saved.html).not.toContain('<img')
    expect(saved.forms[0]?.fields.name).toBe(`<img src=x onerror=alert(1)>'; drop table identity.person; --`)
  })
})

describe('a changed password', () => {
  test('ends all other sessions and keeps this one, under a new id', async () => {
    const cal = await person('Cal')
    const [here, there] = [await enter(cal.email), await enter(cal.email)]
    const before = here.cookies.get('goldthread')
    await here.get('/account')
    const changed = await here.submit(
      { currentPassword: GOOD_PASSWORD, newPassword: NEW_PASSWORD },
      '/account/password',
    )
    expect(changed).toMatchObject({ path: '/account?done=password', status: 200 })
    expect(here.cookies.get('goldthread')).not.toBe(before)
    expect(changed.tables[0]).toHaveLength(2)
    expect(await there.get('/account')).toMatchObject({ h1: 'Sign in' })
    expect(await (await enter(cal.email, NEW_PASSWORD)).get('/account')).toMatchObject({ h1: 'Your account' })
  })

  test('is refused with a wrong present one or a weak new one, and neither is shown again', async () => {
    const browser = await enter((await person('Dee')).email)
    await browser.get('/account')
    const wrong = await browser.submit(
      { currentPassword: 'not-this-one', newPassword: NEW_PASSWORD },
      '/account/password',
    )
    expect(wrong.errors).toEqual([
      { text: 'Check your present password: this is not it.', href: '#currentPassword' },
    ])
    expect(wrong.html).not.toMatch(/not-this-one|marble kettle/)
    const weak = await browser.submit(
      { currentPassword: GOOD_PASSWORD, newPassword: 'password1234' },
      '/account/password',
    )
    expect(weak.errors[0]?.href).toBe('#newPassword')
    const empty = await browser.submit({}, '/account/password')
    expect(empty.errors.map(({ href }) => href)).toEqual(['#currentPassword', '#newPassword'])
  })
})

describe('signing out everywhere', () => {
  test('ends every session of the person', async () => {
    const eve = await person('Eve')
    const [here, there] = [await enter(eve.email), await enter(eve.email)]
    await here.get('/account')
    const out = await here.submit({}, 'Sign out everywhere')
    expect(out).toMatchObject({ path: '/sign-in?done=everywhere' })
    expect(out.text).toContain('You are signed out everywhere.')
    for (const browser of [here, there])
      expect(await browser.get('/account')).toMatchObject({ h1: 'Sign in' })
  })
})

describe('acting for another organisation', () => {
  test('is offered to those who work for several, and changes what they may do', async () => {
    const fay = await person('Fay')
    await addMembership(db.context({ kind: 'command' }, south.id), fay.id, 'administrator')
    const browser = await enter(fay.email)
    expect(await browser.get('/people')).toMatchObject({ status: 403 })
    await browser.get('/account')
    expect(await browser.submit({ authorityId: south.id }, '/account/authority')).toMatchObject({
      path: '/account?done=authority',
    })
    expect(await browser.get('/')).toMatchObject({ h1: 'Fay at Southmere Borough Council' })
    expect(await browser.get('/people')).toMatchObject({ status: 200 })
  })

  test('is refused for an organisation that one does not work for', async () => {
    const browser = await enter((await person('Gus')).email)
    await browser.get('/account')
    for (const authorityId of [south.id, newId(), '', `' or true --`, '\0'])
      expect(await browser.post('/account/authority', { authorityId })).toMatchObject({ status: 400 })
    expect(await browser.get('/')).toMatchObject({ h1: 'Gus at Northmere City Council' })
  })

  test('is asked again of somebody whose role was taken away, and no other is chosen for them', async () => {
    const hal = await person('Hal')
    await addMembership(db.context({ kind: 'command' }, south.id), hal.id, 'administrator')
    const browser = await enter(hal.email)
    await setRoles(db.context({ kind: 'command' }, north.id), hal.id, [])
    expect(await browser.get('/people')).toMatchObject({ status: 403 })
    expect((await browser.get('/account')).text).toContain('You act for no organisation now.')
  })
})

describe('an API token', () => {
  const secretOf = (html: string) => /gt_[\w-]{43}/.exec(html)?.[0] ?? ''
  const me = async (secret: string) => {
    const headers = { authorization: `Bearer ${secret}` }
    const response = await site.client().request({ method: 'GET', url: '/api/v1/me', headers })
    return { status: response.statusCode, body: response.json() }
  }

  test('is shown once, works, and is revoked', async () => {
    const ivy = await person('Ivy')
    const browser = await enter(ivy.email)
    await browser.get('/account')
    const made = await browser.submit(
      { tokenName: 'Monthly import', permissions: ['spend.read', 'spend.import'] },
      '/account/tokens',
    )
    expect(made.status).toBe(200)
    const secret = secretOf(made.html)
    expect(await me(secret)).toEqual({
      status: 200,
      body: {
        person: { id: ivy.id, name: 'Ivy' },
        authority: { id: north.id, name: 'Northmere City Council' },
        permissions: ['spend.import', 'spend.read'],
      },
    })
    const again = await browser.get('/account')
    expect(again.html).not.toContain(secret)
    expect(again.text).toContain('Monthly import')
    expect(await browser.submit({}, 'Revoke Monthly import')).toMatchObject({ path: '/account?done=revoked' })
    expect(await me(secret)).toMatchObject({ status: 401 })
  })

  test('needs a name and something it may do, and keeps what was typed', async () => {
    const browser = await enter((await person('Jo')).email)
    await browser.get('/account')
    const nameless = await browser.submit({ tokenName: '', permissions: ['spend.read'] }, '/account/tokens')
    expect(nameless.errors).toEqual([{ text: 'Enter what the token is for', href: '#tokenName' }])
    expect(nameless.forms.find(({ action }) => action === '/account/tokens')?.fields.permissions).toBe(
      'spend.read',
    )
    const idle = await browser.submit({ tokenName: 'x', permissions: undefined }, '/account/tokens')
    expect(idle.errors).toEqual([
      { text: 'Choose at least one thing that the token may do.', href: '#permissions' },
    ])
    const greedy = await browser.submit(
      { tokenName: 'x', permissions: ['identity.manage'] },
      '/account/tokens',
    )
    expect(greedy.errors).toEqual([
      { text: 'Choose only things that you may do yourself.', href: '#permissions' },
    ])
  })

  test('of somebody else is not found, nor is one that cannot be', async () => {
    const browser = await enter((await person('Kim')).email)
    await browser.get('/account')
    const [theirs] = await db.query('select id from identity.api_token limit 1')
    for (const id of [theirs?.id, newId(), 'x', '%00', `'--`])
      expect(await browser.post(`/account/tokens/${id}/revoke`)).toMatchObject({ status: 404 })
  })
})

describe('browserName', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox on Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari on iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    ['curl/8.0', 'A browser'],
    ['', 'A browser'],
  ])('reads %.40j as %j', (userAgent, name) => expect(browserName(userAgent)).toBe(name))
})
