import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { aFile, aRawWorkbook, outline, readWhole, refusalOf, warningCodes } from './builders.ts'

type Cell = string | number | boolean | Date | null | { formula: string; result: number }
const day = (text: string): Date => new Date(`${text}T00:00:00Z`)

/** A workbook as a library writes it. */
const aWorkbook = async (
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  format = 'dd/mm/yyyy',
  hidden: readonly string[] = [],
) => {
  const workbook = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name, { state: hidden.includes(name) ? 'hidden' : 'visible' })
    for (const row of rows) sheet.addRow([...row])
    sheet.getColumn(2).numFmt = format
  }
  return aFile(Buffer.from(await workbook.xlsx.writeBuffer()), 'spend.xlsx')
}

const HEAD = ['Supplier', 'Date', 'Amount']
const APRIL = [
  ['Payments April 2023'],
  [],
  HEAD,
  ['ACME', day('2023-04-01'), 1234.5],
  ['BETA', day('2023-04-25'), { formula: '1+1', result: 2 }],
]

describe('a workbook', () => {
  it('is read with its dates, formulas and row numbers', async () => {
    const reading = await readWhole(
      await aWorkbook({ Data: [...APRIL, ['Total', null, { formula: 'SUM(C4:C5)', result: 1236.5 }]] }),
    )
    expect(outline(reading)).toEqual([
      '1 title',
      '2 blank',
      '3 header',
      '4 2023-04-01 ACME 1234.50',
      '5 2023-04-25 BETA 2.00',
      '6 total 1236.50',
    ])
    expect(reading.detected.layout.parts[0]).toMatchObject({
      format: 'xlsx',
      sheet: 'Data',
      encoding: null,
      delimiter: null,
    })
  })

  it('whose dates show only a month has periods', async () => {
    const reading = await readWhole(await aWorkbook({ Data: APRIL }, 'mmm-yy'))
    expect(outline(reading)[3]).toBe('4 2023-04-01..2023-04-30 ACME 1234.50')
  })

  it('is read from the sheet that holds payments; hidden and other sheets are reported', async () => {
    const file = await aWorkbook(
      {
        Cover: [['Anytown Council']],
        Data: APRIL,
        Pivot: [
          ['Row Labels', '', 'Sum of Amount'],
          ['ACME', '', 1234.5],
          ['BETA', '', 2],
        ],
        Secret: APRIL,
      },
      'dd/mm/yyyy',
      ['Secret'],
    )
    const reading = await readWhole(file)
    expect(reading.detected.layout.parts.map((part) => part.sheet)).toEqual(['Data'])
    expect(reading.detected.layout.notRead.map(({ name }) => name).sort()).toEqual(['Cover', 'Pivot'])
    expect(warningCodes(reading)).toEqual(expect.arrayContaining(['sheets-hidden', 'sheets-not-read']))
  })

  it('with a sheet for each month is read whole, but no copy or extract of them', async () => {
    const may = [HEAD, ['GAMMA', day('2023-05-02'), 7], ['DELTA', day('2023-05-03'), 8]]
    const reading = await readWhole(
      await aWorkbook({ April: APRIL, May: may, 'May over 7': [HEAD, ['DELTA', day('2023-05-03'), 8]] }),
    )
    expect(reading.payments.map((row) => [row.part, row.payeeName])).toEqual([
      [0, 'ACME'],
      [0, 'BETA'],
      [1, 'GAMMA'],
      [1, 'DELTA'],
    ])
    expect(reading.detected.layout.notRead).toEqual([
      { name: 'May over 7', reason: 'Its payments are also in May.' },
    ])
    expect(warningCodes(reading)).toContain('sheets-read')
  })

  it('is read from the sheet that a person names', async () => {
    const file = await aWorkbook({ April: APRIL, May: [HEAD, ['GAMMA', day('2023-05-02'), 7]] })
    expect((await readWhole(file, { sheet: 'may' })).payments.map((row) => row.payeeName)).toEqual(['GAMMA'])
    expect((await refusalOf(file, { sheet: 'June' })).message).toBe(
      'The workbook has no sheet called “June”. Its sheets are: April, May.',
    )
  })

  it('named .csv is still a workbook', async () => {
    const { path } = await aWorkbook({ Data: APRIL })
    expect((await readWhole({ path, name: 'spend.csv' })).payments).toHaveLength(2)
  })
})

