import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinInvoices, type PaymentLine, withPaidDays } from './join-invoices.ts'
import { type Invoice, paidOnTime } from './paid-on-time.ts'

const invoice = (facts: Partial<Invoice> = {}): Invoice => ({
  number: 'INV-0042',
  receivedOn: '2026-04-01',
  paidOn: null,
  amountPence: 100_000,
  isDisputed: false,
  ...facts,
})
const line = (facts: Partial<PaymentLine> = {}): PaymentLine => ({
  fileName: 'q1.csv',
  rowNumber: 7,
  importId: 'i',
  paidOn: '2026-04-20',
  amountPence: 100_000,
  reference: 'inv 0042',
  ...facts,
})

describe('an invoice', () => {
  test.each([
    ['of the same number and amount is paid', [line()], 'agreed', '2026-04-20'],
    [
      'paid in parts is paid with the last',
      [line({ amountPence: 40_000 }), line({ amountPence: 60_000, paidOn: '2026-05-02' })],
      'agreed',
      '2026-05-02',
    ],
    ['whose payment has no day has none', [line({ paidOn: null })], 'agreed', null],
    [
      'of the same number and another amount is to be looked at',
      [line({ amountPence: 120_000 })],
      'other-amount',
      null,
    ],
    ['of the same amount only is to be looked at', [line({ reference: null })], 'same-amount', null],
    ['of the same amount under another reference too', [line({ reference: 'PO 9' })], 'same-amount', null],
    ['that no payment is like has none', [line({ reference: 'PO 9', amountPence: 1 })], 'none', null],
  ] as const)('%s', (_, lines, how, paidOn) =>
    expect(joinInvoices([invoice()], lines)).toMatchObject([{ how, paidOn }]),
  )

  test('does not get the payment of another invoice, though the amount is the same', () => {
    const joined = joinInvoices([invoice(), invoice({ number: 'INV-0043' })], [line()])
    expect(joined.map(({ how }) => how)).toEqual(['agreed', 'none'])
  })

  test('without letters or digits is not taken for a payment without a reference', () =>
    expect(joinInvoices([invoice({ number: '-', amountPence: 1 })], [line({ reference: '' })])).toMatchObject(
      [{ how: 'none' }],
    ))

  test('keeps the day that its list gives, and takes one where the list has none', () => {
    const invoices = [invoice({ paidOn: '2026-06-01' }), invoice({ number: 'INV-0043' })]
    const joined = joinInvoices(invoices, [line(), line({ reference: 'INV0043', paidOn: '2026-04-30' })])
    const days = withPaidDays(invoices, joined)
    expect(days.map(({ paidOn }) => paidOn)).toEqual(['2026-06-01', '2026-04-30'])
    expect(paidOnTime(days, '2026-07-01')).toMatchObject({ inTime: 1, late: 1, overdue: 0 })
  })

  test('is paid only where number and amount agree', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            reference: fc.constantFrom('INV-0042', 'X', null),
            amountPence: fc.integer({ min: 1, max: 3 }),
          }),
        ),
        fc.integer({ min: 1, max: 6 }),
        (lines, amountPence) => {
          const [found] = joinInvoices(
            [invoice({ amountPence })],
            lines.map((one) => line(one)),
          )
          const named = lines.filter(({ reference }) => reference === 'INV-0042')
          const sum = named.reduce((all, one) => all + one.amountPence, 0)
          expect(found?.how === 'agreed').toBe(named.length > 0 && sum === amountPence)
          expect(found?.paidOn === null || found?.how === 'agreed').toBe(true)
        },
      ),
    ))
})
