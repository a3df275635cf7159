import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BANK_HOLIDAYS, DIVISIONS } from './bank-holidays.ts'
import {
  addMonths,
  halfYearEndOf,
  lastDayOfMonths,
  lastDayOfPeriod,
  quarterEndOf,
  weekdayOf,
} from './periods.ts'
import { isWorkingDay, lastWorkingDay } from './working-days.ts'

const FILE = '../shared/data/calendar/govuk-bank-holidays.json'
const isThere = existsSync(FILE)
if (!isThere) console.warn(`Skipped: ${FILE} is not here, so the bank holidays are not held to it.`)

/** Proclaimed after the file was made. */
const PROCLAIMED: Readonly<Record<string, readonly string[]>> = { scotland: ['2026-06-15'] }

describe('bank holidays', () => {
  test.skipIf(!isThere).each(DIVISIONS)(
    'of %s are those that GOV.UK publishes, and those proclaimed since',
    (division) => {
      const published = JSON.parse(readFileSync(FILE, 'utf8')) as Record<
        string,
        { events: { date: string }[] }
      >
      const expected = new Set([
        ...(published[division]?.events.map((event) => event.date) ?? []),
        ...(PROCLAIMED[division] ?? []),
      ])
      expect([...BANK_HOLIDAYS[division]].sort()).toEqual([...expected].sort())
    },
  )
  test('never lie on a weekend, for substitutes are listed', () => {
    for (const division of DIVISIONS)
      expect([...BANK_HOLIDAYS[division]].filter((day) => weekdayOf(day) % 6 === 0)).toEqual([])
  })
})

describe('a working day', () => {
  test.each([
    ['2026-11-23', true, 'an ordinary Monday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-29', false, 'a Sunday'],
    ['2026-11-30', false, 'a holiday in Scotland only'],
    ['2026-03-17', false, 'a holiday in Northern Ireland only'],
    ['2026-04-06', false, 'a holiday everywhere but in Scotland'],
    ['2026-12-28', false, 'a substitute day'],
    ['2026-06-15', false, 'a day proclaimed for Scotland'],
  ])('%s: %s, %s', (day, working) => expect(isWorkingDay(day)).toEqual({ ok: true, value: working }))

  test.each(['2023-12-31', '2028-01-01'])('is not known for %s, outside the table', (day) => {
    expect(isWorkingDay(day)).toMatchObject({
      ok: false,
      refusal: 'beyond-bank-holidays',
      facts: { until: '2027-12-31' },
    })
  })
})

describe('the last of some working days', () => {
  test.each([
    ['2026-11-21', 1, true, '2026-11-23', 'begins on the next working day when the start is none'],
    ['2026-11-23', 1, true, '2026-11-23', 'counts its start'],
    ['2026-11-23', 1, false, '2026-11-24', 'or leaves it out'],
    ['2026-12-24', 8, true, '2027-01-08', 'steps over Christmas, New Year and the substitute for 2 January'],
  ])('from %s, %i days, start counted %s: %s', (start, days, counts, end) =>
    expect(lastWorkingDay(start, days, counts)).toEqual({ ok: true, value: end }),
  )
  test('is refused where it would run beyond the table', () =>
    expect(lastWorkingDay('2027-12-21', 8, true).ok).toBe(false))
})

describe('periods', () => {
  test.each([
    ['2026-03-31', 30, true, '2026-04-29'],
    ['2026-03-31', 30, false, '2026-04-30'],
    ['2026-04-01', 56, true, '2026-05-26'],
    ['2028-02-01', 30, true, '2028-03-01'],
  ])('from %s, %i days, start counted %s: %s', (start, days, counts, end) =>
    expect(lastDayOfPeriod(start, days, counts)).toBe(end),
  )
  test.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-05-31', -1, '2026-04-30'],
  ])('%s and %i months is %s', (day, months, then) => expect(addMonths(day, months)).toBe(then))
  test('three years that begin with a day end the day before', () =>
    expect(lastDayOfMonths('2026-12-04', 36)).toBe('2029-12-03'))
  test.each([
    ['2026-01-01', '2026-03-31', '2026-03-31'],
    ['2026-04-01', '2026-06-30', '2026-09-30'],
    ['2026-09-30', '2026-09-30', '2026-09-30'],
    ['2026-10-01', '2026-12-31', '2027-03-31'],
  ])('%s lies in the quarter to %s and the half-year to %s', (day, quarter, half) =>
    expect([quarterEndOf(day), halfYearEndOf(day)]).toEqual([quarter, half]),
  )
})
