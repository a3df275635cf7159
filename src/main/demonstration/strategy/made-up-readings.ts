/** Readings of three years as a spreadsheet would hold them: short name, place, day, figure, source, note. */
type Series = {
  readonly priority: string
  readonly place: string
  readonly source: string
  /** From the end of March 2024 on, one a half-year. */
  readonly values: readonly string[]
}

const DAYS = ['2024-03-31', '2024-09-30', '2025-03-31', '2025-09-30', '2026-03-31', '2026-09-30'] as const

const CENSUS = 'Contract monitoring returns'
const SURVEY = 'Housing stock survey'

const series = (priority: string, place: string, source: string, ...values: string[]): Series => ({
  priority,
  place,
  source,
  values,
})

const SERIES: readonly Series[] = [
  series('fair-pay-in-every-contract', '', CENSUS, '60', '61.5', '64', '66', '69', '71'),
  series(
    'a-first-job-for-young-people',
    '',
    'Careers service count',
    '9.6',
    '9.5',
    '9.1',
    '8.8',
    '8.6',
    '8.3',
  ),
  series(
    'a-first-job-for-young-people',
    'Bellwharf',
    'Careers service count',
    '14.2',
    '14',
    '13.1',
    '12.4',
    '11.8',
    '11.2',
  ),
  series(
    'a-first-job-for-young-people',
    'Cattlegate',
    'Careers service count',
    '12.8',
    '12.9',
    '12.7',
    '12.2',
    '12',
    '11.9',
  ),
  series('warm-homes', '', SURVEY, '46', '45.2', '44', '42.5', '40.6', '39.4'),
  series('warm-homes', 'Bellwharf', SURVEY, '58', '57', '55', '52', '48', '46'),
  series('warm-homes', 'Oldminster', SURVEY, '51', '50.5', '50', '49.5', '48.8', '48.1'),
  series('fewer-people-alone', '', 'Residents’ survey', '12.9', '', '12.2', '', '11.6', ''),
  series(
    'more-of-our-money-stays-here',
    '',
    'Payments of the council, placed by postcode',
    '40.1',
    '40.8',
    '42.6',
    '43.9',
    '45.8',
    '46.3',
  ),
  series('apprenticeships-that-last', '', 'Training providers’ returns', '55', '', '58', '', '61', ''),
  series('cleaner-journeys', '', 'Mileage returns', '4010', '', '3760', '', '3390', ''),
]

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The file that the analyst hands in. */
export const readingsFile = (): string => {
  const rows = SERIES.flatMap(({ priority, place, source, values }) =>
    values.flatMap((value, at) =>
      value === '' ? [] : [`${priority},${place},${DAYS[at]},${value},${quoted(source)},`],
    ),
  )
  return ['priority,place,date,value,source,note', ...rows, ''].join('\r\n')
}
