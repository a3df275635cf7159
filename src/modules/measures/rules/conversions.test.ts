import { describe, expect, test } from 'vitest'
import {
  convertQuantity,
  findUnit,
  findUnitBeside,
  fteYearsFromHours,
  jobYears,
  perContract,
  personYearsFromWeeks,
} from './conversions.ts'
import { exact } from './exact.ts'

describe('time in work', () => {
  test('1,950 hours at 37.5 a week are one full-time year', () =>
    expect(fteYearsFromHours(exact(1950), exact('37.5')).toFixed()).toBe('1'))
  test('78 weeks are a year and a half', () => expect(personYearsFromWeeks(exact(78)).toFixed()).toBe('1.5'))
  test('ten apprentices for 18 months are 15 job-years', () =>
    expect(jobYears(exact(10), exact(18)).toFixed()).toBe('15'))
  test('a part of an activity', () => expect(perContract(exact(10), exact(4)).toFixed()).toBe('2.5'))
})

test.each([
  ['weeks', 'person-year', 'person-week'],
  ['Month', 'person-year', 'person-month'],
  ['years', 'child-year', 'child-year'],
  ['weeks', 'placement-week', 'placement-week'],
  ['hours', 'person-year', 'hour'],
  ['weeks', 'hour', undefined],
  ['s', 'person-year', undefined],
])('plain %s beside what is counted in %s are %s', (text, counted, code) =>
  expect(findUnitBeside(text, findUnit(counted)!)?.code).toBe(code),
)

describe('findUnit', () => {
  test.each([
    ['hours', 'hour'],
    ['FTE', 'person-year'],
    ['t', 'tonne'],
    ['tCO2e', 'tco2e'],
    ['%', 'percent'],
    ['£', 'pound'],
    [' Weeks of placement ', 'placement-week'],
  ])('%s is %s', (text, code) => expect(findUnit(text)?.code).toBe(code))
  test.each(['', 'fortnight', '__proto__', 'constructor'])('%j is none', (text) =>
    expect(findUnit(text)).toBeUndefined(),
  )
})

describe('convertQuantity', () => {
  const convert = (value: number, from: string, to: string, fullTime: number | null = null) => {
    const decision = convertQuantity(
      exact(value),
      findUnit(from)!,
      findUnit(to)!,
      fullTime === null ? null : exact(fullTime),
    )
    return decision.ok ? decision.value.quantity.toFixed() : decision.refusal
  }
  test.each([
    [52, 'person-week', 'person-year', '1'],
    [6, 'person-month', 'person-year', '0.5'],
    [2, 'person-year', 'person-week', '104'],
    [1500, 'kg', 'tonne', '1.5'],
    [1500, 'kgco2e', 'tco2e', '1.5'],
    [5, 'hour', 'paid-hour', '5'],
    [5, 'hour', 'tonne', 'unit-does-not-fit'],
    [5, 'tonne', 'tco2e', 'unit-does-not-fit'],
    [5, 'hour', 'person-year', 'full-time-hours-needed'],
  ])('%d %s in %s: %s', (value, from, to, result) => expect(convert(value, from, to)).toBe(result))
  test('hours by the full-time week', () => expect(convert(3848, 'hours', 'person-year', 37)).toBe('2'))
})
