import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readContractLines, writeContractLines } from './contract-lines.ts'

describe('readContractLines', () => {
  test('reads days as people write them, with a header or without', () => {
    const expected = {
      ok: true,
      contracts: [
        { supplier: 'A, B & Co', category: 'Care', title: 'Block', endsOn: '2028-03-31', framework: 'FW' },
      ],
    }
    expect(
      readContractLines('supplier,category,title,last day,framework\n"A, B & Co",Care,Block,31/03/2028,FW'),
    ).toEqual(expected)
    expect(readContractLines('"A, B & Co",Care,Block,2028-03-31,FW\r\n')).toEqual(expected)
  })

  test.each([
    [',Care,x,,', 'Contract 1 has no supplier.'],
    ['A,Care,x,31/02/2028,', '“31/02/2028” is not a day'],
    ['A,b,c,2028-03-31,d,e', '6 cells instead of 5'],
    ['A,"b', 'a quotation mark is not closed'],
    [`${'x'.repeat(300)},,,,`, 'a cell that is too long'],
    ['A\n'.repeat(5001), 'at most 5,000'],
    ['x'.repeat(1_000_001), 'more than a million characters'],
  ])('refuses what it cannot use, and says why (%#)', (text, message) => {
    const read = readContractLines(text)
    expect(read.ok ? '' : read.message).toContain(message)
  })

  test('reads back what it writes', () => {
    const cell = fc.string({ maxLength: 20 }).map((text) => text.trim())
    const contract = fc.record({
      supplier: cell.filter((text) => text !== '' && text.toLowerCase() !== 'supplier'),
      category: cell,
      title: cell,
      endsOn: fc.constantFrom('', '2027-01-31'),
      framework: cell,
    })
    fc.assert(
      fc.property(fc.array(contract, { minLength: 1, maxLength: 5 }), (contracts) => {
        expect(readContractLines(writeContractLines(contracts))).toEqual({ ok: true, contracts })
      }),
    )
  })
})
