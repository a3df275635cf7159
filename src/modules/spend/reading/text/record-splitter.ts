import { UnreadableFileError } from '../unreadable.ts'
import { cutAcrossLines, cutLine } from './split-record.ts'

export type SplitOptions = {
  readonly delimiter: string
  /** Each whole line is quoted once more and has to be unwrapped first. */
  readonly isWrapped: boolean
  /** Cells of an ordinary row, where known: it settles whether a mark opens a cell or stands astray. */
  readonly width: number | null
  readonly maxRecordCharacters: number
}

/** What the cutting met; row numbers count from 1. */
export type SplitNotes = { quotesRepaired: number; firstRepairedRow: number; quotesSeen: boolean }

/** The most that one quoted cell may run on: Excel's own limit for a cell is 32,767 characters. */
const WINDOW = 40_000

/** The more marks had no partner, the shorter the look ahead: the file is not one with long quoted cells. */
const windowAfter = (repairs: number): number => (repairs > 2_000 ? 400 : repairs > 100 ? 4_000 : WINDOW)
const MOST_LINES = 400

export type RecordSplitter = {
  readonly push: (text: string) => string[][]
  readonly end: () => string[][]
}

/**
 * Cuts text that comes in pieces into records. Lines without a quotation mark are cut by the delimiter alone; a
 * quoted cell may span lines; a mark without a partner spoils only its own line, so it can never swallow rows.
 */
export const createRecordSplitter = (options: SplitOptions, notes: SplitNotes): RecordSplitter => {
  let rest = ''
  let rowsSoFar = 0

  const run = (text: string, isEnd: boolean): string[][] => {
    const records: string[][] = []
    const hasQuotes = text.includes('"')
    notes.quotesSeen ||= hasQuotes
    let at = 0
    while (at < text.length) {
      let lineEnd = text.indexOf('\n', at)
      if (lineEnd < 0) {
        if (!isEnd) break
        lineEnd = text.length
      }
      const line = text.slice(at, lineEnd)
      if (line.length > options.maxRecordCharacters) throw tooLong(options)
      if (!hasQuotes || !line.includes('"')) {
        records.push(line.split(options.delimiter))
        at = lineEnd + 1
        continue
      }
      const own = cutLine(line, options.delimiter)
      if (!own.isOpen) {
        records.push(options.isWrapped ? unwrap(own.fields, options.delimiter) : own.fields)
        at = lineEnd + 1
        continue
      }
      const joined = joinLines(text, at, line, own.fields, isEnd)
      if (joined === 'needs-more') break
      if (joined.isRepaired) {
        if (notes.quotesRepaired === 0) notes.firstRepairedRow = rowsSoFar + records.length + 1
        notes.quotesRepaired += 1
      }
      records.push(joined.fields)
      at = joined.end + 1
    }
    rest = at < text.length ? text.slice(at) : ''
    if (rest.length > options.maxRecordCharacters) throw tooLong(options)
    rowsSoFar += records.length
    return records
  }

  const joinLines = (text: string, at: number, line: string, own: string[], isEnd: boolean) => {
    const size = Math.max(windowAfter(notes.quotesRepaired), line.length + 1)
    const window = { text: text.slice(at, at + size), isAll: isEnd || at + size <= text.length, at }
    return settleOpenRecord(window, line, own, options)
  }

  return {
    push: (piece) => run(normaliseNewlines(rest + piece), false),
    end: () => run(rest.endsWith('\r') ? `${rest.slice(0, -1)}\n` : rest, true),
  }
}

const tooLong = (options: SplitOptions): UnreadableFileError =>
  new UnreadableFileError('line-too-long', { limit: options.maxRecordCharacters.toLocaleString('en-GB') })

/** Every kind of line end becomes `\n`; a `\r` at the very end waits for what follows it. */
const normaliseNewlines = (text: string): string => {
  if (!text.includes('\r')) return text
  return text.endsWith('\r') ? `${text.slice(0, -1).replace(/\r\n?/g, '\n')}\r` : text.replace(/\r\n?/g, '\n')
}

type Settled = { readonly fields: string[]; readonly end: number; readonly isRepaired: boolean }

/**
 * A line on which a quoted cell stays open: either the cell runs over several lines, or the mark has no partner.
 * The cell wins where joining gives an ordinary row; the line wins where the swallowed lines are rows themselves.
 */
const settleOpenRecord = (
  window: { readonly text: string; readonly isAll: boolean; readonly at: number },
  line: string,
  own: string[],
  options: SplitOptions,
): Settled | 'needs-more' => {
  const { delimiter, width } = options
  const literal: Settled = { fields: own, end: window.at + line.length, isRepaired: true }
  const joined = cutAcrossLines(window.text, delimiter)
  if ((joined.isOpen || joined.end >= window.text.length) && !window.isAll) return 'needs-more'
  if (joined.isOpen) return literal
  const swallowed = window.text.slice(line.length + 1, joined.end).split('\n')
  if (swallowed.length > MOST_LINES) return literal
  const multi: Settled = { fields: joined.fields, end: window.at + joined.end, isRepaired: false }
  if (width === null) return swallowed.length > 20 ? literal : multi
  const rowsSwallowed = swallowed.filter((one) => looksLikeRow(cutLine(one, delimiter).fields, width)).length
  if (joined.fields.length === width) {
    return own.length === width && rowsSwallowed === swallowed.length ? literal : multi
  }
  return own.length === width || rowsSwallowed > 0 ? literal : multi
}

const looksLikeRow = (fields: readonly string[], width: number): boolean =>
  fields.length === width && fields.filter((field) => field.trim() !== '').length * 2 >= width

const unwrap = (fields: string[], delimiter: string): string[] =>
  fields.length === 1 ? cutLine(fields[0] ?? '', delimiter).fields : fields
