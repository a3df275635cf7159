import { describe, expect, it } from 'vitest'
import { detectCutting } from './delimiter.ts'

describe('detectCutting', () => {
  it.each([
    [',', 'Supplier,Date,Amount\nACME,1,2\nBETA,3,4\n'],
    [';', 'Supplier;Date;Amount\nACME, Sons & Co;01/04/2023;1234.50\nBETA;25/04/2023;2.00\n'],
    ['\t', 'Supplier\tDate\tAmount\nACME, Sons\t01/04/2023\t1,234.50\nBETA\t25/04/2023\t2.00\n'],
    ['|', 'Supplier|Date|Amount\nACME|01/04/2023|1,234.50\nBETA|25/04/2023|2,000.00\n'],
  ])('finds %j', (delimiter, text) => expect(detectCutting(text)).toMatchObject({ delimiter, width: 3 }))

  it('believes the line that Excel writes', () => {
    expect(detectCutting('sep=;\na;b,c\nd;e,f\n').delimiter).toBe(';')
  })

  it('looks past titles and ragged rows', () => {
    const text = 'Spend over £500; April; all departments\n\nA,B,C,D\n1,2,3,4\n1,2,3\n1,2,3,4\n1,2,3,4\n'
    expect(detectCutting(text)).toMatchObject({ delimiter: ',', width: 4 })
  })

  it('unwraps files whose lines are quoted once more', () => {
    const text = '"Supplier,Date,Amount"\n"""ACME, Ltd"",01/04/2023,1.00"\n"BETA,25/04/2023,2.00"\n'
    expect(detectCutting(text)).toMatchObject({ delimiter: ',', isWrapped: true, width: 3 })
  })

  it('finds one column where there is one', () => {
    expect(detectCutting('Dear all\nplease see attached\n').width).toBe(1)
  })
})
