import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsvColumns } from './csv-columns.ts'

async function* inPieces(content: Buffer, size: number): AsyncIterable<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

const read = async (
  text: string | Buffer,
  wanted: readonly number[],
  { hasHeader = true, size = 1 << 16 } = {},
) => {
  const rows: string[][] = []
  const count = await readCsvColumns(
    inPieces(Buffer.from(text), size),
    () => ({ wanted, hasHeader }),
    (fields) => void rows.push([...fields]),
  )
  expect(count).toBe(rows.length)
  return rows
}

describe('readCsvColumns', () => {
  test('reads the wanted columns in the wanted order, blank where a row has none', async () => {
    expect(await read('a,b,c\n1,2,3\n4\n7,8,9,10\n', [2, 0, -1])).toEqual([
      ['3', '1', ''],
      ['', '4', ''],
      ['9', '7', ''],
    ])
  })

  test('knows quotes, delimiters in quotes and quotes written twice', async () => {
    expect(await read('a,b,c\n"x, y",2,"3"\n"x ""y"", z",4,5\n', [1, 2])).toEqual([
      ['2', '3'],
      ['4', '5'],
    ])
  })

  test('takes every line end, a last line without one, and blank lines', async () => {
    expect(await read('a,b\r\n1,2\r\n\r\n3,4', [0, 1])).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test.each(['\t', ';', '|'])('finds the delimiter %j', async (mark) => {
    expect(await read(['a', 'b'].join(mark) + '\n' + ['1', '2'].join(mark), [1])).toEqual([['2']])
  })

  test('takes the first row for data where there is no header', async () => {
    expect(await read('1,2\n3,4\n', [0], { hasHeader: false })).toEqual([['1'], ['3']])
  })

  test('leaves a file alone that nobody recognises', async () => {
    expect(
      await readCsvColumns(
        inPieces(Buffer.from('a,b\n1,2\n'), 3),
        () => undefined,
        () => expect.unreachable(),
      ),
    ).toBe(0)
  })

  test('agrees with csv-parse on tidy files, in pieces of any size', async () => {
    const field = fc
      .oneof(fc.stringMatching(/^[A-Za-z0-9 ]{0,8}$/), fc.stringMatching(/^[a-z]{0,4}[,"][a-z]{0,4}$/))
      .map((text) => text.trim())
    const rows = fc.array(fc.tuple(fc.stringMatching(/^[A-Z]{2,5}$/), field, field), {
      minLength: 1,
      maxLength: 20,
    })
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('\n', '\r\n'),
        async (list, size, end) => {
          const text = ['a,b,c', ...list.map((row) => row.map(quote).join(','))].join(end)
          const expected = parse(text, { from: 2 }).map((row) => [
            row[2]?.replaceAll(/^["\s]+|["\s]+$/g, ''),
            row[0],
          ])
          const found = await read(text, [2, 0], { size })
          expect(found.map(([last, first]) => [last?.replaceAll('""', '"'), first])).toEqual(expected)
        },
      ),
    )
  })

  test('answers any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        async (bytes, size) => {
          await readCsvColumns(
            inPieces(Buffer.from(bytes), size),
            (row) => ({ wanted: row.map((_, at) => at), hasHeader: false }),
            () => undefined,
          ).catch((error: Error) => expect(error.name).toBe('Unusable'))
        },
      ),
    )
  })

  test('refuses a line of more than a million characters', async () => {
    await expect(read('x'.repeat(3 << 20), [0])).rejects.toThrow('not a table of lines')
  })
})
