import { z } from 'zod'
import { readDecimal } from '../../../kernel/exact.ts'
import { type PlainDate, plainDate } from '../../../kernel/plain-date.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'

type Form = PageRequest['form']

export const textField = (what: string, most: number) =>
  z
    .string({ error: `Enter ${what}` })
    .trim()
    .min(1, `Enter ${what}`)
    .max(most, `Enter ${what} of at most ${most} characters`)
    .refine((text) => !text.includes('\0'), `Enter ${what} without odd characters`)

export const optionalText = (what: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `Enter ${what} of at most ${most} characters`)
    .refine((text) => !text.includes('\0'), `Enter ${what} without odd characters`)
    .default('')

/** A quantity above nothing, as text: `12`, `1,560`, `0.5`. */
export const quantityField = (what: string) =>
  z.string({ error: `Enter ${what}` }).transform((text, context) => {
    const value = readDecimal(text)
    if (value?.gt(0) && value.decimalPlaces() <= 6) return value.toFixed()
    context.addIssue({ code: 'custom', message: `Enter ${what} as a number above 0, in digits` })
    return z.NEVER
  })

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

/** What a form shows: as it was typed, or from what is stored. */
export const typedTexts = <Name extends string>(form: Form, names: readonly Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, typed(form, name)])) as Record<Name, string>

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

export const idOf = (request: PageRequest, name: string): string => {
  const id = request.params[name] ?? ''
  if (!isId(id)) throw new NotFound()
  return id
}
