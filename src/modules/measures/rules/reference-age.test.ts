import { describe, expect, test } from 'vitest'
import type { Source } from '../model/reference.ts'
import { SOURCES } from '../reference/sources.ts'
import { WAGES } from '../reference/wages.ts'
import { wageOn } from './living-wage.ts'
import { ageOf, isOutOfDate } from './reference-age.ts'

const TODAY = '2026-11-22'
const aSource = (facts: Partial<Source>): Source => ({
  ...SOURCES[0]!,
  nextDue: null,
  supersededBy: null,
  ...facts,
})

describe('the age of a source', () => {
  test.each([
    ['2026-11-22', 0],
    ['2026-10-23', 0],
    ['2026-10-22', 1],
    ['2026-08-05', 3],
    ['2023-11', 36],
    ['2015', 131],
    ['2027', 0],
  ])('of %s is %d months', (publishedOn, months) =>
    expect(ageOf(aSource({ publishedOn }), TODAY).months).toBe(months),
  )

  test.each([
    ['the next edition was due', { nextDue: '2026-11-22' }, true],
    ['the next edition is due tomorrow', { nextDue: '2026-11-23' }, false],
    ['a newer one is known', { supersededBy: 'another' }, true],
    ['nobody has named a date', {}, false],
  ])('%s', (_what, facts, old) => expect(isOutOfDate(ageOf(aSource(facts), TODAY))).toBe(old))
})

describe('what ships', () => {
  test('has no two sources of one name', () =>
    expect(new Set(SOURCES.map(({ id }) => id)).size).toBe(SOURCES.length))
  test('is under a licence that lets it be passed on', () => {
    for (const { licence } of SOURCES) expect(licence).not.toMatch(/\bNC\b|\bND\b|non-?commercial/i)
  })
  test('says what is out of date on 22 November 2026', () => {
    expect(SOURCES.filter((source) => isOutOfDate(ageOf(source, TODAY))).map(({ id }) => id)).toEqual([
      'hmt-deflators-2026-03',
      'ons-deflators-calendar-2025-12',
      'desnz-carbon-2023-11',
      'gmca-ucd-1.4',
      'ons-ashe-2025',
      'real-living-wage-2025',
    ])
  })
})

describe('wages on a day', () => {
  test.each([
    ['2026-03-31', 'legal-minimum', 'uk', '12.21'],
    ['2026-04-01', 'legal-minimum', 'uk', '12.71'],
    ['2026-05-01', 'real-living-wage', 'london', '14.80'],
    ['2026-04-30', 'real-living-wage', 'uk', undefined],
    ['2024-06-01', 'legal-minimum', 'uk', undefined],
    ['2027-04-01', 'legal-minimum', 'uk', undefined],
  ] as const)('%s %s %s: %s', (day, kind, place, hourly) =>
    expect(wageOn(WAGES, day, kind, place)?.hourly).toBe(hourly),
  )
})
