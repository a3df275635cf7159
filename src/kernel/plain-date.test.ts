import { describe, expect, test } from 'vitest'
import { parseBritishDate } from './plain-date.ts'

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
