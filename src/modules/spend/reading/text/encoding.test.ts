import { describe, expect, it } from 'vitest'
import type { Encoding } from '../model.ts'
import { createDecoder, type DecodingNotes } from './decode.ts'
import { detectEncoding } from './encoding.ts'

const bytes = (...parts: readonly (string | number)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))))
const TEXT = 'Supplier,Amount (£)\nCafé’s,£1\n'

/** Decodes with pieces of every small size, so that characters are cut in two. */
const decode = (
  buffer: Buffer,
  encoding: Encoding,
  piece: number,
  notes: DecodingNotes = { strayBytes: 0, strayEncoding: null },
) => {
  const decoder = createDecoder(encoding, notes)
  let text = ''
  for (let at = 0; at < buffer.length; at += piece) text += decoder.push(buffer.subarray(at, at + piece))
  return text + decoder.end()
}

const WINDOWS = bytes('Supplier,Amount (', 0xa3, ')\nCaf', 0xe9, 0x92, 's,', 0xa3, '1\n')
const SAMPLES: readonly (readonly [string, Encoding, Buffer])[] = [
  ['UTF-8', 'utf-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', 'utf-8', bytes(0xef, 0xbb, 0xbf, TEXT)],
  ['Windows-1252', 'windows-1252', WINDOWS],
  ['UTF-16 LE', 'utf-16le', Buffer.from(TEXT, 'utf16le')],
  ['UTF-16 LE with a mark', 'utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16 BE', 'utf-16be', Buffer.from(TEXT, 'utf16le').swap16()],
  ['UTF-16 BE with a mark', 'utf-16be', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
]

describe('detectEncoding and createDecoder', () => {
  it.each(SAMPLES)('reads %s, however it is cut', (_, encoding, buffer) => {
    expect(detectEncoding(buffer)).toBe(encoding)
    for (const piece of [1, 2, 3, 7, 1_000]) expect(decode(buffer, encoding, piece)).toBe(TEXT)
  })

  it('knows the pound sign of DOS files', () => {
    const dos = bytes('Transactions over ', 0x9c, '500\nCaf', 0x82, ',', 0x9c, '12.00\n')
    expect(detectEncoding(dos)).toBe('cp850')
    expect(decode(dos, 'cp850', 4)).toBe('Transactions over £500\nCafé,£12.00\n')
    expect(decode(dos, 'cp437', 4)).toBe('Transactions over £500\nCafé,£12.00\n')
  })

  it('knows a DOS file by its pound signs alone', () => {
    expect(detectEncoding(bytes('Spend over ', 0x9c, '500\nACME,', 0x9c, '12.00\n'))).toBe('cp850')
    expect(detectEncoding(bytes('Chef d', 0x9c, 'uvre'))).toBe('windows-1252')
  })

  it('knows the apostrophe of old Macintosh files', () => {
    expect(detectEncoding(bytes('Children', 0xd5, 's and Men', 0xd5, 's'))).toBe('macintosh')
  })

  it('judges a sample that ends within a character', () => {
    expect(detectEncoding(Buffer.from('Café £').subarray(0, -1))).toBe('utf-8')
  })

  it('reads the odd Windows character in a UTF-8 file, and counts it', () => {
    const mixed = bytes('Café £1, Men', 0x92, 's')
    const notes: DecodingNotes = { strayBytes: 0, strayEncoding: null }
    expect(detectEncoding(mixed)).toBe('utf-8')
    expect(decode(mixed, 'utf-8', 100, notes)).toBe('Café £1, Men’s')
    expect(notes).toEqual({ strayBytes: 1, strayEncoding: 'windows-1252' })
  })

  it('refuses zero bytes in text', () => {
    expect(() => decode(Buffer.from('a\0b'), 'utf-8', 10)).toThrow('zero bytes')
  })
})
