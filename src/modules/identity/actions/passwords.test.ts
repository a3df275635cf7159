import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aMember, anAuthority, aPerson, auditOf, GOOD_PASSWORD, later, secretInLetter } from '../builders.ts'
import type { Person } from '../model.ts'
import { sessionStore } from '../session-store.ts'
import { changePassword, readPasswordReset, requestPasswordReset, resetPassword } from './passwords.ts'
import { setAccountClosed } from './people.ts'
import { endAllSessions, signIn } from './sign-in.ts'

const NEW_PASSWORD = 'marble kettle orchard'

const db = await openTestDatabase(['send-mail'])
const nobody = db.context({ kind: 'nobody' }, null)
const north = await anAuthority(db)
const person = (name: string) => aMember(db, north.id, 'analyst', { name, password: GOOD_PASSWORD })
const as = ({ id }: Person) => db.context({ kind: 'person', personId: id }, north.id)
const store = sessionStore(db)
const openSession = ({ id }: Person) =>
  new Promise((resolve) => {
    const cookie = { originalMaxAge: null, expires: new Date(Date.now() + 60_000) }
    store.set(newId(), { personId: id, cookie }, resolve)
  })
const countSessions = async ({ id }: Person) =>
  (await db.query('select 1 from identity.session where person_id = $1', [id])).length
const countLetters = async ({ email }: Person) =>
  (await db.query('select 1 from platform.mail where recipient = $1', [email])).length

describe('changePassword', () => {
  test('asks for the present password, and ends every session', async () => {
    const [ada, ann] = [await person('Ada'), await person('Ann')]
    for (const who of [ada, ada, ann]) await openSession(who)
    expect(await changePassword(as(ada), 'not my password', NEW_PASSWORD)).toMatchObject({
      refusal: 'wrong-password',
    })
    expect(await countSessions(ada)).toBe(2)
    expect(await changePassword(as(ada), GOOD_PASSWORD, NEW_PASSWORD)).toMatchObject({ ok: true })
    expect(await countSessions(ada)).toBe(0)
    expect(await countSessions(ann)).toBe(1)
    expect(await signIn(nobody, ada.email, GOOD_PASSWORD)).toMatchObject({ refusal: 'wrong-password' })
    expect(await signIn(nobody, ada.email, NEW_PASSWORD)).toMatchObject({ ok: true })
    expect(await signIn(nobody, ann.email, GOOD_PASSWORD)).toMatchObject({ ok: true })
    expect(await auditOf(db, ada.id)).toContain('PASSWORD_CHANGED')
  })

  test('refuses a weak one', async () => {
    const ben = await person('Ben')
    expect(await changePassword(as(ben), GOOD_PASSWORD, 'short')).toMatchObject({
      refusal: 'password-too-short',
    })
    expect(await changePassword(as(ben), GOOD_PASSWORD, ben.email)).toMatchObject({
      refusal: 'password-is-address',
    })
  })

  test('stops guessing the present password after ten times', async () => {
    const cal = await person('Cal')
    for (let i = 0; i < 10; i++) await changePassword(as(cal), 'guess', NEW_PASSWORD)
    expect(await changePassword(as(cal), GOOD_PASSWORD, NEW_PASSWORD)).toMatchObject({
      refusal: 'too-many-failures',
    })
  })
})

describe('endAllSessions', () => {
  test('ends those of the person and nobody else', async () => {
    const [dee, eve] = [await person('Dee'), await person('Eve')]
    for (const who of [dee, dee, eve]) await openSession(who)
    expect(await endAllSessions(as(dee))).toBe(2)
    expect([await countSessions(dee), await countSessions(eve)]).toEqual([0, 1])
  })
})

describe('a forgotten password', () => {
  test('is replaced by the link of a letter, once', async () => {
    const fay = await person('Fay')
    await openSession(fay)
    await requestPasswordReset(nobody, fay.email)
    const secret = await secretInLetter(db, fay.email)
    expect(await resetPassword(nobody, secret, 'short')).toMatchObject({ refusal: 'password-too-short' })
    expect(await resetPassword(nobody, secret, NEW_PASSWORD)).toEqual({ ok: true, value: fay.id })
    expect(await countSessions(fay)).toBe(0)
    expect(await signIn(nobody, fay.email, NEW_PASSWORD)).toMatchObject({ ok: true })
    expect(await resetPassword(nobody, secret, 'lantern marble kettle')).toMatchObject({
      refusal: 'reset-used',
    })
    expect(await auditOf(db, fay.id)).toEqual(
      expect.arrayContaining(['PASSWORD_RESET_REQUESTED', 'PASSWORD_RESET']),
    )
  })

  test('is replaced once also by two who come at the same moment', async () => {
    const gil = await person('Gil')
    await requestPasswordReset(nobody, gil.email)
    const secret = await secretInLetter(db, gil.email)
    const outcomes = await Promise.all([
      resetPassword(nobody, secret, NEW_PASSWORD),
      resetPassword(nobody, secret, 'other words entirely'),
    ])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })

  test('keeps its link for an hour', async () => {
    const hal = await person('Hal')
    await requestPasswordReset(nobody, hal.email)
    const secret = await secretInLetter(db, hal.email)
    expect(await readPasswordReset(later(nobody, 59), secret)).toMatchObject({ ok: true })
    expect(await resetPassword(later(nobody, 60), secret, NEW_PASSWORD)).toMatchObject({
      refusal: 'reset-expired',
    })
    expect(await readPasswordReset(nobody, 'made-up')).toMatchObject({ refusal: 'reset-unknown' })
  })

  test('makes every other link worthless once it is replaced', async () => {
    const ivy = await person('Ivy')
    await requestPasswordReset(nobody, ivy.email)
    const first = await secretInLetter(db, ivy.email)
    await requestPasswordReset(nobody, ivy.email)
    await resetPassword(nobody, await secretInLetter(db, ivy.email), NEW_PASSWORD)
    expect(await resetPassword(nobody, first, 'lantern marble kettle')).toMatchObject({
      refusal: 'reset-used',
    })
  })

  test('sends three letters an hour at most', async () => {
    const jo = await person('Jo')
    for (let i = 0; i < 5; i++) await requestPasswordReset(nobody, jo.email)
    expect(await countLetters(jo)).toBe(3)
    await requestPasswordReset(later(nobody, 60), jo.email)
    expect(await countLetters(jo)).toBe(4)
  })

  test('sends no letter for a closed account, and its earlier link is dead', async () => {
    const kit = await person('Kit')
    await requestPasswordReset(nobody, kit.email)
    const secret = await secretInLetter(db, kit.email)
    await setAccountClosed(nobody, kit.id, true)
    await requestPasswordReset(nobody, kit.email)
    expect(await countLetters(kit)).toBe(1)
    expect(await resetPassword(nobody, secret, NEW_PASSWORD)).toMatchObject({ refusal: 'reset-unknown' })
  })

  test('is how somebody whom an operator added gets their first one, and ends a wait', async () => {
    const lea = await aPerson(db, { name: 'Lea' })
    for (let i = 0; i < 11; i++) await signIn(nobody, lea.email, 'guess')
    await requestPasswordReset(nobody, lea.email)
    await resetPassword(nobody, await secretInLetter(db, lea.email), NEW_PASSWORD)
    expect(await signIn(nobody, lea.email, NEW_PASSWORD)).toMatchObject({ ok: true })
  })

  test('stores no secret, only its hash', async () => {
    const may = await person('May')
    await requestPasswordReset(nobody, may.email)
    const secret = await secretInLetter(db, may.email)
    const rows = await db.query('select r::text as row from identity.password_reset r')
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
})
