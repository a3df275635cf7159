import { isList, isObject, type Json } from '../model/json.ts'

export type Spot = { readonly path: readonly (string | number)[]; readonly value: Json }

/** Every value in a JSON tree with its path, parents first. The depth of what was read is limited before. */
export function* walk(value: Json, path: readonly (string | number)[] = []): Generator<Spot> {
  yield { path, value }
  if (isList(value)) for (const [i, item] of value.entries()) yield* walk(item, [...path, i])
  else if (isObject(value))
    for (const [key, child] of Object.entries(value)) yield* walk(child, [...path, key])
}

/** The keys of a path: positions in lists left out. */
export const keysOf = (path: readonly (string | number)[]): string[] =>
  path.filter((part): part is string => typeof part === 'string')
