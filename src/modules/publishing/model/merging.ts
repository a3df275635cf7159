import type { Json, JsonObject } from './json.ts'

/** A field's path without positions in lists: `['tender', 'items', 'unit']`. */
export type FieldPath = readonly string[]

/** Which fields a merge leaves out, and which lists it replaces whole instead of joining their objects by `id`. */
export type MergeRules = {
  readonly isOmitted: (path: FieldPath) => boolean
  readonly isWholeList: (path: FieldPath) => boolean
}

/** One value a field had, and the release that gave it. */
export type Version = {
  readonly releaseID: Json
  readonly releaseDate: Json
  readonly releaseTag: Json
  readonly value: Json
}

export type MergeRefusal =
  | 'no-releases'
  | 'not-a-release'
  | 'no-ocid'
  | 'no-date'
  | 'other-ocid'
  | 'inconsistent-type'

export type MergeWarning = { readonly code: 'duplicate-id'; readonly path: string; readonly id: string }

export type Merged = {
  readonly ocid: string
  readonly compiled: JsonObject
  readonly versioned: JsonObject
  readonly warnings: readonly MergeWarning[]
}
