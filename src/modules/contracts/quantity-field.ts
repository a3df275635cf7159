import { z } from 'zod'
import { readDecimal } from '../../kernel/exact.ts'

/** A quantity above nothing, as text: `12`, `1,560`, `0.5`. */
export const quantityField = (what: string) =>
  z.string({ error: `Enter ${what}` }).transform((text, context) => {
    const value = readDecimal(text)
    if (value?.gt(0) && value.decimalPlaces() <= 6) return value.toFixed()
    context.addIssue({ code: 'custom', message: `Enter ${what} as a number above 0, in digits` })
    return z.NEVER
  })
