import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aMember, anAuthority, aPerson, auditOf, GOOD_PASSWORD } from '../builders.ts'
import { createApiToken, revokeApiToken } from './api-tokens.ts'
import { createOrganisation, setHomePlace } from './organisations.ts'
import { addMembership, createPerson, renamePerson, setRoles } from './people.ts'

const db = await openTestDatabase()
const command = db.context({ kind: 'command' }, null)
const north = await anAuthority(db, 'Northmere City Council')
const here = db.context({ kind: 'command' }, north.id)

describe('createOrganisation', () => {
  test('makes the short name from the name, and refuses one that is taken', async () => {
    const wanted = { name: ' University of Northmere ', kind: 'university', isAuthority: true } as const
    const made = await createOrganisation(command, wanted)
    expect(made).toMatchObject({
      ok: true,
      value: { name: 'University of Northmere', slug: 'university-of-northmere' },
    })
    expect(await createOrganisation(command, wanted)).toEqual({
      ok: false,
      refusal: 'slug-taken',
      facts: { slug: 'university-of-northmere' },
    })
    expect(await createOrganisation(command, { ...wanted, slug: 'UoN' })).toMatchObject({
      value: { slug: 'uon' },
    })
    expect(made.ok && (await auditOf(db, made.value.id))).toEqual(['ORGANISATION_CREATED'])
  })

  test('refuses a name without letters, without end, or none', async () => {
    const refusalOf = async (name: string) => {
      const made = await createOrganisation(command, { name, kind: 'council', isAuthority: true })
      return made.ok ? 'made' : made.refusal
    }
    expect(await refusalOf('***')).toBe('slug-empty')
    expect(await refusalOf('  ')).toBe('organisation-name-length')
    expect(await refusalOf('x'.repeat(201))).toBe('organisation-name-length')
  })
})

describe('setHomePlace', () => {
  test('takes a place there is, tells those who work with it, and records it once', async () => {
    const west = await anAuthority(db)
    const placeId = newId()
    await db.query(
      `insert into places.place (id, name, slug, kind) values ($1, 'Westmere', 'westmere', 'other')`,
      [placeId],
    )
    await expect(setHomePlace(command, west.id, newId())).rejects.toThrow('There is no such place')
    await setHomePlace(command, west.id, placeId)
    await setHomePlace(command, west.id, placeId)
    expect(
      await db.query('select home_place_id from identity.organisation where id = $1', [west.id]),
    ).toEqual([{ home_place_id: placeId }])
    expect(await auditOf(db, west.id)).toEqual(['ORGANISATION_CREATED', 'HOME_PLACE_CHANGED'])
    await setHomePlace(command, west.id, null)
    expect(
      await db.query('select home_place_id from identity.organisation where id = $1', [west.id]),
    ).toEqual([{ home_place_id: null }])
  })
})

describe('createPerson', () => {
  test('refuses an address that has an account, and a weak password', async () => {
    const ada = await aPerson(db, { name: 'Ada' })
    expect(await createPerson(command, { email: ada.email, name: 'Eve', password: null })).toMatchObject({
      refusal: 'email-taken',
    })
    expect(
      await createPerson(command, { email: 'e@northmere.example', name: 'Eve', password: '123456789012' }),
    ).toMatchObject({ refusal: 'password-is-common' })
    expect(
      await createPerson(command, { email: 'e@northmere.example', name: 'Eve', password: GOOD_PASSWORD }),
    ).toMatchObject({ ok: true })
  })

  test('stores an address in no other way than the one it is looked up by', async () => {
    for (const email of ['Ada@northmere.example', 'mi\u212Ae@northmere.example', 'a b@northmere.example'])
      await expect(createPerson(command, { email, name: 'x', password: null })).rejects.toThrow(
        'ck_person_email',
      )
  })
})

