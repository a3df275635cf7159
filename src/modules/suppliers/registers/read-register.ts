import { Unusable } from '../../../platform/errors.ts'
import type { EntryFacts, RegisterKind, RejectReason } from '../model.ts'
import { type DecodingNotes, decodeLines, startingWith } from './decode-lines.ts'
import { noLayoutSentence, nothingUsableSentence } from './layout-sentences.ts'
import { findObjectLayout, findTable } from './layouts/find-layout.ts'
import type { Layout } from './layouts/layout.ts'
import { openRegisterFile, type RegisterFile, type RegisterPart } from './open-register-file.ts'
import { refusedContent } from './refused-content.ts'
import { createObjectSplitter } from './split-objects.ts'
import { type CutRow, createRecordSplitter } from './split-records.ts'

export type NumberedEntry = { readonly row: number; readonly entry: EntryFacts }
export type NumberedReject = { readonly row: number; readonly reason: RejectReason; readonly extract: string }

/** Rows are numbered through all parts; `firstRow` of a part tells where its own row 1 is. */
export type ReadTally = DecodingNotes & {
  kind: RegisterKind | null
  bytesTotal: number
  bytesRead: number
  rowsRead: number
  rowsRejected: number
  nextRow: number
  readonly parts: { readonly name: string; readonly firstRow: number }[]
  readonly rejectedByReason: Partial<Record<RejectReason, number>>
}

export const newTally = (): ReadTally => ({
  kind: null,
  bytesTotal: 0,
  bytesRead: 0,
  rowsRead: 0,
  rowsRejected: 0,
  nextRow: 1,
  linesInWindows1252: 0,
  parts: [],
  rejectedByReason: {},
})

export type RegisterBatch = {
  readonly entries: readonly NumberedEntry[]
  readonly rejects: readonly NumberedReject[]
}

/** When so many rows of a part came to nothing and not one was taken, the rest is not worth reading. */
const HOPELESS_ROWS = 5000
/** So many blank rows on end are no gap between rows: a few kilobytes of gzip may hold billions of them. */
const ENDLESS_BLANKS = 1_000_000
const EXTRACT_LENGTH = 300

type Reading = {
  readonly tally: ReadTally
  readonly part: string
  taken: number
  rejected: number
  blanks: number
  entries: NumberedEntry[]
  rejects: NumberedReject[]
  /** Objects of one file mostly have the same keys, so the layout of the last one is kept. */
  lastObject: { readonly keys: string; readonly layout: Layout } | null
}

const reject = (reading: Reading, row: number, reason: RejectReason, extract: string): void => {
  const { tally } = reading
  tally.rowsRead += 1
  tally.rowsRejected += 1
  tally.rejectedByReason[reason] = (tally.rejectedByReason[reason] ?? 0) + 1
  reading.rejected += 1
  reading.rejects.push({ row, reason, extract: extract.replaceAll('\0', '').slice(0, EXTRACT_LENGTH) })
  if (reading.taken === 0 && reading.rejected >= HOPELESS_ROWS) {
    throw new Unusable(nothingUsableSentence(reading.part, tally.rejectedByReason))
  }
}

const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell === '' || cell.trim() === '')

const takeBlank = (reading: Reading): void => {
  reading.blanks += 1
  if (reading.blanks > ENDLESS_BLANKS)
    throw new Unusable(`${reading.part} goes on with blank rows without end.`)
}

const takeCells = (reading: Reading, layout: Layout, row: number, cells: readonly string[]): void => {
  const read = layout.readRow(cells)
  if (!read.ok) {
    if (isBlank(cells)) return takeBlank(reading)
    return reject(reading, row, read.refusal, cells.filter((cell) => cell.trim() !== '').join(' | '))
  }
  reading.blanks = 0
  reading.tally.rowsRead += 1
  reading.taken += 1
  reading.entries.push({ row, entry: read.value })
}

const takeRows = (reading: Reading, layout: Layout, rows: readonly CutRow[]): void => {
  for (const cut of rows) {
    const row = reading.tally.nextRow++
    if ('fault' in cut) reject(reading, row, cut.fault, cut.text)
    else takeCells(reading, layout, row, cut)
  }
}

const flush = (reading: Reading): RegisterBatch => {
  const batch = { entries: reading.entries, rejects: reading.rejects }
  reading.entries = []
  reading.rejects = []
  return batch
}

const claimKind = (tally: ReadTally, kind: RegisterKind, part: string): void => {
  if (tally.kind !== null && tally.kind !== kind) {
    throw new Unusable(`${part} is of another kind than the file before it. Import one register at a time.`)
  }
  tally.kind = kind
}

