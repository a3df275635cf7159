import type { PlainDate } from '../../../kernel/plain-date.ts'
import { csvFile } from '../files/csv-text.ts'
import { inMarkedUtf8, plainPounds } from '../files/written-values.ts'
import { seededRandom } from '../seeded-random.ts'
import type { Home, MadeUpSupplier } from '../suppliers/made-up-supplier.ts'
import { monthsOfYear, workingDaysOf } from './working-days.ts'

/** How an anchor buys: how much of its custom goes where, and what it pays a month. */
type AnchorPlan = {
  readonly seed: number
  readonly pounds: number
  readonly homes: Readonly<Record<Home, number>>
  readonly departments: readonly string[]
}

const FIRST_YEARS = [2024, 2025] as const
const INVOICES_A_MONTH = 26

/** By the anchor's slug. The college has handed in nothing yet. */
const PLANS: Readonly<Record<string, AnchorPlan>> = {
  'northmere-hospitals': {
    seed: 11_235,
    pounds: 3_900_000,
    homes: { city: 0.1, county: 0.15, region: 0.25, far: 0.46, abroad: 0.04 },
    departments: ['Estates', 'Clinical supplies', 'Corporate services'],
  },
  'university-of-northmere': {
    seed: 81_321,
    pounds: 1_700_000,
    homes: { city: 0.18, county: 0.14, region: 0.2, far: 0.4, abroad: 0.08 },
    departments: ['Estates', 'Faculties', 'Library and IT'],
  },
  'lanternhill-homes': {
    seed: 34_558,
    pounds: 900_000,
    homes: { city: 0.34, county: 0.26, region: 0.2, far: 0.2, abroad: 0 },
    departments: ['Repairs', 'Development'],
  },
}

type Line = {
  readonly day: PlainDate
  readonly supplier: MadeUpSupplier
  readonly pence: number
  readonly department: string
}

const linesOf = (suppliers: readonly MadeUpSupplier[], plan: AnchorPlan): Line[] => {
  const random = seededRandom(plan.seed)
  const registered = suppliers.filter((supplier) => supplier.isRegistered)
  const homes = Object.entries(plan.homes).filter(([home]) => registered.some((one) => one.home === home))
  return FIRST_YEARS.flatMap((year, at) =>
    monthsOfYear(year).flatMap((month) => {
      const days = workingDaysOf(month)
      return Array.from({ length: INVOICES_A_MONTH }, () => {
        let turn = random.next() * homes.reduce((sum, [, share]) => sum + share, 0)
        const [home] = homes.find(([, share]) => (turn -= share) < 0) ?? homes[0] ?? ['city']
        // A little more with the city's own each year.
        const growth = home === 'city' && at > 0 ? 1.25 : 1
        return {
          day: random.pick(days),
          supplier: random.pick(registered.filter((one) => one.home === home)),
          pence: Math.round(((plan.pounds * 100) / INVOICES_A_MONTH) * random.between(0.4, 1.6) * growth),
          department: random.pick(plan.departments),
        }
      })
    }),
  )
}

/** An anchor's payments of two years as a file; undefined for one that has handed nothing in. */
export const anchorFile = (slug: string, suppliers: readonly MadeUpSupplier[]): Buffer | undefined => {
  const plan = PLANS[slug]
  if (!plan) return undefined
  return inMarkedUtf8(
    csvFile([
      ['Date', 'Supplier', 'Company number', 'Postcode', 'Amount', 'Department', 'Category', 'Reference'],
      ...linesOf(suppliers, plan).map((line, at) => [
        line.day,
        line.supplier.name,
        line.supplier.companyNumber ?? '',
        line.supplier.postcode,
        plainPounds(line.pence),
        line.department,
        line.supplier.trade.category,
        `A${700_000 + at}`,
      ]),
    ]),
  )
}
