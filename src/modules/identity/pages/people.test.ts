import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { invitePerson } from '../actions/invitations.ts'
import { aMember, anAuthority, secretInLetter } from '../builders.ts'
import type { Role } from '../model.ts'
import { openTestSite } from '../test-site.ts'

const db = await openTestDatabase(['send-mail'])
const site = await openTestSite(db)
const north = await anAuthority(db, 'Northmere City Council')
const south = await anAuthority(db, 'Southmere Borough Council')
const ada = await aMember(db, north.id, 'administrator', { name: 'Ada' })
const sam = await aMember(db, south.id, 'administrator', { name: 'Sam' })
const member = (name: string, role: Role = 'analyst') => aMember(db, north.id, role, { name })
const admin = async () => {
  const browser = await site.as({ personId: ada.id, authorityId: north.id })
  await browser.get('/people')
  return browser
}
const rolesOf = async (personId: string) =>
  (await db.query('select role from identity.membership where person_id = $1 order by role', [personId])).map(
    ({ role }) => role,
  )

describe('the people page', () => {
  test('is for administrators', async () => {
    const bea = await member('Bea')
    const browser = await site.as({ personId: bea.id, authorityId: north.id })
    for (const path of ['/people', `/people/${ada.id}`])
      expect(await browser.get(path)).toMatchObject({ status: 403 })
    await browser.get('/account')
    for (const path of ['/people/invitations', `/people/${bea.id}/roles`])
      expect(
        await browser.post(path, {
          email: 'x@northmere.example',
          role: 'administrator',
          roles: 'administrator',
        }),
      ).toMatchObject({ status: 403 })
    expect(await rolesOf(bea.id)).toEqual(['analyst'])
  })

  test('lists who works here and nobody else, in the order asked for', async () => {
    const browser = await admin()
    const shown = await browser.get('/people?sort=-name')
    expect(shown.tables[0]?.[0]?.map((cell) => cell.replace(/[▲▼↕]$/, ''))).toEqual([
      'Name',
      'E-mail address',
      'Roles',
      'Change',
    ])
    expect(shown.text).toContain(ada.email)
    expect(shown.text).not.toContain(sam.email)
    const names = shown.tables[0]?.slice(1).map(([name = '']) => name) ?? []
    expect(names).toEqual([...names].sort().reverse())
  })

  test('shows twenty at a time', async () => {
    const east = await anAuthority(db)
    const boss = await aMember(db, east.id, 'administrator', { name: 'Boss' })
    for (let i = 0; i < 22; i++) await aMember(db, east.id, 'analyst', { name: `Member ${i}` })
    const browser = await site.as({ personId: boss.id, authorityId: east.id })
    expect((await browser.get('/people')).tables[0]).toHaveLength(21)
    expect((await browser.get('/people?page=2')).tables[0]).toHaveLength(4)
    expect(await browser.get('/people?page=99&sort=%00')).toMatchObject({ status: 200 })
  })
})

describe('an invitation', () => {
  test('goes out by letter and can be revoked', async () => {
    const browser = await admin()
    const sent = await browser.submit(
      { email: 'New@Northmere.example', role: 'finance' },
      '/people/invitations',
    )
    expect(sent).toMatchObject({ path: '/people?done=invited' })
    expect(sent.text).toContain('The invitation is on its way.')
    expect(sent.tables[1]?.[1]?.slice(0, 2).join(' ')).toContain('new@northmere.example')
    const link = `/invitations/${await secretInLetter(db, 'new@northmere.example')}`
    expect(await site.client().get(link)).toMatchObject({ status: 200, h1: 'Accept the invitation' })
    expect(await browser.submit({}, 'Revoke the invitation to new@northmere.example')).toMatchObject({
      path: '/people?done=revoked',
    })
    const dead = await site.client().get(link)
    expect(dead).toMatchObject({ status: 410, h1: 'This link no longer works' })
    expect(dead.text).toContain('taken back')
  })

  test.each([
    [{ email: '', role: '' }, ['Enter an e-mail address', 'Choose a role']],
    [{ email: 'x@northmere.example', role: 'king' }, ['Choose a role']],
    [
      { email: '\u0430da@northmere.example', role: 'analyst' },
      ['Enter an e-mail address in the correct format, like name@example.org'],
    ],
    [
      { email: 'x@northmere.example\0', role: 'analyst' },
      ['Enter an e-mail address in the correct format, like name@example.org'],
    ],
    [
      { email: ada.email, role: 'administrator' },
      ['Choose another role: this person has that role here already.'],
    ],
  ])('of %j is refused and shown again', async (fields, messages) => {
    const browser = await admin()
    const refused = await browser.submit(fields, '/people/invitations')
    expect(refused).toMatchObject({ status: 400, title: 'Error: People' })
    expect(refused.errors.map(({ text }) => text)).toEqual(messages)
    const form = refused.forms.find(({ action }) => action === '/people/invitations')
    expect(form?.fields.email).toBe(fields.email)
  })

  test('of another council cannot be revoked', async () => {
    const theirs = await invitePerson(
      db.context({ kind: 'command' }, south.id),
      'x@southmere.example',
      'analyst',
    )
    const browser = await admin()
    for (const id of [theirs.ok && theirs.value, newId(), 'x', '%00'])
      expect(await browser.post(`/people/invitations/${id}/revoke`)).toMatchObject({ status: 404 })
  })
})

