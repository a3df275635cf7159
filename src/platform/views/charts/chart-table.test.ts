import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartCsv, csvHref } from './chart-table.ts'

describe('chartCsv', () => {
  it('has the values behind the texts', () => {
    const csv = chartCsv({
      head: ['Place', 'Paid'],
      rows: [['North, "upper"', { text: '£1.2m', value: 1_234_567.89 }]],
    })
    expect(csv).toBe('\uFEFFPlace,Paid\r\n"North, ""upper""",1234567.89\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])('keeps %j from being run as a formula', (text) => {
    const [, row] = parse(chartCsv({ head: ['a'], rows: [[text]] }), { bom: true })
    expect(row).toEqual([`'${text}`])
  })

  it('leaves a negative number a number', () => {
    expect(chartCsv({ head: ['a'], rows: [[{ text: '−£5', value: -5 }]] })).toContain('\r\n-5\r\n')
  })

  it('is read back as it was by a CSV reader', () => {
    const texts = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text))
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts), { minLength: 1 }), (rows) => {
        const read: string[][] = parse(chartCsv({ head: ['a', 'b'], rows }), {
          bom: true,
          relax_column_count: true,
        })
        expect(read.slice(1)).toEqual(rows)
      }),
    )
  })
})

describe('csvHref', () => {
  it('carries the figures in the page where no address is given', () => {
    const href = csvHref({ head: ['a'], rows: [['£']] })
    expect(decodeURIComponent(href)).toBe('data:text/csv;charset=utf-8,\uFEFFa\r\n£\r\n')
    expect(csvHref({ head: ['a'], rows: [], csvHref: '/a.csv' })).toBe('/a.csv')
  })
})
