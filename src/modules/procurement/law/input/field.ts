import { type Read, readFlag, readPence, readPounds } from './read-values.ts'

/** A field of the input: its name, other names it goes by, how it is read, and where in the facts it belongs. */
export type Field = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly read: (raw: unknown) => Read<unknown>
  readonly path: string
  readonly adds?: true
}

export const field = (name: string, path: string, read: Field['read'], ...aliases: string[]): Field => ({
  name,
  aliases,
  read,
  path,
})
export const flag = (name: string, path: string, ...aliases: string[]): Field =>
  field(name, path, readFlag, ...aliases)

export const amount = (name: string, path: string, ...aliases: string[]): Field[] => [
  field(name, path, readPounds, ...aliases, `${name}Pounds`),
  field(`${name}Pence`, path, readPence, ...aliases.map((alias) => `${alias}Pence`)),
]
