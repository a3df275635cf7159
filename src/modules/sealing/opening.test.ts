import { describe, expect, test } from 'vitest'
import { addMembership, createOrganisation, createPerson, type Role } from '#identity'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { makeTenderKey, postponeOpening } from './actions/keys.ts'
import { beginOpening, completeOpening } from './actions/open.ts'
import { GOOD_PASSPHRASE, giveOpeningKeys } from './builders.ts'
import { sealingMessage } from './messages.ts'
import type { Holders } from './model.ts'
import { pages } from './routes.ts'
import { seal, unseal } from './seal.ts'

const db = await openTestDatabase()
const must = <Value>(
  decision: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string },
): Value => {
  if (!decision.ok) throw new Error(decision.refusal)
  return decision.value
}
const council = must(
  await createOrganisation(db.context({ kind: 'command' }, null), {
    name: 'Northmere City Council',
    kind: 'council',
    isAuthority: true,
  }),
)
const aMember = async (name: string, role: Role) => {
  const operator = db.context({ kind: 'command' }, council.id)
  const email = `${name.toLowerCase()}@northmere.example`
  const id = must(await createPerson(operator, { email, name, password: null }))
  must(await addMembership(operator, id, role))
  return { id, name }
}
const later = (ctx: Context, minutes: number): Context => ({
  ...ctx,
  clock: { now: () => new Date(ctx.clock.now().getTime() + minutes * 60_000) },
})
const ada = await aMember('Ada', 'procurement-officer')
const bob = await aMember('Bob', 'commissioner')
const eve = await aMember('Eve', 'senior-owner')
const sam = await aMember('Sam', 'analyst')
const holders = (await giveOpeningKeys(db, council.id, [ada, bob, eve])) as unknown as Holders
const as = (personId: string) => db.context({ kind: 'person', personId }, council.id)

const HOUR = 3_600_000
const aKey = async (notBefore = new Date(Date.now() - HOUR)) => {
  const made = await inTransaction(as(ada.id), (tx) =>
    makeTenderKey(tx, { authorityId: council.id, holders, notBefore, at: new Date() }),
  )
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}
const sealed = async (publicKey: string) => seal(publicKey, new TextEncoder().encode('our price'))
const complete = (personId: string, keyId: string, bid: Uint8Array, passphrase = GOOD_PASSPHRASE) =>
  completeOpening(as(personId), keyId, passphrase, async (_tx, identity, by) => ({
    text: new TextDecoder().decode(await unseal(identity, bid)),
    by,
  }))

