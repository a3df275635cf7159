import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFile, lines, outline, readText, readWhole, refusalOf, warningCodes } from './builders.ts'
import { detectLayout } from './detect-layout.ts'

const junk = Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919 + 13 * i * i) % 256))

describe('a file that is no payment file is refused in a plain sentence', () => {
  it.each([
    ['empty', 'nothing', ''],
    ['empty', 'blank', '  \r\n\r\n'],
    ['pdf', 'a PDF', '%PDF-1.4\n%âãÏÓ'],
    ['web-page', 'a web page', '<!DOCTYPE html><html><body>'],
    ['web-page', 'an HTML table', '\n<table><tr><td>Supplier</td></tr></table>'],
    ['json', 'a JSON object', '{"payments": []}'],
    ['json', 'a JSON list', '[{"supplier":"ACME"}]'],
    ['xml', 'an XML workbook', '<?xml version="1.0"?><Workbook>'],
    ['rich-text', 'rich text', '{\\rtf1 hello'],
    ['image', 'a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    [
      'old-excel',
      'an old workbook',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]),
    ],
    [
      'password',
      'a locked workbook',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['other-binary', 'binary', junk],
    ['nul-bytes', 'text with zero bytes', 'Supplier,Date,Amount\nAC\0ME,25/04/2023,1.00\n'.repeat(20)],
    ['line-too-long', 'one long line', 'a'.repeat(10_000_000)],
    ['no-rows', 'a letter', 'Dear all,\nplease find attached the spend.\nRegards\n'],
    ['no-rows', 'a header alone', 'Supplier,Date,Amount\n'],
    ['no-amount-column', 'a table without amounts', 'Name,Town\nACME,Anyton\nBETA,Anyford\n'],
    ['no-payee-column', 'a table without payees', 'Ward,Code,Score\n1,2,3.5\n2,3,4.5\n3,4,5.5\n'],
  ])('%s: %s', async (code, _, content) => {
    const refusal = await refusalOf(aFile(content))
    expect(refusal.code).toBe(code)
    expect(refusal.message).toMatch(/^[A-Z].*\.$/)
    expect(refusal.message).not.toMatch(/undefined|Error|\bat \/|\{/)
  })

  it('cannot-open: a file that is not there, or a folder', async () => {
    expect((await refusalOf({ path: '/nowhere/at/all', name: 'x.csv' })).code).toBe('cannot-open')
    expect((await refusalOf({ path: '/', name: 'x.csv' })).code).toBe('cannot-open')
  })

  it('with the rows it could cut, so that a person can point at columns', async () => {
    const refusal = await refusalOf(aFile('Name,Town\nACME,Anyton\n'))
    expect(refusal.preview?.rows).toEqual([
      ['Name', 'Town'],
      ['ACME', 'Anyton'],
    ])
  })
})

describe('damage inside a payment file', () => {
  it('by zero bytes far down stops the reading', async () => {
    const rows = Array.from({ length: 80_000 }, (_, i) => `SUPPLIER ${i},25/04/2023,1.00`)
    const file = aFile(lines('Supplier,Date,Amount', ...rows, 'BAD\0,25/04/2023,1.00'))
    await expect(readWhole(file)).rejects.toThrow('zero bytes')
  })

  it('by stray quotes loses no row', async () => {
    const reading = await readText(
      lines(
        'Date,Supplier,Amount',
        '01/04/2023,"ACME Ltd,100.00',
        '02/04/2023,"Beta, Ltd",50.00',
        '25/04/2023,GAMMA,60.00',
        '26/04/2023,5" PIPES LTD,1.00',
        '27/04/2023,"The "Old" Inn",2.00',
        '28/04/2023,"No end,3.00',
      ),
    )
    expect(outline(reading)).toEqual([
      '1 header',
      '2 2023-04-01 ACME Ltd 100.00',
      '3 2023-04-02 Beta, Ltd 50.00',
      '4 2023-04-25 GAMMA 60.00',
      '5 2023-04-26 5" PIPES LTD 1.00',
      '6 2023-04-27 The "Old" Inn 2.00',
      '7 2023-04-28 No end 3.00',
    ])
    expect(warningCodes(reading)).toContain('quotes-repaired')
  })

  it('by characters of another encoding is read and reported', async () => {
    const content = Buffer.concat([
      Buffer.from('Supplier,Date,Amount\nCafé,01/04/2023,£1.00\nMen'),
      Buffer.from([0x92]),
      Buffer.from('s,25/04/2023,2.00\n'),
    ])
    const reading = await readText(content)
    expect(reading.payments.map((row) => row.payeeName)).toEqual(['Café', 'Men’s'])
    expect(warningCodes(reading)).toContain('encoding-mixed')
  })

  it('that shifts a row beyond repair rejects it', async () => {
    const reading = await readText(
      lines(
        'Date,Supplier,Dept,Amount',
        '01/04/2023,ACME,Parks,1.00',
        '02/04/2023,A,B,C,D,2.00',
        '25/04/2023,BETA,Roads,3.00',
        '26/04/2023,GAMMA,Roads,4.00',
      ),
    )
    expect(reading.tally.rows).toMatchObject({ source: 5, payments: 3, other: 1, rejected: 1 })
  })
})

describe('any bytes at all', () => {
  it('give a layout or a refusal, and never an error of ours', async () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          'Supplier',
          'Date',
          'Amount',
          ',',
          ';',
          '\t',
          '"',
          '\n',
          '\r\n',
          '\r',
          '£',
          '1,234.50',
          '(5.00)',
          '01/04/2023',
          'Total',
          '\ufeff',
          ' ',
        ),
        fc.string({ maxLength: 6 }),
      ),
      { maxLength: 60 },
    )
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const file = aFile(parts.join(''))
        const detected = await detectLayout(file)
        if (!detected.ok) return
        const { tally } = await readWhole(file)
        expect(tally.rows.source).toBe(tally.rows.payments + tally.rows.other + tally.rows.rejected)
      }),
      { numRuns: 300 },
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await detectLayout(aFile(Buffer.from(bytes)))).ok).toBeDefined()
      }),
      { numRuns: 200 },
    )
  })
})
