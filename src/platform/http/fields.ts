import { z } from 'zod'
import { type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { NotFound } from '../errors.ts'
import { isId } from '../ids.ts'
import { type FieldError, typed } from './form.ts'
import type { PageRequest } from './route.ts'

type Form = PageRequest['form']

/** PostgreSQL keeps neither a zero byte nor half of a character, which JSON can say (`"\ud800"`). */
const isPlain = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** A text that must be there. `what` stands in the sentence: “Enter a title”. */
export const textField = (what: string, most: number) =>
  z
    .string({ error: `Enter ${what}` })
    .trim()
    .min(1, `Enter ${what}`)
    .max(most, `Enter ${what} of at most ${most} characters`)
    .refine(isPlain, `Enter ${what} without odd characters`)

/** A text that may be left empty. */
export const optionalText = (what: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `Enter ${what} of at most ${most} characters`)
    .refine(isPlain, `Enter ${what} without odd characters`)
    .default('')

/** What was typed into a date's three fields, for showing it again. */
export const typedDay = (form: Form, name: string) => ({
  day: typed(form, `${name}-day`),
  month: typed(form, `${name}-month`),
  year: typed(form, `${name}-year`),
})
export type TypedDay = ReturnType<typeof typedDay>

export const typedOfDay = (day: PlainDate | null): TypedDay => ({
  day: day ? String(Number(day.slice(8))) : '',
  month: day ? String(Number(day.slice(5, 7))) : '',
  year: day ? day.slice(0, 4) : '',
})

export type ReadDay =
  | { readonly ok: true; readonly value: PlainDate | null }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Reads a date's three fields; null where all are empty and that is allowed. */
export const readDayFields = (form: Form, name: string, what: string, isNeeded = true): ReadDay => {
  const { day, month, year } = typedDay(form, name)
  const wrong = (message: string): ReadDay => ({ ok: false, errors: [{ field: `${name}-day`, message }] })
  if ([day, month, year].every((part) => part.trim() === ''))
    return isNeeded ? wrong(`Enter ${what}`) : { ok: true, value: null }
  const value = [day, month, year].every((part) => /^\s*\d{1,4}\s*$/.test(part))
    ? plainDate(Number(year), Number(month), Number(day))
    : undefined
  return value && Number(year) >= 1900
    ? { ok: true, value }
    : wrong(`Enter ${what} as a real date, for example 31 3 2026`)
}

/** All values of a field that may be ticked several times. */
export const listOf = (form: Form, name: string): string[] => {
  const value = form[name]
  return value === undefined ? [] : [value].flat()
}

/** An id in an address. Throws NotFound for what can be none. */
export const idOf = (request: PageRequest, name: string): string => {
  const id = request.params[name] ?? ''
  if (!isId(id)) throw new NotFound()
  return id
}
