import { describe, expect, test } from 'vitest'
import { nobody } from '../../platform/http/access.ts'
import { newId } from '../../platform/ids.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { createApiToken, revokeApiToken } from './actions/api-tokens.ts'
import { addMembership, setAccountClosed, setRoles } from './actions/people.ts'
import { aMember, anAuthority, aPerson, later } from './builders.ts'
import { identifyVisitor } from './identify-visitor.ts'
import type { Person } from './model.ts'
import { permissionsOf } from './rules/roles.ts'

const db = await openTestDatabase()
const [north, south] = [
  await anAuthority(db, 'Northmere City Council'),
  await anAuthority(db, 'Southmere Borough Council'),
]
const at = (authorityId: string) => db.context({ kind: 'command' }, authorityId)
const bySession = (personId: string | null, authorityId: string | null = north.id) =>
  identifyVisitor(db.services, { personId, authorityId, bearerToken: null })
const byToken = (bearerToken: string, services = db.services) =>
  identifyVisitor(services, { personId: null, authorityId: null, bearerToken })
const tokenOf = async (person: Person, permissions: string[]) => {
  const ctx = db.context({ kind: 'person', personId: person.id }, north.id)
  const made = await createApiToken(ctx, permissionsOf(['analyst', 'administrator']), 'x', permissions)
  if (!made.ok) throw new Error(made.refusal)
  return { ...made.value, ctx }
}

describe('a session', () => {
  test('stands for a person with their roles at the chosen authority', async () => {
    const ada = await aMember(db, north.id, 'finance', { name: 'Ada' })
    await addMembership(at(north.id), ada.id, 'evaluator')
    await addMembership(at(south.id), ada.id, 'administrator')
    expect(await bySession(ada.id)).toEqual({
      personId: ada.id,
      personName: 'Ada',
      authorityId: north.id,
      authorityName: 'Northmere City Council',
      authorities: [{ id: south.id, name: 'Southmere Borough Council' }],
      permissions: permissionsOf(['finance', 'evaluator']),
      unread: 0,
    })
    expect((await bySession(ada.id, south.id)).permissions).toEqual(permissionsOf(['administrator']))
  })

  test('of an authority that is not theirs gives no rights, and chooses no other', async () => {
    const ann = await aMember(db, south.id, 'administrator', { name: 'Ann' })
    expect(await bySession(ann.id)).toMatchObject({
      authorityId: null,
      permissions: new Set(),
      authorities: [{ id: south.id }],
    })
    expect(await bySession(ann.id, null)).toMatchObject({ authorityId: null, permissions: new Set() })
  })

  test('loses its rights with the role', async () => {
    const ben = await aMember(db, north.id, 'analyst', { name: 'Ben' })
    expect((await bySession(ben.id)).permissions.has('spend.import')).toBe(true)
    await setRoles(at(north.id), ben.id, ['councillor'])
    expect((await bySession(ben.id)).permissions.has('spend.import')).toBe(false)
    await setRoles(at(north.id), ben.id, [])
    expect(await bySession(ben.id)).toMatchObject({
      personId: ben.id,
      authorityId: null,
      permissions: new Set(),
    })
  })

  test('is nobody without a person, with an unknown one, or with a closed account', async () => {
    const cal = await aMember(db, north.id, 'analyst', { name: 'Cal' })
    await setAccountClosed(at(north.id), cal.id, true)
    expect([await bySession(null), await bySession(newId()), await bySession(cal.id)]).toEqual([
      nobody,
      nobody,
      nobody,
    ])
    await setAccountClosed(at(north.id), cal.id, false)
    expect(await bySession(cal.id)).toMatchObject({ personName: 'Cal' })
  })

  test('of somebody without a role has a name and nothing else', async () => {
    const dee = await aPerson(db, { name: 'Dee' })
    expect(await bySession(dee.id)).toEqual({ ...nobody, personId: dee.id, personName: 'Dee', unread: 0 })
  })
})

describe('a token', () => {
  test('stands for its person at its authority, with what was chosen for it', async () => {
    const eve = await aMember(db, north.id, 'analyst', { name: 'Eve' })
    await addMembership(at(south.id), eve.id, 'administrator')
    const { secret } = await tokenOf(eve, ['spend.read', 'places.read'])
    expect(await byToken(secret)).toMatchObject({
      personId: eve.id,
      authorityId: north.id,
      authorities: [],
      permissions: new Set(['spend.read', 'places.read']),
    })
  })

  test('never holds more than its person does now', async () => {
    const fay = await aMember(db, north.id, 'analyst', { name: 'Fay' })
    const { secret } = await tokenOf(fay, ['spend.read', 'spend.import'])
    await setRoles(at(north.id), fay.id, ['councillor'])
    expect((await byToken(secret)).permissions).toEqual(new Set(['spend.read']))
    await setRoles(at(north.id), fay.id, [])
    expect(await byToken(secret)).toMatchObject({ authorityId: null, permissions: new Set() })
  })

  test('is nobody once it is revoked, a year old, made up, or its account is closed', async () => {
    const gus = await aMember(db, north.id, 'analyst', { name: 'Gus' })
    const [one, two] = [await tokenOf(gus, ['spend.read']), await tokenOf(gus, ['spend.read'])]
    await revokeApiToken(one.ctx, one.id)
    expect(await byToken(one.secret)).toEqual(nobody)
    expect(await byToken(two.secret, later(db.services, 365 * 24 * 60))).toEqual(nobody)
    expect(await byToken(`${two.secret.slice(0, -1)}!`)).toEqual(nobody)
    expect(await byToken(two.secret)).toMatchObject({ personName: 'Gus' })
    await setAccountClosed(at(north.id), gus.id, true)
    expect(await byToken(two.secret)).toEqual(nobody)
  })

  test('that is refused does not fall back to the session beside it', async () => {
    const hal = await aMember(db, north.id, 'analyst', { name: 'Hal' })
    const both = { personId: hal.id, authorityId: north.id, bearerToken: 'gt_made-up-made-up-made-up' }
    expect(await identifyVisitor(db.services, both)).toEqual(nobody)
  })

  test('notes when it was used last', async () => {
    const ivy = await aMember(db, north.id, 'analyst', { name: 'Ivy' })
    const { id, secret } = await tokenOf(ivy, ['spend.read'])
    const used = async () =>
      (await db.query('select last_used_at from identity.api_token where id = $1', [id]))[0]?.last_used_at
    expect(await used()).toBeNull()
    await byToken(secret)
    expect(await used()).toEqual(db.services.clock.now())
    await byToken(secret, later(db.services, 4))
    expect(await used()).toEqual(db.services.clock.now())
    await byToken(secret, later(db.services, 6))
    expect(await used()).toEqual(later(db.services, 6).clock.now())
  })
})
