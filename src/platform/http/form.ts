import type { ZodType, z } from 'zod'

export type FieldError = { readonly field: string; readonly message: string }

export type FormResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Reads a form by its schema. Each field shows its first error; the wording is the schema's. */
export const readForm = <Schema extends ZodType>(
  schema: Schema,
  form: Readonly<Record<string, string | string[]>>,
): FormResult<z.output<Schema>> => {
  const parsed = schema.safeParse(form)
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors = new Map<string, string>()
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.')
    if (!errors.has(field)) errors.set(field, issue.message)
  }
  return { ok: false, errors: [...errors].map(([field, message]) => ({ field, message })) }
}

/** What was typed, for showing the form again as it was left. */
export const typed = (form: Readonly<Record<string, string | string[]>>, field: string): string => {
  const value = form[field]
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
}
