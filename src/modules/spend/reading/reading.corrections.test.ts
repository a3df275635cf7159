import { describe, expect, it } from 'vitest'
import { aFile, lines, outline, readText, readWhole, refusalOf } from './builders.ts'
import { detectLayout } from './detect-layout.ts'
import { layoutSignature } from './layout-signature.ts'
import { readPayments } from './read-payments.ts'

const FILE = lines(
  'Supplier,Paid,Ordered,Net,Gross',
  'ACME,01/04/2023,01/03/2023,1.00,1.20',
  'BETA,02/04/2023,02/03/2023,2.00,2.40',
)

describe('a correction', () => {
  it.each([['Gross'], ['gross '], [5], ['5'], ['E']])(
    'chooses a column by header, number or letter: %j',
    async (amount) => {
      const reading = await readText(FILE, 'x.csv', { columns: { amount } })
      expect(reading.payments.map((row) => row.amountPence)).toEqual([120, 240])
    },
  )

  it('chooses the date, its order, the header and the period', async () => {
    const ordered = await readText(FILE, 'x.csv', { columns: { date: 'Ordered' }, dateOrder: 'month-first' })
    expect(ordered.payments.map((row) => row.paidOn)).toEqual(['2023-01-03', '2023-02-03'])
    const undated = await readText(FILE, 'x.csv', {
      columns: { date: null },
      period: { from: '2020-01-01', to: '2020-01-31' },
    })
    expect(undated.payments[0]).toMatchObject({
      paidOn: null,
      periodFrom: '2020-01-01',
      periodTo: '2020-01-31',
    })
    const headless = await readText(lines('Title Ltd,x,3.00', 'ACME,y,1.00', 'BETA,z,2.00'), 'x.csv', {
      headerRow: null,
      columns: { payee: 1, amount: 3 },
    })
    expect(headless.payments.map((row) => row.payeeName)).toEqual(['Title Ltd', 'ACME', 'BETA'])
    const lower = await readText(
      lines('Supplier,Amount', 'a,b', 'Wer,Wieviel', 'ACME,1.00', 'BETA,2.00'),
      'x.csv',
      { headerRow: 3, columns: { payee: 'Wer', amount: 'Wieviel' } },
    )
    expect(outline(lower)).toEqual([
      '1 title',
      '2 title',
      '3 header',
      '4 undated ACME 1.00',
      '5 undated BETA 2.00',
    ])
  })

  it('chooses encoding and delimiter', async () => {
    const dos = Buffer.from([
      ...Buffer.from('Supplier;Amount\nCaf'),
      0x82,
      ...Buffer.from(';1.00\nBETA;2.00\n'),
    ])
    const reading = await readText(dos, 'x.csv', { encoding: 'cp850', delimiter: ';' })
    expect(reading.payments.map((row) => row.payeeName)).toEqual(['Café', 'BETA'])
    expect((await readText(dos, 'x.csv', { encoding: 'cp437' })).payments[0]?.payeeName).toBe('Café')
  })

  it('that names a column the file does not have is refused with its columns', async () => {
    const refusal = await refusalOf(aFile(FILE), { columns: { payee: 'Vendor' } })
    expect(refusal).toMatchObject({
      code: 'correction-unknown-column',
      message:
        'The file has no column “Vendor” to use for payee. Its columns are: Supplier, Paid, Ordered, Net, Gross.',
    })
    expect((await refusalOf(aFile(FILE), { headerRow: 99 })).code).toBe('correction-unknown-header-row')
  })
})

describe('layoutSignature', () => {
  const signatureOf = async (content: string): Promise<string> => {
    const detected = await detectLayout(aFile(content))
    return detected.ok ? layoutSignature(detected.layout) : ''
  }
  it('is the same for the next month of the same publication', async () => {
    const april = await signatureOf(
      lines('Title,,', 'Supplier, Net Amount ,Date', 'ACME,1.00,01/04/2023', 'BETA,2.00,25/04/2023'),
    )
    const may = await signatureOf(lines('SUPPLIER,Net amount,"Date\n"', 'GAMMA,3.00,13/05/2023'))
    expect(may).toBe(april)
    expect(may).toBe('csv|supplier|net amount|date')
  })

  it('differs where columns differ, and without a header goes by content', async () => {
    const one = await signatureOf(lines('Supplier,Date,Amount', 'ACME,25/04/2023,1.00'))
    const two = await signatureOf(lines('Supplier,Amount,Date', 'ACME,1.00,25/04/2023'))
    const none = await signatureOf(lines('ACME LTD,25/04/2023,1.00', 'BETA LTD,26/04/2023,2.00'))
    expect(new Set([one, two, none]).size).toBe(3)
    expect(none).toBe('csv|no header|3|tdm')
  })
})

describe('a layout', () => {
  it('survives being stored as JSON', async () => {
    const file = aFile(FILE)
    const detected = await detectLayout(file)
    if (!detected.ok) throw new Error(detected.message)
    const stored = JSON.parse(JSON.stringify(detected.layout))
    expect(stored).toEqual(detected.layout)
    const pence: number[] = []
    for await (const batch of readPayments(file, stored))
      pence.push(...batch.payments.map((row) => row.amountPence))
    expect(pence).toEqual([100, 200])
  })

  it('that names a sheet the file does not have stops the reading', async () => {
    const detected = await detectLayout(aFile(FILE))
    if (!detected.ok) throw new Error(detected.message)
    const [part] = detected.layout.parts
    if (part === undefined) throw new Error('no part')
    const wrong = { ...detected.layout, parts: [{ ...part, entry: 'other.csv' }] }
    await expect(readPayments(aFile(FILE), wrong).next()).rejects.toThrow('does not hold other.csv')
  })

  it('comes with the first rows and how each was understood', async () => {
    const { detected } = await readText(
      lines(
        'Spend April 2023',
        'Supplier,Date,Amount',
        'ACME,01/04/2023,1.00',
        'BETA,soon,2.00',
        'Total,,3.00',
      ),
    )
    expect(detected.sample.map((row) => [row.rowNumber, row.outcome, row.cells[0]])).toEqual([
      [1, 'other', 'Spend April 2023'],
      [2, 'other', 'Supplier'],
      [3, 'payment', 'ACME'],
      [4, 'rejected', 'BETA'],
      [5, 'other', 'Total'],
    ])
  })

  it('is read in batches of two thousand rows, the last one marked', async () => {
    const file = aFile(
      lines('Supplier,Date,Amount', ...Array.from({ length: 4_500 }, (_, i) => `S${i},25/04/2023,1.00`)),
    )
    const { detected } = await readWhole(file)
    const sizes: number[] = []
    const lasts: boolean[] = []
    for await (const batch of readPayments(file, detected.layout)) {
      sizes.push(batch.payments.length + batch.others.length + batch.rejects.length)
      lasts.push(batch.last)
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2_000)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(4_501)
    expect(lasts.indexOf(true)).toBe(lasts.length - 1)
  })
})
