import { parseOptions } from '@node-rs/argon2'
import { describe, expect, test } from 'vitest'
import { ARGON2, hashPassword, NOBODYS_HASH, verifyPassword } from './passwords.ts'

describe('a password', () => {
  test('is stored as argon2id with 19 MiB and two passes', async () => {
    const stored = await hashPassword('velvet harbour ninepins')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(stored).not.toBe(await hashPassword('velvet harbour ninepins'))
    expect(await verifyPassword(stored, 'velvet harbour ninepins')).toBe(true)
    expect(await verifyPassword(stored, 'velvet harbour ninepinz')).toBe(false)
  })

  test('is the same however a keyboard composes its letters', async () => {
    expect(
      await verifyPassword(await hashPassword('caf\u00e9 lantern meadow'), 'cafe\u0301 lantern meadow'),
    ).toBe(true)
  })

  test('of nobody is compared with the same settings, and is never right', async () => {
    expect(parseOptions(NOBODYS_HASH)).toMatchObject(ARGON2)
    expect(await verifyPassword(null, 'velvet harbour ninepins')).toBe(false)
  })

  test.each(['', '\0', 'a\0b', '\u{1F9F5}'.repeat(10_000), '\ud800'])(
    'may be anything when it is checked',
    async (typed) => {
      expect(await verifyPassword(NOBODYS_HASH, typed)).toBe(false)
    },
  )
})
