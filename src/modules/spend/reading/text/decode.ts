import { isAscii, isUtf8 } from 'node:buffer'
import type { Encoding } from '../model.ts'
import { UnreadableFileError } from '../unreadable.ts'
import { decodeCp437, decodeCp850 } from './code-pages.ts'
import { guessSingleByte, incompleteTail, validSequenceAt } from './encoding.ts'

/** What the decoding met that was not in the encoding of the file. */
export type DecodingNotes = { strayBytes: number; strayEncoding: Encoding | null }

export type Decoder = { readonly push: (chunk: Buffer) => string; readonly end: () => string }

/** A decoder that can be fed a stream in chunks cut anywhere. */
export const createDecoder = (encoding: Encoding, notes: DecodingNotes): Decoder => {
  switch (encoding) {
    case 'utf-8':
      return createUtf8Decoder(notes)
    case 'cp850':
      return { push: (chunk) => decodeCp850(refuseNuls(chunk)), end: () => '' }
    case 'cp437':
      return { push: (chunk) => decodeCp437(refuseNuls(chunk)), end: () => '' }
    case 'windows-1252':
    case 'macintosh': {
      const decoder = new TextDecoder(encoding)
      return {
        push: (chunk) => decoder.decode(refuseNuls(chunk), { stream: true }),
        end: () => decoder.decode(),
      }
    }
    default: {
      const decoder = new TextDecoder(encoding)
      return { push: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
    }
  }
}

const refuseNuls = (chunk: Buffer): Buffer => {
  if (chunk.includes(0)) throw new UnreadableFileError('nul-bytes')
  return chunk
}

/**
 * UTF-8 that survives files glued together from several sources: bytes that are no UTF-8 are read as Windows or DOS
 * text, one by one, and counted.
 */
const createUtf8Decoder = (notes: DecodingNotes): Decoder => {
  let rest: Buffer = Buffer.alloc(0)
  let isStart = true
  const decode = (bytes: Buffer): string => {
    refuseNuls(bytes)
    let body = bytes
    if (isStart && bytes.length > 0) {
      isStart = false
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) body = bytes.subarray(3)
    }
    if (isAscii(body)) return body.toString('latin1')
    return isUtf8(body) ? body.toString('utf8') : decodeMixed(body, notes)
  }
  return {
    push: (chunk) => {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const tail = incompleteTail(bytes)
      const held = isStart && bytes.length < 3 ? bytes.length : tail
      rest = held === 0 ? Buffer.alloc(0) : Buffer.from(bytes.subarray(bytes.length - held))
      return decode(bytes.subarray(0, bytes.length - held))
    },
    end: () => decode(rest),
  }
}

const decodeMixed = (bytes: Buffer, notes: DecodingNotes): string => {
  notes.strayEncoding ??= guessSingleByte(strayBytesOf(bytes))
  const single = createDecoder(notes.strayEncoding, notes)
  let text = ''
  let from = 0
  for (let i = 0; i < bytes.length; ) {
    const length = (bytes[i] ?? 0) < 0x80 ? 1 : validSequenceAt(bytes, i)
    if (length > 0) {
      i += length
      continue
    }
    text += bytes.toString('utf8', from, i) + single.push(bytes.subarray(i, i + 1))
    notes.strayBytes += 1
    i += 1
    from = i
  }
  return text + bytes.toString('utf8', from)
}

/** The bytes with valid UTF-8 characters blanked out, so that only the stray ones are judged. */
const strayBytesOf = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes)
  for (let i = 0; i < copy.length; ) {
    const length = (copy[i] ?? 0) < 0x80 ? 1 : validSequenceAt(copy, i)
    if (length > 1) copy.fill(32, i, i + length)
    i += Math.max(length, 1)
  }
  return copy
}

/** The text of a stream of bytes, in pieces. */
export const decodeText = async function* (
  bytes: AsyncIterable<Buffer>,
  encoding: Encoding,
  notes: DecodingNotes,
): AsyncGenerator<string> {
  const decoder = createDecoder(encoding, notes)
  for await (const chunk of bytes) yield decoder.push(chunk)
  yield decoder.end()
}
