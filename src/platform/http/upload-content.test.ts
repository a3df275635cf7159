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
  test('is nothing where the server cut it: a part is never taken for the whole', async () =>
    expect(await readUpload(anUpload(['ab'], true), 4)).toBeUndefined())
})
