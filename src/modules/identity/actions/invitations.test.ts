import { describe, expect, test } from 'vitest'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aMember, anAuthority, aPerson, auditOf, GOOD_PASSWORD, later, secretInLetter } from '../builders.ts'
import type { Email, Person, Role } from '../model.ts'
import { listMembers } from '../store/people.ts'
import type { IdentityTables } from '../tables.ts'
import { acceptInvitation, readInvitation } from './accept-invitation.ts'
import { invitePerson, revokeInvitation } from './invitations.ts'
import { createPerson, setAccountClosed } from './people.ts'
import { signIn } from './sign-in.ts'

const db = await openTestDatabase(['send-mail'])
const north = await anAuthority(db, 'Northmere City Council')
const south = await anAuthority(db, 'Southmere Borough Council')
const ada = await aMember(db, north.id, 'administrator', { name: 'Ada' })
const admin = db.context({ kind: 'person', personId: ada.id }, north.id)
const nobody = db.context({ kind: 'nobody' }, null)
const as = ({ id }: Person) => db.context({ kind: 'person', personId: id }, null)

const invited = async (email: Email, role: Role = 'analyst', ctx = admin) => {
  const invitation = await invitePerson(ctx, email, role)
  if (!invitation.ok) throw new Error(invitation.refusal)
  return { id: invitation.value, secret: await secretInLetter(db, email) }
}
const newcomer = (name: string) => ({ name, password: GOOD_PASSWORD })
const rolesOf = async (email: Email, authority = north) => {
  const ctx = db.context({ kind: 'command' }, authority.id)
  const members = await inReading(ctx, (reader: Reader<IdentityTables>) => listMembers(reader, authority.id))
  return members.find((member) => member.email === email)?.roles
}

describe('invitePerson', () => {
  test('writes a letter with a link, and queues its sending with no more than its id', async () => {
    const { id } = await invited('bea@northmere.example', 'finance')
    const [letter] = await db.query(`select * from platform.mail where recipient = 'bea@northmere.example'`)
    expect(letter?.subject).toBe('You are invited to Goldthread')
    expect(letter?.body_text).toMatch(
      /as: finance\.\n\nOpen this address to accept:\nhttp:\/\/localhost:3000\/invitations\/[\w-]{43}\n/,
    )
    expect(letter?.body_text).toContain('until 29 November 2026')
    const jobs = await db.query(
      `select data from pgboss.job where name = 'send-mail' and data->>'mailId' = $1`,
      [letter?.id],
    )
    expect(jobs).toEqual([{ data: { mailId: letter?.id } }])
    expect(
      await db.query('select actor, name, facts from platform.audit_entry where subject = $1', [id]),
    ).toEqual([{ actor: `person:${ada.id}`, name: 'PERSON_INVITED', facts: { role: 'finance' } }])
  })

  test('refuses a second open invitation, also at the same moment, and replaces one that ran out', async () => {
    const both = await Promise.all([
      invitePerson(admin, 'cal@northmere.example', 'analyst'),
      invitePerson(admin, 'cal@northmere.example', 'analyst'),
    ])
    expect(both.map((outcome) => (outcome.ok ? 'sent' : outcome.refusal)).sort()).toEqual([
      'already-invited',
      'sent',
    ])
    expect(await invitePerson(admin, 'cal@northmere.example', 'finance')).toMatchObject({ ok: true })
    const inAWeek = later(admin, 7 * 24 * 60)
    const old = await secretInLetter(db, 'cal@northmere.example')
    expect(await invitePerson(inAWeek, 'cal@northmere.example', 'finance')).toMatchObject({ ok: true })
    expect(await readInvitation(nobody, old)).toMatchObject({ refusal: 'invitation-revoked' })
  })

  test('refuses a role that is held, and a closed account', async () => {
    const dan = await aMember(db, north.id, 'analyst', { name: 'Dan' })
    expect(await invitePerson(admin, dan.email, 'analyst')).toMatchObject({ refusal: 'already-has-role' })
    expect(await invitePerson(admin, dan.email, 'auditor')).toMatchObject({
      refusal: 'auditor-holds-another-role',
    })
    await setAccountClosed(nobody, dan.id, true)
    expect(await invitePerson(admin, dan.email, 'finance')).toMatchObject({ refusal: 'account-closed' })
  })
})

describe('revokeInvitation', () => {
  test('ends the link, once', async () => {
    const { id, secret } = await invited('eli@northmere.example')
    await revokeInvitation(admin, id)
    expect(await acceptInvitation(nobody, secret, newcomer('Eli'))).toMatchObject({
      refusal: 'invitation-revoked',
    })
    await expect(revokeInvitation(admin, id)).rejects.toThrow('no longer open')
    expect(await auditOf(db, id)).toEqual(['PERSON_INVITED', 'INVITATION_REVOKED'])
  })

  test('does not reach an invitation of another council', async () => {
    const { id, secret } = await invited('fay@northmere.example')
    await expect(revokeInvitation(db.context({ kind: 'command' }, south.id), id)).rejects.toThrow(
      'no longer open',
    )
    expect(await readInvitation(nobody, secret)).toMatchObject({ ok: true })
  })
})

