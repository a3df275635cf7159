import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPricing } from '../builders.ts'
import type { ValueRequest } from '../model/valuation.ts'
import { MOST_ITEMS, readValueInput } from './read-value-input.ts'

const pricing = aPricing()
const read = (text: string) => readValueInput(text, pricing)
const readValue = (value: unknown) => read(JSON.stringify(value))
const faults = (text: string): readonly string[] => {
  const outcome = read(text)
  return outcome.ok ? [] : outcome.faults
}
const first = (value: unknown): ValueRequest => {
  const outcome = readValue(value)
  if (!outcome.ok) throw new Error(outcome.faults.join(' '))
  const item = outcome.batch.items[0]?.item
  if (item?.kind !== 'count') throw new Error(`it is ${item?.kind}`)
  return item.request
}
const item = (more: object = {}) => ({ measure: 'com-volunteer', quantity: 40, ...more })

describe('names', () => {
  test.each(['deadweight', 'DeadWeight', 'dead-weight', 'dead_weight', 'dead weight'])(
    '%s is read',
    (name) => {
      expect(
        first(
          item({ assumptions: { [name]: { share: 0.25, reason: 'r' } } }),
        ).assumptions.deadweight?.share.toFixed(),
      ).toBe('0.25')
    },
  )
  test('of assumptions may stand beside the measure', () =>
    expect(first(item({ 'drop-off': '30%' })).assumptions.dropOff?.share.toFixed()).toBe('0.3'))
  test('that are not known are told of', () => {
    const outcome = readValue(item({ colour: 'red', assumptions: { deadwieght: 0.2 } }))
    expect(outcome.ok && outcome.batch.items[0]?.notUsed).toEqual(['input.colour', 'assumptions.deadwieght'])
  })
  test('of an object\u2019s own workings change nothing', () => {
    const request = read(
      '{"measure":"com-volunteer","quantity":1,"__proto__":{"deadweight":0.5},"constructor":{"prototype":{"quantity":9}}}',
    )
    expect(request.ok).toBe(true)
    expect(({} as Record<string, unknown>).deadweight).toBeUndefined()
  })
})

describe('numbers', () => {
  test('keep every digit that was written', () => {
    const text = '{"measure":"com-volunteer","quantity":0.1000000001}'
    const outcome = read(text)
    expect(
      outcome.ok &&
        outcome.batch.items[0]?.item.kind === 'count' &&
        outcome.batch.items[0].item.request.quantities?.[0]?.central.toFixed(),
    ).toBe('0.1000000001')
  })
  test.each([
    ['a text', '1,200.50', '1200.5'],
    ['a number', 1200.5, '1200.5'],
    ['pounds', '£1,200.50', '1200.5'],
    ['an exponent', 1.2e3, '1200'],
  ])('may be %s', (_what, quantity, expected) =>
    expect(first(item({ quantity })).quantities?.[0]?.central.toFixed()).toBe(expected),
  )

  test.each(['1e999999999', '1e400', '123456789012345678901234567890', '0.00000000000000000000001'])(
    '%s is refused',
    (number) => {
      expect(faults(`{"measure":"com-volunteer","quantity":${number}}`)[0]).toMatch(
        /^quantity is .*write a number/,
      )
    },
  )
  test.each([true, 'many', {}, '', 'NaN', 'Infinity', [], [[1]], { low: 1, high: 2 }])(
    '%j is no quantity',
    (quantity) => {
      expect(readValue(item({ quantity })).ok).toBe(false)
    },
  )
})

describe('quantities', () => {
  test('may be a range', () => {
    const range = first(item({ quantity: { low: 30, central: 40, high: 50 } })).quantities?.[0]
    expect([range?.low.toFixed(), range?.central.toFixed(), range?.high.toFixed()]).toEqual([
      '30',
      '40',
      '50',
    ])
  })
  test('may be a list, one for each year', () => {
    const request = first(item({ quantity: [1, { central: 2, high: 3 }, '3'] }))
    expect([request.years, request.quantities?.map(({ high }) => high.toFixed())]).toEqual([
      3,
      ['1', '3', '3'],
    ])
  })
  test('may be points and persons', () => {
    expect(
      first({
        measure: 'com-lifesat',
        quantity: { points: 0.2, persons: 50 },
      }).quantities?.[0]?.central.toFixed(),
    ).toBe('10')
  })
})

