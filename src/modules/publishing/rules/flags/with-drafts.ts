import { FLAG_CODES, FLAG_GROUPS, type FlagCode, type FlagGroup } from '../../model/flags.ts'
import type { JsonObject } from '../../model/json.ts'
import { findFlags } from './find-flags.ts'

export type RaisedFlag = {
  readonly code: FlagCode
  readonly group: FlagGroup
  readonly subject: string
  /** Rounded to four places, as Cardinal's results are compared. */
  readonly value: number
  /** Not raised by what is published: it would come with the drafts. */
  readonly isOfDrafts: boolean
}

const raisedBy = (releases: Iterable<JsonObject>): Omit<RaisedFlag, 'isOfDrafts'>[] => {
  const { results } = findFlags(releases, { only: FLAG_CODES, currency: 'GBP' })
  return FLAG_GROUPS.flatMap((group) =>
    Object.entries(results[group] ?? {}).flatMap(([subject, values]) =>
      FLAG_CODES.flatMap((code) => {
        const value = values[code]
        return value === undefined
          ? []
          : [{ code, group, subject, value: Math.round(value * 10_000) / 10_000 }]
      }),
    ),
  )
}

/**
 * The flags of what is published, and those that would be raised besides if each draft stood in the place of what is
 * published of its process. Margins and shares are held against all processes, so a draft may raise a flag elsewhere.
 */
export const flagsWithDrafts = (
  published: readonly JsonObject[],
  drafts: readonly JsonObject[],
): RaisedFlag[] => {
  const drafted = new Set(drafts.map(({ ocid }) => ocid))
  const before = raisedBy(published)
  const known = new Set(before.map(({ code, group, subject }) => `${code} ${group} ${subject}`))
  const after = raisedBy([...published.filter(({ ocid }) => !drafted.has(ocid)), ...drafts])
  const fresh = after.filter(({ code, group, subject }) => !known.has(`${code} ${group} ${subject}`))
  return [
    ...fresh.map((flag) => ({ ...flag, isOfDrafts: true })),
    ...before.map((flag) => ({ ...flag, isOfDrafts: false })),
  ]
}