describe('opening', () => {
  test.each([
    ['the two who open', ada, bob],
    ['the first and who stands in', ada, eve],
    ['who stands in and the second', eve, bob],
  ])('works for %s', async (_who, first, second) => {
    const { keyId, publicKey } = await aKey()
    const bid = await sealed(publicKey)
    expect((await beginOpening(as(first.id), keyId, GOOD_PASSPHRASE)).ok).toBe(true)
    expect(await complete(second.id, keyId, bid)).toMatchObject({
      ok: true,
      value: { text: 'our price', by: { first: first.name, second: second.name } },
    })
    const [row] = await db.query('select handed_share, completed_by from sealing.opening where key_id = $1', [
      keyId,
    ])
    expect(row).toEqual({ handed_share: null, completed_by: second.id })
  })

  test('is refused to one officer alone, to a stranger and after half an hour', async () => {
    const { keyId, publicKey } = await aKey()
    const bid = await sealed(publicKey)
    expect(await complete(bob.id, keyId, bid)).toMatchObject({ refusal: 'nobody-began' })
    await beginOpening(as(ada.id), keyId, GOOD_PASSPHRASE)
    expect(await complete(ada.id, keyId, bid)).toMatchObject({ refusal: 'same-officer' })
    expect(await complete(sam.id, keyId, bid)).toMatchObject({ refusal: 'no-share-held' })
    const late = completeOpening(later(as(bob.id), 31), keyId, GOOD_PASSPHRASE, async () => null)
    expect(await late).toMatchObject({ refusal: 'opening-ran-out' })
  })

  test('is refused before the deadline, by the database’s clock, whatever this one says', async () => {
    const { keyId } = await aKey(new Date(Date.now() + HOUR))
    const ahead = later(as(ada.id), 60 * 24 * 400)
    expect(await beginOpening(ahead, keyId, GOOD_PASSPHRASE)).toMatchObject({ refusal: 'not-yet' })
    const { keyId: extended } = await aKey()
    const move = (at: Date) =>
      inTransaction(as(ada.id), (tx) => postponeOpening(tx, council.id, extended, at))
    await move(new Date(Date.now() + HOUR))
    expect(await beginOpening(as(ada.id), extended, GOOD_PASSPHRASE)).toMatchObject({ refusal: 'not-yet' })
    await expect(move(new Date())).rejects.toThrow('never opened earlier')
  })

  test('with a wrong passphrase says what to do', async () => {
    const { keyId } = await aKey()
    const refused = await beginOpening(as(ada.id), keyId, 'velvet harbour ninepin')
    if (refused.ok) throw new Error('opened')
    expect(sealingMessage(refused)).toContain('the person who stands in can open with the other officer')
  })

  test('finds a share that was changed in the database', async () => {
    const { keyId, publicKey } = await aKey()
    await beginOpening(as(ada.id), keyId, GOOD_PASSPHRASE)
    await db.query(
      `update sealing.share set content = set_byte(content, length(content) - 1, (get_byte(content, length(content) - 1) + 1) % 256)
       where key_id = $1 and person_id = $2`,
      [keyId, bob.id],
    )
    expect(await complete(bob.id, keyId, await sealed(publicKey))).toMatchObject({ refusal: 'share-damaged' })
    expect((await complete(eve.id, keyId, await sealed(publicKey))).ok).toBe(true)
  })
})

describe('a tender’s key', () => {
  test('needs three different people who have a key', async () => {
    const make = (people: Holders) =>
      inTransaction(as(ada.id), (tx) =>
        makeTenderKey(tx, {
          authorityId: council.id,
          holders: people,
          notBefore: new Date(),
          at: new Date(),
        }),
      )
    expect(await make([ada.id, ada.id, bob.id])).toMatchObject({ refusal: 'holders-not-three' })
    expect(await make([ada.id, bob.id, sam.id])).toMatchObject({ refusal: 'holder-without-key' })
  })

  test('is stored nowhere in the clear', async () => {
    await aKey()
    const dump = await db.query(
      'select s::text from sealing.share s union all select k::text from sealing.officer_key k',
    )
    const hex = JSON.stringify(dump)
    expect(hex).not.toContain('AGE-SECRET-KEY')
    expect(hex).not.toContain(Buffer.from('AGE-SECRET-KEY').toString('hex'))
  })
})

describe('the page of an opening key', () => {
  test('makes a key, and says what is wrong with a passphrase', async () => {
    const app = await openTestApp(db, { pages })
    const may = { authorityId: council.id, permissions: ['sealing.hold'] }
    const browser = await app.as(aVisitor({ ...may, personId: sam.id }))
    expect((await browser.get('/sealing/key')).text).toContain('You have none yet')
    const short = await browser.submit({ passphrase: 'short', again: 'short' })
    expect(short).toMatchObject({ status: 400 })
    expect(short.text).toContain('at least 16 characters')
    const differs = await browser.submit({ passphrase: GOOD_PASSPHRASE, again: `${GOOD_PASSPHRASE}s` })
    expect(differs.text).toContain('Enter the same passphrase twice.')
    const made = await browser.submit({ passphrase: GOOD_PASSPHRASE, again: GOOD_PASSPHRASE })
    expect(made.text).toContain('Your opening key is made.')
    expect(made.html).not.toContain(GOOD_PASSPHRASE)
    const [row] = await db.query('select locked_identity from sealing.officer_key where person_id = $1', [
      sam.id,
    ])
    expect(Buffer.from(row?.locked_identity as Uint8Array).toString()).toContain('-> scrypt')
    expect((await (await app.as(aVisitor({ personId: newId() }))).get('/sealing/key')).status).toBe(403)
  })
})
