import { z } from 'zod'
import { type Exact, readDecimal } from '../../kernel/exact.ts'

/** The revision or version that whoever writes has seen; 0 where there was none. */
export const seen = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000)
  .describe('the revision or version you read before; 0 where there was none')

/** What whoever writes has read before. Left out, nothing is compared. */
export const seenMark = z
  .string()
  .max(40)
  .optional()
  .describe(
    'the “seen” that you read: refused where somebody has changed it since. Left out, what is there is written over',
  )

/** A decimal as text or number, kept exactly as text. */
export const decimal = (sentence: string, fits: (value: Exact) => boolean) =>
  z
    .union([z.string().max(40), z.number()])
    .transform(String)
    .refine((text) => {
      const value = readDecimal(text)
      return value !== undefined && fits(value)
    }, sentence)
    .transform((text) => readDecimal(text)?.toFixed() ?? '0')

export type Issues = {
  readonly addIssue: (issue: { code: 'custom'; path: PropertyKey[]; message: string }) => void
}

/** Says of each key that comes twice where it does. */
export const refuseTwice = (
  keys: readonly (string | undefined)[],
  path: (at: number) => PropertyKey[],
  sentence: string,
  issues: Issues,
): void => {
  const known = new Set<string>()
  for (const [at, key] of keys.entries()) {
    if (key === undefined) continue
    if (known.has(key)) issues.addIssue({ code: 'custom', path: path(at), message: sentence })
    known.add(key)
  }
}

/** A day that a calendar has and a database takes. */
export const dayField = z.iso
  .date('Give a day as 2026-03-31')
  .refine((day) => day >= '1900-01-01', 'Give a day after the year 1900')
