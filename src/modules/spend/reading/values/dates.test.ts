import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../../kernel/plain-date.ts'
import { readDateForm } from './date-forms.ts'
import { createDateReader } from './date-reader.ts'
import { type DatePlan, resolveDate } from './resolve-date.ts'

const PLAN: DatePlan = {
  order: 'day-first',
  period: { from: '2023-04-01', to: '2024-03-31' },
  uses1904Dates: false,
  countsFromApril: false,
}
const read = (text: string, plan: DatePlan = PLAN) => {
  const form = readDateForm(text)
  return form === undefined ? undefined : resolveDate(form, plan)
}
const dayOf = (text: string, plan?: DatePlan) => read(text, plan)?.paidOn
const periodOf = (text: string, plan?: DatePlan): string | undefined => {
  const reading = read(text, plan)
  return reading === undefined || reading.paidOn !== null ? undefined : `${reading.from}..${reading.to}`
}

describe('a day', () => {
  it.each([
    '01/04/2023',
    '1/4/23',
    '01-04-2023',
    '1.4.23',
    '01 04 2023',
    '01/04/2023 00:00',
    '01/04/2023 00:00:00',
    '01/04/2023 12:00:00 AM',
    '2023-04-01',
    '2023/04/01',
    '2023-04-01 00:00:00.000',
    '2023-04-01T00:00:00Z',
    '2023-03-31T23:00:00Z',
    '20230401',
    '01042023',
    '010423',
    '01-Apr-2023',
    '01-Apr-23',
    '01APR23',
    '1 April 2023',
    '1st April 2023',
    'Sat 01 Apr 2023',
    'Saturday, 1 April 2023',
    'April 1, 2023',
    'Apr  1 2023 12:00AM',
    '2023-Apr-01',
    'Sat Apr 01 00:00:00 BST 2023',
    '45017',
    '45017.5',
    'w/e 01/04/2023',
    'Week ending 1 April 2023',
    '1 Apr',
  ])('is read from %j', (text) => expect(dayOf(text)).toBe('2023-04-01'))

  it('takes the number that the order says for the day', () => {
    expect(dayOf('04/01/2023', { ...PLAN, order: 'month-first' })).toBe('2023-04-01')
    expect(dayOf('04/25/2023')).toBeUndefined()
  })

  it('counts from 1904 where the workbook does', () => {
    expect(dayOf('43555', { ...PLAN, uses1904Dates: true })).toBe('2023-04-01')
  })

  it.each([
    '31/02/2023',
    '00/00/0000',
    '13/13/2023',
    '01/01/1900',
    '99999',
    'n.k.',
    'Various',
    'ACME Ltd',
    '1',
  ])('is not read from %j', (text) => expect(read(text)).toBeUndefined())
})

