/** What JSON can hold, as `JSON.parse` returns it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value)

/** The objects of a list; none where it is no list. */
export const objectsIn = (value: Json | undefined): JsonObject[] =>
  isList(value) ? value.filter((each): each is JsonObject => isObject(each)) : []

/** What an object holds under a key; nothing where it is no object. */
export const valueAt = (value: Json | undefined, key: string): Json | undefined =>
  isObject(value) ? value[key] : undefined

/** A text with something in it, else null. */
export const textOf = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** A value as text: itself where it is text, else as JSON. `String` would call a `toString` that the JSON brings along. */
export const writtenOut = (value: Json | undefined): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

/** RFC 6901: `/tender/items/0`. */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
