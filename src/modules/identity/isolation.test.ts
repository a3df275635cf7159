import { type CompiledQuery, sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../platform/context.ts'
import type { Reader, Writer } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { createApiToken } from './actions/api-tokens.ts'
import { invitePerson } from './actions/invitations.ts'
import { requestPasswordReset } from './actions/passwords.ts'
import { aMember, anAuthority, aPerson } from './builders.ts'
import { permissionsOf } from './rules/roles.ts'
import { sessionStore } from './session-store.ts'
import { listStandings } from './store/memberships.ts'
import type { IdentityTables } from './tables.ts'

/** What the application's role sees and may do, asked without a `where`, so that only PostgreSQL can say no. */
const db = await openTestDatabase(['send-mail'])
const north = await anAuthority(db, 'Northmere City Council')
const south = await anAuthority(db, 'Southmere Borough Council')
const ada = await aMember(db, north.id, 'administrator', { name: 'Ada' })
const ann = await aMember(db, north.id, 'analyst', { name: 'Ann' })
const sam = await aMember(db, south.id, 'administrator', { name: 'Sam' })
const both = await aMember(db, south.id, 'finance', { name: 'Both' })
await aPerson(db, { name: 'Nowhere' })

const as = (personId: string): Actor => ({ kind: 'person', personId })
const contexts = {
  ada: db.context(as(ada.id), north.id),
  ann: db.context(as(ann.id), north.id),
  sam: db.context(as(sam.id), south.id),
  both: db.context(as(both.id), south.id),
  nobody: db.context({ kind: 'nobody' }, null),
}
type Who = keyof typeof contexts

await invitePerson(contexts.ada, 'new@northmere.example', 'analyst')
await invitePerson(contexts.sam, 'new@southmere.example', 'analyst')
for (const who of ['ada', 'ann', 'sam'] as const)
  await createApiToken(contexts[who], permissionsOf(['auditor']), who, ['spend.read'])
for (const { email } of [ada, sam]) await requestPasswordReset(contexts.nobody, email)

const store = sessionStore(db)
const write = (sid: string, personId: string) =>
  new Promise((resolve) =>
    store.set(
      sid,
      { personId, cookie: { originalMaxAge: null, expires: new Date(Date.now() + 60_000) } },
      resolve,
    ),
  )
for (const person of [ada, sam]) await write(newId(), person.id)

const see = <Row>(who: Who, query: (reader: Reader<IdentityTables>) => { execute: () => Promise<Row[]> }) =>
  inReading(contexts[who], (reader: Reader<IdentityTables>) => query(reader).execute())
const change = (who: Who, work: (tx: Writer<IdentityTables>) => { execute: () => Promise<unknown> }) =>
  inTransaction(contexts[who], (tx: Writer<IdentityTables>) => work(tx).execute())
const ask = async (who: Who, text: string) =>
  inReading(
    contexts[who],
    async (reader: Reader<IdentityTables>) =>
      (await reader.executeQuery(sql.raw(text).compile(reader) as CompiledQuery<Record<string, unknown>>))
        .rows,
  )

describe('without a where', () => {
  test('a council sees its own memberships', async () => {
    const seen = await see('ada', (reader) =>
      reader.selectFrom('identity.membership').select(['person_id', 'role']),
    )
    expect(seen.map((row) => row.person_id).sort()).toEqual([ada.id, ann.id].sort())
  })

  test('a person sees their own memberships everywhere, before an authority is chosen', async () => {
    const unchosen = db.context(as(both.id), null)
    const seen = await inReading(unchosen, (reader: Reader<IdentityTables>) =>
      reader.selectFrom('identity.membership').select(['authority_id', 'role']).execute(),
    )
    expect(seen).toEqual([{ authority_id: south.id, role: 'finance' }])
  })

  test('a council sees the people who work for it, and nobody else', async () => {
    const names = async (who: Who) =>
      (await see(who, (reader) => reader.selectFrom('identity.person').select('name').orderBy('name'))).map(
        (row) => row.name,
      )
    expect(await names('ada')).toEqual(['Ada', 'Ann'])
    expect(await names('sam')).toEqual(['Both', 'Sam'])
    expect(await names('nobody')).toEqual([])
  })

  test('a council sees its own invitations', async () => {
    const emails = (who: Who) =>
      see(who, (reader) => reader.selectFrom('identity.invitation').select('email'))
    expect(await emails('ada')).toEqual([{ email: 'new@northmere.example' }])
    expect(await emails('sam')).toEqual([{ email: 'new@southmere.example' }])
    expect(await emails('nobody')).toEqual([])
  })

  test('a person sees their own tokens, not even those of a colleague', async () => {
    const names = (who: Who) => see(who, (reader) => reader.selectFrom('identity.api_token').select('name'))
    expect(await names('ada')).toEqual([{ name: 'ada' }])
    expect(await names('ann')).toEqual([{ name: 'ann' }])
    expect(await names('both')).toEqual([])
    expect(await names('nobody')).toEqual([])
  })

  test('a person sees their own sessions and resets', async () => {
    for (const table of ['identity.session', 'identity.password_reset'] as const) {
      const owners = (who: Who) => see(who, (reader) => reader.selectFrom(table).select('person_id'))
      expect(await owners('ada')).toEqual([{ person_id: ada.id }])
      expect(await owners('ann')).toEqual([])
      expect(await owners('nobody')).toEqual([])
    }
  })

  test('whoever asks where a person works gets no further, and acts as before', async () => {
    const [row] = await db.query(`select prosecdef from pg_proc where proname = 'list_standings'`)
    expect(row).toEqual({ prosecdef: false })
    const seen = await inReading(contexts.ada, async (reader: Reader<IdentityTables>) => {
      const standings = await listStandings(reader, sam.id)
      const people = await reader.selectFrom('identity.person').select('name').orderBy('name').execute()
      return { standings, people: people.map(({ name }) => name) }
    })
    expect(seen.standings).toMatchObject([{ personName: 'Sam', authorityName: 'Southmere Borough Council' }])
    expect(seen.people).toEqual(['Ada', 'Ann'])
  })

  test('everybody sees the names of public bodies', async () => {
    const seen = await see('nobody', (reader) =>
      reader.selectFrom('identity.organisation').select('name').orderBy('name'),
    )
    expect(seen.map((row) => row.name)).toEqual(['Northmere City Council', 'Southmere Borough Council'])
  })
})

describe('another council', () => {
  const refused = 'violates row-level security policy'
  const soon = new Date('2027-01-01T00:00:00Z')

  test('cannot be given a member', async () => {
    const forged = { authority_id: north.id, person_id: sam.id, role: 'administrator' } as const
    await expect(change('sam', (tx) => tx.insertInto('identity.membership').values(forged))).rejects.toThrow(
      refused,
    )
  })

  test('cannot be given an invitation', async () => {
    const forged = {
      authority_id: north.id,
      id: newId(),
      email: 'sam@southmere.example',
      role: 'administrator',
      token_hash: 'x',
      invited_by: null,
      created_at: soon,
      expires_at: soon,
    } as const
    await expect(change('sam', (tx) => tx.insertInto('identity.invitation').values(forged))).rejects.toThrow(
      refused,
    )
  })

  test('cannot be given a token, nor can a colleague', async () => {
    const token = {
      id: newId(),
      token_hash: 'x',
      name: 'x',
      permissions: [],
      created_at: soon,
      expires_at: soon,
    }
    for (const forged of [
      { ...token, authority_id: north.id, person_id: sam.id },
      { ...token, authority_id: south.id, person_id: both.id },
    ])
      await expect(change('sam', (tx) => tx.insertInto('identity.api_token').values(forged))).rejects.toThrow(
        refused,
      )
  })

  test('loses nothing to a change or a removal of everything', async () => {
    const count = async (table: string, condition = 'true') =>
      (await db.query(`select count(*)::int as n from identity.${table} where ${condition}`))[0]?.n
    await expect(
      inTransaction(contexts.sam, async (tx: Writer<IdentityTables>) => {
        await tx.deleteFrom('identity.membership').execute()
        await tx.deleteFrom('identity.session').execute()
        await tx.updateTable('identity.invitation').set({ revoked_at: soon }).execute()
        await tx.updateTable('identity.api_token').set({ revoked_at: soon }).execute()
        await tx.updateTable('identity.person').set({ name: 'Mallory' }).execute()
        await tx.updateTable('identity.password_reset').set({ used_at: soon }).execute()
      }),
    ).resolves.toBeUndefined()
    expect(await count('membership')).toBe(2)
    expect(await count('session')).toBe(1)
    expect(await count('invitation', 'revoked_at is null')).toBe(1)
    expect(await count('api_token', 'revoked_at is null')).toBe(2)
    expect(await count('person', `name <> 'Mallory'`)).toBe(4)
    expect(await count('password_reset', 'used_at is null')).toBe(1)
  })
})

describe('what proves who somebody is', () => {
  test.each([
    'select password_hash from identity.person',
    'select * from identity.person',
    'select 1 from identity.person where password_hash is null',
    'select token_hash from identity.invitation',
    'select token_hash from identity.api_token',
    'select token_hash from identity.password_reset',
    'select sid_hash from identity.session',
    'select data from identity.session',
  ])('cannot be read: %s', async (query) => {
    await expect(ask('ada', query)).rejects.toThrow('permission denied')
  })

  test.each([
    `update identity.membership set role = 'administrator'`,
    `update identity.person set email = 'x@y.example'`,
    'update identity.person set disabled_at = null',
    'delete from identity.person',
    'delete from identity.organisation',
    'update identity.organisation set is_authority = true',
    `update identity.invitation set role = 'administrator'`,
    `update identity.api_token set permissions = '{identity.manage}'`,
    `insert into identity.session (sid_hash, data, user_agent, expires_at) values ('x', '{}', '', now())`,
    `update identity.session set person_id = null`,
  ])('cannot be changed: %s', async (query) => {
    await expect(
      change('ada', (tx) => ({ execute: () => tx.executeQuery(sql.raw(query).compile(tx)) })),
    ).rejects.toThrow('permission denied')
  })

  test('is not for another role of the server: only the application may call the functions', async () => {
    const role = `bystander_${newId().replaceAll('-', '')}`
    await db.query(`create role ${role}`)
    afterAll(() => db.query(`drop role ${role}`))
    const [answer] = await db.query(
      `select bool_or(has_function_privilege($1, p.oid, 'execute')) as can, count(*)::int as functions
       from pg_proc p where pronamespace = 'identity'::regnamespace`,
      [role],
    )
    expect(answer).toEqual({ can: false, functions: 18 })
  })

  test('is behind functions whose search path nobody can bend', async () => {
    const open = await db.query(
      `select proname from pg_proc where pronamespace = 'identity'::regnamespace
       and (proconfig is null or not proconfig @> '{"search_path=pg_catalog, pg_temp"}')`,
    )
    expect(open).toEqual([])
  })
})
