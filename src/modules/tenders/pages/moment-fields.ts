import { readDayFields, typedDay, typedOfDay } from '../../../platform/http/fields.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { londonClock, londonInstant } from '../rules/london-time.ts'

type Form = PageRequest['form']
export type TypedMoment = ReturnType<typeof typedDay> & { readonly time: string }

export const typedMoment = (form: Form, name: string): TypedMoment => ({
  ...typedDay(form, name),
  time: typed(form, `${name}-time`),
})

export const typedOfMoment = (moment: Date): TypedMoment => {
  const { day, time } = londonClock(moment)
  return { ...typedOfDay(day), time }
}

export type ReadMoment =
  | { readonly ok: true; readonly value: Date }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Reads a day and a time of day in London. */
export const readMoment = (form: Form, name: string, what: string): ReadMoment => {
  const day = readDayFields(form, name, `the day of ${what}`)
  if (!day.ok) return day
  const value = londonInstant(day.value ?? '', typed(form, `${name}-time`))
  return value
    ? { ok: true, value }
    : { ok: false, errors: [{ field: `${name}-time`, message: `Enter the time of ${what}, such as 12:00` }] }
}
