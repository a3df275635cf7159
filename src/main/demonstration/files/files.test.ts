import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import {
  detectLayout,
  type PaymentRow,
  type ReadingTally,
  readPayments,
} from '../../../modules/spend/reading/reading.ts'
import { drawDistricts } from '../geography/draw-places.ts'
import { makePostcodes } from '../geography/postcodes.ts'
import { makePayments } from '../payments/make-payments.ts'
import { makeSuppliers } from '../suppliers/make-suppliers.ts'
import { type MadeUpFile, paymentFiles } from './payment-files.ts'
import { bracketedPounds, groupedPounds, plainPounds, slashedDay, wordedDay } from './written-values.ts'

const payments = makePayments(makeSuppliers(makePostcodes(drawDistricts())))
const files = paymentFiles(payments)
const folder = mkdtempSync(join(tmpdir(), 'goldthread-made-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Read = { tally: ReadingTally; rows: PaymentRow[] }

const read = async (name: RegExp): Promise<Read> => {
  const file = files.find((candidate) => name.test(candidate.name)) as MadeUpFile
  const path = join(folder, file.name)
  writeFileSync(path, await file.write())
  const detected = await detectLayout({ path, name: file.name })
  if (!detected.ok) throw new Error(detected.message)
  const rows: PaymentRow[] = []
  let tally: ReadingTally | undefined
  for await (const batch of readPayments({ path, name: file.name }, detected.layout)) {
    rows.push(...batch.payments)
    tally = batch.tally
  }
  return { tally: tally as ReadingTally, rows }
}

const madeBetween = (from: string, to: string) =>
  payments.filter(({ paidOn }) => paidOn >= from && paidOn <= to)
const penceOf = (some: readonly { readonly pence: number }[]): number =>
  some.reduce((sum, { pence }) => sum + pence, 0)
const warningsOf = ({ tally }: Read): string[] => tally.warnings.map(({ code }) => code)

describe('the product reads every made-up file to the penny', () => {
  test.each([
    ['an old quarter with titles, a total and £ in Windows-1252', /2023-24-Q1/, '2023-04-01', '2023-06-30'],
    ['an old quarter with credits in brackets', /2023-24-Q4/, '2024-01-01', '2024-03-31'],
    ['a workbook', /xlsx$/, '2024-04-01', '2025-03-31'],
    ['a quarter of the ledger in use', /2025-26-Q2\.csv/, '2025-07-01', '2025-09-30'],
    ['a month that stands in a quarter too', /2026-03/, '2026-03-01', '2026-03-31'],
  ])('%s', async (_what, name, from, to) => {
    const made = madeBetween(from, to)
    const found = await read(name)
    expect(found.tally.rows).toMatchObject({ payments: made.length, rejected: 0 })
    expect(found.tally.pence.payments).toBe(penceOf(made))
    expect(found.rows.map((row) => [row.paidOn, row.amountPence])).toEqual(
      made.map(({ paidOn, pence }) => [paidOn, pence]),
    )
  })

  test('a total that is £18.40 short is told', async () => {
    const found = await read(/2023-24-Q2/)
    expect(warningsOf(found)).toContain('total-differs')
    expect(found.tally.pence.payments - (found.tally.pence.printedTotal ?? 0)).toBe(1840)
  })

  test('six spoilt rows are rejected, repeated headers are no payments, and no penny is lost', async () => {
    const made = madeBetween('2023-10-01', '2023-12-31')
    const found = await read(/2023-24-Q3/)
    expect(found.tally.rows).toMatchObject({ payments: made.length - 6, rejected: 6 })
    expect(warningsOf(found)).toContain('headers-repeated')
    expect(found.tally.pence.printedTotal).toBe(penceOf(made))
  })

  test('purchase cards are small sums under the names of shops', async () => {
    const found = await read(/Purchase-cards/)
    expect(found.tally.rows).toMatchObject({ payments: 360, rejected: 0 })
    expect(Math.max(...found.rows.map((row) => row.amountPence))).toBeLessThan(100_000)
    expect(new Set(found.rows.map((row) => row.payeeName)).size).toBeGreaterThan(10)
  })

  test('names of persons are withheld in every ledger', async () => {
    for (const name of [/2023-24-Q1/, /xlsx$/, /2025-26-Q1/]) {
      const { rows } = await read(name)
      expect(rows.filter((row) => row.payeeFlag === 'redacted').length).toBeGreaterThan(100)
    }
  })
})

test('files come out the same each time; of the workbook its rows do, as a ZIP file holds the hour', async () => {
  for (const file of paymentFiles(payments)) {
    if (file.name.endsWith('.xlsx')) continue
    expect(
      Buffer.compare(
        await file.write(),
        await (files.find(({ name }) => name === file.name) as MadeUpFile).write(),
      ),
    ).toBe(0)
  }
  const [one, two] = [await read(/xlsx$/), await read(/xlsx$/)]
  expect(one.rows).toEqual(two.rows)
})

test('sums of money are written exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9e12, max: 9e12 }), (pence) => {
      const plain = plainPounds(pence)
      expect(plain).toMatch(/^-?\d+\.\d\d$/)
      expect(BigInt(plain.replace('.', ''))).toBe(BigInt(pence))
      expect(groupedPounds(pence).replaceAll(',', '')).toBe(plain)
      expect(groupedPounds(pence)).toMatch(/^-?\d{1,3}(?:,\d{3})*\.\d\d$/)
      expect(bracketedPounds(pence)).toBe(pence < 0 ? `(${groupedPounds(-pence)})` : groupedPounds(pence))
    }),
  )
  expect([plainPounds(5), plainPounds(-5), groupedPounds(123_456_789)]).toEqual([
    '0.05',
    '-0.05',
    '1,234,567.89',
  ])
})

test('days are written as ledgers and banks write them', () => {
  expect([slashedDay('2026-11-02'), wordedDay('2026-11-02')]).toEqual(['02/11/2026', '02-Nov-26'])
})
