import { describe, expect, it } from 'vitest'
import { lines, outline, readText, warningCodes } from './builders.ts'

const withDates = (...dates: readonly string[]): string =>
  lines('Date,Supplier,Amount', ...dates.map((date, i) => `${date},S${i},1.00`))
const partOf = (reading: Awaited<ReturnType<typeof readText>>) => reading.detected.layout.parts[0]

describe('day and month', () => {
  it.each([
    ['day-first', ['01/04/2023', '25/04/2023'], '2023-04-01'],
    ['month-first', ['04/01/2023', '04/25/2023'], '2023-04-01'],
  ] as const)('are %s where one row proves it', async (order, dates, first) => {
    const reading = await readText(withDates(...dates))
    expect(partOf(reading)).toMatchObject({ dateOrder: order, dateOrderEvidence: 'certain' })
    expect(reading.payments[0]?.paidOn).toBe(first)
  })

  it('are day first, with a warning, where nothing tells', async () => {
    const reading = await readText(withDates('04/01/2023', '05/06/2023'))
    expect(reading.payments[0]?.paidOn).toBe('2023-01-04')
    expect(warningCodes(reading)).toContain('date-order-assumed')
  })

  it('follow the period that the file name gives', async () => {
    const reading = await readText(
      withDates('04/01/2023', '04/12/2023', '04/03/2023'),
      'spend april 2023.csv',
    )
    expect(partOf(reading)).toMatchObject({ dateOrder: 'month-first', dateOrderEvidence: 'likely' })
    expect(reading.payments.map((row) => row.paidOn)).toEqual(['2023-04-01', '2023-04-12', '2023-04-03'])
  })

  it('follow the number that stays the same, as the month of a monthly file does', async () => {
    const reading = await readText(
      withDates('04/01/2023', '04/12/2023', '04/03/2023', '04/05/2023', '04/06/2023'),
    )
    expect(partOf(reading)).toMatchObject({ dateOrder: 'month-first', dateOrderEvidence: 'likely' })
  })

  it('are settled by a row far behind the first ones', async () => {
    const early = Array.from({ length: 60_000 }, (_, i) => `0${(i % 9) + 1}/0${((i * 7) % 9) + 1}/2023`)
    const reading = await readText(withDates(...early, '12/31/2023'))
    expect(partOf(reading)).toMatchObject({ dateOrder: 'month-first', dateOrderEvidence: 'certain' })
    expect(reading.tally.rows.rejected).toBe(0)
  })

  it('are not guessed row by row: what cannot be read in the order of the column is rejected', async () => {
    const reading = await readText(withDates('13/04/2023', '25/04/2023', '04/26/2023'))
    expect(outline(reading)).toEqual([
      '1 header',
      '2 2023-04-13 S0 1.00',
      '3 2023-04-25 S1 1.00',
      '4 date-unreadable 1.00',
    ])
    expect(warningCodes(reading)).toContain('date-order-mixed')
  })
})

describe('dates', () => {
  it('of several kinds may stand in one column', async () => {
    const reading = await readText(
      withDates('13/04/2023', '45041', '2023-04-26', '27-Apr-23', '28/04/2023 00:00'),
    )
    expect(reading.payments.map((row) => row.paidOn)).toEqual([
      '2023-04-13',
      '2023-04-25',
      '2023-04-26',
      '2023-04-27',
      '2023-04-28',
    ])
  })

  it('that are missing or unreadable reject the row, with its money', async () => {
    const reading = await readText(
      lines(
        'Date,Supplier,Ref,Amount',
        '01/04/2023,ACME,1,1.00',
        ',BETA,2,2.00',
        '32/04/2023,GAMMA,3,3.00',
        '25/04/2023,DELTA,4,4.00',
      ),
    )
    expect(outline(reading)).toEqual([
      '1 header',
      '2 2023-04-01 ACME 1.00',
      '3 date-missing 2.00',
      '4 date-unreadable 3.00',
      '5 2023-04-25 DELTA 4.00',
    ])
    expect(reading.rejects[1]?.message).toBe('The date “32/04/2023” cannot be read as a day or a period.')
    expect(reading.tally.pence).toMatchObject({ payments: 500, rejected: 500 })
  })

  it('may be periods', async () => {
    const reading = await readText(withDates('July 2010-September 2010', 'Apr-21', '2021-04', 'Q2 2014/15'))
    expect(reading.payments.map((row) => [row.paidOn, row.periodFrom, row.periodTo])).toEqual([
      [null, '2010-07-01', '2010-09-30'],
      [null, '2021-04-01', '2021-04-30'],
      [null, '2021-04-01', '2021-04-30'],
      [null, '2014-07-01', '2014-09-30'],
    ])
  })

  it('may be months of a year that the file name gives', async () => {
    const reading = await readText(
      lines('Month,Supplier,Amount', 'April,ACME,1.00', 'February,BETA,2.00'),
      'spend 2023-24.csv',
    )
    expect(outline(reading)).toEqual([
      '1 header',
      '2 2023-04-01..2023-04-30 ACME 1.00',
      '3 2024-02-01..2024-02-29 BETA 2.00',
    ])
  })

  it('may be split over columns for year and period', async () => {
    const reading = await readText(
      lines('Financial Year,Period,Supplier,Amount', '2023/24,1,ACME,1.00', '2023/24,12,BETA,2.00'),
    )
    expect(outline(reading)).toEqual([
      '1 header',
      '2 2023-04-01..2023-04-30 ACME 1.00',
      '3 2024-03-01..2024-03-31 BETA 2.00',
    ])
    expect(warningCodes(reading)).toContain('periods-from-april')
  })

  it('as ledger periods count from April where a thirteenth period shows it', async () => {
    const reading = await readText(lines('Period,Supplier,Amount', '202301,ACME,1.00', '202313,BETA,2.00'))
    expect(reading.payments[0]?.periodFrom).toBe('2023-04-01')
  })
})

