import { type Exact, readDecimal } from '../../../kernel/exact.ts'
import { ask, type Problems, shown } from './problems.ts'

export const isGiven = (raw: unknown): boolean => raw !== undefined && raw !== null && raw !== ''

const remembered = new Map<string, Exact>()
const MOST_REMEMBERED = 10_000

/** The same few scores are written thousands of times; a decimal never changes, so each is read once. */
const decimalOf = (text: string): Exact | undefined => {
  const known = remembered.get(text)
  if (known) return known
  const value = readDecimal(text)
  if (value && remembered.size < MOST_REMEMBERED) remembered.set(text, value)
  return value
}

/** A number as people write it: `40`, `"1,200.50"`, `"£1,200"`; null and a question for anything else. */
export const readNumber = (raw: unknown, field: string, problems: Problems): Exact | null => {
  if (!isGiven(raw)) return null
  const text = typeof raw === 'number' ? String(raw) : raw
  const value = typeof text === 'string' ? decimalOf(text) : undefined
  return value ?? ask(problems, field, 'number-unreadable', { given: shown(raw) })
}

/** `80`, `"80%"`: a share of one, from a percentage. */
export const readPercent = (raw: unknown, field: string, problems: Problems): Exact | null => {
  const bare = typeof raw === 'string' ? raw.replace(/\s*%\s*$/, '') : raw
  const value = readNumber(bare, field, problems)
  if (value && (value.lt(0) || value.gt(100)))
    return ask(problems, field, 'percent-beyond', { given: shown(raw) })
  return value && value.div(100)
}

/** A weight may carry its per cent sign. */
export const readWeight = (raw: unknown, field: string, problems: Problems): Exact | null =>
  readNumber(typeof raw === 'string' ? raw.replace(/\s*%\s*$/, '') : raw, field, problems)

const LONGEST_TEXT = 20_000

export const readText = (raw: unknown, field: string, problems: Problems): string | null => {
  if (!isGiven(raw)) return null
  if (typeof raw !== 'string' || raw.length > LONGEST_TEXT || raw.includes('\0'))
    return ask(problems, field, 'text-unreadable', { given: shown(raw) })
  return raw.trim() === '' ? null : raw.trim()
}

const LONGEST_NAME = 300

export const readName = (raw: unknown, field: string, problems: Problems): string | null => {
  const name = readText(raw, field, problems)
  if (name === null) return isGiven(raw) ? null : ask(problems, field, 'name-missing')
  return name.length > LONGEST_NAME ? ask(problems, field, 'name-too-long') : name
}
