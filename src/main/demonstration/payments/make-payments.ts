import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type SeededRandom, seededRandom } from '../seeded-random.ts'
import type { MadeUpSupplier } from '../suppliers/made-up-supplier.ts'
import { isPaidIn, planInvoices } from './invoice-schedule.ts'
import type { MadeUpPayment } from './made-up-payment.ts'
import { SPENDING_PLAN, type YearPlan } from './spending-plan.ts'
import { monthsOfYear, workingDaysOf } from './working-days.ts'

const PAYMENT_SEED = 14_142
/** The council publishes what it pays over £250; a credit note may be less. */
const LEAST_PENCE = 25_000
const CREDIT_NOTES = 0.011
/** Payments to carers and families a month: names of persons are never published. */
const WITHHELD_A_MONTH = 58

type Unscaled = Omit<MadeUpPayment, 'pence' | 'reference'> & {
  readonly pounds: number
  readonly group: string
}

/** The days of a year's months, so that a payment can be put on one. */
const daysOf = (plan: YearPlan): PlainDate[][] =>
  monthsOfYear(plan.firstYear).slice(0, plan.months).map(workingDaysOf)

const paySupplier = (
  supplier: MadeUpSupplier,
  plan: YearPlan,
  days: readonly PlainDate[][],
  random: SeededRandom,
): Unscaled[] => {
  const { department, service, category, descriptions, isCapital } = supplier.trade
  return planInvoices(supplier, plan.months, random).map(({ month, pounds }) => ({
    supplier,
    paidOn: random.pick(days[month] ?? []),
    pounds,
    group: supplier.isRegistered ? supplier.home : 'unregistered',
    department,
    service,
    category,
    description: random.pick(descriptions),
    isCapital: isCapital === true,
  }))
}

const WITHHELD_KINDS = [
  {
    department: 'Children and Education',
    service: 'Children looked after',
    category: 'Fostering and adoption allowances',
    description: 'Allowance',
  },
  {
    department: 'Adult Social Care and Health',
    service: 'Care at home',
    category: 'Direct payments',
    description: 'Direct payment',
  },
  {
    department: 'Housing and Communities',
    service: 'Homelessness',
    category: 'Housing support',
    description: 'Rent deposit',
  },
] as const

const payPersons = (days: readonly PlainDate[][], random: SeededRandom): Unscaled[] =>
  days.flatMap((month) =>
    Array.from({ length: WITHHELD_A_MONTH }, () => ({
      supplier: null,
      paidOn: random.pick(month),
      pounds: 1400 * Math.exp(0.5 * random.bell()),
      group: 'withheld',
      ...random.pick(WITHHELD_KINDS),
      isCapital: false,
    })),
  )

/** What one planned pound comes to in each group, so that the groups get the shares of the plan. */
const scalesOf = (planned: readonly Unscaled[], plan: YearPlan): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const { group, pounds } of planned) sums.set(group, (sums.get(group) ?? 0) + pounds)
  return new Map(
    Object.entries(plan.shares).map(([group, share]) => [
      group,
      (share * plan.pounds) / (sums.get(group) ?? 1),
    ]),
  )
}

type Priced = Omit<MadeUpPayment, 'reference'>

const withPrices = (planned: readonly Unscaled[], plan: YearPlan): Priced[] => {
  const scales = scalesOf(planned, plan)
  return planned.map(({ pounds, group, ...payment }) => ({
    ...payment,
    pence: Math.max(LEAST_PENCE, Math.round(pounds * (scales.get(group) ?? 1) * 100)),
  }))
}

/** Some invoices were wrong; the credit comes within six weeks, before the year is out. */
const creditNotes = (
  payments: readonly Priced[],
  days: readonly PlainDate[][],
  random: SeededRandom,
): Priced[] => {
  const all = days.flat()
  return payments.flatMap((payment) => {
    if (payment.supplier === null || !random.chance(CREDIT_NOTES)) return []
    const at = all.indexOf(payment.paidOn) + random.whole(3, 30)
    const paidOn = all[Math.min(at, all.length - 1)] as PlainDate
    const part = random.chance(0.4) ? 1 : random.between(0.05, 0.5)
    return [
      {
        ...payment,
        paidOn,
        pence: -Math.round(payment.pence * part),
        description: `Credit: ${payment.description}`,
      },
    ]
  })
}

const payYear = (
  suppliers: readonly MadeUpSupplier[],
  plan: YearPlan,
  year: number,
  random: SeededRandom,
): Priced[] => {
  const days = daysOf(plan)
  const paid = suppliers.filter((supplier) => isPaidIn(supplier, year, random))
  const planned = [
    ...paid.flatMap((supplier) => paySupplier(supplier, plan, days, random)),
    ...payPersons(days, random),
  ]
  const payments = withPrices(planned, plan)
  return [...payments, ...creditNotes(payments, days, random)]
}

const FIRST_REFERENCE = 5_100_000

/** All payments of three and a half financial years, in the order of their days. */
export const makePayments = (suppliers: readonly MadeUpSupplier[]): MadeUpPayment[] => {
  const random = seededRandom(PAYMENT_SEED)
  return SPENDING_PLAN.flatMap((plan, year) => payYear(suppliers, plan, year, random))
    .toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0))
    .map((payment, at) => ({ ...payment, reference: String(FIRST_REFERENCE + at * 3) }))
}
