import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { ReadingCode, ReadingProblem } from '../model/contract-record.ts'
import { isList, isObject, type Json, type JsonObject, pointerOf } from '../model/json.ts'
import { londonDay } from './london-day.ts'

/** Longer texts than any notice has are hostile or broken. */
const MAX_TEXT = 20_000
const MAX_PENCE = 10_000_000_000_000_00
const [FIRST_DAY, LAST_DAY] = ['1990-01-01', '2150-12-31']

/** One place in a release, from which fields are read; what cannot be used is noted, and is null. */
export type Spot = { readonly value: JsonObject; readonly path: readonly (string | number)[] }
export type Notes = { readonly where: string; readonly problems: ReadingProblem[] }

const showValue = (value: Json | undefined): string => (JSON.stringify(value) ?? '').slice(0, 60)

export const note = (
  notes: Notes,
  path: Spot['path'],
  code: ReadingCode,
  seen: Json | undefined,
  isRefused = false,
): null => {
  notes.problems.push({
    where: notes.where,
    pointer: pointerOf(path),
    code,
    isRefused,
    seen: showValue(seen),
  })
  return null
}

const at = ({ value }: Spot, key: string): Json | undefined =>
  Object.hasOwn(value, key) ? value[key] : undefined

export const objectAt = (spot: Spot, key: string, notes: Notes): Spot => {
  const value = at(spot, key)
  const path = [...spot.path, key]
  if (value !== undefined && value !== null && !isObject(value)) note(notes, path, 'not-an-object', value)
  return { value: isObject(value) ? value : {}, path }
}

export const objectsAt = (spot: Spot, key: string, notes: Notes): Spot[] => {
  const value = at(spot, key)
  const path = [...spot.path, key]
  if (value !== undefined && value !== null && !isList(value)) note(notes, path, 'not-a-list', value)
  if (!isList(value)) return []
  return value.flatMap((item, i): Spot[] => {
    if (isObject(item)) return [{ value: item, path: [...path, i] }]
    note(notes, [...path, i], 'not-an-object', item)
    return []
  })
}

/** A text without blanks around it, or a number as text; empty is null. */
export const textAt = (spot: Spot, key: string, notes: Notes): string | null => {
  const value = at(spot, key)
  if (value === undefined || value === null) return null
  const path = [...spot.path, key]
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return note(notes, path, 'not-text', value)
  if (value.length > MAX_TEXT) return note(notes, path, 'too-long', value.slice(0, 40))
  const text = value.replaceAll('\0', '').trim()
  return text === '' ? null : text
}

export const flagAt = (spot: Spot, key: string): boolean | null => {
  const value = at(spot, key)
  return typeof value === 'boolean' ? value : null
}

/** Pounds, as a number or as people write them, in whole pence. */
export const penceAt = (spot: Spot, key: string, notes: Notes): Pence | null => {
  const value = at(spot, key)
  if (value === undefined || value === null) return null
  const path = [...spot.path, key]
  const isWritten = typeof value === 'string' && /^-?£?\d[\d,]*(\.\d+)?$/.test(value.trim())
  const amount = isWritten ? Number(value.replaceAll(/[£,\s]/g, '')) : value
  if (typeof amount !== 'number') return note(notes, path, 'not-a-number', value)
  const pence = Math.round(amount * 100)
  return Math.abs(pence) > MAX_PENCE || Number.isNaN(pence)
    ? note(notes, path, 'amount-out-of-range', value)
    : pence + 0
}

export const dayAt = (spot: Spot, key: string, notes: Notes): PlainDate | null => {
  const value = at(spot, key)
  if (value === undefined || value === null || value === '') return null
  const path = [...spot.path, key]
  const day = typeof value === 'string' ? londonDay(value) : undefined
  if (day === undefined) return note(notes, path, 'not-a-date', value)
  return day < FIRST_DAY || day > LAST_DAY ? note(notes, path, 'date-out-of-range', value) : day
}