describe('a period', () => {
  it.each([
    ['Apr-21', '2021-04-01..2021-04-30'],
    ['April 2021', '2021-04-01..2021-04-30'],
    ['Febuary 2021', '2021-02-01..2021-02-28'],
    ['2021-04', '2021-04-01..2021-04-30'],
    ['04/2021', '2021-04-01..2021-04-30'],
    ['202104', '2021-04-01..2021-04-30'],
    ['April', '2023-04-01..2023-04-30'],
    ['January', '2024-01-01..2024-01-31'],
    ['April 2023/24', '2023-04-01..2023-04-30'],
    ['February 2023/24', '2024-02-01..2024-02-29'],
    ['July 2010-September 2010', '2010-07-01..2010-09-30'],
    ['Apr-Jun 2014', '2014-04-01..2014-06-30'],
    ['Dec-Jan 2015', '2014-12-01..2015-01-31'],
    ['1st April 2014 to 30th June 2014', '2014-04-01..2014-06-30'],
    ['01/04/2014 - 30/06/2014', '2014-04-01..2014-06-30'],
    ['Q2 2014', '2014-04-01..2014-06-30'],
    ['Q2 2014/15', '2014-07-01..2014-09-30'],
    ['2014-15 Q4', '2015-01-01..2015-03-31'],
    ['Quarter 1', '2023-04-01..2023-06-30'],
    ['2014/15', '2014-04-01..2015-03-31'],
    ['2014', '2014-01-01..2014-12-31'],
    ['P07 2014', '2014-10-01..2014-10-31'],
    ['Period 12', '2024-03-01..2024-03-31'],
    ['P13', '2024-03-01..2024-03-31'],
  ])('is read from %j', (text, expected) => expect(periodOf(text)).toBe(expected))

  it('counts ledger periods from April where the column shows it', () => {
    const plan = { ...PLAN, countsFromApril: true }
    expect(periodOf('201009', plan)).toBe('2010-12-01..2010-12-31')
    expect(periodOf('202313', plan)).toBe('2024-03-01..2024-03-31')
  })
})

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const FULL = 'January February March April May June July August September October November December'.split(
  ' ',
)
const two = (value: number): string => String(value).padStart(2, '0')
type Day = { y: number; m: number; d: number }
const STYLES: readonly ((day: Day) => string)[] = [
  ({ y, m, d }) => `${two(d)}/${two(m)}/${y}`,
  ({ y, m, d }) => `${d}/${m}/${two(y % 100)}`,
  ({ y, m, d }) => `${two(d)}-${two(m)}-${y}`,
  ({ y, m, d }) => `${d}.${m}.${two(y % 100)}`,
  ({ y, m, d }) => `${two(d)}/${two(m)}/${y} 00:00:00`,
  ({ y, m, d }) => `${y}-${two(m)}-${two(d)}`,
  ({ y, m, d }) => `${y}-${two(m)}-${two(d)}T09:30:00Z`,
  ({ y, m, d }) => `${y}/${two(m)}/${two(d)}`,
  ({ y, m, d }) => `${y}${two(m)}${two(d)}`,
  ({ y, m, d }) => `${two(d)}-${MONTHS[m - 1]}-${y}`,
  ({ y, m, d }) => `${two(d)}-${MONTHS[m - 1]}-${two(y % 100)}`,
  ({ y, m, d }) => `${d} ${FULL[m - 1]} ${y}`,
  ({ y, m, d }) => `${FULL[m - 1]} ${d}, ${y}`,
  ({ y, m, d }) => `${two(d)}${MONTHS[m - 1]?.toUpperCase()}${y}`,
  ({ y, m, d }) => String(Math.round((Date.UTC(y, m - 1, d) - Date.UTC(1899, 11, 30)) / 86_400_000)),
]

describe('any day in any supported style', () => {
  it('reads back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 14_000 }),
        fc.integer({ min: 0, max: STYLES.length - 1 }),
        (offset, style) => {
          const day = addDays('2000-01-01', offset)
          const [y = 0, m = 0, d = 0] = day.split('-').map(Number)
          expect(dayOf(STYLES[style]?.({ y, m, d }) ?? '')).toBe(day)
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii', maxLength: 70 }), (text) => void read(text)))
    fc.assert(fc.property(fc.stringMatching(/^[-0-9/ a-zA-Z.,:]{0,60}$/), (text) => void read(text)))
  })
})

describe('createDateReader', () => {
  it('tells an empty cell from one that cannot be read', () => {
    const reader = createDateReader({ date: 0 }, PLAN)
    expect(reader.read([''])).toBeNull()
    expect(reader.read(['nan'])).toBeNull()
    expect(reader.read(['soon'])).toBeUndefined()
  })

  it('joins a month with the year beside it', () => {
    const reader = createDateReader({ date: 1, year: 0 }, { ...PLAN, period: null })
    expect(reader.read(['2023/24', 'January'])?.from).toBe('2024-01-01')
    expect(reader.read(['2023', '4'])?.from).toBe('2023-04-01')
    expect(reader.read(['2023/24', '1'])?.from).toBe('2024-01-01')
  })

  it('reads bare months anew under each section title', () => {
    const reader = createDateReader({ date: 0 }, PLAN)
    expect(reader.read(['May'])?.from).toBe('2023-05-01')
    reader.setPeriod({ from: '2019-04-01', to: '2020-03-31' })
    expect(reader.read(['May'])?.from).toBe('2019-05-01')
  })
})
