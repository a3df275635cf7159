import type { SeededRandom } from '../seeded-random.ts'
import type { MadeUpSupplier } from '../suppliers/made-up-supplier.ts'
import type { Rhythm } from '../suppliers/trades.ts'
import { MONTH_WEIGHTS } from './spending-plan.ts'

/** An invoice before it has a day: in which month of the year (0 is April), and for about how much. */
export type PlannedInvoice = { readonly month: number; readonly pounds: number }

/** Invoices a year, fewest and most, of a supplier of usual size. */
const INVOICES: Readonly<Record<Rhythm, readonly [number, number]>> = {
  many: [52, 76],
  weekly: [20, 32],
  monthly: [12, 12],
  occasional: [4, 11],
  stages: [4, 8],
}

/** A month of the year's first so many, the busier the likelier; `pull` 0 is every month alike. */
const busyMonth = (months: number, pull: number, random: SeededRandom): number => {
  const weights = MONTH_WEIGHTS.slice(0, months).map((weight) => weight ** pull)
  let turn = random.next() * weights.reduce((sum, weight) => sum + weight, 0)
  return Math.max(
    0,
    weights.findIndex((weight) => (turn -= weight) < 0),
  )
}

/** A year's invoices of one supplier. Contracts come every month alike; the rest comes when there is money to spend. */
export const planInvoices = (
  supplier: MadeUpSupplier,
  months: number,
  random: SeededRandom,
): PlannedInvoice[] => {
  const { rhythm, invoice } = supplier.trade
  const part = months / 12
  const size = Math.sqrt(supplier.weight)
  if (rhythm === 'monthly') {
    const fee = invoice * supplier.weight * random.between(0.9, 1.1)
    return Array.from({ length: months }, (_, month) => ({
      month,
      pounds: random.chance(0.7) ? fee : fee * random.between(0.85, 1.2),
    }))
  }
  const [fewest, most] = INVOICES[rhythm]
  const count = Math.max(1, Math.round(random.whole(fewest, most) * size * part))
  const isSteady = rhythm === 'weekly' || rhythm === 'many'
  const [spread, pull] = isSteady ? [0.4, 0.35] : [0.5, 1]
  return Array.from({ length: count }, () => ({
    month: busyMonth(months, pull, random),
    pounds: invoice * size * Math.exp(spread * random.bell()),
  }))
}

/** Whether a supplier is paid in a year (0 is the first). Far suppliers lose contracts, those of the city win them. */
export const isPaidIn = (supplier: MadeUpSupplier, year: number, random: SeededRandom): boolean => {
  const turn = random.next()
  if (supplier.home === 'far' || supplier.home === 'abroad') return year < 2 || turn < 0.88
  if (supplier.home === 'city') return year >= 2 || turn < 0.85
  return turn < 0.95
}
