import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whoChanged } from '../kernel/seen.ts'
import { changedMeanwhile, isStale, markOfParts, marksOf, readSeen, seenText } from './seen.ts'

const texts = fc.constantFrom('', 'a', 'b', 'c')
const parts = fc.record({ title: texts, words: texts })

describe('what was seen', () => {
  test.each([
    ['a', 'a', 'a', 'nobody'],
    ['a', 'a', 'b', 'me'],
    ['a', 'b', 'a', 'others'],
    ['a', 'b', 'c', 'both'],
    ['a', 'b', 'b', 'nobody'],
    [undefined, 'b', 'c', 'both'],
  ])('of %s, with %s there and %s written, was changed by: %s', (known, there, mine, by) =>
    expect(whoChanged(known, there, mine)).toBe(by),
  )

  test('never lets somebody else’s text go unseen', () =>
    fc.assert(
      fc.property(parts, parts, parts, (seen, there, mine) => {
        const isLost = markOfParts(seen) !== markOfParts(there) && markOfParts(mine) !== markOfParts(there)
        expect(isStale(markOfParts(seen), there, mine)).toBe(isLost)
        const told = new Set(changedMeanwhile(marksOf(seen), there, mine).map(({ part }) => part))
        for (const part of ['title', 'words'] as const)
          expect(told.has(part)).toBe(there[part] !== seen[part] && there[part] !== mine[part])
      }),
    ))

  test('is the same whatever line ends a browser sends, and whatever order the parts come in', () => {
    expect(markOfParts({ a: 'one\r\ntwo ', b: '' })).toBe(markOfParts({ b: '', a: 'one\ntwo' }))
    expect(isStale(undefined, { a: '1' }, { a: '2' })).toBe(false)
  })

  test('goes through a form, and is nothing where it cannot be read', () => {
    fc.assert(
      fc.property(parts, (seen) => {
        expect(readSeen(seenText(marksOf(seen)))).toEqual(marksOf(seen))
      }),
    )
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const mark of Object.values(readSeen(text))) expect(typeof mark).toBe('string')
      }),
    )
  })
})