describe('acceptInvitation', () => {
  test('makes an account, gives the role and uses the link up', async () => {
    const { secret } = await invited('gus@northmere.example', 'councillor')
    const accepted = await acceptInvitation(nobody, secret, newcomer(' Gus '))
    expect(accepted).toMatchObject({ ok: true, value: { authorityId: north.id } })
    expect(await rolesOf('gus@northmere.example')).toEqual(['councillor'])
    expect(await signIn(nobody, 'gus@northmere.example', GOOD_PASSWORD)).toEqual(accepted)
    expect(await acceptInvitation(nobody, secret, newcomer('Mallory'))).toMatchObject({
      refusal: 'invitation-accepted',
    })
  })

  test('asks a newcomer for a name and a good password', async () => {
    const { secret } = await invited('hal@northmere.example')
    expect(await acceptInvitation(nobody, secret, null)).toMatchObject({
      refusal: 'name-and-password-needed',
    })
    expect(await acceptInvitation(nobody, secret, { name: 'Hal', password: 'hal' })).toMatchObject({
      refusal: 'password-too-short',
    })
    expect(await rolesOf('hal@northmere.example')).toBeUndefined()
  })

  test('never opens an account that exists: its person signs in, and nobody else can accept', async () => {
    const ivy = await aPerson(db, { name: 'Ivy', password: GOOD_PASSWORD })
    const { secret } = await invited(ivy.email)
    expect(
      await acceptInvitation(nobody, secret, { name: 'Mallory', password: 'marble kettle orchard' }),
    ).toMatchObject({ refusal: 'sign-in-to-accept' })
    const mallory = await aPerson(db, { name: 'Mallory' })
    expect(await acceptInvitation(as(mallory), secret, null)).toMatchObject({ refusal: 'sign-in-to-accept' })
    expect(await signIn(nobody, ivy.email, GOOD_PASSWORD)).toMatchObject({ ok: true })
    expect(await acceptInvitation(as(ivy), secret, null)).toEqual({
      ok: true,
      value: { personId: ivy.id, authorityId: north.id },
    })
    expect(await rolesOf(ivy.email)).toEqual(['analyst'])
  })

  test('adds to the roles held, but makes nobody an auditor who holds another', async () => {
    const jo = await aPerson(db, { name: 'Jo', password: GOOD_PASSWORD })
    const auditor = await invited(jo.email, 'auditor')
    const first = await invited(jo.email, 'finance')
    expect(await acceptInvitation(as(jo), first.secret, null)).toMatchObject({ ok: true })
    expect(await acceptInvitation(as(jo), auditor.secret, null)).toMatchObject({
      refusal: 'auditor-holds-another-role',
    })
    expect(await rolesOf(jo.email)).toEqual(['finance'])
    expect(await readInvitation(nobody, auditor.secret)).toMatchObject({ ok: true })
  })

  test('lets somebody whom an operator added choose a name and password', async () => {
    const added = await createPerson(db.context({ kind: 'command' }, null), {
      email: 'kim@northmere.example',
      name: 'kim',
      password: null,
    })
    const { secret } = await invited('kim@northmere.example')
    expect(await acceptInvitation(nobody, secret, newcomer('Kim'))).toMatchObject({
      value: { personId: added.ok && added.value },
    })
    expect(await signIn(nobody, 'kim@northmere.example', GOOD_PASSWORD)).toMatchObject({ ok: true })
  })

  test('is refused after seven days, for a closed account, and for a made-up link', async () => {
    const { secret } = await invited('lou@northmere.example')
    expect(await acceptInvitation(later(nobody, 7 * 24 * 60), secret, newcomer('Lou'))).toMatchObject({
      refusal: 'invitation-expired',
    })
    expect(await acceptInvitation(nobody, 'made-up', newcomer('Lou'))).toMatchObject({
      refusal: 'invitation-unknown',
    })
    const may = await aPerson(db, { name: 'May' })
    const mays = await invited(may.email)
    await setAccountClosed(nobody, may.id, true)
    expect(await acceptInvitation(nobody, mays.secret, newcomer('May'))).toMatchObject({
      refusal: 'account-closed',
    })
  })

  test('lets one of two in who use the same link at the same moment', async () => {
    const { secret } = await invited('ned@northmere.example')
    const outcomes = await Promise.all([
      acceptInvitation(nobody, secret, newcomer('Ned')),
      acceptInvitation(nobody, secret, newcomer('Ted')),
    ])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })

  test('makes one account where two councils invite the same newcomer at the same moment', async () => {
    const { secret } = await invited('oz@northmere.example')
    const other = await invited('oz@northmere.example', 'finance', db.context({ kind: 'command' }, south.id))
    const outcomes = await Promise.all(
      [secret, other.secret].map((link) => acceptInvitation(nobody, link, newcomer('Oz'))),
    )
    expect(outcomes.map((outcome) => (outcome.ok ? 'in' : outcome.refusal)).sort()).toEqual([
      'in',
      'sign-in-to-accept',
    ])
    expect(await db.query(`select 1 from identity.person where email = 'oz@northmere.example'`)).toHaveLength(
      1,
    )
  })
})
