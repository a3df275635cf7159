import { describe, expect, it } from 'vitest'
import { findPeriod } from './find-period.ts'

const found = (text: string): string | undefined => {
  const period = findPeriod(text)
  return period === undefined ? undefined : `${period.from}..${period.to}`
}

describe('findPeriod', () => {
  it.each([
    ['Anytown City Council Invoices over £500 paid in August 2010', '2010-08-01..2010-08-31'],
    [
      'Payments equal to or greater than £500 including VAT - 1st August 2010 - 31st August 2010',
      '2010-08-01..2010-08-31',
    ],
    [
      'Supplier Spend Greater Than £500 for Quarter 1st April 2014 to 30th June 2014.',
      '2014-04-01..2014-06-30',
    ],
    ['Nov-14', '2014-11-01..2014-11-30'],
    ['Month: April 2019/20', '2019-04-01..2019-04-30'],
    ['Quarter 2 2014/15', '2014-07-01..2014-09-30'],
    ['Supplier payments: April–June 2021', '2021-04-01..2021-06-30'],
    ['December 2015 to January 2016', '2015-12-01..2016-01-31'],
    ['Apr-23 to Jun-23', '2023-04-01..2023-06-30'],
    ['April 30, 2014', '2014-04-01..2014-04-30'],
  ])('reads the title %j', (text, expected) => expect(found(text)).toBe(expected))

  it.each([
    ['anyshire_201101.csv', '2011-01-01..2011-01-31'],
    ['anytown_2013-01.csv', '2013-01-01..2013-01-31'],
    ['2023_04_over_500.csv', '2023-04-01..2023-04-30'],
    ['Supplier Payments Over £500 - Apr 23.csv', '2023-04-01..2023-04-30'],
    ['april2023.csv', '2023-04-01..2023-04-30'],
    ['Jan2023Payments.csv', '2023-01-01..2023-01-31'],
    ['042023.csv', '2023-04-01..2023-04-30'],
    ['spend-20230430.csv', '2023-04-01..2023-04-30'],
    ['expenditure-30-04-2023.csv', '2023-04-01..2023-04-30'],
    ['anyborough_2021-q2.csv', '2021-04-01..2021-06-30'],
    ['payments-to-suppliers-q3-2019-20.xlsx', '2019-10-01..2019-12-31'],
    ['any_2014-p13.csv', '2015-03-01..2015-03-31'],
    ['anyford_2026-27.zip', '2026-04-01..2027-03-31'],
    ['Spend_Jul-Sep_2019.csv', '2019-07-01..2019-09-30'],
    ['500-spend-2022.csv', '2022-01-01..2022-12-31'],
  ])('reads the file name %j', (text, expected) => expect(found(text)).toBe(expected))

  it.each([
    'Expenditure over £2000',
    'Market report',
    'Report run 12/05/2023',
    'Printed on 1 May 2023',
    'spend.csv',
  ])('finds none in %j', (text) => expect(found(text)).toBeUndefined())
})