async function* readTable(
  reading: Reading,
  lines: AsyncGenerator<string[]>,
  wanted: RegisterKind | null,
): AsyncGenerator<RegisterBatch> {
  // The header has to be whole before anything is decided; a chunk of a megabyte nearly always holds it.
  let top: string[] = []
  for (let next = await lines.next(); ; next = await lines.next()) {
    if (!next.done) top = top.concat(next.value)
    if (next.done || top.length > 60) break
  }
  const table = findTable(top, wanted)
  if (!table) throw new Unusable(noLayoutSentence(reading.part, top, wanted))
  claimKind(reading.tally, table.layout.kind, reading.part)
  const splitter = createRecordSplitter(table.form)
  let toSkip = table.headerRow
  const take = (rows: readonly CutRow[]): RegisterBatch => {
    const skipped = Math.min(toSkip, rows.length)
    toSkip -= skipped
    reading.tally.nextRow += skipped
    takeRows(reading, table.layout, skipped > 0 ? rows.slice(skipped) : rows)
    return flush(reading)
  }
  yield take(splitter.push(top))
  for await (const more of lines) yield take(splitter.push(more))
  yield take(splitter.end())
}

const layoutOfObject = (
  reading: Reading,
  keys: readonly string[],
  wanted: RegisterKind | null,
): Layout | undefined => {
  const joined = keys.join('\t')
  if (reading.lastObject?.keys === joined) return reading.lastObject.layout
  const layout = findObjectLayout(keys, wanted)
  if (layout) {
    claimKind(reading.tally, layout.kind, reading.part)
    reading.lastObject = { keys: joined, layout }
  }
  return layout
}

const parseObject = (text: string): object | undefined => {
  try {
    return JSON.parse(text) as object
  } catch {
    return undefined
  }
}

const cellOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

const takeObject = (reading: Reading, text: string | null, wanted: RegisterKind | null): void => {
  const row = reading.tally.nextRow++
  if (text === null) return reject(reading, row, 'row-too-long', '')
  const object = parseObject(text)
  const layout = object && layoutOfObject(reading, Object.keys(object), wanted)
  if (layout) return takeCells(reading, layout, row, Object.values(object).map(cellOf))
  if (object && reading.taken + reading.rejected === 0) {
    throw new Unusable(noLayoutSentence(reading.part, [text], wanted))
  }
  reject(reading, row, 'object-broken', text)
}

async function* readObjects(
  reading: Reading,
  chunks: AsyncIterable<Buffer>,
  wanted: RegisterKind | null,
): AsyncGenerator<RegisterBatch> {
  const decoder = new TextDecoder('utf-8')
  const splitter = createObjectSplitter()
  for await (const chunk of chunks) {
    for (const text of splitter.push(decoder.decode(chunk, { stream: true })))
      takeObject(reading, text, wanted)
    yield flush(reading)
  }
  for (const text of splitter.end()) takeObject(reading, text, wanted)
  yield flush(reading)
}

const isJson = (head: Buffer): boolean => /^(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{/.test(head.toString('latin1'))

async function* readPart(
  part: RegisterPart,
  tally: ReadTally,
  wanted: RegisterKind | null,
): AsyncGenerator<RegisterBatch> {
  const read = part.read((bytes) => {
    tally.bytesRead += bytes
  })
  const chunks = read[Symbol.asyncIterator]()
  const first = await chunks.next()
  const head: Buffer = first.done ? Buffer.alloc(0) : first.value
  const refusal = refusedContent(head.subarray(0, 4096))
  if (refusal) throw new Unusable(`${part.name} ${refusal}`)
  tally.parts.push({ name: part.name, firstRow: tally.nextRow })
  const reading: Reading = {
    tally,
    part: part.name,
    taken: 0,
    rejected: 0,
    blanks: 0,
    entries: [],
    rejects: [],
    lastObject: null,
  }
  const bytes = startingWith(head, chunks)
  yield* isJson(head)
    ? readObjects(reading, bytes, wanted)
    : readTable(reading, decodeLines(head, bytes, tally), wanted)
  if (reading.taken === 0) throw new Unusable(nothingUsableSentence(part.name, tally.rejectedByReason))
}

/**
 * Reads a register from one or more files, in batches and bounded memory. Rows that cannot be taken are counted and
 * named; `tally` always says how far the reading is. Throws Unusable with a sentence where a file holds no register.
 */
export async function* readRegister(
  files: readonly RegisterFile[],
  wanted: RegisterKind | null,
  tally: ReadTally,
): AsyncGenerator<RegisterBatch> {
  if (files.length === 0) throw new Unusable('There is no file to read.')
  const opened = []
  try {
    for (const file of files) opened.push(await openRegisterFile(file))
    tally.bytesTotal = opened.reduce((sum, file) => sum + file.bytesTotal, 0)
    for (const file of opened) for (const part of file.parts) yield* readPart(part, tally, wanted)
  } finally {
    for (const file of opened) file.close()
  }
}
