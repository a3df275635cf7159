import { describe, expect, it } from 'vitest'
import { lines, outline, readText, warningCodes } from './builders.ts'

const HEAD = 'Supplier,Date,Ref,Amount'
const ROWS = ['ACME LTD,01/04/2023,1,100.00', 'BETA LTD,25/04/2023,2,50.00']
const read = async (...tail: readonly string[]) => readText(lines(HEAD, ...ROWS, ...tail))

describe('a total row', () => {
  it.each([
    'Total,,,150.00',
    'TOTAL:,,,£150.00',
    'Grand Total,,,150.00',
    ',,Total,150.00',
    ',Total,,150.00',
    'Total payments for April 2023,,,150.00',
    'April 2023 Total,,,150.00',
    'Net total excluding VAT,,,150.00',
    'Sum,,,150.00',
    ',,,150.00',
    'Total,30/04/2023,,150.00',
    'Total: £150.00 excluding VAT,,,',
  ])('is known by words and sum: %s', async (row) => {
    const reading = await read(row)
    expect(outline(reading).at(-1)).toBe('4 total 150.00')
    expect(reading.tally.pence).toEqual({ payments: 15000, rejected: 0, other: 15000, printedTotal: 15000 })
    expect(warningCodes(reading)).toEqual([])
  })

  it('that differs from the rows is reported with both figures', async () => {
    const reading = await read('Total,,,160.00')
    expect(reading.tally.warnings).toEqual([
      {
        code: 'total-differs',
        message: 'The file prints a total of £160.00; its rows add up to £150.00, a difference of £10.00.',
      },
    ])
  })

  it('is compared with rejected rows counted in', async () => {
    const reading = await read('GAMMA LTD,,3,10.00', 'Total,,,160.00')
    expect(reading.tally.pence).toMatchObject({ payments: 15000, rejected: 1000, printedTotal: 16000 })
    expect(warningCodes(reading)).toEqual(['total-includes-rejects'])
  })

  it('may stand in the title', async () => {
    const reading = await readText(lines('Anytown payments,,,', 'Total spend,,,£150.00', HEAD, ...ROWS))
    expect(outline(reading)[1]).toBe('2 total 150.00')
    expect(reading.tally.pence.printedTotal).toBe(15000)
  })

  it('without words in the middle of a file is rejected when it equals nothing', async () => {
    const reading = await read(',,,77.00', 'GAMMA LTD,26/04/2023,3,1.00')
    expect(outline(reading)[3]).toBe('4 only-an-amount 77.00')
    expect(reading.tally.pence.rejected).toBe(7700)
  })

  it('that counts rows is no money', async () => {
    const reading = await read('Count,,,2', 'Number of payments,,,2', 'Total,,,150.00')
    expect(outline(reading).slice(3)).toEqual(['4 note', '5 note', '6 total 150.00'])
  })

  it('of a lone nought is an empty row', async () => {
    expect(outline(await read(',,,0.0', 'GAMMA LTD,26/04/2023,3,1.00'))[3]).toBe('4 blank 0.00')
  })
})

describe('a supplier whose name sounds like a total', () => {
  it('is a payment in a file with dates', async () => {
    const reading = await read(
      'Total Gas & Power Ltd,26/04/2023,3,150.00',
      'TOTAL,26/04/2023,4,9.00',
      'Grand Hotel,27/04/2023,5,7.00',
      'VARIOUS - TOTAL EXPENSES,28/04/2023,6,8.00',
    )
    expect(reading.tally.rows).toMatchObject({ payments: 6, other: 1 })
  })

  it('is a payment in a file without dates', async () => {
    const reading = await readText(
      lines(
        'Supplier ID,Supplier,Amount',
        '1,Total Gas & Power Ltd,100.00',
        '2,Grand Hotel,50.00',
        '3,Total Hygiene Ltd,150.00',
        '4,Balance Ltd,6.00',
        '5,TOTAL,7.00',
        ',Total,313.00',
      ),
    )
    expect(reading.tally.rows).toEqual({ source: 7, payments: 5, other: 2, rejected: 0 })
    expect(reading.tally.pence.printedTotal).toBe(31300)
    expect(warningCodes(reading)).not.toContain('total-differs')
  })
})