describe('roles', () => {
  test('are given one by one', async () => {
    const ann = await aPerson(db, { name: 'Ann' })
    expect(await addMembership(here, ann.id, 'analyst')).toEqual({ ok: true, value: ['analyst'] })
    expect(await addMembership(here, ann.id, 'finance')).toEqual({ ok: true, value: ['analyst', 'finance'] })
    expect(await addMembership(here, ann.id, 'finance')).toEqual({ ok: true, value: ['analyst', 'finance'] })
    expect(await addMembership(here, ann.id, 'auditor')).toMatchObject({
      refusal: 'auditor-holds-another-role',
    })
    expect(await auditOf(db, ann.id)).toEqual(['ROLES_CHANGED', 'ROLES_CHANGED', 'PERSON_ADDED'])
  })

  test('are for contracting authorities only', async () => {
    const made = await createOrganisation(command, {
      name: 'Friends of the Park',
      kind: 'other-anchor',
      isAuthority: false,
    })
    const ben = await aPerson(db, { name: 'Ben' })
    const there = db.context({ kind: 'command' }, made.ok ? made.value.id : null)
    expect(await addMembership(there, ben.id, 'analyst')).toMatchObject({ refusal: 'not-an-authority' })
  })

  test('are replaced, and none at all ends the membership', async () => {
    const cal = await aMember(db, north.id, 'analyst', { name: 'Cal' })
    expect(await setRoles(here, cal.id, ['finance', 'councillor'])).toMatchObject({ ok: true })
    expect(await setRoles(here, cal.id, [])).toEqual({ ok: true, value: [] })
    await expect(setRoles(here, cal.id, ['analyst'])).rejects.toThrow('Nobody with this id works here')
    const entries = await db.query(
      `select facts from platform.audit_entry where subject = $1 and name = 'ROLES_CHANGED' order by number`,
      [cal.id],
    )
    expect(entries.map((entry) => entry.facts)).toEqual([
      { before: '', after: 'analyst' },
      { before: 'analyst', after: 'councillor, finance' },
      { before: 'councillor, finance', after: '' },
    ])
  })

  test('do not reach a member of another council', async () => {
    const south = await anAuthority(db)
    const dee = await aMember(db, south.id, 'analyst', { name: 'Dee' })
    await expect(setRoles(here, dee.id, ['administrator'])).rejects.toThrow('Nobody with this id works here')
  })

  test('leave one administrator when two remove each other at the same moment', async () => {
    const east = await anAuthority(db)
    const [one, two] = [
      await aMember(db, east.id, 'administrator', { name: 'One' }),
      await aMember(db, east.id, 'administrator', { name: 'Two' }),
    ]
    const as = (personId: string) => db.context({ kind: 'person', personId }, east.id)
    const outcomes = await Promise.all([setRoles(as(one.id), two.id, []), setRoles(as(two.id), one.id, [])])
    expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.refusal)).sort()).toEqual([
      'done',
      'last-administrator',
    ])
  })
})

describe('a name', () => {
  test('is changed by its person only', async () => {
    const fay = await aMember(db, north.id, 'analyst', { name: 'Fay' })
    await renamePerson(db.context({ kind: 'person', personId: fay.id }, north.id), ' Fay Wray ')
    expect(await db.query('select name from identity.person where id = $1', [fay.id])).toEqual([
      { name: 'Fay Wray' },
    ])
    await expect(renamePerson(here, 'x')).rejects.toThrow('Sign in first')
  })
})

describe('an API token', () => {
  test('is stored as a hash, may do no more than its person, and is revoked by its person only', async () => {
    const [gus, hal] = [
      await aMember(db, north.id, 'finance', { name: 'Gus' }),
      await aMember(db, north.id, 'finance', { name: 'Hal' }),
    ]
    const as = (personId: string) => db.context({ kind: 'person', personId }, north.id)
    const held = new Set(['spend.read'])
    expect(await createApiToken(as(gus.id), held, 'x', ['identity.manage'])).toMatchObject({
      refusal: 'permission-not-held',
    })
    const made = await createApiToken(as(gus.id), held, 'Monthly import', ['spend.read'])
    if (!made.ok) throw new Error(made.refusal)
    expect(made.value.secret).toMatch(/^gt_[\w-]{43}$/)
    expect(JSON.stringify(await db.query('select t::text from identity.api_token t'))).not.toContain(
      made.value.secret,
    )
    await expect(revokeApiToken(as(hal.id), made.value.id)).rejects.toThrow('revoked already')
    await expect(revokeApiToken(as(gus.id), newId())).rejects.toThrow('revoked already')
    await revokeApiToken(as(gus.id), made.value.id)
    expect(await auditOf(db, made.value.id)).toEqual(['API_TOKEN_CREATED', 'API_TOKEN_REVOKED'])
  })
})
