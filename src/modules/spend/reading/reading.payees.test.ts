import { describe, expect, it } from 'vitest'
import { lines, outline, readText, warningCodes } from './builders.ts'

const HEAD = 'Supplier,Date,Ref,Amount'
describe('payees', () => {
  it('that are empty or kept back stay payments', async () => {
    const reading = await readText(
      lines(
        'Supplier,Date,Amount',
        'Redacted Personal Data,01/04/2023,1.00',
        ',25/04/2023,2.00',
        'nan,26/04/2023,3.00',
        'xxxx,27/04/2023,0.00',
      ),
    )
    expect(outline(reading)).toEqual([
      '1 header',
      '2 2023-04-01 redacted 1.00',
      '3 2023-04-25 unnamed 2.00',
      '4 2023-04-26 unnamed 3.00',
      '5 2023-04-27 redacted 0.00',
    ])
    expect(reading.payments[1]?.payeeName).toBe('')
    expect(reading.payments[0]?.payeeName).toBe('Redacted Personal Data')
  })

  it('that are empty here and there are never filled from the row above', async () => {
    const reading = await readText(
      lines(
        HEAD,
        'ZETA,01/04/2023,1,1.00',
        ',02/04/2023,2,1.00',
        'BETA,03/04/2023,3,1.00',
        ',04/04/2023,4,1.00',
        'CETA,05/04/2023,5,1.00',
        ',25/04/2023,6,1.00',
        'BETA,25/04/2023,7,1.00',
        'EPS,25/04/2023,8,1.00',
      ),
    )
    expect(reading.payments.filter((row) => row.payeeFlag === 'unnamed')).toHaveLength(3)
  })

  it('in order but not each once are not filled from the row above either', async () => {
    const names = ['ACME', 'ACME', '', 'BETA', '', 'BETA', 'CETA', '', 'DELTA', 'EPS', 'ETA']
    const reading = await readText(
      lines(HEAD, ...names.map((name, i) => `${name},${i + 13}/04/2023,${i},1.00`)),
    )
    expect(reading.payments.filter((row) => row.payeeFlag === 'unnamed')).toHaveLength(3)
  })

  it('printed once each, in order, are carried down', async () => {
    const names = ['ACME', '', 'BETA', '', 'CETA', '', 'DELTA', 'EPS', 'ETA']
    const reading = await readText(
      lines(HEAD, ...names.map((name, i) => `${name},${i + 13}/04/2023,${i},1.00`)),
    )
    expect(reading.payments.map((row) => row.payeeName)).toEqual([
      'ACME',
      'ACME',
      'BETA',
      'BETA',
      'CETA',
      'CETA',
      'DELTA',
      'EPS',
      'ETA',
    ])
    expect(warningCodes(reading)).toContain('payees-grouped')
  })

  it('of a pivot table are its row labels', async () => {
    const reading = await readText(
      lines(
        'Row Labels,Sum of Amount',
        'ACME LTD,100.50',
        'BETA LTD,200.25',
        '(blank),10.00',
        'Grand Total,310.75',
      ),
      'April 2023.csv',
    )
    expect(reading.tally).toMatchObject({
      rows: { source: 5, payments: 3, other: 2, rejected: 0 },
      pence: { payments: 31075, printedTotal: 31075 },
    })
  })

  const OF_TWO_BODIES = lines(
    'OrganisationLabel,BeneficiaryName,PaymentDate,Amount',
    'Anytown Council,ACME,01/04/2023,1.00',
    'Anyford Council,BETA,25/04/2023,2.00',
    ',,Total,3.00',
  )

  it('of several bodies are told apart by the body', async () => {
    const reading = await readText(OF_TWO_BODIES)
    expect(reading.payments.map((row) => row.body)).toEqual(['Anytown Council', 'Anyford Council'])
    expect(reading.tally.warnings).toContainEqual({
      code: 'several-bodies',
      message:
        'The file holds the payments of 2 bodies: Anytown Council (1); Anyford Council (1). All are counted; correct the layout to count one of them.',
    })
  })

  it('of one body are counted alone where that is asked for, and every row is accounted for', async () => {
    const reading = await readText(OF_TWO_BODIES, 'payments.csv', { body: 'anyford  council ' })
    expect(reading.payments.map((row) => row.payeeName)).toEqual(['BETA'])
    expect(reading.tally).toMatchObject({
      rows: { source: 4, payments: 1, other: 3, rejected: 0 },
      pence: { payments: 200, printedTotal: 300 },
    })
    expect(reading.tally.warnings.map(({ code }) => code)).toEqual(['body-chosen'])
  })

  it('of a body that no row names are none, and the names are told', async () => {
    const reading = await readText(OF_TWO_BODIES, 'payments.csv', { body: 'Elsewhere' })
    expect(reading.payments).toEqual([])
    expect(reading.tally.warnings).toContainEqual({
      code: 'body-not-found',
      message:
        'No row names the body “Elsewhere”, so no payment is counted. The file names: Anytown Council (1); Anyford Council (1).',
    })
  })
})
