import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeLines, LINE_TOO_LONG } from './decode-lines.ts'

const decode = async (...chunks: Buffer[]) => {
  const notes = { linesInWindows1252: 0 }
  const lines: string[] = []
  async function* all(): AsyncGenerator<Buffer> {
    yield* chunks
  }
  for await (const some of decodeLines(chunks[0] ?? Buffer.alloc(0), all(), notes)) lines.push(...some)
  return { lines, ...notes }
}
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('lines of a file', () => {
  test.each([
    ['a\nb\nc', ['a', 'b', 'c']],
    ['a\r\nb\r\nc\r\n', ['a', 'b', 'c']],
    ['a\rb\rc', ['a', 'b', 'c']],
    ['\ufeffa\nb', ['a', 'b']],
    ['a\n\nb', ['a', '', 'b']],
    ['', []],
  ])('%j are %j', async (text, lines) => expect((await decode(Buffer.from(text))).lines).toEqual(lines))

  test('in Windows-1252 are read line by line beside UTF-8, and counted', async () => {
    const bytes = Buffer.concat([
      Buffer.from('CAFÉ\n'),
      Buffer.from([0x43, 0x41, 0x46, 0xc9, 0x53, 0x92, 0x0a]),
      Buffer.from('naïve'),
    ])
    expect(await decode(bytes)).toEqual({ lines: ['CAFÉ', 'CAFÉS’', 'naïve'], linesInWindows1252: 1 })
  })

  test('in UTF-16 are read either way round, with and without the mark', async () => {
    const text = 'Company name,Company number\nCAFÉ,01234568'
    const lines = text.split('\n')
    const little = utf16(text)
    const big = Buffer.from(little).swap16()
    for (const bytes of [little, big, little.subarray(2), big.subarray(2)])
      expect((await decode(bytes)).lines).toEqual(lines)
  })

  test('without an end are given up, and the next line is read', async () => {
    const chunk = Buffer.alloc(1 << 19, 'x')
    const { lines } = await decode(Buffer.from('a\n'), chunk, chunk, chunk, Buffer.from('x\nb\n'))
    expect(lines).toEqual(['a', LINE_TOO_LONG, 'b'])
  })

  test('come whole wherever the chunks are cut', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀', ',', '"') })
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        async (wanted, size) => {
          // A text without any line end at all has one line, also when it is empty.
          const bytes = Buffer.from(`${wanted.join('\n')}\n`)
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
            bytes.subarray(at * size, (at + 1) * size),
          )
          expect((await decode(...chunks)).lines).toEqual(wanted)
        },
      ),
    )
  })
})
