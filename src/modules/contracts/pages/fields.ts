import { z } from 'zod'
import { readDecimal } from '../../../kernel/exact.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { personalSentence } from '../messages/deliveries.ts'
import { quantityField } from '../quantity-field.ts'
import { personalData } from '../rules/personal-data.ts'

/** What a form shows: as it was typed, or from what is stored. */
export const typedTexts = <Name extends string>(
  form: PageRequest['form'],
  names: readonly Name[],
): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, typed(form, name)])) as Record<Name, string>

/** The warning above what a person might be known by, until it is said that they agreed. */
export const personalErrors = ({ form }: Pick<PageRequest, 'form'>): FieldError[] => {
  const kinds = personalData(`${typed(form, 'title')}\n${typed(form, 'story')}`)
  return kinds.length === 0 || typed(form, 'consent') === 'yes'
    ? []
    : [{ field: 'story', message: personalSentence(kinds) }]
}

/** Whole pounds or pounds and pence, as pence; null where it is empty. */
export const pounds = (what: string) =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      if (text.trim() === '') return null
      const value = readDecimal(text)
      if (value?.gte(0) && value.decimalPlaces() <= 2) return value.times(100).toNumber()
      context.addIssue({ code: 'custom', message: `Enter ${what} in pounds, such as 12,000 or £12,000.50` })
      return z.NEVER
    })

/** A shared activity needs its name and its whole; without a name there is none. */
export const readActivity = ({ form }: Pick<PageRequest, 'form'>) => {
  const title = typed(form, 'activity').trim().replaceAll(/\s+/g, ' ')
  if (title === '') return { ok: true as const, value: null }
  const quantity = quantityField('how many there were in all').safeParse(typed(form, 'activityQuantity'))
  return quantity.success
    ? { ok: true as const, value: { title, quantity: quantity.data } }
    : {
        ok: false as const,
        errors: [{ field: 'activityQuantity', message: quantity.error.issues[0]?.message ?? '' }],
      }
}
