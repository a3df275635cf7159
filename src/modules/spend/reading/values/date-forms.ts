import { addDays } from '../../../../kernel/plain-date.ts'
import type { DateForm } from './date-form.ts'
import { NUMERIC_SHAPES, type Shape, WORD_SHAPES } from './date-shapes.ts'

export type { DateForm } from './date-form.ts'

const TIME =
  /[T\s]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,:]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|BST|[+-]\d{2}:?\d{2})?$/
/** Midnight in British Summer Time as JSON exports print it: the day before, 23:00 in UTC. */
const SUMMER_MIDNIGHT_IN_UTC = /^(\d{4}-\d{2}-\d{2})T23:00:00(?:\.0+)?(?:Z|\+00:00)$/
const WEEKDAY =
  /^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?\.?,?\s+/i
/** `P01 - April`, `01 - April`: the number of the month before its name. */
const MONTH_LABEL = /^(?:(?:p|m|period|month)\s*\d{1,2}\s*[-–:.)]?\s*|\d{1,2}\s+[-–]\s+)(?=[a-z]{3})/i
const REMARK = /\s*\([^)]*\)$/
const LEAD_IN =
  /^(?:week|month|period|quarter|w|m|p|q)\s*(?:\/\s*)?(?:ending|ended|end|commencing|e|c)\b[:.\s]*/i

const firstMatch = (text: string, shapes: readonly Shape[]): DateForm | undefined => {
  for (const [pattern, read] of shapes) {
    const match = pattern.exec(text)
    const form = match ? read(match) : undefined
    if (form !== undefined) return form
  }
  return undefined
}

const RANGE_SEPARATORS = /\s+(?:to|until|till|through|thru|and)\s+|\s+[-–—]\s+|\s*[–—&]\s*|-/gi

/** `July 2010-September 2010`, `1st April 2014 to 30th June 2014`, `Apr-Jun 2014`. */
const readRange = (text: string): DateForm | undefined => {
  for (const separator of text.matchAll(RANGE_SEPARATORS)) {
    const from = readSingle(text.slice(0, separator.index).trim())
    const to = readSingle(text.slice(separator.index + separator[0].length).trim())
    if (from !== undefined && to !== undefined) return { kind: 'range', from, to }
  }
  return undefined
}

const readSingle = (text: string): DateForm | undefined => {
  const code = text.charCodeAt(0)
  const numeric = code >= 48 && code <= 57 ? firstMatch(text, NUMERIC_SHAPES) : undefined
  return numeric ?? firstMatch(text, WORD_SHAPES)
}

/** Reads a cell that should hold a date or a period; undefined where it holds neither. */
export const readDateForm = (cell: string): DateForm | undefined => {
  let text = cell
    .trim()
    .replace(/^['"]|['"]$/g, '')
    .replace(/\s+/g, ' ')
  if (text.length < 2 || text.length > 60) return undefined
  const whole = readSingle(text)
  if (whole !== undefined) return whole
  const summerMidnight = SUMMER_MIDNIGHT_IN_UTC.exec(text)
  if (summerMidnight) return { kind: 'day', day: addDays(summerMidnight[1] ?? '', 1) }
  text = text
    .replace(LEAD_IN, '')
    .replace(WEEKDAY, '')
    .replace(TIME, '')
    .replace(MONTH_LABEL, '')
    .replace(REMARK, '')
    .trim()
  return readSingle(text) ?? readRange(text)
}