const cell = (at: string, value: string, type = '', style = ''): string => {
  const content = type === 'inlineStr' ? `<is><t>${value}</t></is>` : `<v>${value}</v>`
  return `<c r="${at}"${type && ` t="${type}"`}${style && ` s="${style}"`}>${content}</c>`
}
const row = (number: number, ...cells: readonly string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-809]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="171" formatCode="&quot;£&quot;#,##0.00;[Red]\\-#,##0.00"/></numFmts>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="171"/></cellXfs></styleSheet>`

describe('a workbook in rarer forms', () => {
  it('has inline and shared strings, gaps, 1904 dates, errors and float noise', async () => {
    const xml =
      row(2, cell('A2', '0', 's'), cell('B2', '1', 's'), cell('D2', '2', 's')) +
      row(
        4,
        cell('A4', 'ACME', 'inlineStr'),
        cell('B4', '43555', '', '1'),
        cell('D4', '1234.5600000001', '', '3'),
      ) +
      row(5, cell('A5', 'BETA &amp; Co', 'str'), cell('B5', '43556.75', '', '2'), cell('D5', '#N/A', 'e')) +
      row(6, cell('A6', '3', 's'), cell('B6', '43557', '', '2'), cell('D6', '0.30000000000000004')) +
      row(7, cell('A7', '3', 's'), cell('B7', '43558'), cell('D7', '1.5E3'))
    const book = aRawWorkbook({
      date1904: true,
      styles: STYLES,
      sharedStrings: ['Supplier', 'Date', 'Amount', 'Two_x000D_\nlines'],
      sheets: [{ name: 'Data', xml }],
    })
    const reading = await readWhole(aFile(book, 'x.xlsx'))
    expect(outline(reading)).toEqual([
      '1 blank',
      '2 header',
      '3 blank',
      '4 2023-04-01 ACME 1234.56',
      '5 amount-missing',
      '6 2023-04-03 Two lines 0.30',
      '7 2023-04-04 Two lines 1500.00',
    ])
    expect(reading.tally.warnings.find(({ code }) => code === 'amounts-rounded')?.message).toContain(
      '1 amount had',
    )
  })

  it('has elements with a namespace prefix', async () => {
    const xml =
      row(1, cell('A1', 'Supplier', 'inlineStr'), cell('B1', 'Amount', 'inlineStr')) +
      row(2, cell('A2', 'ACME', 'inlineStr'), cell('B2', '5'))
    const prefixed = xml.replace(/<(\/?)(\w)/g, '<$1x:$2')
    const reading = await readWhole(
      aFile(aRawWorkbook({ sheets: [{ name: 'April 2023', xml: prefixed }] }), 'x.xlsx'),
    )
    expect(outline(reading)).toEqual(['1 header', '2 2023-04-01..2023-04-30 ACME 5.00'])
    expect(warningCodes(reading)).toContain('period-from-sheet-name')
  })

  it.each([
    ['cut off', '<row r="1"><c r="A1"><v>1</c></row>', 'workbook-damaged'],
    ['empty', '', 'workbook-without-payments'],
    ['one text', row(1, cell('A1', 'hello', 'inlineStr')), 'workbook-without-payments'],
  ])('is refused when its sheets are %s', async (_, xml, code) => {
    const sheets = [
      { name: 'One', xml },
      { name: 'Two', xml },
    ]
    expect((await refusalOf(aFile(aRawWorkbook({ sheets }), 'x.xlsx'))).code).toBe(code)
  })

  it('is refused when every sheet is hidden', async () => {
    const book = aRawWorkbook({ sheets: [{ name: 'One', state: 'veryHidden', xml: '' }] })
    expect((await refusalOf(aFile(book, 'x.xlsx'))).code).toBe('workbook-without-payments')
  })

  it('does not expand entities that the document declares', async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const sheets = [{ name: 'One', xml: row(1, cell('A1', '&b;', 'inlineStr')) }]
    const book = aRawWorkbook({ sheets, styles: `${entities}<styleSheet/>` })
    expect((await refusalOf(aFile(book, 'x.xlsx'))).code).toMatch(/^workbook-/)
  })
})
