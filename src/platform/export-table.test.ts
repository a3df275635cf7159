import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExportFormat, exportTable, harmlessText } from './export-table.ts'

type Row = { readonly name: string; readonly pence: number; readonly note: string | null }

const contentOf = (format: ExportFormat, rows: readonly Row[]): Readable => {
  const answer = exportTable<Row>(format, {
    name: 'payments',
    basis: '1 April to 30 April 2026; 2 payments',
    columns: [
      { header: 'payee', value: (row) => row.name },
      { header: 'amount', value: (row) => row.pence, kind: 'pence' },
      { header: 'note, if any', value: (row) => row.note },
    ],
    rows,
  })
  if (answer.kind !== 'file') throw new Error('not a file')
  return answer.content as Readable
}

const DANGEROUS = ['=HYPERLINK("http://x","y")', '+44', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '|calc']

describe('exportTable', () => {
  test('writes pounds exactly, with quotes and line breaks kept', async () => {
    const csv = await text(
      contentOf('csv', [
        { name: 'Smith, "Jones"\nand Co', pence: -5, note: null },
        { name: 'Thornwick', pence: 123_456_789, note: 'x' },
      ]),
    )
    expect(csv).toBe(
      '\uFEFFpayee,amount,"note, if any"\r\n"Smith, ""Jones""\nand Co",-0.05,\r\nThornwick,1234567.89,x\r\n',
    )
  })

  test.each(DANGEROUS)('makes %j harmless in CSV and XLSX', async (name) => {
    const rows = [{ name, pence: 100, note: null }]
    const [, cell = ''] =
      /^\uFEFFpayee,amount,"note, if any"\r\n"?('?[^\r\n"]*)/.exec(await text(contentOf('csv', rows))) ?? []
    expect(cell.startsWith("'")).toBe(true)
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(
      (await buffer(contentOf('xlsx', rows))) as unknown as Parameters<typeof workbook.xlsx.load>[0],
    )
    const value = workbook.getWorksheet('Goldthread')?.getCell('A2').value
    expect(String(value).startsWith("'")).toBe(true)
    expect(workbook.getWorksheet('About these figures')?.getCell('A1').value).toBe(
      '1 April to 30 April 2026; 2 payments',
    )
  })

  test('keeps whole pence in JSON, with the basis', async () => {
    expect(JSON.parse(await text(contentOf('json', [{ name: 'Thornwick', pence: 10, note: null }])))).toEqual(
      {
        basis: '1 April to 30 April 2026; 2 payments',
        inPence: ['amount'],
        rows: [{ payee: 'Thornwick', amount: 10, 'note, if any': null }],
      },
    )
    expect(JSON.parse(await text(contentOf('json', [])))).toMatchObject({ rows: [] })
  })

  test('leaves ordinary text alone', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9 ][^\0]*$/), (name) => harmlessText(name) === name))
  })

  test('holds no more than a little of a long table at once', async () => {
    let made = 0
    function* rows(): Generator<Row> {
      for (; made < 100_000; made++) yield { name: 'Thornwick', pence: 1, note: null }
    }
    const answer = exportTable<Row>('csv', {
      name: 'x',
      basis: '',
      columns: [{ header: 'payee', value: (row) => row.name }],
      rows: rows(),
    })
    if (answer.kind !== 'file') throw new Error('not a file')
    const reader = (answer.content as Readable)[Symbol.asyncIterator]()
    await reader.next()
    expect(made).toBeLessThan(1000)
    expect(Buffer.isBuffer(answer.content)).toBe(false)
  })
})
