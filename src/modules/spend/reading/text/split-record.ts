/**
 * Cutting one record into fields, as RFC 4180 says and as councils write it: a quotation mark inside a field that
 * no delimiter follows belongs to the text, and spaces may stand before and after a quoted field.
 */

const QUOTE = 34
const SPACE = 32
const NEWLINE = 10

export type CutRecord = {
  readonly fields: string[]
  /** Index after the record's last character. */
  readonly end: number
  /** A quoted field was still open where the text ended. */
  readonly isOpen: boolean
}

/** Where a quoted field that starts at `from` closes: the index of its closing mark, or -1. */
const closingQuote = (text: string, from: number, delimiter: string): number => {
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return -1
    if (text.charCodeAt(quote + 1) === QUOTE) {
      at = quote + 2
      continue
    }
    let after = quote + 1
    while (text.charCodeAt(after) === SPACE) after += 1
    if (after >= text.length || text.startsWith(delimiter, after) || text.charCodeAt(after) === NEWLINE)
      return quote
    at = quote + 1
  }
}

const unescape = (text: string): string => (text.includes('""') ? text.replaceAll('""', '"') : text)

/** Fields of one line; a quoted field that does not close on the line is read as it stands, and `isOpen` says so. */
export const cutLine = (line: string, delimiter: string): CutRecord => cut(line, delimiter, false)

/** Fields of the record that starts a text, whose quoted fields may run over several lines. */
export const cutAcrossLines = (text: string, delimiter: string): CutRecord => cut(text, delimiter, true)

const cut = (text: string, delimiter: string, acrossLines: boolean): CutRecord => {
  const fields: string[] = []
  const space = delimiter === ' ' ? -1 : SPACE
  let at = 0
  let isOpen = false
  let lineEnd = acrossLines ? text.indexOf('\n') : text.length
  if (lineEnd < 0) lineEnd = text.length
  for (;;) {
    let start = at
    while (text.charCodeAt(start) === space) start += 1
    if (text.charCodeAt(start) === QUOTE) {
      const close = closingQuote(text, start + 1, delimiter)
      if (close >= 0) {
        fields.push(unescape(text.slice(start + 1, close)))
        if (close > lineEnd) {
          lineEnd = text.indexOf('\n', close)
          if (lineEnd < 0) lineEnd = text.length
        }
        at = close + 1
        while (text.charCodeAt(at) === space) at += 1
        if (at >= lineEnd) return { fields, end: lineEnd, isOpen }
        at += delimiter.length
        continue
      }
      isOpen = true
    }
    const next = text.indexOf(delimiter, at)
    if (next < 0 || next >= lineEnd) {
      fields.push(text.slice(at, lineEnd))
      return { fields, end: lineEnd, isOpen }
    }
    fields.push(text.slice(at, next))
    at = next + delimiter.length
  }
}
