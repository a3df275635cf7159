import type { WageRate } from '../model/reference.ts'

const legal = (from: string, to: string, hourly: string, who = 'aged 21 and over'): WageRate => ({
  kind: 'legal-minimum',
  place: 'uk',
  who,
  from,
  to,
  hourly,
  source: 'minimum-wage-2026',
})

const living = (
  place: 'uk' | 'london',
  from: string,
  to: string,
  hourly: string,
  source: string,
): WageRate => ({
  kind: 'real-living-wage',
  place,
  who: 'aged 18 and over',
  from,
  to,
  hourly,
  source,
})

const median = (kind: WageRate['kind'], who: string, hourly: string): WageRate => ({
  kind,
  place: 'uk',
  who,
  from: '2025-04-01',
  to: '2026-03-31',
  hourly,
  source: 'ons-ashe-2025',
})

/**
 * Hourly rates and the days they hold: the legal minimum of the main age group by April, the real Living Wage from
 * the May by which it has to be in pay. The rounds between were not obtained and are left out.
 */
export const WAGES: readonly WageRate[] = [
  legal('2023-04-01', '2024-03-31', '10.42', 'aged 23 and over'),
  legal('2025-04-01', '2026-03-31', '12.21'),
  legal('2026-04-01', '2027-03-31', '12.71'),
  living('uk', '2024-05-01', '2025-04-30', '12.00', 'real-living-wage-2023'),
  living('london', '2024-05-01', '2025-04-30', '13.15', 'real-living-wage-2023'),
  living('uk', '2026-05-01', '2027-04-30', '13.45', 'real-living-wage-2025'),
  living('london', '2026-05-01', '2027-04-30', '14.80', 'real-living-wage-2025'),
  median('median', 'all employees', '17.96'),
  median('median-professional', 'professional occupations', '26.11'),
  median('median-administrative', 'administrative occupations', '15.20'),
]
