import type { Part } from './files/open-file.ts'
import type { ReadingLimits } from './limits.ts'
import type { PartLayout } from './model.ts'
import { type DecodingNotes, decodeText } from './text/decode.ts'
import { createRecordSplitter, type SplitNotes } from './text/record-splitter.ts'

/** What the cutting of a whole table met. */
export type RecordNotes = { readonly decoding: DecodingNotes; readonly splitting: SplitNotes }

export const noRecordNotes = (): RecordNotes => ({
  decoding: { strayBytes: 0, strayEncoding: null },
  splitting: { quotesRepaired: 0, firstRepairedRow: 0, quotesSeen: false },
})

/** The rows of a table as lists of cells, in batches, from its first row on. */
export const readRecords = async function* (
  part: Part,
  layout: PartLayout,
  limits: ReadingLimits,
  notes: RecordNotes,
): AsyncGenerator<string[][]> {
  if (part.kind === 'sheet') {
    yield* part.rows()
    return
  }
  const splitter = createRecordSplitter(
    {
      delimiter: layout.delimiter ?? ',',
      isWrapped: layout.quoting === 'wrapped',
      width: layout.width,
      maxRecordCharacters: limits.maxRecordCharacters,
    },
    notes.splitting,
  )
  for await (const text of decodeText(part.bytes(), layout.encoding ?? 'utf-8', notes.decoding)) {
    const records = splitter.push(text)
    if (records.length > 0) yield records
  }
  const last = splitter.end()
  if (last.length > 0) yield last
}
