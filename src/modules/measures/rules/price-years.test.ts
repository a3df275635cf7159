import { describe, expect, test } from 'vitest'
import { DEFLATORS } from '../reference/deflators.ts'
import { readPriceYear } from './price-years.ts'
import { findUprating } from './uprating.ts'

describe('readPriceYear', () => {
  test.each([
    ['2012/13', '2012/13'],
    ['2012-13', '2012/13'],
    ['2012/2013', '2012/13'],
    ['1999/00', '1999/00'],
    ['1999/2000', '1999/00'],
    ['FY 2012-13', '2012/13'],
    [' 2019 ', '2019'],
    ['Nominal', 'nominal'],
  ])('reads %j as %s', (text, year) => expect(readPriceYear(text)).toBe(year))
  test.each(['', '2012/14', '2012/12', '12/13', '2012-11', '20190', 'now', '2012/13/14'])(
    'does not read %j',
    (text) => expect(readPriceYear(text)).toBeUndefined(),
  )
})

describe('findUprating', () => {
  const found = (from: string, to: string) => {
    const decision = findUprating(DEFLATORS, from, to)
    return decision.ok
      ? [decision.value.series, decision.value.readsCalendarAsFinancial, decision.value.isForecast]
      : decision.refusal
  }
  test('two calendar years use the calendar index', () =>
    expect(found('2019', '2024')).toEqual(['gdp-deflator-calendar-2025-12', false, false]))
  test('a calendar year and a financial year use the financial one, and say so', () => {
    expect(found('2019', '2026/27')).toEqual(['hmt-gdp-deflator-2026-03', true, true])
  })
  test('a calendar year beyond the calendar index falls back, and says so', () =>
    expect(found('2019', '2026')).toEqual(['hmt-gdp-deflator-2026-03', true, true]))
  test('two outturns are no forecast', () =>
    expect(found('2012/13', '2024/25')).toEqual(['hmt-gdp-deflator-2026-03', false, false]))
  test('the series of somebody\u2019s workbook is used only by name', () => {
    expect(found('1989/90', '2015/16')).toBe('price-year-not-covered')
    expect(findUprating(DEFLATORS, '1989/90', '2015/16', 'gmca-workbook-2015').ok).toBe(true)
  })
})
