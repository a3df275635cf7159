import type { PolicyRule } from '../rules/central-government.ts'

const pounds = (amount: number): number => amount * 100

/** What central government has to do, by the day a procurement commences and its value including VAT. Councils are not bound. */
export const CENTRAL_GOVERNMENT_RULES: readonly PolicyRule[] = [
  {
    id: 'ppn-002',
    title: 'PPN 002',
    source: 'ppn-002',
    commencesFrom: '2025-10-01',
    bands: [{ fromPence: 0, minimumPercent: 10, indicators: 0 }],
  },
  {
    id: 'ppn-026',
    title: 'PPN 026',
    source: 'ppn-026',
    commencesFrom: '2027-01-01',
    bands: [
      { fromPence: pounds(1_000_000), minimumPercent: 10, indicators: 0 },
      { fromPence: pounds(5_000_000), minimumPercent: 20, indicators: 3 },
    ],
  },
]
