import { describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aMember, anAuthority, aPerson, auditOf, GOOD_PASSWORD, later } from '../builders.ts'
import type { Email } from '../model.ts'
import { setAccountClosed } from './people.ts'
import { signIn } from './sign-in.ts'

const db = await openTestDatabase()
const nobody = db.context({ kind: 'nobody' }, null)
const north = await anAuthority(db, 'Northmere City Council')
const attempt = (email: Email, password = 'wrong password indeed', ctx = nobody) =>
  signIn(ctx, email, password)
const person = (name: string) => aMember(db, north.id, 'analyst', { name, password: GOOD_PASSWORD })

describe('signIn', () => {
  test('lets a person in for the authority they work for, and says so in its audit log', async () => {
    const ada = await person('Ada')
    expect(await signIn(nobody, ada.email, GOOD_PASSWORD)).toEqual({
      ok: true,
      value: { personId: ada.id, authorityId: north.id },
    })
    expect(
      await db.query(`select authority_id, actor from platform.audit_entry where name = 'SIGNED_IN'`),
    ).toEqual([{ authority_id: north.id, actor: `person:${ada.id}` }])
  })

  test('lets somebody in who works nowhere yet', async () => {
    const free = await aPerson(db, { name: 'Free', password: GOOD_PASSWORD })
    expect(await signIn(nobody, free.email, GOOD_PASSWORD)).toMatchObject({ value: { authorityId: null } })
  })

  test('says the same for a wrong password, an unknown address, an account without a password and a closed one', async () => {
    const ann = await person('Ann')
    const unset = await aPerson(db, { name: 'Unset' })
    const closed = await person('Closed')
    await setAccountClosed(db.context({ kind: 'command' }, null), closed.id, true)
    const refusal = { ok: false, refusal: 'wrong-password' }
    expect(await attempt(ann.email)).toEqual(refusal)
    expect(await attempt('nobody@northmere.example')).toEqual(refusal)
    expect(await attempt(unset.email)).toEqual(refusal)
    expect(await attempt(closed.email, GOOD_PASSWORD)).toEqual(refusal)
    expect(await auditOf(db, ann.id)).toEqual(['ROLES_CHANGED', 'PERSON_ADDED', 'SIGN_IN_FAILED'])
  })

  test('takes as long for an unknown address as for a wrong password', async () => {
    const ben = await person('Ben')
    const time = async (email: Email) => {
      const start = performance.now()
      await attempt(email)
      return performance.now() - start
    }
    // The fastest of several, taken in turns: what else the machine does can only make one slower.
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let i = 0; i < 6; i++) {
      times.known.push(await time(ben.email))
      times.unknown.push(await time('ghost@northmere.example'))
    }
    const ratio = Math.min(...times.unknown) / Math.min(...times.known)
    // An answer that hashes nothing would take a fiftieth.
    expect(ratio).toBeGreaterThan(0.2)
    expect(ratio).toBeLessThan(5)
  })

  test('makes an address wait after ten wrong passwords, even with the right one, and lets it in afterwards', async () => {
    const cal = await person('Cal')
    for (let i = 0; i < 10; i++) expect(await attempt(cal.email)).toMatchObject({ refusal: 'wrong-password' })
    expect(await attempt(cal.email, GOOD_PASSWORD)).toEqual({
      ok: false,
      refusal: 'too-many-failures',
      facts: { minutes: 15 },
    })
    expect((await auditOf(db, cal.id)).slice(-2)).toEqual(['SIGN_IN_FAILED', 'SIGN_IN_THROTTLED'])
    expect(await attempt(cal.email, GOOD_PASSWORD, later(nobody, 15))).toMatchObject({ ok: true })
  })

  test('makes an address wait that nobody has, so that waiting tells nothing', async () => {
    for (let i = 0; i < 10; i++) await attempt('phantom@northmere.example')
    expect(await attempt('phantom@northmere.example')).toMatchObject({ refusal: 'too-many-failures' })
  })

  test('counts attempts that are made at the same moment', async () => {
    const dee = await person('Dee')
    const outcomes = await Promise.all(Array.from({ length: 25 }, () => attempt(dee.email)))
    const tried = outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'wrong-password')
    expect(tried).toHaveLength(10)
  })

  test('forgets the wrong passwords after a right one', async () => {
    const eve = await person('Eve')
    for (let i = 0; i < 9; i++) await attempt(eve.email)
    expect(await attempt(eve.email, GOOD_PASSWORD)).toMatchObject({ ok: true })
    for (let i = 0; i < 9; i++) await attempt(eve.email)
    expect(await attempt(eve.email, GOOD_PASSWORD)).toMatchObject({ ok: true })
  })

  test('remembers no address and no password that was typed', async () => {
    await attempt('typed-by-mistake@northmere.example', 'secret-typed-by-mistake')
    const stored = await db.query(
      `select t::text as row from identity.sign_in_throttle t union all select e::text from platform.audit_entry e`,
    )
    expect(JSON.stringify(stored)).not.toContain('by-mistake')
  })
})
