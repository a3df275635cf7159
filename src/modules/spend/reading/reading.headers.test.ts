import { describe, expect, it } from 'vitest'
import { lines, outline, type Reading, readText, warningCodes } from './builders.ts'

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
const headerRowsOf = ({ detected }: Reading) => detected.layout.parts[0]?.headerRows

const TWO_ROWS = ['2 2023-04-01 ACME LTD 1.00', '3 2023-04-25 BETA LTD 2.00']

describe('the header', () => {
  it('of the local government schema is understood', async () => {
    const reading = await readText(
      lines(
        'Body Name,Body,Date,Transaction Number,Amount,Supplier Name,Supplier ID,Expense Area,Service Label,Expenditure Category Code',
        'Anyshire Council,http://example.org/anyshire,01/04/2023,T1,1.00,ACME LTD,S1,Adults,Home Care,E12',
        'Anyshire Council,http://example.org/anyshire,25/04/2023,T2,2.00,BETA LTD,S2,Adults,Home Care,E12',
      ),
    )
    expect(rolesOf(reading)).toEqual({
      body: 'Body Name',
      bodyCode: 'Body',
      date: 'Date',
      reference: 'Transaction Number',
      amount: 'Amount',
      payee: 'Supplier Name',
      supplierId: 'Supplier ID',
      department: 'Expense Area',
      service: 'Service Label',
      categoryCode: 'Expenditure Category Code',
    })
    expect(reading.payments[0]).toMatchObject({
      body: 'Anyshire Council',
      bodyCode: 'http://example.org/anyshire',
      supplierId: 'S1',
      department: 'Adults',
      service: 'Home Care',
      reference: 'T1',
      categoryCode: 'E12',
    })
  })

  it('of body and body name that hold each other’s content is put right', async () => {
    const reading = await readText(
      lines(
        'Body Name,Body,Date,Amount,Supplier',
        'http://example.org/anyton,Anyton Council,01/04/2023,1.00,ACME LTD',
        'http://example.org/anyton,Anyton Council,25/04/2023,2.00,BETA LTD',
      ),
    )
    expect(rolesOf(reading)).toMatchObject({ body: 'Body', bodyCode: 'Body Name' })
  })

  it.each([
    [
      'typing errors',
      'Directotate,Suplier Nmae,Ammount,Dtae',
      'Parks,ACME LTD,1.00,01/04/2023',
      'Parks,BETA LTD,2.00,25/04/2023',
    ],
    [
      'camel case',
      'OrganisationalUnit,BeneficiaryName,NetAmount,PaymentDate',
      'Parks,ACME LTD,1.00,01/04/2023',
      'Parks,BETA LTD,2.00,25/04/2023',
    ],
    [
      'words written as one',
      'DEPT,VENDORNAME,NETAMT,PAYDATE',
      'Parks,ACME LTD,1.00,20230401',
      'Parks,BETA LTD,2.00,20230425',
    ],
    [
      'line breaks',
      '"Service\nArea","Supplier\nName","Net\nAmount (£)","Date\nPaid"',
      'Parks,ACME LTD,1.00,01/04/2023',
      'Parks,BETA LTD,2.00,25/04/2023',
    ],
    [
      'other words for the same',
      'Portfolio,Creditor,Value (Exc VAT),Clearing Date',
      'Parks,ACME LTD,1.00,01/04/2023',
      'Parks,BETA LTD,2.00,25/04/2023',
    ],
    [
      'columns left empty',
      'Service,Payee,,Spend (£),,Paid',
      'Parks,ACME LTD,,1.00,,01/04/2023',
      'Parks,BETA LTD,,2.00,,25/04/2023',
    ],
    [
      'unknown words',
      'Wo,Wer,Wieviel,Wann',
      'Parks,ACME LTD,1.00,01/04/2023',
      'Parks,BETA LTD,2.00,25/04/2023',
    ],
  ])('with %s is understood', async (_, header, first, second) => {
    const reading = await readText(lines(header, first, second))
    expect(outline(reading)).toEqual(['1 header', ...TWO_ROWS])
  })

  it('may take two rows', async () => {
    const reading = await readText(
      lines(
        'Supplier,,Payment,,',
        'Name,Number,Date,Reference,Amount',
        'ACME,1,01/04/2023,R1,1.00',
        'BETA,2,25/04/2023,R2,2.00',
      ),
    )
    expect(headerRowsOf(reading)).toEqual([1, 2])
    expect(rolesOf(reading)).toMatchObject({
      payee: 'Supplier Name',
      supplierId: 'Supplier Number',
      date: 'Payment Date',
    })
    expect(warningCodes(reading)).toContain('header-in-two-rows')
  })

  it('may stand below titles, notes and blank rows', async () => {
    const reading = await readText(
      lines(
        'Anytown Council',
        'Expenditure exceeding £500',
        '',
        'Month:,April 2023',
        'Contact:,finance@example.org',
        '',
        'Supplier Name,Date Paid,Total (excl. VAT)',
        'ACME,01/04/2023,1.00',
        'BETA,25/04/2023,2.00',
      ),
    )
    expect(headerRowsOf(reading)).toEqual([7])
    expect(outline(reading)).toEqual([
      '1 title',
      '2 title',
      '3 blank',
      '4 title',
      '5 title',
      '6 blank',
      '7 header',
      '8 2023-04-01 ACME 1.00',
      '9 2023-04-25 BETA 2.00',
    ])
  })

  it('may be missing', async () => {
    const reading = await readText(
      lines(
        '01/04/2023,ACME LTD,Parks,1.00',
        '25/04/2023,BETA SERVICES LTD,Roads,2.00',
        '26/04/2023,Anyford Council,Parks,-3.50',
      ),
    )
    expect(headerRowsOf(reading)).toBeNull()
    expect(rolesOf(reading)).toMatchObject({ date: '#1', payee: '#2', amount: '#4' })
    expect(outline(reading)).toEqual([
      '1 2023-04-01 ACME LTD 1.00',
      '2 2023-04-25 BETA SERVICES LTD 2.00',
      '3 2023-04-26 Anyford Council -3.50',
    ])
    expect(warningCodes(reading)).toContain('header-missing')
  })

  it('may be repeated on every page', async () => {
    const reading = await readText(
      lines(
        'Supplier,Date,Amount',
        'ACME,01/04/2023,1.00',
        'Page 1 of 2,,',
        'Supplier,Date,Amount',
        'BETA,25/04/2023,2.00',
        'Page 2 of 2,,',
      ),
    )
    expect(outline(reading)).toEqual([
      '1 header',
      '2 2023-04-01 ACME 1.00',
      '3 note',
      '4 repeated-header',
      '5 2023-04-25 BETA 2.00',
      '6 note',
    ])
  })

  it('may be repeated in words that nobody knows', async () => {
    const reading = await readText(
      lines(
        'Wo,Wer,Wieviel,Wann',
        'Parks,ACME LTD,1.00,01/04/2023',
        'Wo,Wer,Wieviel,Wann',
        'Parks,BETA LTD,2.00,25/04/2023',
      ),
    )
    expect(outline(reading)[2]).toBe('3 repeated-header')
  })

  it('may change in the middle of the file', async () => {
    const reading = await readText(
      lines(
        'Supplier,Date,Amount',
        'ACME,01/04/2023,1.00',
        'BETA,25/04/2023,2.00',
        'Date,Supplier Name,Ref,Amount',
        '01/05/2023,GAMMA,R1,3.00',
      ),
    )
    expect(outline(reading).at(-1)).toBe('5 2023-05-01 GAMMA 3.00')
    expect(warningCodes(reading)).toContain('columns-change')
  })

  it('may stand one column too far left, where row numbers have no header', async () => {
    const reading = await readText(
      lines('Supplier,Date,Amount', '0,ACME LTD,01/04/2023,1.00', '1,BETA LTD,25/04/2023,2.00'),
    )
    expect(outline(reading)).toEqual(['1 header', ...TWO_ROWS])
  })

  it('whose supplier identifiers are names gives names', async () => {
    const reading = await readText(
      lines(
        'Supplier ID(T),Updated,Amount',
        'Best Care Services Ltd,2023-04-01,1.00',
        'North Town Council,2023-04-25,2.00',
      ),
    )
    expect(rolesOf(reading).payee).toBe('Supplier ID(T)')
  })
})
