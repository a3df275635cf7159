import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { aFile, aRawWorkbook, aZip, lines, readWhole, refusalOf, withWrongSum } from './builders.ts'
import { DEFAULT_LIMITS } from './limits.ts'

const april = lines('Supplier,Date,Amount', 'ACME,25/04/2023,1.00')
const may = lines('Vendor Name,Paid Date,Dept,Net Amount', 'BETA,26/05/2023,Parks,2.00')
const many = lines(
  'Supplier,Date,Amount',
  ...Array.from({ length: 20_000 }, (_, i) => `SUPPLIER ${i},25/04/2023,9.00`),
)
const inline = (...cells: readonly string[]): string =>
  `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
const workbook = aRawWorkbook({
  sheets: [
    { name: 'June', xml: inline('Supplier', 'Date', 'Amount') + inline('GAMMA', '25/06/2023', '3.00') },
  ],
})

describe('a compressed file', () => {
  it.each(['spend.csv.gz', 'spend.csv'])('in gzip is read, also under the name %s', async (name) => {
    const reading = await readWhole(aFile(gzipSync(many), name))
    expect(reading.tally.rows.payments).toBe(20_000)
    expect(reading.detected.layout.container).toBe('gzip')
  })

  it('in gzip may be a workbook', async () => {
    expect((await readWhole(aFile(gzipSync(workbook), 'spend.xlsx.gz'))).payments).toHaveLength(1)
  })

  it('in ZIP is read whole, text and workbooks, each in its own layout', async () => {
    const zip = aZip([
      { name: '__MACOSX/._april.csv', data: 'leftover' },
      { name: 'read me.txt', data: 'These are our payments.' },
      { name: 'spend/april.csv', data: april },
      { name: 'spend/may.csv', data: may },
      { name: 'june.xlsx', data: workbook },
      { name: 'logo.png', data: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) },
    ])
    const reading = await readWhole(aFile(zip, 'spend.zip'))
    expect(reading.payments.map((row) => [row.part, row.payeeName, row.paidOn])).toEqual([
      [0, 'ACME', '2023-04-25'],
      [1, 'BETA', '2023-05-26'],
      [2, 'GAMMA', '2023-06-25'],
    ])
    expect(reading.tally.rows).toEqual({ source: 6, payments: 3, other: 3, rejected: 0 })
    expect(reading.detected.layout.notRead.map(({ name }) => name)).toEqual(['logo.png', 'read me.txt'])
  })

  it('that holds the same payments twice is read once', async () => {
    const zip = aZip([
      { name: 'april.csv', data: april },
      { name: 'april copy.csv', data: april },
    ])
    const reading = await readWhole(aFile(zip, 'spend.zip'))
    expect(reading.payments).toHaveLength(1)
    expect(reading.detected.layout.notRead[0]?.reason).toBe('Its payments are also in april.csv.')
  })

  it('whose entries point outside is read without writing there', async () => {
    const zip = aZip([
      { name: '../../escaped.csv', data: april },
      { name: 'C:\\escaped.xlsx', data: workbook },
      { name: '/escaped.csv', data: may },
    ])
    expect((await readWhole(aFile(zip, 'spend.zip'))).payments).toHaveLength(3)
    for (const path of ['../../escaped.csv', '/escaped.csv', `${tmpdir()}/escaped.xlsx`])
      expect(existsSync(path)).toBe(false)
  })

  it('leaves neither open files nor temporary ones behind', async () => {
    await readWhole(
      aFile(
        aZip([
          { name: 'june.xlsx', data: workbook },
          { name: 'many.csv', data: many },
        ]),
        'spend.zip',
      ),
    )
    await refusalOf(aFile(aZip([{ name: 'x.txt', data: 'none' }]), 'spend.zip'))
    await new Promise((resolve) => setTimeout(resolve, 200))
    const open = readdirSync('/proc/self/fd').map((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`)
      } catch {
        return ''
      }
    })
    expect(open.filter((path) => /reading-test-|payment-file-/.test(path))).toEqual([])
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('payment-file-'))).toEqual([])
  })
})

const zipped = aZip([{ name: 'many.csv', data: many }])

describe('a compressed file is refused', () => {
  it.each([
    ['archive-nested', 'nested', aZip([{ name: 'inner.zip', data: aZip([{ name: 'a.csv', data: april }]) }])],
    ['archive-nested', 'gzip in gzip', gzipSync(gzipSync(april))],
    ['password', 'locked', aZip([{ name: 'a.csv', data: april, flags: 0x801 }])],
    ['archive-damaged', 'cut off', zipped.subarray(0, -40)],
    ['archive-damaged', 'torn', Buffer.concat([zipped.subarray(0, 500), zipped.subarray(2_000)])],
    ['archive-damaged', 'lying about its size', aZip([{ name: 'a.csv', data: many }], 100)],
    ['archive-damaged', 'other than its check sum says', withWrongSum(aZip([{ name: 'a.csv', data: many }]))],
    ['archive-damaged', 'a cut gzip', gzipSync(many).subarray(0, -500)],
    ['expands-too-much', 'a bomb', aZip([{ name: 'a.csv', data: Buffer.alloc(80_000_000, 0x41) }])],
    [
      'expands-too-much',
      'made of thousands of entries',
      aZip(Array.from({ length: 2_100 }, (_, i) => ({ name: `${i}.csv`, data: '' }))),
    ],
    ['archive-without-payments', 'empty', aZip([])],
    [
      'archive-without-payments',
      'without payments',
      aZip([
        { name: 'x.txt', data: 'hello' },
        { name: 'y.pdf', data: '%PDF-1.4' },
      ]),
    ],
    [
      'open-document',
      'OpenDocument',
      aZip([
        { name: 'mimetype', data: 'application/vnd.oasis' },
        { name: 'content.xml', data: '<x/>' },
      ]),
    ],
    ['binary-workbook', 'a binary workbook', aZip([{ name: 'xl/workbook.bin', data: 'x' }])],
    ['word-document', 'a Word document', aZip([{ name: 'word/document.xml', data: '<x/>' }])],
  ])('as %s when %s', async (code, _, content) => {
    const refusal = await refusalOf(aFile(content, 'spend.zip'))
    expect(refusal.code).toBe(code)
    expect(refusal.message).toMatch(/^The .*\.$/)
  })

  it('when its bytes exceed the limit, stored or unpacked', async () => {
    const limits = { ...DEFAULT_LIMITS, maxExpandedBytes: 100_000 }
    expect((await refusalOf(aFile(many), undefined, limits)).code).toBe('too-large')
    expect((await refusalOf(aFile(zipped), undefined, limits)).code).toBe('too-large')
    await expect(readWhole(aFile(gzipSync(many)), undefined, limits)).rejects.toThrow(
      'larger than 100,000 bytes',
    )
  })

  it('midway when a gzip bomb looks harmless at first', async () => {
    const bomb = Buffer.concat([Buffer.from(april), Buffer.from(`${'x'.repeat(9_999)}\n`.repeat(6_000))])
    await expect(readWhole(aFile(gzipSync(bomb)))).rejects.toThrow('unpacks to far more')
  })
})
