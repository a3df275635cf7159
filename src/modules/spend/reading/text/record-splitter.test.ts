import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRecordSplitter, type SplitNotes } from './record-splitter.ts'

const notes = (): SplitNotes => ({ quotesRepaired: 0, firstRepairedRow: 0, quotesSeen: false })

/** Cuts a text that arrives in pieces of the given size. */
const split = (
  text: string,
  options: { delimiter?: string; width?: number; pieces?: number; notes?: SplitNotes } = {},
) => {
  const { delimiter = ',', width = null, pieces = text.length || 1 } = options
  const splitter = createRecordSplitter(
    { delimiter, width, isWrapped: false, maxRecordCharacters: 1_000_000 },
    options.notes ?? notes(),
  )
  const records: string[][] = []
  for (let at = 0; at < text.length; at += pieces) records.push(...splitter.push(text.slice(at, at + pieces)))
  records.push(...splitter.end())
  return records
}

describe('createRecordSplitter', () => {
  it.each([
    ['\n', 'a,b\nc,d\n'],
    ['\r\n', 'a,b\r\nc,d\r\n'],
    ['\r', 'a,b\rc,d\r'],
    ['no last', 'a,b\nc,d'],
    ['mixed', 'a,b\r\nc,d\r'],
  ])('ends records at %j', (_, text) => {
    for (const pieces of [1, 2, 3, 100])
      expect(split(text, { pieces })).toEqual([
        ['a', 'b'],
        ['c', 'd'],
      ])
  })

  it('keeps blank lines as records of their own', () => {
    expect(split('a,b\n\n,\nc,d\n')).toEqual([['a', 'b'], [''], ['', ''], ['c', 'd']])
  })

  it('keeps delimiters, doubled quotes and line breaks inside quotes', () => {
    const text = 'a,"b, ""c""\r\nd",e\r\nf,g,h\r\n'
    for (const pieces of [1, 5, 100])
      expect(split(text, { width: 3, pieces })).toEqual([
        ['a', 'b, "c"\nd', 'e'],
        ['f', 'g', 'h'],
      ])
  })

  it('reads quotes inside a cell as they stand', () => {
    expect(split('5" PIPES LTD,1\n"The "Old" Inn",2\n', { width: 2 })).toEqual([
      ['5" PIPES LTD', '1'],
      ['The "Old" Inn', '2'],
    ])
  })

  it('takes spaces around a quoted cell for nothing', () => {
    expect(split('a, "b, c" ,d\n')).toEqual([['a', 'b, c', 'd']])
  })

  it('does not let a stray quote swallow the rows below', () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `01/04/2023,SUPPLIER ${i},${i}.00`)
    rows[10] = '01/04/2023,"SUPPLIER 10,10.00'
    const seen = notes()
    const records = split(`${rows.join('\n')}\n`, { width: 3, pieces: 1_000, notes: seen })
    expect(records).toHaveLength(5_000)
    expect(records[10]).toEqual(['01/04/2023', '"SUPPLIER 10', '10.00'])
    expect(seen).toMatchObject({ quotesRepaired: 1, firstRepairedRow: 11 })
  })

  it('tells a stray quote from a cell over several lines by the rows it would swallow', () => {
    const text = 'd1,"ACME Ltd,1.00\nd2,"Beta, Ltd",2.00\nd3,"Two\nlines",3.00\n'
    expect(split(text, { width: 3 })).toEqual([
      ['d1', '"ACME Ltd', '1.00'],
      ['d2', 'Beta, Ltd', '2.00'],
      ['d3', 'Two\nlines', '3.00'],
    ])
  })

  it('refuses a line without end', () => {
    const splitter = createRecordSplitter(
      { delimiter: ',', width: null, isWrapped: false, maxRecordCharacters: 1_000 },
      notes(),
    )
    expect(() => splitter.push('x'.repeat(2_000))).toThrow('longer than 1,000 characters')
  })

  it('stays quick on a file of nothing but stray quotes', () => {
    const text = '"a,b\n'.repeat(100_000)
    const started = performance.now()
    expect(split(text, { width: 2 })).toHaveLength(100_000)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  it('cuts well-formed files exactly as csv-parse does', () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[a-zA-Z0-9 £.-]{0,8}$/),
      fc.stringMatching(/^[a-z",;]{0,6}$/),
      fc.stringMatching(/^[a-z"]{0,3}\n[a-z\n]{0,3}$/),
    )
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 })
    const options = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n'),
      quoteAll: fc.boolean(),
      pieces: fc.integer({ min: 1, max: 50 }),
    })
    fc.assert(
      fc.property(rows, options, (records, { delimiter, newline, quoteAll, pieces }) => {
        const needsQuotes = (text: string): boolean =>
          quoteAll || text === '' || /[",;\n\t|]|^ | $/.test(text)
        const write = (text: string): string => (needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text)
        const text = records.map((record) => record.map(write).join(delimiter)).join(newline) + newline
        const oracle = parse(text, {
          delimiter,
          record_delimiter: ['\r\n', '\n', '\r'],
          relax_column_count: true,
        })
        expect(split(text, { delimiter, width: 3, pieces })).toEqual(oracle)
        expect(oracle).toEqual(records)
      }),
      { numRuns: 500 },
    )
  })
})