describe('the roles of a person', () => {
  test('are ticked, changed, and taken away altogether', async () => {
    const cal = await member('Cal')
    const browser = await admin()
    const shown = await browser.get(`/people/${cal.id}`)
    expect(shown).toMatchObject({ h1: 'Roles of Cal' })
    expect(shown.forms[0]?.fields.roles).toBe('analyst')
    expect(await browser.submit({ roles: ['finance', 'councillor', 'king'] })).toMatchObject({
      path: '/people?done=roles',
    })
    expect(await rolesOf(cal.id)).toEqual(['councillor', 'finance'])
    await browser.get(`/people/${cal.id}`)
    expect(await browser.submit({ roles: undefined })).toMatchObject({ path: '/people?done=removed' })
    expect(await rolesOf(cal.id)).toEqual([])
    expect(await browser.get(`/people/${cal.id}`)).toMatchObject({ status: 404 })
  })

  test('keep the last administrator, and an auditor apart from the rest', async () => {
    const browser = await admin()
    await browser.get(`/people/${ada.id}`)
    const last = await browser.submit({ roles: ['analyst'] })
    expect(last).toMatchObject({ status: 400 })
    expect(last.errors).toEqual([
      { text: 'Make somebody else an administrator first: this is the last one here.', href: '#roles' },
    ])
    expect(last.forms[0]?.fields.roles).toBe('analyst')
    const dee = await member('Dee')
    await browser.get(`/people/${dee.id}`)
    expect(await browser.submit({ roles: ['auditor', 'analyst'] })).toMatchObject({ status: 400 })
  })

  test('lead to the start page for whoever takes the people page from themself', async () => {
    const eve = await member('Eve', 'administrator')
    const browser = await site.as({ personId: eve.id, authorityId: north.id })
    await browser.get(`/people/${eve.id}`)
    expect(await browser.submit({ roles: ['analyst'] })).toMatchObject({ path: '/', status: 200 })
    expect(await browser.get('/people')).toMatchObject({ status: 403 })
  })

  test('of somebody at another council are not found', async () => {
    const browser = await admin()
    for (const id of [sam.id, newId(), 'x', '%00', `' or true --`]) {
      expect(await browser.get(`/people/${encodeURIComponent(id)}`)).toMatchObject({ status: 404 })
      await browser.get('/people')
      expect(
        await browser.post(`/people/${encodeURIComponent(id)}/roles`, { roles: 'administrator' }),
      ).toMatchObject({ status: 404 })
      await browser.get('/people')
    }
    expect(await rolesOf(sam.id)).toEqual(['administrator'])
  })
})

describe('the audit page', () => {
  test('shows what happened here in words, newest first, page by page', async () => {
    const west = await anAuthority(db, 'Westmere Council')
    const boss = await aMember(db, west.id, 'administrator', { name: 'Boss' })
    const ctx = db.context({ kind: 'person', personId: boss.id }, west.id)
    for (let i = 0; i < 55; i++) await invitePerson(ctx, `guest${i}@westmere.example`, 'analyst')
    const browser = await site.as({ personId: boss.id, authorityId: west.id })
    const newest = await browser.get('/audit')
    expect(newest.tables[0]).toHaveLength(51)
    expect(newest.tables[0]?.[1]?.join(' | ')).toMatch(
      /56 \| .*22 November 2026 at .* GMT \| .*Boss \| .*Person invited \| .*role: analyst/,
    )
    const older = newest.links.find(({ text }) => text.startsWith('Older'))?.href ?? ''
    expect(older).toBe('/audit?before=7')
    const last = await browser.get(older)
    expect(last.tables[0]).toHaveLength(7)
    expect(last.tables[0]?.at(-1)?.join(' ')).toMatch(
      /An operator.*Roles changed.*Boss.*after: administrator/,
    )
    expect(last.text).not.toContain('northmere')
    for (const before of ['0', '-1', 'x', '%00', '9'.repeat(30)])
      expect(await browser.get(`/audit?before=${before}`)).toMatchObject({ status: 200 })
  })

  test('is for administrators and auditors', async () => {
    const read = async (role: Role) => {
      const { id } = await member(role, role)
      return (await (await site.as({ personId: id, authorityId: north.id })).get('/audit')).status
    }
    expect([
      await read('auditor'),
      await read('administrator'),
      await read('analyst'),
      await read('councillor'),
    ]).toEqual([200, 200, 403, 403])
  })
})

test('an auditor reads the audit log and changes nothing', async () => {
  const { id } = await member('Aud', 'auditor')
  const browser = await site.as({ personId: id, authorityId: north.id })
  await browser.get('/account')
  expect(
    await browser.post('/people/invitations', { email: 'x@northmere.example', role: 'analyst' }),
  ).toMatchObject({ status: 403 })
})
