import { createRecordSplitter, type SplitNotes } from './record-splitter.ts'
import { cutLine } from './split-record.ts'

/** How a text is cut into cells. `width` is the number of cells of an ordinary row. */
export type Cutting = {
  readonly delimiter: string
  readonly isWrapped: boolean
  readonly width: number
}

const CANDIDATES = [',', '\t', ';', '|', '^', '¬', '~'] as const
const MOST_RECORDS = 400
const MOST_CHARACTERS = 200_000

/** Excel's own hint on the first line of a file: `sep=;`. */
const declaredDelimiter = (text: string): string | null =>
  /^"?sep=(.)"?\s*(?:\r|\n|$)/i.exec(text)?.[1] ?? null

/** The delimiter under which the most rows have the same number of cells, more cells counting for more. */
export const detectCutting = (text: string): Cutting => {
  const declared = declaredDelimiter(text)
  const candidates = declared === null ? CANDIDATES : [declared]
  let best: (Cutting & { score: number }) | null = null
  for (const delimiter of candidates) {
    if (!isFrequent(text, delimiter)) continue
    const judged = judge(text, delimiter)
    if (judged !== null && (best === null || judged.score > best.score)) best = judged
  }
  return best ?? { delimiter: declared ?? ',', isWrapped: false, width: 1 }
}

/** Whether a mark stands on at least a tenth of the lines; spares the closer look at marks that hardly occur. */
const isFrequent = (text: string, delimiter: string): boolean => {
  const lines = text.slice(0, MOST_CHARACTERS).split('\n')
  return lines.filter((line) => line.includes(delimiter)).length * 10 >= lines.length
}

/** How well a given delimiter fits, used when a person names it. */
export const cuttingWith = (text: string, delimiter: string): Cutting =>
  judge(text, delimiter) ?? { delimiter, isWrapped: false, width: 1 }

const judge = (text: string, delimiter: string): (Cutting & { score: number }) | null => {
  const plain = cutSample(text, delimiter, false, null)
  const isWrapped = looksWrapped(plain, delimiter)
  const records = isWrapped ? cutSample(text, delimiter, true, null) : plain
  const counts = new Map<number, number>()
  let filled = 0
  for (const record of records) {
    if (record.length === 1 && record[0]?.trim() === '') continue
    filled += 1
    counts.set(record.length, (counts.get(record.length) ?? 0) + 1)
  }
  let width = 1
  let most = 0
  for (const [cells, count] of counts) {
    if (cells > 1 && (count > most || (count === most && cells > width))) [width, most] = [cells, count]
  }
  if (width === 1) return null
  const share = most / filled
  return { delimiter, isWrapped, width, score: share * Math.min(1 + Math.log2(width), 4) }
}

const cutSample = (text: string, delimiter: string, isWrapped: boolean, width: number | null): string[][] => {
  const notes: SplitNotes = { quotesRepaired: 0, firstRepairedRow: 0, quotesSeen: false }
  const splitter = createRecordSplitter(
    { delimiter, isWrapped, width, maxRecordCharacters: MOST_CHARACTERS + 1 },
    notes,
  )
  const records = splitter.push(text.slice(0, MOST_CHARACTERS))
  return (records.length > 0 ? records : splitter.end()).slice(0, MOST_RECORDS)
}

/** Each line is one quoted cell that itself holds a record: the mark of a CSV file saved as CSV again. */
const looksWrapped = (records: readonly string[][], delimiter: string): boolean => {
  const filled = records.filter((record) => record.some((cell) => cell.trim() !== ''))
  if (filled.length < 2) return false
  const single = filled.filter((record) => record.length === 1 && record[0]?.includes(delimiter))
  if (single.length < filled.length * 0.8) return false
  const widths = single.map((record) => cutLine(record[0] ?? '', delimiter).fields.length)
  const usual = widths.filter((width) => width === widths[widths.length - 1]).length
  return usual >= widths.length * 0.6
}
