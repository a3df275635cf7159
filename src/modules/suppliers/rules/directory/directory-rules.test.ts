import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODE_TRIES, type EntryCode } from '../../model/directory.ts'
import { isCategory, listCategories, suggestCategories } from './categories.ts'
import { CODE_LETTERS, canSendCode, decideTry, readCode, showCode } from './codes.ts'

const now = new Date('2026-11-22T12:00:00Z')
const code = (facts: Partial<EntryCode> = {}): EntryCode => ({
  id: 'c',
  entryId: 'e',
  codeHash: '',
  tries: 0,
  expiresAt: new Date('2026-11-23T12:00:00Z'),
  usedAt: null,
  ...facts,
})

describe('a code', () => {
  test('is read as people type it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...CODE_LETTERS), { minLength: 10, maxLength: 10 }),
        fc.constantFrom('', ' ', '-'),
        (letters, gap) => {
          const text = letters.join('')
          expect(readCode(showCode(text))).toBe(text)
          expect(readCode(letters.join(gap).toLowerCase())).toBe(text)
        },
      ),
    )
    expect(readCode('oO1lI-00000')).toBe('0011100000')
  })

  test.each(['', 'x', '0'.repeat(11), '0'.repeat(1e6), '00000-0000!', '\0'.repeat(10)])('is not %j', (text) =>
    expect(readCode(text)).toBeUndefined(),
  )

  test.each([
    [undefined, 'code-wrong'],
    [code({ usedAt: now }), 'code-used-up'],
    [code({ expiresAt: now }), 'code-used-up'],
    [code({ tries: CODE_TRIES }), 'code-used-up'],
  ])('that cannot be tried is refused', (tried, refusal) =>
    expect(decideTry(tried, now)).toMatchObject({ ok: false, refusal }),
  )

  test('is sent three times a day', () => {
    const hours = (ago: number) => new Date(now.getTime() - ago * 3_600_000)
    expect(canSendCode([hours(1), hours(2)], now)).toBe(true)
    expect(canSendCode([hours(1), hours(2), hours(23.9)], now)).toBe(false)
    expect(canSendCode([hours(1), hours(2), hours(24)], now)).toBe(true)
  })
})

describe('categories', () => {
  test('are the 45 divisions of the vocabulary, each once', () => {
    const codes = listCategories().map((category) => category.code)
    expect([codes.length, new Set(codes).size]).toEqual([45, 45])
  })

  test.each([
    ['Home care packages', '85'],
    ['Agency staff', '79'],
    ['Home to school transport', '60'],
    ['Carriageway resurfacing and highways works', '45'],
    ['Fruit and vegetables for school meals', '15'],
    ['Waste disposal', '90'],
    ['Software licences', '48'],
    ['Grounds maintenance and tree surgery', '77'],
  ])('%s is about division %s', (text, category) => expect(suggestCategories(text)).toContain(category))

  test('are not guessed from nothing, and never made up', () => {
    expect(suggestCategories('zzz 123')).toEqual([])
    fc.assert(fc.property(fc.string(), (text) => suggestCategories(text).every(isCategory)))
  })
})
