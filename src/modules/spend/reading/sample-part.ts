import type { Source } from './columns/detect-part.ts'
import { readHead } from './files/expansion.ts'
import type { Part, TextPart } from './files/open-file.ts'
import { binaryReason } from './files/sniff.ts'
import type { ReadingLimits } from './limits.ts'
import type { LayoutCorrection } from './model.ts'
import { createDecoder } from './text/decode.ts'
import { cuttingWith, detectCutting } from './text/delimiter.ts'
import { detectEncoding } from './text/encoding.ts'
import { createRecordSplitter, type SplitNotes } from './text/record-splitter.ts'
import { UnreadableFileError } from './unreadable.ts'

/** The first rows of a table, cut into cells, and how they were cut. */
export type Sample = {
  readonly records: readonly (readonly string[])[]
  /** Whether these are all the rows there are. */
  readonly isAll: boolean
  readonly source: Source
}

const SAMPLE_BYTES = 1024 * 1024
const SAMPLE_ROWS = 2_000

export const samplePart = (
  part: Part,
  correction: LayoutCorrection | undefined,
  limits: ReadingLimits,
): Promise<Sample> => (part.kind === 'sheet' ? sampleSheet(part) : sampleText(part, correction, limits))

const sampleSheet = async (part: Exclude<Part, TextPart>): Promise<Sample> => {
  const records: string[][] = []
  let isAll = true
  for await (const rows of part.rows()) {
    records.push(...rows)
    if (records.length > SAMPLE_ROWS) {
      isAll = false
      break
    }
  }
  const { entry, sheet, uses1904Dates } = part
  return {
    records: records.slice(0, SAMPLE_ROWS),
    isAll,
    source: { format: 'xlsx', entry, sheet, encoding: null, delimiter: null, quoting: null, uses1904Dates },
  }
}

const sampleText = async (
  part: TextPart,
  correction: LayoutCorrection | undefined,
  limits: ReadingLimits,
): Promise<Sample> => {
  const { head, isAll } = await readHead(part.bytes(), SAMPLE_BYTES)
  const encoding = correction?.encoding ?? detectEncoding(head)
  const refusal = binaryReason(head, encoding.startsWith('utf-16'))
  if (refusal !== null) throw new UnreadableFileError(refusal)
  const decoder = createDecoder(encoding, { strayBytes: 0, strayEncoding: null })
  const text = decoder.push(head) + (isAll ? decoder.end() : '')
  if (text.trim() === '') throw new UnreadableFileError('empty')
  const plain = text.replace(/\r\n?/g, '\n')
  const cutting =
    correction?.delimiter === undefined ? detectCutting(plain) : cuttingWith(plain, correction.delimiter)
  const notes: SplitNotes = { quotesRepaired: 0, firstRepairedRow: 0, quotesSeen: false }
  const splitter = createRecordSplitter(
    { ...cutting, maxRecordCharacters: limits.maxRecordCharacters },
    notes,
  )
  const records = splitter.push(plain)
  if (isAll) records.push(...splitter.end())
  const quoting = cutting.isWrapped ? 'wrapped' : notes.quotesSeen ? 'some' : 'none'
  return {
    records: records.slice(0, SAMPLE_ROWS),
    isAll: isAll && records.length <= SAMPLE_ROWS,
    source: {
      format: 'csv',
      entry: part.entry,
      sheet: null,
      encoding,
      delimiter: cutting.delimiter,
      quoting,
      uses1904Dates: false,
    },
  }
}
