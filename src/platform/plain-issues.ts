import type { z } from 'zod'

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
  null: 'null',
}
const kindOf = (kind: string): string => KINDS[kind] ?? kind

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'Give an id as it was told to you, such as 01990000-0000-7000-8000-000000000009',
  date: 'Give a day as 2026-03-31',
  email: 'Give an email address',
  url: 'Give a web address that begins with https://',
}

const sizeOf = (origin: string, size: number | bigint): string => {
  if (origin === 'string') return `${size} ${size === 1 ? 'character' : 'characters'}`
  return origin === 'array' || origin === 'set' ? `${size} of them` : String(size)
}

const typeWords = (input: unknown, expected: string): string => {
  if (input === undefined) return `This is missing: give ${kindOf(expected)}`
  return expected === 'number' && typeof input === 'number'
    ? 'Give a number that is a real one'
    : `Give ${kindOf(expected)}`
}

/**
 * What is wrong with a value, for whoever wrote it, where the schema has no sentence of its own. For `safeParse(value,
 * { error: plainIssue })`.
 */
export const plainIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue.input, issue.expected)
    case 'invalid_value':
      return `Give ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`
    case 'too_small':
      return `Give ${issue.inclusive ? 'at least' : 'more than'} ${sizeOf(issue.origin, issue.minimum)}`
    case 'too_big':
      return `Give ${issue.inclusive ? 'at most' : 'less than'} ${sizeOf(issue.origin, issue.maximum)}`
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'Give this in the form that /api/openapi.json shows'
    case 'unrecognized_keys':
      return `There is no field ${issue.keys.map((key) => `“${key.slice(0, 60)}”`).join(', ')}`
    case 'invalid_union':
      return 'Give this in one of the forms that /api/openapi.json shows'
    default:
      return undefined
  }
}
