import { describe, expect, test } from 'vitest'
import { anItem, NOTHING_TAKEN_AWAY, share, valued } from '../builders.ts'
import { exact, toPounds } from './exact.ts'
import { rangeOf } from './ranges.ts'
import { sensitivityOf } from './sensitivity.ts'

const bars = (request: Parameters<typeof valued>[0]) =>
  sensitivityOf(valued(request).worked!).map((bar) => [bar.input, bar.range, toPounds(bar.swing)])

describe('the bars of a tornado', () => {
  const stated = anItem({
    quantities: [rangeOf(exact(10), exact(9), exact(11))],
    low: '50',
    high: '200',
    assumptions: { ...NOTHING_TAKEN_AWAY, deadweight: share('0.5', '0.2', '0.6') },
  })

  test('come largest first, each input moved alone between its own low and high', () => {
    expect(bars(stated).slice(0, 2)).toEqual([
      ['unitValue', 'stated', '750.00'],
      ['deadweight', 'stated', '400.00'],
    ])
    expect(bars(stated).find(([input]) => input === 'quantity')).toEqual(['quantity', 'stated', '100.00'])
  })
  test('of inputs without a range are moved by a step of ours, and say so', () => {
    expect(bars(stated).filter(([, range]) => range === 'tested')).toEqual([
      ['attribution', 'tested', '50.00'],
      ['displacement', 'tested', '50.00'],
    ])
  })
  test('leave out what cannot matter in a single year', () => {
    expect(bars(anItem()).map(([input]) => input)).toEqual([
      'quantity',
      'unitValue',
      'attribution',
      'deadweight',
      'displacement',
    ])
  })
  test('move the discount rate where years lie ahead', () => {
    const discount = { rates: { schedule: 'green-book' }, convention: 'end-of-year' } as const
    const inputs = bars(anItem({ years: 5, assumptions: { ...NOTHING_TAKEN_AWAY, discount } })).map(
      ([input]) => input,
    )
    expect(inputs).toContain('discountRate')
    expect(inputs).toContain('dropOff')
  })
})
