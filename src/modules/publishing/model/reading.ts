import type { JsonObject } from './json.ts'

export type UnreadableReason =
  | 'not-json'
  | 'too-large'
  | 'too-deep'
  | 'not-an-object'
  | 'releases-elsewhere'
  | 'cut-off'
  | 'nothing-there'

/** A release as it was found, or a piece of the file that could not be used; `where` is a line or a JSON pointer. */
export type Found =
  | { readonly ok: true; readonly where: string; readonly release: JsonObject }
  | { readonly ok: false; readonly where: string; readonly reason: UnreadableReason; readonly detail: string }

/** How much of one file a single release may take, and how deep it may nest: real ones stay far below. */
export const READING_LIMITS = { maxCharacters: 32_000_000, maxDepth: 64 } as const
