import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideAttempt, localAddress } from './sign-in.ts'

const NOON = new Date('2026-11-22T12:00:00Z')
const minutesLater = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)

describe('decideAttempt', () => {
  const after = (failures: number, minutes = 0) => ({
    failures,
    firstFailedAt: NOON,
    lastFailedAt: minutesLater(minutes),
  })

  test('counts the first attempt', () => {
    expect(decideAttempt(undefined, NOON)).toEqual({
      ok: true,
      value: { failures: 1, firstFailedAt: NOON, lastFailedAt: NOON },
    })
  })

  test('allows the tenth attempt and refuses the eleventh until fifteen minutes have passed', () => {
    expect(decideAttempt(after(9, 1), minutesLater(2))).toMatchObject({ ok: true, value: { failures: 10 } })
    expect(decideAttempt(after(10, 2), minutesLater(3))).toEqual({
      ok: false,
      refusal: 'too-many-failures',
      facts: { minutes: 14 },
    })
    expect(decideAttempt(after(10, 2), minutesLater(16.9))).toMatchObject({
      ok: false,
      facts: { minutes: 1 },
    })
    expect(decideAttempt(after(10, 2), minutesLater(17))).toMatchObject({ ok: true, value: { failures: 1 } })
  })

  test('forgets nine failures after a quarter of an hour', () => {
    expect(decideAttempt(after(9, 14), minutesLater(15))).toMatchObject({ ok: true, value: { failures: 1 } })
  })

  test('lets nobody try more than ten times in a row without a wait of fifteen minutes', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 50, maxLength: 200 })
    fc.assert(
      fc.property(gaps, (seconds) => {
        let now = NOON.getTime()
        let throttle: Parameters<typeof decideAttempt>[0]
        const allowedAt: number[] = []
        for (const gap of seconds) {
          now += gap * 1000
          const decision = decideAttempt(throttle, new Date(now))
          if (!decision.ok) continue
          throttle = decision.value
          allowedAt.push(now)
        }
        // Two windows can touch, so any quarter of an hour holds fewer than twice ten attempts.
        return allowedAt.every(
          (at) => allowedAt.filter((other) => other >= at && other < at + 900_000).length < 20,
        )
      }),
    )
  })
})

describe('localAddress', () => {
  test.each(['/', '/spend', '/spend/imports?page=2#top', '/invitations/abc_-1', '/a//b'])(
    'keeps %s',
    (next) => expect(localAddress(next)).toBe(next),
  )

  test.each([
    undefined,
    '',
    'spend',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: a=b',
    '/a\\b',
    '/ü',
  ])('goes to the start page instead of %j', (next) => expect(localAddress(next)).toBe('/'))

  test('never leaves the site, whatever is asked for', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom('/', '\\', '\t', '\n', ':', '@', '.', 'evil.example', 'https:', '?', '#', '%2f'),
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(
        hostile,
        (next) => new URL(localAddress(next), 'https://site.example').origin === 'https://site.example',
      ),
      { numRuns: 2000 },
    )
  })
})
