import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { TenderContent, TenderQuestion } from '#tenders'
import type { DraftAnswers } from './model.ts'
import { writePack } from './offline-pack.ts'
import type { ReadBid } from './read-bid.ts'
import { readPack } from './read-pack.ts'
import { statesOf } from './rules/answers.ts'

const asked = (code: string, kind: TenderQuestion['kind'], wordLimit: number | null = null) =>
  ({ code, kind, wordLimit, lots: [], criterion: null, text: `About ${code}`, help: '' }) as never
const content = {
  questions: [
    asked('Q1', 'yes-no'),
    asked('Q2', 'price'),
    asked('Q3', 'words', 5),
    asked('Q4', 'offers'),
    asked('Q5', 'file'),
    asked('Q6', 'number'),
  ],
  askLines: [{ framework: 'open', measure: 'job', name: 'Jobs', unit: 'person-year' }],
} as unknown as TenderContent
const bidWith = (answers: DraftAnswers = {}, reference = 'northmere-2026-001', lot = 'A') =>
  ({
    tender: { reference },
    bid: { lot },
    content,
    states: statesOf(content, lot, answers, []),
  }) as unknown as ReadBid

/** The rows of a pack: 3 to 5 are Q1 to Q3, 6 and 7 the offer, 8 the file, 9 the number. */
const fillIn = async (
  cells: Readonly<Record<string, unknown>>,
  read = bidWith(),
  change: (sheet: exceljs.Worksheet) => void = () => undefined,
) => {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await writePack(read)) as never)
  const sheet = workbook.worksheets[0] as exceljs.Worksheet
  for (const [cell, value] of Object.entries(cells)) sheet.getCell(cell).value = value as exceljs.CellValue
  change(sheet)
  return Buffer.from((await workbook.xlsx.writeBuffer()) as ArrayBuffer)
}
const problemsOf = async (...given: Parameters<typeof fillIn>) =>
  (await readPack(given[1] ?? bidWith(), await fillIn(...given))).problems.map(
    ({ cell, problem }) => `${cell}: ${problem}`,
  )

describe('a pack that was filled in', () => {
  test('gives every answer, numbers and dates of a spreadsheet included', async () => {
    const cells = { D3: 'YES', D4: 98500.5, D5: 'Five words and no more', D6: 2, D7: 'Two.', D9: '1,200' }
    const { answers, problems } = await readPack(bidWith(), await fillIn(cells))
    expect(problems).toEqual([])
    expect(answers).toMatchObject({
      Q1: { yes: true },
      Q2: { pounds: '98500.5' },
      Q3: { words: 'Five words and no more' },
      Q4: { offers: [{ quantity: '2', inWords: 'Two.' }] },
      Q6: { number: '1,200' },
    })
  })

  test.each([
    [{ D3: 'perhaps' }, 'D3: “perhaps” is neither yes nor no'],
    [{ D3: true }, 'D3: “true” is neither yes nor no'],
    [{ D4: 'a lot' }, 'D4: “a lot” is not an amount like 98500.50'],
    [{ D4: -1 }, 'D4: “-1” is not an amount like 98500.50'],
    [{ D4: '98500.505' }, 'D4: “98500.505” is not an amount like 98500.50'],
    [
      { D4: { formula: '40000*2', result: 80_000 } },
      'D4: holds a formula or an error. Type the answer itself',
    ],
    [{ D4: { error: '#REF!' } }, 'D4: holds a formula or an error. Type the answer itself'],
    [{ D5: 'one two three four five six' }, 'D5: has 6 words; at most 5 are allowed'],
    [{ D6: 'two' }, 'D6: “two” is not a number like 12 or 12.5'],
    [{ D8: 'insurance.pdf' }, 'D8: names a file. Files are uploaded on the site'],
    [{ D9: 'NaN' }, 'D9: “NaN” is not a number like 12 or 12.5'],
    [
      { A5: 'Question 3', D5: 'Words' },
      'A5: “Question 3” is no question of this bid, so its answer was not taken. Put the code back as it was, for example Q1',
    ],
    [{ A5: 'Q2', D4: '5', D5: '6' }, 'D5: answers Q2 a second time. Only the first, in D4, was looked at'],
    [
      { B5: 'Something else', D5: 'Words' },
      'B5: does not say what Q3 asks now. Read the question on this page, and check your answer',
    ],
  ])('says of %j: %s', async (cells, problem) => expect(await problemsOf(cells)).toEqual([problem]))

  test('of another lot, or with its columns moved, is not taken over at all', async () => {
    const other = await fillIn({ D3: 'yes' }, bidWith({}, 'northmere-2026-001', 'B'))
    expect(await readPack(bidWith(), other)).toMatchObject({
      answers: {},
      problems: [{ cell: 'A1', problem: expect.stringContaining('lot B”, and this page is') }],
    })
    const moved = await fillIn({ D3: 'yes' }, bidWith(), (sheet) => sheet.spliceColumns(2, 0, []))
    expect(await readPack(bidWith(), moved)).toMatchObject({ answers: {}, problems: [{ cell: 'D2' }] })
  })

  test('leaves what was there where a cell is empty or wrong, in offers too', async () => {
    const offer = { framework: 'open', measure: 'job', quantity: '3', inWords: 'Three.' }
    const read = bidWith({ Q4: { offers: [offer] }, Q3: { words: 'Kept' } })
    const empty = await readPack(read, await fillIn({ D5: null, D6: null, D7: null }, read))
    expect(empty).toMatchObject({ answers: {}, problems: [] })
    const wrong = await readPack(read, await fillIn({ D6: 'many', D7: 'Four.' }, read))
    expect(wrong.answers.Q4).toEqual({ offers: [{ ...offer, inWords: 'Four.' }] })
    expect(wrong.problems).toHaveLength(1)
  })
})
