import type { ContractText } from '#contracts'
import type { MadeUpPayment } from '../payments/made-up-payment.ts'
import { seededRandom } from '../seeded-random.ts'
import type { MadeUpSupplier } from '../suppliers/made-up-supplier.ts'

const CONTRACT_SEED = 27_182
const HOW_MANY = 25

const STARTS = ['2023-04-01', '2024-04-01', '2024-10-01', '2025-04-01', '2026-04-01'] as const
const YEARS = [2, 3, 4, 5] as const

const lastDay = (startsOn: string, years: number): string => {
  const end = new Date(Date.UTC(Number(startsOn.slice(0, 4)) + years, Number(startsOn.slice(5, 7)) - 1, 0))
  return end.toISOString().slice(0, 10)
}

/** What each supplier that stands in the companies register was paid in a year, on average of the years there are. */
const paidAYear = (payments: readonly MadeUpPayment[]): Map<MadeUpSupplier, number> => {
  const sums = new Map<MadeUpSupplier, number>()
  const days = payments.map(({ paidOn }) => paidOn).sort()
  const years = Math.max(1, Number(days.at(-1)?.slice(0, 4)) - Number(days[0]?.slice(0, 4)))
  for (const { supplier, pence } of payments)
    if (supplier?.companyNumber && supplier.isRegistered)
      sums.set(supplier, (sums.get(supplier) ?? 0) + pence / years)
  return sums
}

const CAPITALS = ['Adult Social Care and Health', 'Corporate Resources'] as const
const managerOf = (department: string): string =>
  (CAPITALS as readonly string[]).includes(department)
    ? `${department}: contracts`
    : `Contract manager, ${department}`

/** The contracts of Northmere with its largest suppliers: to come, running, ending and ended. */
export const madeUpContracts = (payments: readonly MadeUpPayment[]): ContractText[] => {
  const random = seededRandom(CONTRACT_SEED)
  const largest = [...paidAYear(payments)]
    .sort(([a, x], [b, y]) => y - x || a.number - b.number)
    .slice(0, HOW_MANY)
  return largest.map(([supplier, pence], at): ContractText => {
    const startsOn = at === HOW_MANY - 1 ? '2027-04-01' : random.pick(STARTS)
    const years = random.pick(YEARS)
    const { trade } = supplier
    return {
      reference: `NC-${String(at + 1).padStart(4, '0')}`,
      title: `${trade.category}, ${startsOn.slice(0, 4)} to ${Number(startsOn.slice(0, 4)) + years}`,
      description: `${trade.descriptions.join(', ')} (${trade.service}).`,
      department: trade.department,
      lot: random.chance(0.2) ? String(random.whole(1, 3)) : '',
      supplierName: supplier.name,
      supplierNumber: { scheme: 'GB-COH', number: supplier.companyNumber ?? '' },
      valuePence: Math.round((pence * years * random.between(0.9, 1.15)) / 100_000) * 100_000,
      startsOn,
      endsOn: at % 12 === 7 ? null : lastDay(startsOn, years),
      manager: managerOf(trade.department),
      supplierContact: 'Social value lead',
      cpv: [],
    }
  })
}
