import type { Readable } from 'node:stream'
import type { ZodType } from 'zod'
import type { Context } from '../context.ts'
import type { Access, Visitor } from './access.ts'
import type { Answer } from './answer.ts'

/** An uploaded file, still arriving. It must be read to its end or destroyed. */
export type Upload = { readonly name: string; readonly content: Readable; readonly wasCut: () => boolean }

/** The signed-in session, as pages that sign in and out see it. */
export type SessionHandle = {
  /** Ends the old session and begins a new one under a new id (against session fixation). */
  readonly begin: (personId: string, authorityId: string | null) => Promise<void>
  readonly setAuthority: (authorityId: string) => Promise<void>
  readonly end: () => Promise<void>
}

export type PageRequest = {
  readonly ctx: Context
  readonly visitor: Visitor
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Fields of a posted form; a field that came more than once is an array. */
  readonly form: Readonly<Record<string, string | string[]>>
  /** The file of a multipart form (`takesFile` routes), after its fields. */
  readonly upload: Upload | null
  readonly path: string
  readonly session: SessionHandle
  /** The address of the client, for rate limits. */
  readonly clientAddress: string
}

type Common = {
  /** Fastify's form: `/spend/imports/:importId`. */
  readonly path: string
  readonly access: Access
  /** What the log and the audit call this, `PAYMENT_FILE_IMPORTED`; reads say `…_READ`. */
  readonly audit: string
  /** Where the page is, for docs/routes.md: `spend/pages/money-map`. */
  readonly page: string
  /** Stricter than the general limit: requests a minute from one address. */
  readonly limitPerMinute?: number
}

export type PageRoute = Common & {
  readonly method: 'GET' | 'POST'
  readonly handle: (request: PageRequest) => Promise<Answer>
  /** A multipart form with one file, streamed: the handler reads it before it answers. */
  readonly takesFile?: true
}

export type ApiRoute = Common & {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly summary: string
  readonly query?: ZodType
  readonly body?: ZodType
  readonly answer: ZodType
  readonly takesFile?: true
  readonly handle: (
    request: Omit<PageRequest, 'query'> & { readonly query: never; readonly body: never },
  ) => Promise<Answer>
}
