import type { Pence } from '../../../../kernel/money.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { ACT_FROM } from '../row.ts'

/** An amount for procurements that commenced in a span of days. All include VAT (Procurement Act 2023 s.123(2)). */
export type DatedAmount = {
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly pence: Pence
  readonly instrument: string
}

const FIRST = 'S.I. 2025/163 reg. 3'
const SECOND = 'S.I. 2025/1200'
const NEXT: PlainDate = '2026-01-01'
const pounds = (amount: number): Pence => amount * 100
const revised = (before: number, after: number): DatedAmount[] => [
  { from: ACT_FROM, until: '2025-12-31', pence: pounds(before), instrument: FIRST },
  { from: NEXT, until: null, pence: pounds(after), instrument: SECOND },
]

export type ThresholdRow = {
  readonly row: number
  readonly id: string
  readonly contractType: string
  readonly amounts: readonly DatedAmount[]
}

/** The table in Schedule 1 paragraph 1. Rows 4 to 6 need a utility activity; rows 1 to 3 and 11 are not for councils. */
export const THRESHOLDS: readonly ThresholdRow[] = [
  {
    row: 1,
    id: 'threshold.defence_works',
    contractType: 'defence and security works',
    amounts: revised(5_372_609, 5_193_000),
  },
  {
    row: 2,
    id: 'threshold.defence_concession',
    contractType: 'defence and security concession',
    amounts: revised(5_372_609, 5_193_000),
  },
  {
    row: 3,
    id: 'threshold.defence_other',
    contractType: 'other defence and security contract',
    amounts: revised(429_809, 415_440),
  },
  {
    row: 4,
    id: 'threshold.utilities_works',
    contractType: 'utilities works',
    amounts: revised(5_372_609, 5_193_000),
  },
  {
    row: 5,
    id: 'threshold.utilities_light_touch',
    contractType: 'utilities light touch services',
    amounts: revised(884_720, 884_720),
  },
  {
    row: 6,
    id: 'threshold.utilities_other',
    contractType: 'other utilities contract',
    amounts: revised(429_809, 415_440),
  },
  {
    row: 7,
    id: 'threshold.light_touch_concession',
    contractType: 'light touch concession',
    amounts: revised(5_372_609, 5_372_609),
  },
  {
    row: 8,
    id: 'threshold.light_touch',
    contractType: 'light touch services',
    amounts: revised(663_540, 663_540),
  },
  { row: 9, id: 'threshold.concession', contractType: 'concession', amounts: revised(5_372_609, 5_193_000) },
  { row: 10, id: 'threshold.works', contractType: 'works', amounts: revised(5_372_609, 5_193_000) },
  {
    row: 11,
    id: 'threshold.goods_services_central',
    contractType: 'goods or services for central government',
    amounts: revised(139_688, 135_018),
  },
  {
    row: 12,
    id: 'threshold.goods_services_subcentral',
    contractType: 'goods or services for a council',
    amounts: revised(214_904, 207_720),
  },
]

/** Amounts follow the world trade agreement and change every second January. */
export const THRESHOLDS_EXPECTED_TO_CHANGE_ON: PlainDate = '2028-01-01'

/**
 * From these amounts a below-threshold works tender may shortlist on suitability (s.85(3)). In 2025 the amounts of the
 * Act as passed still stood: S.I. 2025/163 left them out by oversight, as the note to S.I. 2025/1200 tells.
 */
export const SUITABILITY_WORKS = {
  subCentral: [
    {
      from: ACT_FROM,
      until: '2025-12-31',
      pence: pounds(213_477),
      instrument: 'Procurement Act 2023 as passed',
    },
    { from: NEXT, until: null, pence: pounds(207_720), instrument: SECOND },
  ],
  central: [
    {
      from: ACT_FROM,
      until: '2025-12-31',
      pence: pounds(138_760),
      instrument: 'Procurement Act 2023 as passed',
    },
    { from: NEXT, until: null, pence: pounds(135_018), instrument: SECOND },
  ],
} as const satisfies Record<string, readonly DatedAmount[]>

/** Amounts that trigger single duties. `comparator` says whether the amount itself is caught. */
export const TRIGGERS = {
  notifiable: { pence: pounds(30_000), comparator: '>=' },
  notifiableCentral: { pence: pounds(12_000), comparator: '>=' },
  pipelineSpend: { pence: pounds(100_000_000), comparator: '>' },
  pipelineContract: { pence: pounds(2_000_000), comparator: '>' },
  kpi: { pence: pounds(5_000_000), comparator: '>' },
  contractCopy: { pence: pounds(5_000_000), comparator: '>' },
  modificationCopy: { pence: pounds(5_000_000), comparator: '>' },
  payment: { pence: pounds(30_000), comparator: '>' },
  codeSpend: { pence: pounds(500), comparator: '>' },
  codeContract: { pence: pounds(5_000), comparator: '>' },
  ppn024: { pence: pounds(1_000_000), comparator: '>' },
  ppn026: { pence: pounds(1_000_000), comparator: '>=' },
} as const
export type Trigger = (typeof TRIGGERS)[keyof typeof TRIGGERS]

/** Whether an amount sets off a trigger. */
export const triggers = (pence: Pence, trigger: Trigger): boolean =>
  trigger.comparator === '>' ? pence > trigger.pence : pence >= trigger.pence

/** The amount for a procurement that commenced on a day, or undefined before the first. */
export const amountOn = (amounts: readonly DatedAmount[], day: PlainDate): DatedAmount | undefined =>
  amounts.find(({ from, until }) => day >= from && (until === null || day <= until))
