import { expect, test } from 'vitest'
import { findShippedFramework } from '#measures'
import { worthOf } from './price-award.ts'

const measures = findShippedFramework('open')?.measures ?? []

test('prices a promise by the figure of its source, pounds by themselves, and carbon not at all', () => {
  for (const measure of measures) {
    const { basis, unitValue, priceYear } = worthOf(measure)
    expect(basis).toBe(measure.basis)
    if (measure.basis === 'spend') expect([unitValue, priceYear]).toEqual(['1', null])
    else if (measure.proxy?.from === 'fixed')
      expect([unitValue, priceYear]).toEqual([measure.proxy.value, measure.proxy.priceYear])
    else expect([unitValue, priceYear]).toEqual([null, null])
  }
  expect(new Set(measures.map(({ proxy }) => proxy?.from))).toContain('carbon-values')
})
