import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, parseBritishDate, plainDate } from './plain-date.ts'

describe('a day in a spreadsheet', () => {
  test.each([
    ['31/03/2026', '2026-03-31'],
    ['1/4/2026', '2026-04-01'],
    ['2026-04-01', '2026-04-01'],
  ])('%s is %s', (text, day) => expect(parseBritishDate(text)).toBe(day))
  test.each(['03/31/2026', '31/02/2026', '31.03.2026', '', 'soon'])('%j is none', (text) =>
    expect(parseBritishDate(text)).toBeUndefined(),
  )
})

describe('days', () => {
  const days = fc
    .tuple(
      fc.integer({ min: 1, max: 9000 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, day]) => plainDate(year, month, day) ?? '')

  test('added are the days between', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 300_000 }), (day, count) => {
        const later = addDays(day, count)
        expect([daysBetween(day, later), addDays(later, -count)]).toEqual([count, day])
      }),
    )
  })

  test('follow the calendar over leap days and the first years', () => {
    expect([addDays('2024-02-28', 1), addDays('2023-02-28', 1), addDays('0050-12-31', 1)]).toEqual([
      '2024-02-29',
      '2023-03-01',
      '0051-01-01',
    ])
  })
})
