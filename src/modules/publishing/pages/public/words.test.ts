import { describe, expect, test } from 'vitest'
import { quantityWords, stageWords } from './words.ts'

describe('a contract', () => {
  test.each([
    ['at work', 'implementation', '2027-03-31', 'At work'],
    ['on its last day', 'implementation', '2026-11-22', 'At work'],
    ['past its last day', 'implementation', '2026-11-21', 'Over'],
    ['past its last day, of which nothing was heard', 'contract', '2026-11-21', 'Over'],
    ['without a last day', 'implementation', null, 'At work'],
    ['that is only planned, for days long past', 'planning', '2020-01-01', 'Planned'],
  ] as const)('%s', (_, stage, endsOn, words) =>
    expect(stageWords({ stage, endsOn }, '2026-11-22')).toBe(words),
  )
})

test.each([
  ['492750', '492,750'],
  ['0.5', '0.5'],
  ['12345678901234567.25', '12,345,678,901,234,567.25'],
])('%s is read as %s', (decimal, words) => expect(quantityWords(decimal)).toBe(words))
