import type { CarbonSeries } from '../model/reference.ts'

type Row = readonly [year: number, low: string, central: string, high: string]

// biome-ignore format: a table
const ROWS: readonly Row[] = [
  [2020, '126.6', '253.19', '379.79'], [2021, '128.52', '257.05', '385.57'],
  [2022, '130.48', '260.96', '391.44'], [2023, '132.47', '264.93', '397.4'],
  [2024, '134.48', '268.97', '403.45'], [2025, '136.53', '273.06', '409.6'],
  [2026, '138.61', '277.22', '415.83'], [2027, '140.72', '281.44', '422.17'],
  [2028, '142.87', '285.73', '428.6'], [2029, '145.04', '290.08', '435.12'],
  [2030, '147.25', '294.5', '441.75'], [2031, '149.49', '298.98', '448.48'],
  [2032, '151.77', '303.54', '455.31'], [2033, '154.08', '308.16', '462.24'],
  [2034, '156.43', '312.85', '469.28'], [2035, '158.81', '317.62', '476.42'],
  [2036, '161.23', '322.45', '483.68'], [2037, '163.68', '327.36', '491.05'],
  [2038, '166.17', '332.35', '498.52'], [2039, '168.71', '337.41', '506.12'],
  [2040, '171.27', '342.55', '513.82'], [2041, '173.84', '347.69', '521.53'],
  [2042, '176.45', '352.9', '529.35'], [2043, '179.1', '358.2', '537.29'],
  [2044, '181.78', '363.57', '545.35'], [2045, '184.51', '369.02', '553.53'],
  [2046, '187.28', '374.56', '561.84'], [2047, '190.09', '380.18', '570.26'],
  [2048, '192.94', '385.88', '578.82'], [2049, '195.83', '391.67', '587.5'],
  [2050, '198.77', '397.54', '596.31'],
]

/**
 * Pounds per tonne of CO2e for appraisal, by the year of the emission, in prices of 2022: what it costs to stay on
 * the path to the national target, not the damage done and not a traded price. The older table in prices of 2020 is
 * left out on purpose: uprated, it is about 2 % higher, because the deflator was revised between the two.
 */
export const CARBON_VALUES: CarbonSeries = {
  id: 'desnz-carbon-values-2023-11',
  source: 'desnz-carbon-2023-11',
  priceYear: '2022',
  points: ROWS.map(([year, low, central, high]) => ({ year, low, central, high })),
}
