import { randomBytes } from 'node:crypto'
import { Decrypter } from 'age-encryption'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lock, unlock } from './passphrase.ts'
import { joinShares, newKeyPair, seal, splitIdentity, unseal } from './seal.ts'

const CHEAP = 2
const { identity, recipient } = await newKeyPair()
const other = await newKeyPair()
const bytes = fc.uint8Array({ maxLength: 2000 })

describe('what is sealed', () => {
  test('is what is unsealed, whatever it is', () =>
    fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        expect(await unseal(identity, await seal(recipient, content))).toEqual(content)
      }),
      { numRuns: 30 },
    ))

  test('opens for nobody else', async () =>
    expect(await unseal(other.identity, await seal(recipient, randomBytes(50)))).toBeUndefined())

  test('shows a changed byte, wherever it is, and a missing end', async () => {
    const sealed = await seal(recipient, randomBytes(200))
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: sealed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const changed = Uint8Array.from(sealed)
          changed[at] = (changed[at] ?? 0) ^ change
          expect(await unseal(identity, changed)).toBeUndefined()
          expect(await unseal(identity, sealed.subarray(0, at))).toBeUndefined()
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a key split among three', () => {
  test('is given back by any two, and by no one alone', () =>
    fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2], { minLength: 2, maxLength: 2 }), async (pair) => {
        const shares = await splitIdentity(identity)
        const of = (index = 0) => shares[index] ?? new Uint8Array()
        expect(await joinShares([of(pair[0]), of(pair[1])], recipient)).toBe(identity)
        for (const alone of shares) {
          expect(await joinShares([alone, alone], recipient)).toBeUndefined()
          expect(Buffer.from(alone).includes(identity.slice(16))).toBe(false)
        }
      }),
      { numRuns: 10 },
    ))

  test('is not given by a share that was changed, or one of another key', async () => {
    const [first = new Uint8Array(), second = new Uint8Array()] = await splitIdentity(identity)
    const [, foreign = new Uint8Array()] = await splitIdentity(other.identity)
    for (const at of [0, 10, second.length - 1]) {
      const changed = Uint8Array.from(second)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await joinShares([first, changed], recipient)).toBeUndefined()
    }
    expect(await joinShares([first, foreign], recipient)).toBeUndefined()
    expect(await joinShares([first, second], other.recipient)).toBeUndefined()
  })
})

describe('what is locked under a passphrase', () => {
  test('opens with it, and with nothing near it', async () => {
    const file = await lock(identity, 'velvet harbour ninepins', CHEAP)
    expect(await unlock(file, 'velvet harbour ninepins')).toBe(identity)
    for (const wrong of ['', 'velvet harbour ninepin', 'Velvet harbour ninepins'])
      expect(await unlock(file, wrong)).toBeUndefined()
  })

  test('is an age file that age itself opens', async () => {
    const decrypter = new Decrypter()
    decrypter.addPassphrase('velvet harbour ninepins')
    expect(await decrypter.decrypt(await lock('text', 'velvet harbour ninepins', CHEAP), 'text')).toBe('text')
  })

  test('does not make the server work for an hour', async () => {
    const file = Buffer.from(await lock('text', 'velvet harbour ninepins', CHEAP)).toString('latin1')
    const greedy = Buffer.from(file.replace(/(scrypt \S+) 2\n/, '$1 30\n'), 'latin1')
    expect(await unlock(greedy, 'velvet harbour ninepins')).toBeUndefined()
    expect(await unlock(randomBytes(300), 'velvet harbour ninepins')).toBeUndefined()
  })
})