describe('years', () => {
  test.each([
    ['how many', 3, 3, null],
    ['a list', [2026, 2027], 2, 2026],
    ['financial years', ['2026/27', '2027/28'], 2, 2026],
    ['from and to', { from: 2026, to: 2030 }, 5, 2026],
  ])('may be %s', (_what, years, count, from) => {
    const request = first(item({ years }))
    expect([request.years, request.startYear]).toEqual([count, from])
  })
  test.each([
    0,
    -1,
    101,
    1.5,
    'some',
    [2026, 2028],
    [2027, 2026],
    [],
    { from: 2030, to: 2026 },
    { from: 2026 },
    { from: 1, to: 2026 },
  ])('%j are refused', (years) => {
    expect(readValue(item({ years })).ok).toBe(false)
  })
  test('of prices default to the financial year of today', () =>
    expect(first(item()).priceYear).toBe('2026/27'))
  test.each(['2026/28', 'soon', 26, 'nominal'])('%j is no year of prices', (priceYear) =>
    expect(readValue(item({ priceYear })).ok).toBe(false),
  )
})

describe('assumptions', () => {
  test.each([
    [0.2, '0.2', ''],
    ['20%', '0.2', ''],
    [{ share: 0.2, reason: 'told' }, '0.2', 'told'],
    [{ value: '20%', why: 'told' }, '0.2', 'told'],
  ])('%j is a share', (deadweight, share, reason) => {
    const read = first(item({ deadweight })).assumptions.deadweight
    expect([read?.share.toFixed(), read?.reason]).toEqual([share, reason])
  })
  test.each([20, -0.1, 'half', [0.2], true, { share: 2 }])('%j is no share', (deadweight) =>
    expect(readValue(item({ deadweight })).ok).toBe(false),
  )

  test.each([
    ['green-book', { rates: { schedule: 'green-book' }, convention: null }],
    [
      { rate: 'health', convention: 'end of year' },
      { rates: { schedule: 'green-book-health' }, convention: 'end-of-year' },
    ],
    [{ convention: 'start' }, { rates: null, convention: 'first-year-undiscounted' }],
  ])('%j is a discount', (discount, expected) =>
    expect(first(item({ discount })).assumptions.discount).toEqual(expected),
  )
  test('a rate of one\u2019s own is a discount', () => {
    expect(
      first(item({ discount: { rate: '3%', reason: 'r', convention: 'end' } })).assumptions.discount,
    ).toMatchObject({ rates: { reason: 'r' }, convention: 'end-of-year' })
  })
  test('none is a rate of nothing', () =>
    expect(first(item({ discount: { rate: 'none', reason: 'r' } })).assumptions.discount).toMatchObject({
      rates: { reason: 'r' },
      convention: 'first-year-undiscounted',
    }))
  test.each([
    'whatever',
    { rate: 5 },
    { rate: 'green-book', convention: 'whenever' },
    'constructor',
    '__proto__',
  ])('%j is no discount', (discount) => {
    expect(readValue(item({ discount })).ok).toBe(false)
  })
})

describe('a measure of one\u2019s own', () => {
  test('may be an object', () => {
    const { measure, priceYear } = first({
      measure: {
        name: 'Coaching',
        proxyValue: 8500,
        low: 8000,
        priceYear: '2024/25',
        basis: 'economic',
        unit: 'person',
      },
      quantity: 60,
    })
    expect([
      measure.name,
      measure.proxy?.value,
      measure.proxy?.low,
      measure.proxy?.priceYear,
      measure.basis,
      measure.unit,
      priceYear,
    ]).toEqual(['Coaching', '8500', '8000', '2024/25', 'economic', 'person', '2026/27'])
  })
  test('written flat has its price year for the answer as well', () => {
    const { measure, priceYear } = first({
      proxyValue: 8500,
      priceYear: '2024/25',
      basis: 'economic',
      quantity: 60,
    })
    expect([measure.proxy?.priceYear, priceYear]).toEqual(['2024/25', '2024/25'])
  })
  test('asks for what it does not say', () => {
    expect(
      first({ measure: { name: 'Coaching' }, quantity: 1 }).openQuestions.map(({ code }) => code),
    ).toEqual(['proxy-value', 'basis', 'price-year'])
  })
  test.each([
    ['a value below nothing', { proxyValue: -1 }],
    ['a range beside its value', { proxyValue: 5, low: 6 }],
    ['a basis nobody knows', { proxyValue: 5, basis: 'goodness' }],
    ['a unit nobody knows', { proxyValue: 5, unit: 'fortnight' }],
  ])('with %s is refused', (_what, measure) =>
    expect(
      readValue({ measure: { basis: 'economic', priceYear: '2024/25', ...measure }, quantity: 1 }).ok,
    ).toBe(false),
  )
})

