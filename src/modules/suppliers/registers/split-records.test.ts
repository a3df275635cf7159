import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LINE_TOO_LONG } from './decode-lines.ts'
import { type CutRow, createRecordSplitter, type TableForm } from './split-records.ts'

const CSV: TableForm = { delimiter: ',', cells: 'quoted' }
const TEXT: TableForm = { delimiter: '\t', cells: 'escaped' }

const split = (form: TableForm, ...batches: readonly string[][]): CutRow[] => {
  const splitter = createRecordSplitter(form)
  return [...batches.flatMap((lines) => splitter.push(lines)), ...splitter.end()]
}
const csv = (text: string): CutRow[] => split(CSV, text.split('\n'))

describe('rows of a CSV', () => {
  test.each<[string, string, readonly string[]]>([
    ['plain cells', 'a,b,c', ['a', 'b', 'c']],
    ['marks round every cell', '"a","b","c"', ['a', 'b', 'c']],
    ['empty cells in marks', '"a","","","d"', ['a', '', '', 'd']],
    ['nothing but empty cells', '"","",""', ['', '', '']],
    ['a delimiter in a cell', '"a","SMITH, JONES & CO","c"', ['a', 'SMITH, JONES & CO', 'c']],
    ['what looks like the end of a cell', '"a"",""b","c"', ['a","b', 'c']],
    ['doubled marks', '"THE ""BEST"" LTD","01234568"', ['THE "BEST" LTD', '01234568']],
    ['a name that is all doubled marks', '"""X""","1"', ['"X"', '1']],
    ['some cells in marks', 'a,"b, c",d', ['a', 'b, c', 'd']],
    ['a mark inside a plain cell', '12" PIPES LTD,01234568', ['12" PIPES LTD', '01234568']],
    ['one cell in marks', '"a"', ['a']],
    ['an empty line', '', ['']],
    ['cells at the end that are empty', 'a,b,,', ['a', 'b', '', '']],
  ])('with %s', (_name, text, cells) => expect(csv(text)).toEqual([cells]))

  test('run over lines inside marks', () => {
    expect(csv('"a","line 1\nline 2","c"\nd,e,f')).toEqual([
      ['a', 'line 1\nline 2', 'c'],
      ['d', 'e', 'f'],
    ])
  })

  test('run over lines that come in different batches', () => {
    expect(split(CSV, ['"a","line 1'], ['line 2', 'line 3","c"'], ['d,e'])).toEqual([
      ['a', 'line 1\nline 2\nline 3', 'c'],
      ['d', 'e'],
    ])
  })

  test('a mark that is never closed spoils its own row only', () => {
    const rows = csv(['"OPEN,1', ...Array.from({ length: 200 }, (_, at) => `NAME ${at},${at}`)].join('\n'))
    expect(rows).toHaveLength(201)
    expect(rows[0]).toEqual({ fault: 'quote-never-closed', text: '"OPEN,1' })
    expect(rows[1]).toEqual(['NAME 0', '0'])
    expect(rows[200]).toEqual(['NAME 199', '199'])
  })

  test('a mark that is never closed at the end of the file spoils its own row only', () => {
    expect(csv('"OPEN,1\na,b')).toEqual([{ fault: 'quote-never-closed', text: '"OPEN,1' }, ['a', 'b']])
  })

  test('a mark that is never closed is not closed by the first mark of the next row', () => {
    const rows = split({ ...CSV, width: 3 }, ['"OPEN,x,y,z', '"a","b","c"', 'd,e,f'])
    expect(rows).toEqual([
      { fault: 'quote-never-closed', text: '"OPEN,x,y,z' },
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ])
  })

  test('an address over lines stays one cell although its lines have commas', () => {
    const lines = ['1,A,"1 High St', 'Northmere, Ashshire, UK', 'PR1 2AB"', '2,B,C']
    expect(split({ ...CSV, width: 3 }, lines)).toEqual([
      ['1', 'A', '1 High St\nNorthmere, Ashshire, UK\nPR1 2AB'],
      ['2', 'B', 'C'],
    ])
  })

  test('a line that is too long is told, also inside an open cell', () => {
    expect(csv(`a,b\n${LINE_TOO_LONG}\nc,d`)).toEqual([
      ['a', 'b'],
      { fault: 'row-too-long', text: '' },
      ['c', 'd'],
    ])
    expect(csv(`"a,b\n${LINE_TOO_LONG}\nc,d`)).toEqual([
      { fault: 'quote-never-closed', text: '"a,b' },
      { fault: 'row-too-long', text: '' },
      ['c', 'd'],
    ])
  })

  test('stay in time when every line opens a mark', () => {
    const began = performance.now()
    const lines = Array.from({ length: 20_000 }, (_, at) => `"NEVER CLOSED ${at},${at}`)
    const rows = split({ ...CSV, width: 2 }, lines)
    expect(rows).toEqual(lines.map((text) => ({ fault: 'quote-never-closed', text })))
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test('come out as they were written, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', '\n', 'é', '\t', ';'), maxLength: 12 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join('\n')
        expect(csv(text)).toEqual(rows)
      }),
      { numRuns: 400 },
    )
  })

  test('no text breaks the cutting, and no line is lost without a word', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '"', ',', ' '), maxLength: 10 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 80 }), (lines) => {
        const rows = split(CSV, lines)
        const linesOf = (row: CutRow) => ('fault' in row ? row.text : row.join('')).split('\n').length
        expect(rows.reduce((sum, row) => sum + linesOf(row), 0)).toBe(lines.length)
      }),
      { numRuns: 400 },
    )
  })
})

describe('rows of the charity extract as text', () => {
  test.each<[string, string[], readonly string[]]>([
    ['marks as they are', ['a\tthe "drop-in\tc'], ['a', 'the "drop-in', 'c']],
    ['a guarded tab', ['a\\\tb\tc'], ['a\tb', 'c']],
    ['a guarded backslash', ['a\\\\\tb'], ['a\\', 'b']],
    ['a guarded end of line', ['a\tline 1\\', 'line 2\tc'], ['a', 'line 1\nline 2', 'c']],
    ['a backslash before a letter', ['c:\\temp\tb'], ['c:temp', 'b']],
  ])('with %s', (_name, lines, cells) => expect(split(TEXT, lines)).toEqual([cells]))

  test('a guarded end of the file loses nothing', () => {
    expect(split(TEXT, ['a\tb\\'])).toEqual([['a', 'b\\']])
  })
})
