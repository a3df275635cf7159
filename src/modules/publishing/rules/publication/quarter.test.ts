import { expect, test } from 'vitest'
import { quarterNamed, quartersBefore } from './quarter.ts'

test('a quarter has its first and last day', () => {
  expect(quarterNamed('2026-Q1')).toEqual({ name: '2026-Q1', from: '2026-01-01', to: '2026-03-31' })
  expect(quarterNamed('2026-Q4')).toEqual({ name: '2026-Q4', from: '2026-10-01', to: '2026-12-31' })
  for (const name of ['2026-Q5', '2026-Q0', '1999-Q1', '2026-q1', '2026-Q1 ', ''])
    expect(quarterNamed(name)).toBeUndefined()
})

test('the quarters before a day are those that are over', () => {
  expect(quartersBefore('2026-02-28', 3).map(({ name }) => name)).toEqual(['2025-Q4', '2025-Q3', '2025-Q2'])
  expect(quartersBefore('2026-11-22', 1)).toEqual([{ name: '2026-Q3', from: '2026-07-01', to: '2026-09-30' }])
})
