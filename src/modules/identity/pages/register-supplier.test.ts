import { describe, expect, test } from 'vitest'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { registerSupplier } from '../actions/register-supplier.ts'
import { removeExpired } from '../actions/remove-expired.ts'
import { aMember, anAuthority, aPerson, GOOD_PASSWORD, secretInLetter } from '../builders.ts'
import { findOrganisation, listOrganisations } from '../store/organisations.ts'
import type { IdentityTables } from '../tables.ts'
import { openTestSite } from '../test-site.ts'

const db = await openTestDatabase(['send-mail'])
const site = await openTestSite(db)
const north = await anAuthority(db, 'Northmere City Council')
const ada = await aMember(db, north.id, 'administrator', { name: 'Ada' })

const ask = async (organisation: string, email: string) => {
  const browser = site.client()
  await browser.get('/suppliers/join')
  return { browser, answer: await browser.submit({ organisation, email }, 'Send the letter') }
}
const lettersTo = async (email: string) =>
  (await db.query('select 1 from platform.mail where recipient = $1', [email])).length
const given = async (name: string) => {
  const made = await registerSupplier(db.services, {
    name,
    orgId: 'GB-COH-99800001',
    email: `lead@${name.toLowerCase()}.example`,
    personName: `${name} Lead`,
    password: null,
  })
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}

describe('a supplier', () => {
  test('opens an account by the link of a letter, and invites a colleague', async () => {
    const { browser, answer } = await ask('Ropewalk Joinery', 'jo@ropewalk.example')
    expect(answer).toMatchObject({ status: 200, title: 'Look at your e-mail' })
    await browser.get(`/invitations/${await secretInLetter(db, 'jo@ropewalk.example')}`)
    const home = await browser.submit({ name: 'Jo', password: GOOD_PASSWORD }, 'Open the account')
    expect(home.text).toContain('Jo at Ropewalk Joinery')
    const people = await browser.get('/people')
    expect(people.text).toContain('Bid writer')
    expect(people.text).not.toContain('Analyst')
    await browser.submit({ email: 'al@ropewalk.example', role: 'supplier-member' }, 'Send the invitation')
    expect(await lettersTo('al@ropewalk.example')).toBe(1)
    expect((await browser.get('/home-place')).status).toBe(403)
  })

  test('is told which field is wrong, and nothing typed is lost', async () => {
    const { answer } = await ask('', 'no address')
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('Enter the name of the organisation')
    expect(answer.html).toContain('value="no address"')
  })

  test('is told the same where the address has an account or had too many letters', async () => {
    const { email } = await aPerson(db, { name: 'Known' })
    const before = (await ask('Known Ltd', email)).answer.text
    for (let letter = 0; letter < 3; letter++) await ask('Known Ltd', email)
    expect((await ask('Known Ltd', email)).answer.text).toBe(before)
    expect(await lettersTo(email)).toBe(3)
  })

  test('that never confirms its address is gone later', async () => {
    await ask('Ghost Ltd', 'ghost@ghost.example')
    const count = async () =>
      (await db.query(`select 1 from identity.organisation where name = 'Ghost Ltd'`)).length
    await removeExpired(db.services)
    expect(await count()).toBe(1)
    await db.query(
      `update identity.organisation set created_at = now() - interval '2 days' where name = 'Ghost Ltd'`,
    )
    await removeExpired({ ...db.services, clock: { now: () => new Date('2027-01-01T00:00:00Z') } })
    expect(await count()).toBe(0)
  })
})

describe('that a supplier has an account', () => {
  test('is seen by its own people only, and stands in no list', async () => {
    const { organisationId, personId } = await given('Bellwharf')
    const other = await given('Copperfield')
    const seenBy = (person: string | null, authority: string | null) =>
      inReading(
        db.context(person ? { kind: 'person', personId: person } : { kind: 'nobody' }, authority),
        (reader: Reader<IdentityTables>) => findOrganisation(reader, organisationId),
      )
    expect(await seenBy(personId, null)).toMatchObject({ name: 'Bellwharf', orgId: 'GB-COH-99800001' })
    expect(await seenBy(null, organisationId)).toMatchObject({ name: 'Bellwharf' })
    expect(await seenBy(ada.id, north.id)).toBeUndefined()
    expect(await seenBy(other.personId, other.organisationId)).toBeUndefined()
    expect(await seenBy(null, null)).toBeUndefined()
    const listed = await inReading(
      db.context({ kind: 'person', personId }, organisationId),
      (reader: Reader<IdentityTables>) => listOrganisations(reader),
    )
    expect(listed.map(({ name }) => name)).toEqual(['Northmere City Council'])
  })

  test('gives nobody a role of a council there, or a supplier’s role at a council', async () => {
    const { organisationId, personId } = await given('Lanternhill')
    const give = (authority: string, role: string) =>
      db.query('insert into identity.membership values ($1, $2, $3)', [authority, personId, role])
    await expect(give(organisationId, 'administrator')).rejects.toThrow('is not held at this kind')
    await expect(give(north.id, 'supplier-lead')).rejects.toThrow('is not held at this kind')
    const browser = await site.as({ personId, authorityId: organisationId })
    await browser.get('/people')
    const refused = await browser.submit(
      { email: 'x@northmere.example', role: 'administrator' },
      'Send the invitation',
    )
    expect(refused.text).toContain('Choose a role that people of this organisation have.')
  })
})
