import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listOfPlaces } from './read-places.ts'
import { type KnownReadings, MOST_READINGS, readingKey, readReadingsFile } from './read-readings-file.ts'

const known: KnownReadings = {
  today: '2026-11-22',
  priorities: new Map([
    ['warm-homes', 'p1'],
    ['warm homes', 'p1'],
    ['fair-pay', 'p2'],
  ]),
  places: listOfPlaces(
    [
      { code: 'E05990002', name: 'Bellwharf' },
      { code: 'E05990007', name: 'Central' },
      { code: 'E05990008', name: 'Central' },
      { code: 'E06990001', name: 'Northmere' },
    ],
    [{ code: 'place:northmere', name: 'Northmere' }],
  ),
  standing: new Map([[readingKey('p1', '', '2025-03-31'), '44']]),
}
const HEADER = 'priority,place,date,value,source,note'
const read = (...rows: string[]) => readReadingsFile([HEADER, ...rows].join('\n'), known)
const codes = (...rows: string[]) => read(...rows).faults.map(({ row, code }) => [row, code])

describe('a file of readings', () => {
  test('is read whatever the order of its columns, its line ends and its byte order mark', () => {
    const file = '\uFEFFValue,Source,Date,Priority\r\n"1,250.5",Survey,31/03/2026,Warm Homes\r\n\r\n'
    expect(readReadingsFile(file, known)).toEqual({
      faults: [],
      readings: [
        {
          priorityId: 'p1',
          place: null,
          measuredOn: '2026-03-31',
          value: '1250.5',
          source: 'Survey',
          note: '',
        },
      ],
    })
  })

  test('takes a place by name or code, its own before an area of the same name', () => {
    const { readings } = read(
      'fair-pay,bellwharf,2026-03-31,1,S,',
      'fair-pay,E05990007,2026-03-31,2,S,',
      'fair-pay,Northmere,2026-03-31,3,S,',
    )
    expect(readings.map(({ place }) => place?.code)).toEqual(['E05990002', 'E05990007', 'place:northmere'])
  })

  test.each([
    ['a formula', 'fair-pay,,2026-03-31,1,=HYPERLINK("x"),', 'cell-formula'],
    ['a formula for a figure', 'fair-pay,,2026-03-31,=1+1,S,', 'cell-formula'],
    ['a command in a note', 'fair-pay,,2026-03-31,1,S,@SUM(A1)', 'cell-formula'],
    ['an unknown priority', 'cold-homes,,2026-03-31,1,S,', 'priority-unknown'],
    ['no priority', ',,2026-03-31,1,S,', 'cell-empty'],
    ['an unknown place', 'fair-pay,Atlantis,2026-03-31,1,S,', 'place-unknown'],
    ['a name of several places', 'fair-pay,Central,2026-03-31,1,S,', 'place-ambiguous'],
    ['a day that is none', 'fair-pay,,31/02/2026,1,S,', 'date-unreadable'],
    ['an American day', 'fair-pay,,03/31/2026,1,S,', 'date-unreadable'],
    ['a day to come', 'fair-pay,,2026-11-23,1,S,', 'reading-in-future'],
    ['a figure with its unit', 'fair-pay,,2026-03-31,41%,S,', 'value-unreadable'],
    ['no figure', 'fair-pay,,2026-03-31,,S,', 'value-unreadable'],
    ['no source', 'fair-pay,,2026-03-31,1,,', 'cell-empty'],
    ['a reading that is there', 'warm-homes,,2025-03-31,43,S,', 'reading-exists'],
    ['a text without end', `fair-pay,,2026-03-31,1,${'x'.repeat(1001)},`, 'cell-too-long'],
    ['too few cells', 'fair-pay', 'date-unreadable'],
  ])('refuses %s, with its row', (_case, row, code) => {
    const { readings, faults } = read('fair-pay,,2025-03-31,1,S,', row)
    expect(readings).toEqual([])
    expect(faults.map((fault) => [fault.row, fault.code])).toContainEqual([3, code])
  })

  test('tells every fault, and keeps nothing of a file that has one', () => {
    expect(codes('fair-pay,,2026-03-31,1,S,', 'x,,y,z,,', 'fair-pay,,2026-03-31,2,S,')).toEqual([
      [3, 'priority-unknown'],
      [3, 'date-unreadable'],
      [3, 'value-unreadable'],
      [3, 'cell-empty'],
      [4, 'row-twice'],
    ])
  })

  test.each([
    ['a workbook', 'PK\u0003\u0004', 'file-not-csv'],
    ['bytes that are no text', 'priority\0', 'file-not-csv'],
    ['a quote that never ends', `${HEADER}\nfair-pay,,"2026`, 'file-not-csv'],
    ['nothing', '', 'file-without-rows'],
    ['a header alone', HEADER, 'file-without-rows'],
    ['a missing column', 'priority,date,value\na,b,c', 'columns-missing'],
    ['an unknown column', `${HEADER},salary\n`.concat('a,b,c,d,e,f,g'), 'columns-unknown'],
    ['a column twice', `${HEADER},Date\na,b,c,d,e,f,g`, 'column-twice'],
    ['too many rows', `${HEADER}\n${'a,,,,,\n'.repeat(MOST_READINGS + 1)}`, 'file-too-long'],
  ])('refuses %s', (_case, content, code) => {
    expect(readReadingsFile(content, known)).toMatchObject({ readings: [], faults: [{ code }] })
  })

  test('never throws, and gives readings or faults, never both', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.string()).map((rows) => [HEADER, ...rows].join('\n')),
        ),
        (text) => {
          const { readings, faults } = readReadingsFile(text, known)
          expect(readings.length === 0 || faults.length === 0).toBe(true)
          expect(readings.length + faults.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})
