import { type Found, READING_LIMITS } from '../model/reading.ts'
import { parsePiece } from './parse-piece.ts'
import { makeSplitter } from './split-document.ts'

type Chunks = AsyncIterable<string> | Iterable<string>

/** Two lines that both begin an object are JSON Lines; a JSON document never looks so. */
const LOOKS_LIKE_LINES = /^\s*\{[^\n]*\n\s?\{/
const PEEK = 1_000_000

async function* readLines(chunks: Chunks): AsyncGenerator<Found> {
  let [line, number, isTooLong] = ['', 1, false]
  const parse = (): Found[] => {
    const text = line.trim()
    return text === '' && !isTooLong
      ? []
      : parsePiece({ where: `line ${number}`, text: isTooLong ? null : text })
  }
  for await (const chunk of chunks) {
    const parts = chunk.split('\n')
    for (const [i, part] of parts.entries()) {
      if (i > 0) {
        yield* parse()
        ;[line, isTooLong] = ['', false]
        number += 1
      }
      if (line.length + part.length > READING_LIMITS.maxCharacters) isTooLong = true
      else line += part
    }
  }
  yield* parse()
}

async function* readDocument(chunks: Chunks): AsyncGenerator<Found> {
  const splitter = makeSplitter(READING_LIMITS.maxCharacters)
  for await (const chunk of chunks) for (const piece of splitter.push(chunk)) yield* parsePiece(piece)
  const { pieces, isCutOff } = splitter.end()
  for (const piece of pieces) yield* parsePiece(piece)
  if (isCutOff && pieces.length === 0) yield { ok: false, where: 'the end', reason: 'cut-off', detail: '' }
}

async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function* each(chunks: Chunks): AsyncGenerator<string> {
  for await (const chunk of chunks) yield chunk
}

/**
 * The releases in a text: a release, a list, a release package, a record package, or JSON Lines of any of
 * these. Holds one release at a time. What cannot be used is reported where it stands and passed over.
 */
export async function* readReleases(chunks: Chunks): AsyncGenerator<Found> {
  const source = each(chunks)
  let head = ''
  while (head.length < PEEK && !LOOKS_LIKE_LINES.test(head)) {
    const next = await source.next()
    if (next.done) break
    head += next.value
  }
  head = head.replace(/^\uFEFF/, '')
  const isLines = LOOKS_LIKE_LINES.test(head)
  let count = 0
  for await (const found of (isLines ? readLines : readDocument)(joined(head, source))) {
    count += 1
    yield found
  }
  if (count === 0) yield { ok: false, where: 'the start', reason: 'nothing-there', detail: '' }
}
