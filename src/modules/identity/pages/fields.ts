import { z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import { messageOf } from '../messages.ts'
import { type IdentityRefusal, ROLES, type Role } from '../model.ts'
import { normaliseEmail } from '../rules/names.ts'

/** What no name holds: control characters (PostgreSQL refuses NUL), and marks that turn the writing direction. */
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** A line of text that somebody types: `what` completes the sentence `Enter …`. */
export const textField = (what: string, maxLength: number) =>
  z
    .string({ error: `Enter ${what}` })
    .trim()
    .min(1, `Enter ${what}`)
    .max(maxLength, `Enter ${what} of at most ${maxLength} characters`)
    .refine(
      (text) => !HIDDEN.test(text),
      `Enter ${what} without hidden characters: type it instead of pasting it`,
    )

export const emailField = z
  .string({ error: 'Enter an e-mail address' })
  .trim()
  .min(1, 'Enter an e-mail address')
  .transform((typed, check) => {
    const email = normaliseEmail(typed)
    if (email) return email
    check.addIssue('Enter an e-mail address in the correct format, like name@example.org')
    return z.NEVER
  })

/** A password as it was typed; the rules judge a new one. */
export const passwordField = (what: string) => z.string({ error: `Enter ${what}` }).min(1, `Enter ${what}`)

export const roleField = z.enum(ROLES as [Role, ...Role[]], { error: 'Choose a role' })

/** Ticked boxes: none, one or several of a kind. Boxes that the page does not have are not believed. */
export const ticked = (form: Readonly<Record<string, string | string[]>>, field: string): string[] =>
  [form[field] ?? []].flat().filter((value) => typeof value === 'string')

/** The error of a form whose rule refused it, beside the field that can put it right. */
export const refusedBecause = (
  refused: Extract<Decision<unknown, IdentityRefusal>, { ok: false }>,
  field: string,
): FieldError[] => [{ field, message: messageOf(refused) }]
