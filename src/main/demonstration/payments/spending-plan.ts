import type { Home } from '../suppliers/made-up-supplier.ts'

/** What the council pays suppliers in one financial year, and where. */
export type YearPlan = {
  /** The year it begins in. */
  readonly firstYear: number
  /** How many months of it have been paid. */
  readonly months: number
  readonly pounds: number
  readonly shares: Readonly<Record<Home | 'unregistered' | 'withheld', number>>
}

const plan = (
  firstYear: number,
  months: number,
  pounds: number,
  city: number,
  county: number,
  region: number,
): YearPlan => {
  const [abroad, unregistered, withheld] = [0.01, 0.046, 0.036]
  const far = 1 - city - county - region - abroad - unregistered - withheld
  return { firstYear, months, pounds, shares: { city, county, region, far, abroad, unregistered, withheld } }
}

/**
 * More each year with suppliers of the city, less with far ones: the way of Preston, where the city's share of what
 * its anchors spend rose from 14 % to 28 % between 2012 and 2016, a little faster.
 */
export const SPENDING_PLAN: readonly YearPlan[] = [
  plan(2023, 12, 56_000_000, 0.2, 0.15, 0.15),
  plan(2024, 12, 58_500_000, 0.262, 0.155, 0.145),
  plan(2025, 12, 61_000_000, 0.32, 0.16, 0.135),
  plan(2026, 7, 36_800_000, 0.335, 0.16, 0.135),
]

/** How busy each month is, from April: budgets are spent before they lapse in March. */
export const MONTH_WEIGHTS: readonly number[] = [0.7, 0.8, 0.95, 1, 0.9, 1, 1.05, 1.05, 0.9, 0.95, 1.3, 2.6]
