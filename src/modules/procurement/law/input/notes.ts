import type { Question } from '../answer.ts'
import type { Field } from './field.ts'
import { plain, type Read } from './read-values.ts'

/** What has been read so far, by its place in the facts; and what could not be. */
export type Values = Record<string, unknown>

export type Notes = { readonly values: Values; readonly questions: Question[]; readonly warnings: string[] }

/** Booleans may be written with or without is, has, are. */
export const nameOf = (key: string): string => plain(key.replace(/^(is|has|are)(?=[A-Z])/, ''))

export const finderOf = (fields: readonly Field[]): ReadonlyMap<string, Field> =>
  new Map(fields.flatMap((each) => [each.name, ...each.aliases].map((name) => [nameOf(name), each] as const)))

export const ask = (notes: Notes, fieldName: string, why: string): void =>
  void notes.questions.push({
    field: fieldName,
    question: `What is ${fieldName}? ${why}`,
    why: 'What cannot be read is not guessed.',
  })

export const put = (notes: Notes, label: string, path: string, read: Read<unknown>, adds = false): void => {
  if (!read.ok) return ask(notes, label, read.why)
  const before = notes.values[path]
  if (before !== undefined && adds) notes.values[path] = Number(before) + Number(read.value)
  else if (before !== undefined && JSON.stringify(before) !== JSON.stringify(read.value))
    ask(notes, label, 'It was given twice, with different values.')
  else notes.values[path] = read.value
}
