import { expect, test } from 'vitest'
import { unitWords } from './unit-words.ts'

test.each([
  ['person', '1', 'person'],
  ['person', '12', 'people'],
  ['person', undefined, 'people'],
  ['paid-hour', '2', 'paid hours'],
  ['percent', '2', 'per cent'],
  ['loaves-of-bread', '2', 'loaves of bread'],
])('the unit %s of %s is said as %s', (unit, count, words) => expect(unitWords(unit, count)).toBe(words))
