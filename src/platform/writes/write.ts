import type { ZodType, z } from 'zod'
import type { Context } from '../context.ts'
import type { Access } from '../http/access.ts'

/** What came of a write: what is told of it afterwards, or the code of the refusal with its sentence. */
export type Written =
  | { readonly ok: true; readonly value: object; readonly isNew?: boolean }
  | { readonly ok: false; readonly refusal: string; readonly detail: string }

export const refused = (refusal: string, detail: string): Written => ({ ok: false, refusal, detail })

export const NO_FILE = refused('no-file', 'Send a file.')
export const fileTooLarge = (most: number): Written =>
  refused('too-large', `The file is larger than ${most / 1024 ** 2} MB.`)

/** A file that came with a write. */
export type HandedFile = { readonly name: string; readonly content: Buffer }

/** What the path names, by the names of its parameters. */
export type Params = Readonly<Record<string, string>>

/**
 * One thing that a program may write. The API has a route for each and the command line a command, both over the
 * actions that the pages call, so that none of them can do more or less than the others.
 */
export type Write<Body extends ZodType = ZodType> = {
  /** The words after `goldthread`. */
  readonly command: string
  readonly method: 'POST' | 'PUT' | 'DELETE'
  /** `/api/v1/purchases/:purchaseId/ask`. A command takes what the path names as its arguments, in the same order. */
  readonly path: string
  /** How an argument is called in the usage line, and one that could stand there; else the parameter's own name. */
  readonly args?: Readonly<Record<string, { readonly name: string; readonly example: string }>>
  readonly access: Access
  readonly audit: string
  /** For docs/routes.md. */
  readonly page: string
  readonly summary: string
  readonly limitPerMinute?: number
  /** It takes a file of at most so many bytes instead of a body: `file` of a multipart form, `--file` of the command. */
  readonly takesFile?: number
  readonly body: Body
  readonly answer: ZodType
  /** A body that serves, as JSON on one line. */
  readonly example: string
  /** Throws NotFound where the path names something that is not there. */
  readonly write: (ctx: Context, params: Params, body: z.output<Body>, file?: HandedFile) => Promise<Written>
}

/** Keeps the type of the body between its schema and `write`, then forgets it for the list. */
export const asWrite = <Body extends ZodType>(row: Write<Body>): Write => row as unknown as Write

/** The names of a path's parameters, in order. */
export const paramsOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
