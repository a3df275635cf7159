import { isUtf8 } from 'node:buffer'
import { looksLikeBareUtf16 } from './refused-content.ts'

/** Stands for a line that is longer than any record of a register. */
export const LINE_TOO_LONG = '\u0000line too long'

/** What the decoding met; for the report to the person who imports. */
export type DecodingNotes = { linesInWindows1252: number }

const NEWLINE = 0x0a
const RETURN = 0x0d
const MOST_LINE_BYTES = 1 << 20

type Wide = 'utf-16le' | 'utf-16be'

const wideEncoding = (head: Buffer): Wide | null => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return looksLikeBareUtf16(head)
}

const windows1252 = new TextDecoder('windows-1252')

/** Lines that are no UTF-8 are read as Windows-1252 one by one: parts of a file may come from another system. */
const decodeBlock = (block: Buffer, breakAt: number, notes: DecodingNotes): string[] => {
  const separator = String.fromCharCode(breakAt)
  if (isUtf8(block)) return block.toString('utf8').split(separator)
  const lines: string[] = []
  for (let from = 0; from <= block.length; ) {
    const found = block.indexOf(breakAt, from)
    const line = block.subarray(from, found === -1 ? block.length : found)
    if (isUtf8(line)) lines.push(line.toString('utf8'))
    else {
      notes.linesInWindows1252 += 1
      lines.push(windows1252.decode(line))
    }
    from = (found === -1 ? block.length : found) + 1
  }
  return lines
}

const withoutReturns = (lines: string[]): string[] => {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line.charCodeAt(line.length - 1) === RETURN) lines[at] = line.slice(0, -1)
  }
  return lines
}

/** Carries bytes over from chunk to chunk until a line ends; a line without end is given up, not collected. */
async function* narrowLines(chunks: AsyncIterable<Buffer>, notes: DecodingNotes): AsyncGenerator<string[]> {
  let rest: Buffer = Buffer.alloc(0)
  let breakAt: number | null = null
  let isSkipping = false
  for await (const chunk of chunks) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    // Files of old Macintosh programs end their lines with a return alone.
    breakAt ??= bytes.includes(NEWLINE) || !bytes.includes(RETURN) ? NEWLINE : RETURN
    if (isSkipping) {
      const end = bytes.indexOf(breakAt)
      if (end === -1) {
        rest = Buffer.alloc(0)
        continue
      }
      bytes = bytes.subarray(end + 1)
      isSkipping = false
    }
    const last = bytes.lastIndexOf(breakAt)
    rest = Buffer.from(bytes.subarray(last + 1))
    const lines = last === -1 ? [] : withoutReturns(decodeBlock(bytes.subarray(0, last), breakAt, notes))
    if (rest.length > MOST_LINE_BYTES) {
      lines.push(LINE_TOO_LONG)
      rest = Buffer.alloc(0)
      isSkipping = true
    }
    yield lines
  }
  if (rest.length > 0) yield withoutReturns(decodeBlock(rest, breakAt ?? NEWLINE, notes))
}

async function* wideLines(chunks: AsyncIterable<Buffer>, encoding: Wide): AsyncGenerator<string[]> {
  const decoder = new TextDecoder(encoding)
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n/)
    rest = lines.pop() ?? ''
    if (rest.length > MOST_LINE_BYTES) {
      lines.push(LINE_TOO_LONG)
      rest = ''
    }
    yield lines
  }
  rest += decoder.decode()
  if (rest !== '') yield [rest]
}

/** Puts the bytes that were looked at before the rest. */
export async function* startingWith(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/**
 * Text of a file in lines, a batch a chunk: UTF-8 and Windows-1252, also mixed, UTF-16 either way round, any line
 * end. A line of more than a megabyte comes as LINE_TOO_LONG.
 */
export async function* decodeLines(
  head: Buffer,
  chunks: AsyncIterable<Buffer>,
  notes: DecodingNotes,
): AsyncGenerator<string[]> {
  const wide = wideEncoding(head)
  let isFirst = true
  for await (const lines of wide ? wideLines(chunks, wide) : narrowLines(chunks, notes)) {
    if (isFirst && lines.length > 0) {
      isFirst = false
      lines[0] = (lines[0] ?? '').replace(/^\ufeff/, '')
    }
    yield lines
  }
}
