import { describe, expect, it } from 'vitest'
import { lines, outline, type Reading, readText } from './builders.ts'

/** Which header stands behind each role. */
const rolesOf = ({ detected }: Reading): Record<string, string> => {
  const [part] = detected.layout.parts
  return Object.fromEntries(
    Object.entries(part?.columns ?? {}).map(([role, column]) => [
      role,
      part?.headers[column] || `#${column + 1}`,
    ]),
  )
}

describe('the choice among several columns', () => {
  it('prefers the payment date to others', async () => {
    const reading = await readText(
      lines(
        'Invoice Date,Effective Date,Payment Date,Supplier,Amount',
        '01/03/2023,30/04/2023,01/04/2023,ACME,1.00',
        '25/03/2023,30/04/2023,25/04/2023,BETA,2.00',
      ),
    )
    expect(rolesOf(reading).date).toBe('Payment Date')
  })

  it('takes the invoice date where the payment date is hardly ever filled', async () => {
    const reading = await readText(
      lines(
        'Payment Date,Invoice Date,Supplier,Amount',
        ',01/04/2023,ACME,1.00',
        ',25/04/2023,BETA,2.00',
        '26/04/2023,26/04/2023,GAMMA,3.00',
      ),
    )
    expect(outline(reading)).toEqual([
      '1 header',
      '2 2023-04-01 ACME 1.00',
      '3 2023-04-25 BETA 2.00',
      '4 2023-04-26 GAMMA 3.00',
    ])
  })

  it('tells capital and revenue from a category by the content', async () => {
    const reading = await readText(
      lines(
        'Supplier,Date,Amount,Type,Expense Type',
        'ACME,01/04/2023,1.00,Revenue,Agency Staff',
        'BETA,25/04/2023,2.00,Capital,Works',
      ),
    )
    expect(rolesOf(reading)).toMatchObject({ expenseType: 'Type', category: 'Expense Type' })
    expect(reading.payments.map((row) => row.expenseType)).toEqual(['revenue', 'capital'])
  })

  it('keeps company, charity and VAT registration numbers apart', async () => {
    const reading = await readText(
      lines(
        'Supplier Name,Company Reg No,Charity No.,VAT Reg No,Post Code,Amount,Date',
        'ACME,01234567,,GB123456789,AB1 2CD,1.00,01/04/2023',
        'BETA,,1012345,,M1 1AA,2.00,25/04/2023',
      ),
    )
    expect(
      reading.payments.map(({ companyNumber, charityNumber, postcode, vatPence }) => [
        companyNumber,
        charityNumber,
        postcode,
        vatPence,
      ]),
    ).toEqual([
      ['01234567', null, 'AB1 2CD', null],
      [null, '1012345', 'M1 1AA', null],
    ])
  })

  it('leaves out a code that belongs to another label', async () => {
    const reading = await readText(
      lines(
        'Expenditure Category,Detailed Expenditure Type,Detailed Expenditure Code,Date,Supplier,Amount',
        'Supplies,Operational Materials,205,01/04/2023,ACME,1.00',
        'Transport,Fuel,310,25/04/2023,BETA,2.00',
      ),
    )
    expect(rolesOf(reading)).toMatchObject({
      category: 'Expenditure Category',
      description: 'Detailed Expenditure Type',
    })
    expect(rolesOf(reading).categoryCode).toBeUndefined()
  })
})
