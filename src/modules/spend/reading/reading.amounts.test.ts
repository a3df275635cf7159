import { describe, expect, it } from 'vitest'
import { lines, outline, readText, warningCodes } from './builders.ts'

describe('the amount', () => {
  it('is read in every style within one file', async () => {
    const written = [
      '£ -',
      '"1,234.50-"',
      '"(1,234.50)"',
      '-£12.00',
      '"""£1,234.56 """',
      '\u00a01\u00a0234.50',
      '–5.00',
      '100.00CR',
      '1.5E+03',
      '12.345',
    ]
    const reading = await readText(
      lines('Date,Supplier,Amount', ...written.map((amount, i) => `${i + 13}/04/2023,S${i},${amount}`)),
    )
    expect(reading.payments.map((row) => row.amountPence)).toEqual([
      0, -123450, -123450, -1200, 123456, 123450, -500, -10000, 150000, 1235,
    ])
    expect(warningCodes(reading)).toEqual(expect.arrayContaining(['amounts-rounded', 'amounts-exponent']))
  })

  it('without VAT wins over the one with VAT', async () => {
    const reading = await readText(
      lines(
        'Date,Supplier,Gross Amount,VAT,Net Amount',
        '01/04/2023,ACME,120.00,20.00,100.00',
        '25/04/2023,BETA,12.00,2.00,10.00',
      ),
    )
    const [part] = reading.detected.layout.parts
    expect(part?.amount).toMatchObject({
      basis: 'net',
      alternatives: [{ header: 'Gross Amount', basis: 'gross' }],
    })
    expect(reading.payments.map((row) => [row.amountPence, row.vatPence])).toEqual([
      [10000, 2000],
      [1000, 200],
    ])
  })

  it('without VAT is told by sums where the headers do not say', async () => {
    const reading = await readText(
      lines(
        'Date,Supplier,Invoice Amount,VAT,Payment',
        '01/04/2023,ACME,120.00,20.00,100.00',
        '25/04/2023,BETA,12.00,2.00,10.00',
      ),
    )
    expect(reading.payments.map((row) => row.amountPence)).toEqual([10000, 1000])
  })

  it('with VAT is taken, and said so, where there is no other', async () => {
    const reading = await readText(
      lines('Date,Supplier,Amount (inc VAT)', '01/04/2023,ACME,120.00', '25/04/2023,BETA,12.00'),
    )
    expect(reading.detected.layout.parts[0]?.amount.basis).toBe('gross')
    expect(warningCodes(reading)).toContain('amount-gross')
  })

  it('is debit less credit, whichever way credits are written', async () => {
    const plain = await readText(
      lines('Date,Supplier,Debit,Credit', '01/04/2023,ACME,100.00,30.00', '25/04/2023,BETA,,20.00'),
    )
    const negative = await readText(
      lines('Date,Supplier,Debit,Credit', '01/04/2023,ACME,100.00,-30.00', '25/04/2023,BETA,0.00,-20.00'),
    )
    for (const reading of [plain, negative])
      expect(reading.payments.map((row) => row.amountPence)).toEqual([7000, -2000])
    expect(warningCodes(plain)).toContain('amount-debit-credit')
  })

  it.each(['DR/CR', 'Document Type'])('takes its sign from a column of marks (%s)', async (header) => {
    const [debit, credit] = header === 'DR/CR' ? ['DR', 'CR'] : ['Invoice', 'Credit Note']
    const reading = await readText(
      lines(
        `Date,Supplier,Amount,${header}`,
        `01/04/2023,ACME,100.00,${debit}`,
        `25/04/2023,BETA,20.00,${credit}`,
        `26/04/2023,BETA,-5.00,${credit}`,
      ),
    )
    expect(reading.payments.map((row) => row.amountPence)).toEqual([10000, -2000, -500])
    expect(warningCodes(reading)).toContain('credit-notes-signed')
  })

  it('with a decimal comma is understood where the whole column proves it', async () => {
    const reading = await readText(
      lines('Supplier;Date;Amount', 'ACME;01/04/2023;1.234,50', 'BETA;25/04/2023;2,00'),
    )
    expect(reading.payments.map((row) => row.amountPence)).toEqual([123450, 200])
  })

  it('cut at a comma without quotes is joined again', async () => {
    const reading = await readText(
      lines(
        'Date,Supplier,Amount,Dept',
        '01/04/2023,ACME,1,234.50,Parks',
        '02/04/2023,BETA,500.00,Parks',
        '13/04/2023,GAMMA,12,000.00,Roads',
        '14/04/2023,DELTA,600.00,Roads',
      ),
    )
    expect(reading.payments.map((row) => [row.amountPence, row.department])).toEqual([
      [123450, 'Parks'],
      [50000, 'Parks'],
      [1200000, 'Roads'],
      [60000, 'Roads'],
    ])
    expect(warningCodes(reading)).toContain('amounts-rejoined')
  })

  it('is not taken from the wrong cell when a name is cut at a comma', async () => {
    const reading = await readText(
      lines(
        'Date,Supplier,ID,Amount',
        '01/04/2023,Smith, Jones & Co,123,100.00',
        '02/04/2023,BETA,124,500.00',
        '13/04/2023,GAMMA,125,100.00',
        '14/04/2023,DELTA,126,600.00',
      ),
    )
    expect(outline(reading)[1]).toBe('2 2023-04-01 Smith, Jones & Co 100.00')
    expect(warningCodes(reading)).toContain('rows-realigned')
  })

  it('in another money is rejected, never added up', async () => {
    const reading = await readText(
      lines('Supplier,Date,Amount', 'ACME,01/04/2023,1.00', 'BETA,25/04/2023,€2.00', 'GAMMA,26/04/2023,3.00'),
    )
    expect(outline(reading)[2]).toBe('3 amount-not-pounds')
    expect(reading.tally.pence.payments).toBe(400)
  })

  it('over month columns is the total, or the sum where there is none', async () => {
    const withTotal = await readText(
      lines(
        'Supplier,Apr-23,May-23,Total',
        'ACME LTD,100.00,200.00,300.00',
        'BETA LTD,,10.00,10.00',
        'Total,100.00,210.00,310.00',
      ),
    )
    const without = await readText(
      lines('Supplier,Apr-23,May-23', 'ACME LTD,100.00,200.00', 'BETA LTD,,10.00'),
    )
    const period = '2023-04-01..2023-05-31'
    expect(outline(withTotal)).toEqual([
      '1 header',
      `2 ${period} ACME LTD 300.00`,
      `3 ${period} BETA LTD 10.00`,
      '4 total 310.00',
    ])
    expect(outline(without)).toEqual([
      '1 header',
      `2 ${period} ACME LTD 300.00`,
      `3 ${period} BETA LTD 10.00`,
    ])
  })

  it('keeps every penny of large files of small numbers', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `S${i},25/04/2023,0.1`)
    const reading = await readText(lines('Supplier,Date,Amount', ...rows, 'Total,,1000.00'))
    expect(reading.tally.pence).toMatchObject({ payments: 100_000, printedTotal: 100_000 })
    expect(warningCodes(reading)).toEqual([])
  })
})
