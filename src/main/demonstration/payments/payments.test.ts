import { describe, expect, test } from 'vitest'
import { type FinancialYear, financialYearDays, financialYearOf } from '../../../kernel/financial-year.ts'
import { drawDistricts } from '../geography/draw-places.ts'
import { makePostcodes } from '../geography/postcodes.ts'
import { makeSuppliers } from '../suppliers/make-suppliers.ts'
import type { MadeUpPayment } from './made-up-payment.ts'
import { makePayments } from './make-payments.ts'
import { SPENDING_PLAN } from './spending-plan.ts'
import { monthsOfYear, workingDaysOf } from './working-days.ts'

const suppliers = makeSuppliers(makePostcodes(drawDistricts()))
const payments = makePayments(suppliers)

const groupOf = ({ supplier }: MadeUpPayment): string =>
  supplier === null ? 'withheld' : supplier.isRegistered ? supplier.home : 'unregistered'
const sumOf = (some: readonly MadeUpPayment[]): number => some.reduce((sum, { pence }) => sum + pence, 0)
const inYear = (year: FinancialYear): MadeUpPayment[] =>
  payments.filter(({ paidOn }) => financialYearOf(paidOn) === year)

describe('the payments', () => {
  test('come out the same each time', () => expect(makePayments(suppliers)).toEqual(payments))

  test('are about 20,000', () => expect(Math.abs(payments.length - 20_400)).toBeLessThan(400))

  test('are whole pence, over £250 unless they are credits', () => {
    for (const { pence } of payments) {
      expect(Number.isSafeInteger(pence)).toBe(true)
      expect(pence < 0 || pence >= 25_000).toBe(true)
    }
    const credits = payments.filter(({ pence }) => pence < 0)
    expect(credits.length).toBeGreaterThan(100)
    for (const credit of credits) expect(credit.description).toMatch(/^Credit: /)
  })

  test('fall on working days, in the order of their numbers', () => {
    for (const { paidOn } of payments) expect(workingDaysOf(paidOn.slice(0, 7))).toContain(paidOn)
    for (const [at, payment] of payments.entries()) {
      const before = payments[at - 1]
      if (!before) continue
      expect(before.paidOn <= payment.paidOn && before.reference < payment.reference).toBe(true)
    }
  })

  test.each(SPENDING_PLAN.map((plan) => [plan.firstYear, plan] as const))(
    'of the year from April %i come to what the plan says, group by group',
    (firstYear, plan) => {
      const year: FinancialYear = `${firstYear}/${(firstYear + 1) % 100}`
      const paid = inYear(year)
      expect(sumOf(paid) / 100 / plan.pounds).toBeCloseTo(1, 1)
      expect(paid.every(({ paidOn }) => paidOn >= financialYearDays(year).from)).toBe(true)
      for (const [group, share] of Object.entries(plan.shares)) {
        const part = sumOf(paid.filter((payment) => groupOf(payment) === group)) / sumOf(paid)
        expect(Math.abs(part - share), `${group}: ${part} instead of ${share}`).toBeLessThan(0.005)
      }
    },
  )

  test('go to the city more and more: a fifth in the first year, three tenths in the third', () => {
    const shares = (['2023/24', '2024/25', '2025/26'] as const).map((year) => {
      const paid = inYear(year)
      return sumOf(paid.filter((payment) => groupOf(payment) === 'city')) / sumOf(paid)
    })
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares[0]).toBeLessThan(0.22)
    expect(shares[2]).toBeGreaterThan(0.3)
  })

  test('pile up in March', () => {
    for (const year of [2023, 2024, 2025]) {
      const months = monthsOfYear(year).map((month) =>
        sumOf(payments.filter(({ paidOn }) => paidOn.startsWith(month))),
      )
      expect(Math.max(...months)).toBe(months.at(-1))
    }
  })
})

test('a financial year runs from April to March', () => {
  const months = monthsOfYear(2025)
  expect([months[0], months[8], months[9], months[11]]).toEqual(['2025-04', '2025-12', '2026-01', '2026-03'])
})

test('nobody is paid at a weekend, at Christmas or on New Year’s Day', () => {
  expect(workingDaysOf('2025-12')).not.toContain('2025-12-25')
  expect(workingDaysOf('2025-12')).not.toContain('2025-12-26')
  expect(workingDaysOf('2025-12')).not.toContain('2025-12-27')
  expect(workingDaysOf('2026-01')[0]).toBe('2026-01-02')
})
