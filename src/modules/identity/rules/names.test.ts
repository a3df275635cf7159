import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slugOf } from '../../../kernel/slug.ts'
import { normaliseEmail } from './names.ts'

describe('normaliseEmail', () => {
  test.each([
    [' Ada.Byron+work@Northmere.Example ', 'ada.byron+work@northmere.example'],
    ["o'neill@council.gov.uk", "o'neill@council.gov.uk"],
  ])('reads %j as %j', (typed, email) => expect(normaliseEmail(typed)).toBe(email))

  test.each([
    ['', 'nothing'],
    ['ada', 'no domain'],
    ['ada@localhost', 'a domain of one word'],
    ['ada@@northmere.example', 'two signs'],
    ['ada@northmere.example, eve@evil.example', 'two addresses'],
    ['ada@northmere.example\nBcc: eve@evil.example', 'a header'],
    ['ada@northmere.example\0', 'a NUL'],
    ['ada @northmere.example', 'a space'],
    ['ada@-northmere.example', 'a label that begins with a hyphen'],
    ['\u0430da@northmere.example', 'a Cyrillic a'],
    ['mi\u212Ae@northmere.example', 'a Kelvin sign, which lower-cases to k'],
    ['mike@northmere.exa\u006D\u0301ple', 'an accent'],
    ['ADMIN\u0130@northmere.example', 'a dotted capital I'],
    [`${'a'.repeat(65)}@northmere.example`, 'a local part of 65 characters'],
    [`ada@${'a.'.repeat(150)}example`, 'more than 254 characters'],
  ])('refuses %j: %s', (typed) => expect(normaliseEmail(typed)).toBeUndefined())

  test('gives the same for what it gave', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const once = normaliseEmail(typed)
        return once === undefined || normaliseEmail(once) === once
      }),
    )
  })

  test('never gives anything but lower-case ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const email = normaliseEmail(`${a}@${b}.example`)
        return email === undefined || /^[!-?[-~]+@[a-z0-9.-]+$/.test(email)
      }),
    )
  })
})

describe('slugOf', () => {
  test.each([
    ['Northmere City Council', 'northmere-city-council'],
    ["St Aldhelm's Trust (NHS)", 'st-aldhelms-trust-nhs'],
    ['Ynys Môn', 'ynys-mon'],
    ['  ---  ', ''],
  ])('makes %j into %j', (name, slug) => expect(slugOf(name)).toBe(slug))

  test('is always a word the table takes, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) =>
        /^$|^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(name)),
      ),
    )
  })
})