describe('subtotals', () => {
  it('of each supplier are no payments', async () => {
    const reading = await readText(
      lines(
        HEAD,
        'ACME LTD,01/04/2023,1,100.00',
        'ACME LTD,02/04/2023,2,50.00',
        'ACME LTD Total,,,150.00',
        'BETA LTD,25/04/2023,3,10.00',
        'BETA LTD Total,,,10.00',
        'Grand Total,,,160.00',
      ),
    )
    expect(outline(reading).filter((line) => line.includes('total'))).toEqual([
      '4 subtotal 150.00',
      '6 subtotal 10.00',
      '7 total 160.00',
    ])
    expect(reading.tally.pence).toMatchObject({ payments: 16000, printedTotal: 16000 })
  })

  it('of departments are known by their sum alone', async () => {
    const reading = await readText(
      lines(
        'Dept,Supplier,Date,Amount',
        'Parks,ACME,01/04/2023,1.00',
        'Parks,BETA,02/04/2023,2.00',
        'Parks,,,3.00',
        'Roads,GAMMA,25/04/2023,4.00',
        'Roads,DELTA,26/04/2023,5.00',
        'Roads,,,9.00',
        ',,,12.00',
      ),
    )
    expect(outline(reading).filter((line) => line.includes('total'))).toEqual([
      '4 subtotal 3.00',
      '7 subtotal 9.00',
      '8 total 12.00',
    ])
  })

  it('of pages do not stand for the whole', async () => {
    const reading = await readText(
      lines(
        'Supplier,Date,Amount',
        'ACME,01/04/2023,1.00',
        'BETA,25/04/2023,2.00',
        'Page Total,,3.00',
        'GAMMA,26/04/2023,4.00',
        'Page Total,,4.00',
        'Report Total,,7.00',
      ),
    )
    expect(reading.tally.pence.printedTotal).toBe(700)
  })

  it('that equal nothing are reported', async () => {
    const reading = await read('Sub total,,,149.00', 'Total,,,150.00')
    expect(reading.tally.warnings).toEqual([
      { code: 'subtotals-differ', message: '1 subtotal does not equal the rows above (first: row 4).' },
    ])
  })

  it('in a report grouped by payee leave the payee to the rows below its heading', async () => {
    const reading = await readText(
      lines(
        HEAD,
        'ACME LTD,,,',
        ',01/04/2023,1,100.00',
        ',02/04/2023,2,50.00',
        'Total ACME LTD,,,150.00',
        'BETA LTD,,,',
        ',25/04/2023,3,10.00',
        ',26/04/2023,4,10.00',
        'Total BETA LTD,,,20.00',
        'Grand Total,,,170.00',
      ),
    )
    expect(outline(reading)).toEqual([
      '1 header',
      '2 group',
      '3 2023-04-01 ACME LTD 100.00',
      '4 2023-04-02 ACME LTD 50.00',
      '5 subtotal 150.00',
      '6 group',
      '7 2023-04-25 BETA LTD 10.00',
      '8 2023-04-26 BETA LTD 10.00',
      '9 subtotal 20.00',
      '10 total 170.00',
    ])
  })
})

describe('what follows the rows', () => {
  it('is notes', async () => {
    const reading = await read(
      '',
      '"This data is published under the Open Government Licence v3.0, with redactions.",,,',
      'Source: finance system',
      '* Redacted under the Data Protection Act',
    )
    expect(outline(reading).slice(3)).toEqual(['4 blank', '5 note', '6 note', '7 note'])
  })

  it('may be a summary by department, which is not paid twice', async () => {
    const reading = await readText(
      lines(
        'Supplier,Dept,Date,Amount',
        'ACME,Parks,01/04/2023,1.00',
        'BETA,Roads,25/04/2023,2.00',
        'Total,,,3.00',
        ',,,',
        'Summary by department,,,',
        'Parks,,,1.00',
        'Roads,,,2.00',
      ),
    )
    expect(reading.tally).toMatchObject({
      rows: { source: 8, payments: 2, other: 6, rejected: 0 },
      pence: { payments: 300, rejected: 0 },
    })
  })
})
