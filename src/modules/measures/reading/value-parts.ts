import type { Range } from '../model/valuation.ts'
import { type Exact, exact, readDecimal } from '../rules/exact.ts'
import { rangeOf } from '../rules/ranges.ts'
import { wellbys } from '../rules/wellby.ts'
import { NAMES, nameParts } from './value-names.ts'

/** What was found while reading: what is wrong, and what was given that nothing uses. */
export type Notes = { readonly faults: string[]; readonly notUsed: string[] }

export const MOST_YEARS = 100
const SHORT = 60

export const isObject = (raw: unknown): raw is object =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)
export const shown = (raw: unknown): string => JSON.stringify(raw)?.slice(0, SHORT) ?? 'nothing'

export const parts = (
  raw: object,
  names: Readonly<Record<string, readonly string[]>>,
  path: string,
  notes: Notes,
): Readonly<Record<string, unknown>> => {
  const named = nameParts(raw, names)
  notes.notUsed.push(...named.unknown.map((name) => `${path}.${name.slice(0, SHORT)}`))
  return named.known
}

export const readObject = (
  raw: unknown,
  names: Readonly<Record<string, readonly string[]>>,
  path: string,
  notes: Notes,
): Readonly<Record<string, unknown>> | null => {
  if (raw === undefined || raw === null) return null
  if (isObject(raw)) return parts(raw, names, path, notes)
  notes.faults.push(`${path} is ${shown(raw)}; write it as an object, { … }.`)
  return null
}

export const readText = (raw: unknown, path: string, notes: Notes): string | null => {
  if (raw === undefined || raw === null) return null
  if (typeof raw === 'string' && raw.length <= 2_000 && !raw.includes('\0')) return raw.trim()
  notes.faults.push(`${path} is ${shown(raw)}; write a text of at most 2,000 characters.`)
  return null
}

export const readNumber = (raw: unknown, path: string, notes: Notes): Exact | null => {
  if (raw === undefined || raw === null) return null
  const value = typeof raw === 'string' ? readDecimal(raw) : undefined
  if (value) return value
  notes.faults.push(
    `${path} is ${shown(raw)}; write a number such as 3, 3.5 or "1,200", below a thousand million million.`,
  )
  return null
}

const readRange = (raw: unknown, path: string, notes: Notes): Range | null => {
  if (!isObject(raw)) {
    const value = readNumber(raw, path, notes)
    return value && rangeOf(value)
  }
  const given = nameParts(raw, NAMES.wellbys).known
  if (given.points !== undefined && given.persons !== undefined) {
    const [points, persons] = [
      readNumber(given.points, `${path}.points`, notes),
      readNumber(given.persons, `${path}.persons`, notes),
    ]
    return points && persons && rangeOf(wellbys(points, persons, exact(1)))
  }
  const range = parts(raw, NAMES.range, path, notes)
  const central = readNumber(range.central, `${path}.central`, notes)
  if (!central) {
    notes.faults.push(`${path} has no central figure; write { "low": 40, "central": 50, "high": 60 }.`)
    return null
  }
  return rangeOf(
    central,
    readNumber(range.low, `${path}.low`, notes),
    readNumber(range.high, `${path}.high`, notes),
  )
}

/** A number, a range, or a list of either: one for each year. */
export const readQuantities = (raw: unknown, path: string, notes: Notes): readonly Range[] | null => {
  if (raw === undefined || raw === null) return null
  if (!Array.isArray(raw)) {
    const one = readRange(raw, path, notes)
    return one ? [one] : null
  }
  if (raw.length === 0 || raw.length > MOST_YEARS) {
    notes.faults.push(`${path} has ${raw.length} entries; give one for each year, from 1 to ${MOST_YEARS}.`)
    return null
  }
  return raw
    .map((entry, index) => readRange(entry, `${path}[${index + 1}]`, notes))
    .filter((range) => range !== null)
}

/** What was put in: one sum, or one for each year. */
export const readAmounts = (raw: unknown, path: string, notes: Notes): readonly Exact[] | null => {
  const ranges = readQuantities(raw, path, notes)
  if (ranges?.some(({ central }) => central.lt(0)))
    notes.faults.push(`${path} is below nothing; write what was put in as a positive number.`)
  return ranges?.map(({ central }) => central) ?? null
}
