import type { Session } from 'fastify'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { onDatabase } from '../../platform/testing/global-setup.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { removeExpired } from './actions/remove-expired.ts'
import { endAllSessions } from './actions/sign-in.ts'
import { aPerson } from './builders.ts'
import { hashSecret } from './secrets.ts'
import { sessionStore } from './session-store.ts'

const db = await openTestDatabase()
const store = sessionStore(db)
const ada = await aPerson(db, { name: 'Ada' })

const aSession = (facts: Partial<Session> = {}, seconds = 60): Session => ({
  cookie: { originalMaxAge: 1, expires: new Date(Date.now() + seconds * 1000) },
  ...facts,
})
const set = (sid: string, session: Session) =>
  new Promise<unknown>((resolve) => store.set(sid, session, (error?: unknown) => resolve(error ?? null)))
const get = (sid: string) =>
  new Promise<Session | null | undefined>((resolve, reject) =>
    store.get(sid, (error, session) => (error ? reject(error) : resolve(session))),
  )
const destroy = (sid: string) => new Promise<unknown>((resolve) => store.destroy(sid, resolve))

describe('the session store', () => {
  test('gives back what it was given, until it is destroyed', async () => {
    const sid = newId()
    expect(await set(sid, aSession({ personId: ada.id, authorityId: null }))).toBeNull()
    expect(await get(sid)).toMatchObject({ personId: ada.id, authorityId: null, wasRead: true })
    await destroy(sid)
    expect(await get(sid)).toBeNull()
    expect(await get(newId())).toBeNull()
  })

  test('keeps the hash of the id and not the id', async () => {
    const sid = newId()
    await set(sid, aSession())
    const rows = await db.query('select sid_hash, s::text as row from identity.session s')
    expect(rows.map((row) => row.sid_hash)).toContain(hashSecret(sid))
    expect(JSON.stringify(rows)).not.toContain(sid)
  })

  test('does not give back a session that has run out, and removes it', async () => {
    const [old, young] = [newId(), newId()]
    await set(old, aSession({}, -1))
    await set(young, aSession())
    expect(await get(old)).toBeNull()
    expect(await removeExpired(db.services)).toBe(1)
    expect(await db.query('select 1 from identity.session where sid_hash = $1', [hashSecret(old)])).toEqual(
      [],
    )
    expect(await get(young)).not.toBeNull()
  })

  test('does not bring a session back that was ended while a request with it was on its way', async () => {
    const sid = newId()
    await set(sid, aSession({ personId: ada.id }))
    const onItsWay = await get(sid)
    await endAllSessions(db.context({ kind: 'person', personId: ada.id }, null))
    await set(sid, aSession({ ...onItsWay, authorityId: newId() }))
    expect(await get(sid)).toBeNull()
  })

  test('takes any browser name, without what a page cannot show', async () => {
    const sid = newId()
    expect(
      await set(sid, aSession({ personId: ada.id, userAgent: `Fox\0\u0007 é ${'x'.repeat(9999)}` })),
    ).toBeNull()
    const [row] = await db.query('select user_agent from identity.session where sid_hash = $1', [
      hashSecret(sid),
    ])
    expect(row?.user_agent).toMatch(/^Fox {2}x{195}$/)
  })

  test('keeps no session without an end', async () => {
    expect(await set(newId(), { cookie: { originalMaxAge: null } })).toBeInstanceOf(Error)
  })

  test('tells of a database that is gone instead of answering that nobody is signed in', async () => {
    const database = openDatabase(onDatabase(db.owner, 'gone'), 1)
    const closed = sessionStore({ database })
    expect(await new Promise((resolve) => closed.get(newId(), resolve))).toBeInstanceOf(Error)
    expect(await new Promise((resolve) => closed.set(newId(), aSession(), resolve))).toBeInstanceOf(Error)
  })

  test('notes when a session was used, at most every five minutes', async () => {
    const sid = newId()
    await set(sid, aSession())
    const seen = async () =>
      (
        await db.query(
          `select last_seen_at > now() - interval '1 minute' as now from identity.session where sid_hash = $1`,
          [hashSecret(sid)],
        )
      )[0]?.now
    const age = (minutes: number) =>
      db.query(
        `update identity.session set last_seen_at = now() - make_interval(mins => $2) where sid_hash = $1`,
        [hashSecret(sid), minutes],
      )
    await age(4)
    await get(sid)
    expect(await seen()).toBe(false)
    await age(6)
    await get(sid)
    expect(await seen()).toBe(true)
  })
})
