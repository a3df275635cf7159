import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { readUpload } from './upload-content.ts'

const anUpload = (pieces: readonly string[], wasCut = false) => ({
  name: 'table.csv',
  content: Readable.from(pieces.map((piece) => Buffer.from(piece))),
  wasCut: () => wasCut,
})

describe('an upload', () => {
  test('is all its pieces', async () =>
    expect((await readUpload(anUpload(['ab', 'cd']), 4))?.toString()).toBe('abcd'))
  test('is nothing where it is larger than it may be', async () =>
    expect(await readUpload(anUpload(['ab', 'cde']), 4)).toBeUndefined())
  test('of 2 GB is read to its end and never kept', async () => {
    const piece = Buffer.alloc(2 ** 20)
    const content = Readable.from(
      (function* () {
        for (let n = 0; n < 2048; n++) yield piece
      })(),
    )
    const before = process.memoryUsage().arrayBuffers
    expect(await readUpload({ name: 'x', content, wasCut: () => false }, 20 * 2 ** 20)).toBeUndefined()
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 2 ** 20)
    expect(content.readableEnded).toBe(true)
  })
  test('is nothing where the server cut it: a part is never taken for the whole', async () =>
    expect(await readUpload(anUpload(['ab'], true), 4)).toBeUndefined())
})
