import { createHash } from 'node:crypto'
import { type ChangedBy, type Mark, type Marks, type Parts, plainText, whoChanged } from '../kernel/seen.ts'

/** The name of one state of a text. It goes out in forms and answers, so it says nothing of the text. */
export const markOf = (text: string): Mark =>
  createHash('sha256').update(plainText(text)).digest('base64url').slice(0, 16)

export const marksOf = (parts: Parts): Marks =>
  Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, markOf(text)]))

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** One mark for all parts: what a program reads, and sends back with its change. */
export const markOfAll = (marks: Marks): Mark => markOf(JSON.stringify(Object.entries(marks).sort(byName)))

export const markOfParts = (parts: Parts): Mark => markOfAll(marksOf(parts))

/**
 * Whether a save began from an older state than the one that is there and would write something else over it. Who
 * does not say what they saw writes over on purpose.
 */
export const isStale = (seen: Mark | undefined, there: Parts, mine: Parts): boolean => {
  if (seen === undefined) return false
  const now = markOfParts(there)
  return seen !== now && markOfParts(mine) !== now
}

/** The hidden field in which a form carries what was there as it was filled in. */
export const SEEN_FIELD = 'seen'
export const seenText = (marks: Marks): string => JSON.stringify(marks)

/** What a form says was there. What cannot be read was nothing: then every difference is asked about. */
export const readSeen = (text: string): Marks => {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(Object.entries(read).filter(([, mark]) => typeof mark === 'string'))
  } catch {
    return {}
  }
}

export type ChangedPart = { readonly part: string; readonly changedBy: Extract<ChangedBy, 'others' | 'both'> }

/** The parts that somebody else has changed since they were seen; those that both have come with `both`. */
export const changedMeanwhile = (seen: Marks, there: Parts, mine: Parts): ChangedPart[] =>
  Object.keys(there).flatMap((part) => {
    const changedBy = whoChanged(seen[part], markOf(there[part] ?? ''), markOf(mine[part] ?? ''))
    return changedBy === 'others' || changedBy === 'both' ? [{ part, changedBy }] : []
  })

/** Who wrote something last, and when; empty where it was not noted. */
export type LastSaved = { readonly by: string; readonly at: string }

/** The facts of a refusal that come from who saved last. */
export const savedFacts = (last: { readonly by: string; readonly at: Date } | undefined): LastSaved => ({
  by: last?.by ?? '',
  at: last?.at.toISOString() ?? '',
})