describe('a file without dates', () => {
  const rows = ['Supplier,Service,Amount', 'ACME,Parks,1.00', 'BETA,Parks,2.00']

  it('takes its period from the title', async () => {
    const reading = await readText(lines('"Payments over £500, April 2023",,', ...rows), 'spend-2019-01.csv')
    expect(outline(reading).slice(2)).toEqual([
      '3 2023-04-01..2023-04-30 ACME 1.00',
      '4 2023-04-01..2023-04-30 BETA 2.00',
    ])
    expect(warningCodes(reading)).toEqual(expect.arrayContaining(['date-missing', 'period-from-title']))
  })

  it('takes its period from the file name, the narrower one where both name one', async () => {
    const alone = await readText(lines(...rows), 'spend-jan-24.csv')
    expect(alone.payments[0]).toMatchObject({
      paidOn: null,
      periodFrom: '2024-01-01',
      periodTo: '2024-01-31',
    })
    const both = await readText(lines('Spending 2023/24,,', ...rows), 'spend-jan-24.csv')
    expect(both.payments[0]).toMatchObject({ periodFrom: '2024-01-01', periodTo: '2024-01-31' })
  })

  it('has payments without a date, and says so, where nothing names one', async () => {
    const reading = await readText(lines(...rows))
    expect(outline(reading)).toEqual(['1 header', '2 undated ACME 1.00', '3 undated BETA 2.00'])
    expect(reading.tally.period).toBeNull()
    expect(warningCodes(reading)).toContain('period-unknown')
  })

  it('warns that a quarter without a financial year may count from April', async () => {
    const reading = await readText(lines(...rows), 'spend-2021-q2.csv')
    expect(reading.payments[0]).toMatchObject({ periodFrom: '2021-04-01', periodTo: '2021-06-30' })
    expect(warningCodes(reading)).toContain('quarter-assumed')
    expect(warningCodes(await readText(lines(...rows), 'spend-2021-22-q2.csv'))).not.toContain(
      'quarter-assumed',
    )
  })

  it('takes each month from the title above its rows', async () => {
    const reading = await readText(
      lines(
        'April 2023,,',
        'Supplier,Service,Amount',
        'ACME,Parks,1.00',
        'Total,,1.00',
        ',,',
        'May 2023,,',
        'Supplier,Service,Amount',
        'ACME,Parks,4.00',
        'Total,,4.00',
      ),
    )
    expect(outline(reading)).toEqual([
      '1 title',
      '2 header',
      '3 2023-04-01..2023-04-30 ACME 1.00',
      '4 total 1.00',
      '5 blank',
      '6 title',
      '7 repeated-header',
      '8 2023-05-01..2023-05-31 ACME 4.00',
      '9 total 4.00',
    ])
    expect(reading.tally.pence.printedTotal).toBe(500)
    expect(warningCodes(reading)).not.toContain('total-differs')
  })
})

describe('a date printed once for several rows', () => {
  it('is carried down where each stands once and in order', async () => {
    const reading = await readText(
      lines(
        'Date,Payee,Amount',
        '04/04/2023,A,1.00',
        ',B,2.00',
        '02/05/2023,C,3.00',
        ',D,4.00',
        '06/06/2023,E,5.00',
        ',F,6.00',
        '04/07/2023,G,7.00',
        '18/07/2023,H,8.00',
        'Total,,36.00',
      ),
    )
    expect(reading.payments.map((row) => row.paidOn)).toEqual([
      '2023-04-04',
      '2023-04-04',
      '2023-05-02',
      '2023-05-02',
      '2023-06-06',
      '2023-06-06',
      '2023-07-04',
      '2023-07-18',
    ])
    expect(warningCodes(reading)).toContain('dates-grouped')
    expect(reading.tally.pence.printedTotal).toBe(3600)
  })

  it('is carried down from a row of its own', async () => {
    const reading = await readText(
      lines(
        'Date,Payee,Amount',
        '04/04/2023,,',
        ',A,1.00',
        ',B,2.00',
        '25/04/2023,,',
        ',C,3.00',
        ',D,4.00',
        'Total,,10.00',
      ),
    )
    expect(outline(reading)).toEqual([
      '1 header',
      '2 group',
      '3 2023-04-04 A 1.00',
      '4 2023-04-04 B 2.00',
      '5 group',
      '6 2023-04-25 C 3.00',
      '7 2023-04-25 D 4.00',
      '8 total 10.00',
    ])
  })
})