describe('several items', () => {
  test('take what holds for all, unless they say otherwise', () => {
    const outcome = readValue({
      deadweight: { share: 0.1, reason: 'r' },
      priceYear: '2025/26',
      items: [item(), item({ priceYear: '2024/25' })],
    })
    const prices =
      outcome.ok &&
      outcome.batch.items.map(
        ({ item }) =>
          item.kind === 'count' && [
            item.request.priceYear,
            item.request.assumptions.deadweight?.share.toFixed(),
          ],
      )
    expect(prices).toEqual([
      ['2025/26', '0.1'],
      ['2024/25', '0.1'],
    ])
  })
  test('of one label are refused', () =>
    expect(faults(JSON.stringify([item({ label: 'a' }), item({ label: 'a' })]))).toEqual([
      'Two items have the label "a"; give each its own.',
    ]))
  test('that are no items are named by their number', () => {
    expect(faults(JSON.stringify([item(), 5, null]))).toEqual([
      'item 2 is "5"; write it as an object, { … }.',
      'item 3: is empty.',
    ])
  })
  test('beyond what is valued at once are refused', () => {
    expect(faults(JSON.stringify(Array.from({ length: MOST_ITEMS + 1 }, () => ({}))))[0]).toContain(
      'at most 10000',
    )
  })
})

describe('what is no input at all', () => {
  test.each([
    ['', /Nothing came in/],
    ['   \n', /Nothing came in/],
    ['{', /not JSON/],
    ["{'measure':'x'}", /not JSON/],
    ['measure: x', /not JSON/],
    ['{"measure":NaN}', /not JSON/],
    ['<html>', /not JSON/],
    ['\u0000', /not JSON/],
    ['null', /neither an object nor a list/],
    ['5', /neither an object nor a list/],
    ['"text"', /neither an object nor a list/],
    ['[]', /The list is empty/],
    ['{}', /measure is missing/],
    ['{"items":5}', /items is not a list/],
    ['[[]]', /item 1 is/],
    ['{"measure":5.5,"quantity":1}', /^$/],
  ])('%j', (text, sentence) => expect(faults(text)[0] ?? '').toMatch(sentence))

  test('a byte-order mark before it changes nothing', () =>
    expect(read(`\uFEFF${JSON.stringify(item())}`).ok).toBe(true))
  test('nesting without end is refused or read, never a crash', () => {
    const deep = `{"measure":"com-volunteer","quantity":${'['.repeat(5000)}${']'.repeat(5000)}}`
    expect(read(deep).ok).toBe(false)
  })
  test('a text of any length in place of a name is refused', () =>
    expect(readValue(item({ label: 'x'.repeat(3000) })).ok).toBe(false))
  test('any JSON gets an answer', () => {
    fc.assert(fc.property(fc.json(), (text) => typeof read(text).ok === 'boolean'))
  })
  test('any values under the known names get an answer', () => {
    const names = [
      'measure',
      'quantity',
      'years',
      'startYear',
      'priceYear',
      'assumptions',
      'deadweight',
      'discount',
      'investment',
      'unit',
      'variant',
      'score',
      'items',
    ]
    const objects = fc.dictionary(fc.constantFrom(...names), fc.jsonValue())
    fc.assert(fc.property(objects, (value) => typeof readValue(value).ok === 'boolean'))
  })
})
