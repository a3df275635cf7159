import { describe, expect, test } from 'vitest'
import { decidePassword } from './passwords.ts'

describe('decidePassword', () => {
  const decide = (password: string) => decidePassword(password, 'ada.byron@northmere.example')
  test.each([
    ['eleven char', 'password-too-short'],
    ['\u{1F9F5}'.repeat(11), 'password-too-short'],
    ['x1'.repeat(101), 'password-too-long'],
    ['Ada.Byron@Northmere.example', 'password-is-address'],
    ['adabyron123456', 'password-is-address'],
    ['PASSWORD1234', 'password-is-common'],
    ['aaaaaaaaaaaaa', 'password-is-common'],
    ['abcabcabcabc', 'password-is-common'],
    ['123456789012', 'password-is-common'],
    ['qwertyuiopas', 'password-is-common'],
    ['correcthorsebatterystaple', 'password-is-common'],
  ])('refuses %j: %s', (password, refusal) => expect(decide(password)).toMatchObject({ ok: false, refusal }))

  test.each(['copper lantern meadow', 'žluťoučký kůň úpěl', '840217395264', 'six \u{1F9F5} of these twelve'])(
    'takes %j',
    (password) => expect(decide(password).ok).toBe(true),
  )

  test('takes a composed and a decomposed letter as the same', () => {
    const [composed, decomposed] = [decide('caf\u00e9 lantern meadow'), decide('cafe\u0301 lantern meadow')]
    expect(composed).toEqual(decomposed)
  })

  test('does not compare nothing with nothing where an address has no letters', () => {
    expect(decidePassword('840217395264', '123@northmere.example').ok).toBe(true)
  })
})
