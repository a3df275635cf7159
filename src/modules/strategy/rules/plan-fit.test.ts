import { describe, expect, test } from 'vitest'
import { type PlanContent, type PlanPriority, TEXT_LIMITS } from '../model.ts'
import { countLines, decidePlan, heightOfPlan, PRINT_SIZES, printSizeOf } from './plan-fit.ts'

const item = (facts: Partial<PlanPriority> = {}): PlanPriority => ({
  id: '',
  title: 'Warm homes',
  plainWords: 'Nobody has to choose between heating and eating.',
  promise: 'Homes below energy band C: from 47% (2023) to 30% by March 2029',
  owner: 'Director of Homes',
  document: 'Corporate Plan',
  places: '',
  origin: '',
  ...facts,
})
const plan = (priorities: readonly PlanPriority[]): PlanContent => ({
  organisation: 'Northmere City Council',
  title: 'What we want for Northmere',
  introduction: 'Whoever works for us helps with what is on this page.',
  priorities,
  sources: ['Corporate Plan, version 2'],
})

describe('a plan on a page', () => {
  test('of few short priorities is printed large', () => {
    expect(printSizeOf(plan(Array.from({ length: 6 }, () => item())))).toBe(11)
  })

  test('gets smaller print as it gets longer, and never more than a page', () => {
    const words = 'People here can do the work that is coming to this place of ours '
    const full = item({ title: words.slice(0, 60), plainWords: words.repeat(3).slice(0, 160) })
    const sizes = [4, 7, 10].map((count) => printSizeOf(plan(Array.from({ length: count }, () => full))))
    expect(sizes.every((size) => size !== undefined)).toBe(true)
    expect([...sizes].sort((a, b) => (b ?? 0) - (a ?? 0))).toEqual(sizes)
  })

  test('is higher in larger print', () => {
    const heights = PRINT_SIZES.map((size) => heightOfPlan(plan([item(), item()]), size))
    expect(heights.toSorted((a, b) => b - a)).toEqual(heights)
  })

  test.each([
    ['no priority', [], 'plan-empty'],
    [
      'more than the limit',
      Array.from({ length: TEXT_LIMITS.planPriorities + 1 }, () => item()),
      'plan-too-many',
    ],
    [
      'texts that fit no readable print',
      Array.from({ length: 10 }, () =>
        item({
          title: 'W'.repeat(60),
          plainWords: 'W'.repeat(160),
          promise: 'W'.repeat(220),
          owner: 'W'.repeat(80),
        }),
      ),
      'plan-too-long',
    ],
  ])('is refused with %s', (_case, priorities, refusal) => {
    expect(decidePlan(plan(priorities))).toMatchObject({ ok: false, refusal })
  })
})

test('lines are counted as a browser breaks them: between words, and within one that is too long', () => {
  expect(countLines('', 20)).toBe(0)
  expect(countLines('one two', 20)).toBe(1)
  expect(countLines('aaaaaaaaaa bbbbbbbbbb', 8)).toBe(2)
  expect(countLines('W'.repeat(60), 20)).toBeGreaterThanOrEqual(4)
})
