import type { PlainDate } from '../../../kernel/plain-date.ts'

/** The three divisions for which bank holidays are published. */
export const DIVISIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const
type Division = (typeof DIVISIONS)[number]

/**
 * Bank holidays as GOV.UK publishes them (substitute days included), month and day by year. Crown copyright,
 * Open Government Licence v3.0. Proclamations can add days: put them in when they are made. Copies from before
 * February 2026 lack Scotland's 15 June 2026, proclaimed on 3 February 2026 under s.1(3) of the Banking and Financial
 * Dealings Act 1971 (https://www.gov.scot/news/world-cup-bank-holiday-confirmed).
 */
export const BANK_HOLIDAYS_SOURCE = 'https://www.gov.uk/bank-holidays.json'
export const BANK_HOLIDAYS_FROM: PlainDate = '2024-01-01'
export const BANK_HOLIDAYS_UNTIL: PlainDate = '2027-12-31'

const BY_YEAR: Readonly<Record<Division, Readonly<Record<number, string>>>> = {
  'england-and-wales': {
    2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
    2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
    2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  },
  scotland: {
    2024: '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26',
    2025: '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26',
    2026: '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28',
    2027: '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28',
  },
  'northern-ireland': {
    2024: '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26',
    2025: '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26',
    2026: '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
    2027: '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28',
  },
}

const daysOf = (division: Division): PlainDate[] =>
  Object.entries(BY_YEAR[division]).flatMap(([year, days]) =>
    days.split(' ').map((day): PlainDate => `${year}-${day}`),
  )

export const BANK_HOLIDAYS: Readonly<Record<Division, ReadonlySet<PlainDate>>> = {
  'england-and-wales': new Set(daysOf('england-and-wales')),
  scotland: new Set(daysOf('scotland')),
  'northern-ireland': new Set(daysOf('northern-ireland')),
}
