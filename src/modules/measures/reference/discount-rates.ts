import type { RateBand, RateSchedule } from '../model/reference.ts'

const band = (fromYear: number, toYear: number | null, rate: string): RateBand => ({ fromYear, toYear, rate })

/** The Green Book's rates as dated data: a new edition becomes a new row, and the old one keeps its last day. */
export const DISCOUNT_RATES: readonly RateSchedule[] = [
  {
    id: 'green-book',
    title: 'Social time preference rate',
    source: 'green-book-2026',
    inForceFrom: '2003-04-01',
    inForceTo: null,
    bands: [
      band(0, 30, '0.035'),
      band(31, 75, '0.03'),
      band(76, 125, '0.025'),
      band(126, 200, '0.02'),
      band(201, 300, '0.015'),
      band(301, null, '0.01'),
    ],
  },
  {
    id: 'green-book-health',
    title: 'Social time preference rate for health and wellbeing',
    source: 'green-book-2026',
    inForceFrom: '2018-03-01',
    inForceTo: null,
    bands: [
      band(0, 30, '0.015'),
      band(31, 75, '0.0129'),
      band(76, 125, '0.0107'),
      band(126, 200, '0.0086'),
      band(201, 300, '0.0064'),
      band(301, null, '0.0043'),
    ],
  },
]
