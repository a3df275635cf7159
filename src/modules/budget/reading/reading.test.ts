import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Table } from '../../../platform/tables/read-table.ts'
import { readLines } from './read-lines.ts'
import { readOthers } from './read-others.ts'

const tableOf = (cells: readonly (readonly string[])[]): Table => ({
  readAs: 'UTF-8',
  rows: cells.map((row, at) => ({
    row: at + 1,
    cells: row,
    notValues: new Map(
      row.flatMap((cell, index) => (cell.startsWith('=') ? [[index, 'formula' as const]] : [])),
    ),
  })),
})

describe('budget lines', () => {
  test('are found by the names of their columns, in any order and below a title', () => {
    const read = readLines(
      tableOf([
        ['Northmere revenue budget', '', '', '', '', ''],
        [
          'Revised Budget (£)',
          'Cost Centre',
          'Cost Centre Name',
          'Service Area',
          'Financial Year',
          'Outturn',
        ],
        ['1,234.50', '001', 'Footpaths', 'Highways', '2026-27', '(12.00)'],
        ['', '', '', '', '', ''],
        ['-5', '', '', 'Parks', '2026/27', ''],
      ]),
      null,
    )
    expect(read).toMatchObject({
      ok: true,
      lines: [
        {
          year: '2026/27',
          department: 'Highways',
          code: '001',
          name: 'Footpaths',
          budgetPence: 123_450,
          spentPence: -1_200,
        },
        { department: 'Parks', budgetPence: -500, spentPence: null },
      ],
    })
  })

  test.each([
    ['a formula', ['2026/27', 'Highways', '=1+1'], 'formula'],
    ['no amount', ['2026/27', 'Highways', 'lots'], 'not-an-amount'],
    ['a fraction of a penny', ['2026/27', 'Highways', '1.005'], 'not-an-amount'],
    ['more than there is', ['2026/27', 'Highways', '999999999999999'], 'not-an-amount'],
    ['a year that is none', ['2026/28', 'Highways', '1'], 'not-a-year'],
    ['no department', ['2026/27', ' ', '1'], 'empty'],
    ['a department without end', ['2026/27', 'H'.repeat(201), '1'], 'too-long'],
  ])('refuse %s by row and column', (_name, row, code) => {
    const read = readLines(tableOf([['year', 'department', 'budget'], row]), null)
    expect(read).toMatchObject({ ok: false, faults: [{ row: 2, code }] })
  })

  test('need their columns, and a row', () => {
    expect(readLines(tableOf([['a', 'b']]), null)).toMatchObject({ faults: [{ code: 'columns-missing' }] })
    expect(readLines(tableOf([['department', 'budget']]), null)).toMatchObject({
      faults: [{ code: 'columns-missing' }],
    })
    expect(readLines(tableOf([['department', 'budget']]), '2026/27')).toMatchObject({
      faults: [{ code: 'no-rows' }],
    })
  })

  test('read any cells without falling over: all the rows, or each that cannot be used', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('', '2026/27', 'Highways', '12', '£1,200.50', '(3)', '=A1', '\0', '\u202E£1', '\uD800'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), (rows) => {
        const read = readLines(tableOf([['year', 'department', 'budget', 'spent'], ...rows]), null)
        if (read.ok)
          for (const line of read.lines) {
            expect(Number.isSafeInteger(line.budgetPence)).toBe(true)
            expect(line.department).not.toBe('')
            expect(line.department).not.toContain('\0')
          }
        else expect(read.faults.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('grants and the like', () => {
  const HEADER = [
    'kind',
    'title',
    'starts',
    'ends',
    'unit',
    'wanted',
    'basis',
    'priority',
    'verified',
    'verified on',
    'evidence',
  ]
  const GOOD = [
    'Asset transfer',
    'Hall',
    '01/06/2026',
    '2027-05-31',
    'evenings',
    '600',
    '',
    'Warm homes',
    '',
    '',
    '',
  ]
  const priorities = new Map([['warm homes', 'p1']])
  const read = (row: readonly string[]) => readOthers(tableOf([HEADER, row]), priorities)
  const change = (at: number, text: string): string[] =>
    GOOD.map((cell, index) => (index === at ? text : cell))

  test('are read as they are written', () =>
    expect(read(GOOD)).toMatchObject({
      ok: true,
      others: [
        {
          text: { kind: 'asset-transfer', startsOn: '2026-06-01', basis: 'none', priorityId: 'p1' },
          result: null,
        },
      ],
    }))

  test.each([
    [0, 'present', 'not-a-kind'],
    [1, '', 'empty'],
    [2, '31/02/2026', 'not-a-day'],
    [4, '=1', 'formula'],
    [5, '0', 'not-a-number'],
    [5, '1e15', 'not-a-number'],
    [6, 'joy', 'not-a-basis'],
    [7, 'Colder homes', 'priority-unknown'],
    [8, '3', 'empty'],
  ])('refuse column %i with “%s”: %s', (at, text, code) => {
    const refused = read(change(at, text))
    expect(refused.ok ? [] : refused.faults.map((fault) => fault.code)).toContain(code)
  })
})
