import { type Exact, readDecimal } from '../../../kernel/exact.ts'
import { ask, type Problems, shown } from './problems.ts'

export const isGiven = (raw: unknown): boolean => raw !== undefined && raw !== null && raw !== ''

/** A number as people write it: `40`, `"1,200.50"`, `"£1,200"`; null and a question for anything else. */
export const readNumber = (raw: unknown, field: string, problems: Problems): Exact | null => {
  if (!isGiven(raw)) return null
  const text = typeof raw === 'number' ? String(raw) : raw
  const value = typeof text === 'string' ? readDecimal(text) : undefined
  return value ?? ask(problems, field, 'number-unreadable', { given: shown(raw) })
}

/** `80`, `"80%"`: a share of one, from a percentage. */
export const readPercent = (raw: unknown, field: string, problems: Problems): Exact | null => {
  const bare = typeof raw === 'string' ? raw.replace(/\s*%\s*$/, '') : raw
  const value = readNumber(bare, field, problems)
  if (value && (value.lt(0) || value.gt(100))) return ask(problems, field, 'percent-beyond', { given: shown(raw) })
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
