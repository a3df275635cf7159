import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from './builders.ts'

/** Random files with junk between the payments: whatever comes, every row is accounted for, and every penny. */

const NAMES = [
  'ACME LTD',
  'Beta & Sons',
  'Total Gas & Power Ltd',
  'Grand Hotel',
  'Smith, Jones',
  'Redacted Personal Data',
  'Anytown Council',
]
const money = (pence: number): string =>
  `${pence < 0 ? '-' : ''}${Math.floor(Math.abs(pence) / 100)}.${String(Math.abs(pence) % 100).padStart(2, '0')}`

type Row =
  | { kind: 'payment'; name: string; day: number; pence: number }
  | { kind: 'rejected'; name: string; pence: number; date: string }
  | { kind: 'other'; cells: readonly string[] }

const row: fc.Arbitrary<Row> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('payment' as const),
      name: fc.constantFrom(...NAMES),
      day: fc.integer({ min: 1, max: 30 }),
      pence: fc.integer({ min: -9_999_999, max: 99_999_999 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rejected' as const),
      name: fc.constantFrom('ACME LTD', 'Beta & Sons'),
      pence: fc.integer({ min: 1, max: 99_999_999 }),
      date: fc.constantFrom('', '31/02/2023', 'n.k.'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      { kind: 'other' as const, cells: [] },
      { kind: 'other' as const, cells: ['', '', '', ''] },
      { kind: 'other' as const, cells: ['Supplier', 'Date', 'Ref', 'Amount'] },
      { kind: 'other' as const, cells: ['Note: amounts are shown without VAT.'] },
      { kind: 'other' as const, cells: ['Page 2 of 9', '', '', ''] },
    ),
  },
)

type Style = {
  delimiter: string
  newline: string
  quoteAll: boolean
  thousands: boolean
  bom: boolean
  title: boolean
  total: boolean
}
const style: fc.Arbitrary<Style> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
  thousands: fc.boolean(),
  bom: fc.boolean(),
  title: fc.boolean(),
  total: fc.boolean(),
})

const cellsOf = (one: Row, index: number, { thousands }: Style): readonly string[] => {
  if (one.kind === 'other') return one.cells
  const amount = thousands ? money(one.pence).replace(/\B(?=(\d{3})+\.)/g, ',') : money(one.pence)
  const date = one.kind === 'rejected' ? one.date : `${String(one.day).padStart(2, '0')}/04/2023`
  return [one.name, date, `R${index}`, amount]
}

const write = (
  rows: readonly (readonly string[])[],
  { delimiter, newline, quoteAll, bom }: Style,
): string => {
  const quoted = (cell: string): string =>
    quoteAll || cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
  return (
    (bom ? '\ufeff' : '') + rows.map((cells) => cells.map(quoted).join(delimiter)).join(newline) + newline
  )
}

describe('any file of payments and junk', () => {
  it('adds up, in rows and in pence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), style, async (rows, how) => {
        const anchor: Row = { kind: 'payment', name: 'ACME LTD', day: 25, pence: 12_345 }
        const all = [anchor, anchor, ...rows]
        const payments = all.filter((one) => one.kind === 'payment')
        const rejected = all.filter((one) => one.kind === 'rejected')
        const sum = (some: readonly { pence: number }[]): number =>
          some.reduce((total, { pence }) => total + pence, 0)
        const total = sum(payments) + sum(rejected)
        const table = [
          ...(how.title ? [['Anytown Council spend, April 2023', '', '', '']] : []),
          ['Supplier', 'Date', 'Ref', 'Amount'],
          ...all.map((one, index) => cellsOf(one, index, how)),
          ...(how.total ? [['Total', '', '', money(total)]] : []),
        ]
        const { tally } = await readText(write(table, how))
        expect(tally.rows).toEqual({
          source: table.length,
          payments: payments.length,
          rejected: rejected.length,
          other: table.length - payments.length - rejected.length,
        })
        expect(tally.pence.payments).toBe(sum(payments))
        expect(tally.pence.rejected).toBe(sum(rejected))
        if (how.total) expect(tally.pence.printedTotal).toBe(total)
        expect(tally.warnings.map(({ code }) => code)).not.toContain('total-differs')
      }),
      { numRuns: 250 },
    )
  })
})
